package clin087.yaml;

import clin087.policy.Place;
import clin087.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads the text of a YAML file into nodes. */
public final class YamlFile {
  /** The greatest size of a file, in bytes. */
  public static final int LARGEST = 4 << 20;

  private static final byte DELETE = 0x7F;

  /** The beginning of a line that is neither empty nor a comment, a directive or a mark. */
  private static final Pattern CONTENT = Pattern.compile("(?m)^[^#%\\s-]");

  /** The mark at the beginning of a document. */
  private static final Pattern DOCUMENT = Pattern.compile("(?m)^---(?=\\s|$)");

  private YamlFile() {}

  /**
   * The only document of a file; null if there is none.
   *
   * @param name the file, as places and problems name it
   */
  public static @Nullable Node read(String name, byte[] yaml, Problems problems) {
    int invalid = Utf8.firstInvalid(yaml, 0, yaml.length);
    if (invalid >= 0) {
      problems.add(PolicyProblem.NOT_UTF8, place(name, yaml, invalid), Utf8.EXPECTED);
      return null;
    }
    int control = firstControl(yaml);
    if (control < yaml.length) {
      String message =
          "a control character (U+%04X), which no text has; delete it".formatted(yaml[control]);
      problems.add(PolicyProblem.NOT_YAML, place(name, yaml, control), message);
      return null;
    }
    String text = new String(yaml, StandardCharsets.UTF_8);
    try (JsonParser parser = parser(text)) {
      return read(name, text, parser, problems);
    }
  }

  /** The first control character of ASCII that YAML does not allow; the length if there is none. */
  private static int firstControl(byte[] yaml) {
    int at = 0;
    while (at < yaml.length
        && (yaml[at] < 0 || yaml[at] >= ' ' || "\t\n\r".indexOf(yaml[at]) >= 0)
        && yaml[at] != DELETE) {
      at++;
    }
    return at;
  }

  private static @Nullable Node read(
      String name, String text, JsonParser parser, Problems problems) {
    try {
      NodeReader reader = new NodeReader(name, parser, true, problems);
      if (reader.isAtEnd()) {
        problems.add(PolicyProblem.EMPTY, Place.start(name), "expected content, found none");
        return null;
      }
      Node document = reader.document();
      if (document != null && !reader.isAtEnd()) {
        Matcher content = CONTENT.matcher(text);
        Matcher next = DOCUMENT.matcher(text);
        boolean found = content.find() && next.find(content.start());
        Place place = found ? place(name, text.substring(0, next.start())) : Place.start(name);
        problems.add(PolicyProblem.NOT_YAML, place, "expected one document, without '---' inside");
      }
      return document;
    } catch (JacksonException e) {
      addNotYaml(name, text, parser.currentTokenLocation(), e, problems);
      return null;
    }
  }

  /**
   * Makes the parser of a text. Its settings differ from Jackson's: its size limit is that of our
   * files, duplicate keys are left to us, {@code ~} is not a text, and its buffer holds the whole
   * text, because at the end of a buffer it loses half of a character outside Unicode's basic
   * plane.
   */
  static JsonParser parser(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(LARGEST)
            .setAllowDuplicateKeys(true)
            .setSchema(new CoreSchema())
            .setBufferSize(text.length() + 2)
            .build();
    return YAMLFactory.builder()
        .loadSettings(settings)
        .build()
        .createParser(ObjectReadContext.empty(), text);
  }

  /**
   * Jackson knows only where the last token ended; the YAML parser below it knows where it stopped.
   *
   * @param last where the last token begins
   */
  private static void addNotYaml(
      String name, String text, TokenStreamLocation last, JacksonException e, Problems problems) {
    String message = e.getOriginalMessage();
    String where = "";
    String advice = "";
    TokenStreamLocation at = e.getLocation();
    Place place =
        at == null
            ? Place.start(name)
            : new Place(name, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    if (e.getCause() instanceof MarkedYamlEngineException yaml) {
      message = yaml.getProblem();
      Mark stopped = yaml.getProblemMark().orElse(null);
      if (stopped != null) {
        place = place(name, stopped);
        int from = offset(text, last.getCharOffset());
        advice = YamlAdvice.ofQuotes(text, from, offset(text, stopped.getIndex()));
      }
      Mark begun = yaml.getContextMark().orElse(null);
      if (begun != null && begun.getLine() + 1 < place.line()) {
        where = " (begun on line " + (begun.getLine() + 1) + ")";
      }
    }
    if (advice.isEmpty()) {
      advice = YamlAdvice.of(message == null ? "" : message) + where;
    }
    problems.add(PolicyProblem.NOT_YAML, place, "this is not YAML from here: " + advice);
  }

  /** The place of a code point in a text, in Java's characters; 0 if it is unknown. */
  private static int offset(String text, long codePoint) {
    boolean known = codePoint >= 0 && codePoint <= text.codePointCount(0, text.length());
    return known ? text.offsetByCodePoints(0, (int) codePoint) : 0;
  }

  private static Place place(String name, byte[] yaml, int offset) {
    return place(name, new String(yaml, 0, offset, StandardCharsets.UTF_8));
  }

  /** The place after a text. */
  private static Place place(String name, String before) {
    int line = before.lastIndexOf('\n') + 1;
    int column = before.codePointCount(line, before.length()) + 1;
    return new Place(name, (int) before.chars().filter(c -> c == '\n').count() + 1, column);
  }

  private static Place place(String name, Mark mark) {
    return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
