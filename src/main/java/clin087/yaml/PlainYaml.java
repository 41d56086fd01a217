package clin087.yaml;

import clin087.policy.Place;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML that is written as plainly as the policies of this program: mappings and lists by
 * indentation, words, lines of text, {@code [lists, of, words]} and {@code >-} paragraphs. Starting
 * the YAML parser takes Java longer than a whole check, this a tenth of it. It leaves whatever else
 * there may be, right or wrong, to that parser, which alone says what is wrong with a file; what it
 * does read, that one reads the same.
 */
final class PlainYaml {
  /** Half of what {@link NodeReader} takes, with nobody needing it. */
  private static final int DEEPEST = 16;

  /** Of keys above some 1,000 characters the parser has an opinion. */
  private static final int LONGEST_KEY = 128;

  /** What a plain text cannot begin with, or does not on these pages. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~");

  private static final int NOWHERE = -1;

  private static final int ASCII = 128;

  /** Which characters words are made of. */
  private static final boolean[] OF_WORDS = new boolean[ASCII];

  /** Those that they do not begin with. */
  private static final String NOT_FIRST = "-.()$";

  static {
    String words = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_";
    for (char c : (words + NOT_FIRST).toCharArray()) {
      OF_WORDS[c] = true;
    }
  }

  private final String file;
  private final List<String> lines;

  /** The number of the line that is read now, from 0; that of lines at the end. */
  private int at;

  /** The line itself; empty at the end. */
  private String line;

  /** Where its content begins, from 0; {@link #NOWHERE} at the end. */
  private int indent;

  /** Leaves the reader at what is not plain. */
  private static final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotPlain() {
      super("not plain", null, false, false);
    }
  }

  private PlainYaml(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
    this.line = lines.get(0);
  }

  /**
   * The document of a file; null when it is not plain.
   *
   * @param file what the places call it
   */
  static @Nullable Node read(String file, byte[] yaml) {
    List<String> lines = lines(yaml);
    try {
      return lines == null ? null : new PlainYaml(file, lines).document();
    } catch (NotPlain e) {
      return null;
    }
  }

  /** The lines of a file; null when one ends with a space, or has other than plain characters. */
  private static @Nullable List<String> lines(byte[] yaml) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= yaml.length; i++) {
      byte b = i == yaml.length ? (byte) '\n' : yaml[i];
      if (b == '\n') {
        lines.add(new String(yaml, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
        if (i > 0 && yaml[i - 1] == ' ') {
          return null;
        }
      } else if (b < 0) {
        i = endOfCharacter(yaml, i);
        if (i < 0) {
          return null;
        }
      } else if (b < ' ' || b == 0x7F) {
        return null;
      }
    }
    return lines;
  }

  /** The last byte of a European letter, dash or quotation mark; {@link #NOWHERE} of others. */
  private static int endOfCharacter(byte[] yaml, int from) {
    int left = yaml.length - from;
    if (left > 1 && isByte(yaml[from], 0xC3, 0xC5) && isByte(yaml[from + 1], 0x80, 0xBF)) {
      return from + 1;
    }
    boolean punctuation =
        left > 2
            && isByte(yaml[from], 0xE2, 0xE2)
            && isByte(yaml[from + 1], 0x80, 0x80)
            && isByte(yaml[from + 2], 0x90, 0xA7);
    return punctuation ? from + 2 : NOWHERE;
  }

  private static boolean isByte(byte b, int first, int last) {
    return (b & 0xFF) >= first && (b & 0xFF) <= last;
  }

  private Node document() {
    toContent();
    require(indent == 0);
    Node document = mapping(0, 0);
    require(isAtEnd());
    return document;
  }

  private Node block(int depth) {
    require(depth <= DEEPEST);
    return line.startsWith("- ", indent) ? sequence(indent, depth) : mapping(indent, depth);
  }

  /** The mapping whose first key stands in this line at this column, and its others below. */
  private Mapping mapping(int column, int depth) {
    Place start = place(column);
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    do {
      int end = endOfKey(column);
      require(end > column && end <= column + LONGEST_KEY);
      Scalar key = new Scalar(line.substring(column, end), place(column));
      require(names.add(key.text()));
      entries.add(new Entry(key, valueBehind(column, end, depth)));
    } while (indent == column);
    require(indent < column);
    return new Mapping(entries, start);
  }

  private Node valueBehind(int column, int colon, int depth) {
    int from = skipSpaces(colon + 1);
    if (from < line.length()) {
      return scalarOrList(column, from);
    }
    nextContent();
    require(indent > column);
    return block(depth + 1);
  }

  private Sequence sequence(int column, int depth) {
    Place start = place(column);
    List<Node> items = new ArrayList<>();
    do {
      require(line.startsWith("- ", column));
      int from = skipSpaces(column + 1);
      items.add(endOfKey(from) > from ? mapping(from, depth + 1) : scalarOrList(column, from));
    } while (indent == column);
    require(indent < column);
    return new Sequence(items, start);
  }

  /** The colon behind the key that begins there; {@link #NOWHERE} when none does. */
  private int endOfKey(int from) {
    int end = endOfWord(from);
    boolean ends = line.startsWith(":", end);
    return ends && (end + 1 == line.length() || line.charAt(end + 1) == ' ') ? end : NOWHERE;
  }

  /** The end of the word that begins there; the same place when none does. */
  private int endOfWord(int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) < ASCII && OF_WORDS[line.charAt(end)]) {
      end++;
    }
    boolean isWord = end > from && NOT_FIRST.indexOf(line.charAt(from)) < 0;
    return isWord && !NULLS.contains(line.substring(from, end)) ? end : from;
  }

  /** What stands in this line, and perhaps the next ones, for an entry or item at a column. */
  private Node scalarOrList(int column, int from) {
    return switch (line.charAt(from)) {
      case '[' -> list(column, from);
      case '>' -> paragraph(column, from);
      case '{' -> nothing(from);
      case '"', '\'' -> {
        int end = line.length() - 1;
        require(line.indexOf(line.charAt(from), from + 1) == end && line.indexOf('\\', from) < 0);
        yield scalar(line.substring(from + 1, end), from);
      }
      default -> {
        String text = line.substring(from);
        require(INDICATORS.indexOf(text.charAt(0)) < 0 && !NULLS.contains(text));
        require(!text.contains(": ") && !text.endsWith(":") && !text.contains(" #"));
        yield scalar(text, from);
      }
    };
  }

  private Scalar scalar(String text, int column) {
    Scalar scalar = new Scalar(text, place(column));
    nextContent();
    return scalar;
  }

  private Mapping nothing(int from) {
    require(line.startsWith("{}", from) && line.length() == from + 2);
    Mapping nothing = new Mapping(List.of(), place(from));
    nextContent();
    return nothing;
  }

  private Sequence list(int column, int from) {
    Place start = place(from);
    List<Node> items = new ArrayList<>();
    int next = from + 1;
    while (!line.startsWith("]", next)) {
      next = items.isEmpty() ? next : skipSpaces(next + 1);
      if (next == line.length()) {
        nextLine();
        next = skipSpaces(0);
        require(next > column);
      }
      int end = endOfWord(next);
      require(end > next && (line.startsWith(",", end) || line.startsWith("]", end)));
      items.add(new Scalar(line.substring(next, end), place(next)));
      next = end;
    }
    require(next == line.length() - 1);
    nextContent();
    return new Sequence(items, start);
  }

  /** The lines of a paragraph, joined by spaces. */
  private Scalar paragraph(int column, int from) {
    require(line.substring(from).equals(">-"));
    Place start = place(from);
    nextLine();
    int margin = skipSpaces(0);
    require(margin > column);
    StringBuilder text = new StringBuilder();
    do {
      text.append(text.length() == 0 ? "" : " ").append(line, margin, line.length());
      nextLine();
    } while (skipSpaces(0) == margin);
    while (line.isEmpty() && !isAtEnd()) {
      nextLine();
    }
    require(skipSpaces(0) < margin);
    toContent();
    return new Scalar(text.toString(), start);
  }

  private void nextContent() {
    nextLine();
    toContent();
  }

  /** Goes on to a line that is neither empty nor a comment, unless this is one. */
  private void toContent() {
    indent = skipSpaces(0);
    while (!isAtEnd() && (line.isEmpty() || line.charAt(indent) == '#')) {
      nextLine();
      indent = skipSpaces(0);
    }
    indent = isAtEnd() ? NOWHERE : indent;
  }

  private void nextLine() {
    at++;
    line = isAtEnd() ? "" : lines.get(at);
  }

  private boolean isAtEnd() {
    return at == lines.size();
  }

  private int skipSpaces(int from) {
    int to = from;
    while (to < line.length() && line.charAt(to) == ' ') {
      to++;
    }
    return to;
  }

  private Place place(int column) {
    return new Place(file, at + 1, column + 1);
  }

  private static void require(boolean plain) {
    if (!plain) {
      throw new NotPlain();
    }
  }
}
