package clin087.yaml;

import clin087.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file seems to be. This distinguishes a policy with a mistake, which is shown in excerpts,
 * from a patient's referral in the place of a policy, of which nothing may be shown.
 */
public enum FileKind {
  EMPTY("an empty file"),
  POLICY("a policy"),
  SHARED("a file that policies share"),
  CASES("a file of cases"),
  JSON("JSON, such as a referral"),
  REFERRALS("referrals in CSV"),
  TABLE("a table"),
  MARKUP("a page in HTML or XML"),
  PDF("a PDF"),
  ARCHIVE("a Word or Excel file, or another that is compressed"),
  UTF16("a text in UTF-16; save it as UTF-8"),
  TEXT("another text");

  /** The kinds of file that a policy's document may be: a text of any kind. */
  public static final Set<FileKind> DOCUMENTS = EnumSet.of(POLICY, SHARED, TABLE, MARKUP, TEXT);

  /** The kinds of file that a policy may consist of. */
  public static final Set<FileKind> POLICIES = EnumSet.of(POLICY, SHARED);

  /** Keys at the beginning of a line, as in every policy in YAML's usual style. */
  private static final Pattern POLICY_KEY =
      Pattern.compile("(?m)^(policy|verdicts|facts|rules|sections|include)[ \t]*:");

  private static final Pattern SHARED_KEY = Pattern.compile("(?m)^part[ \t]*:");
  private static final Pattern CASES_KEY = Pattern.compile("(?m)^cases[ \t]*:");

  /** Two keys of a policy that is written as JSON, which is YAML too; no referral has both. */
  private static final List<Pattern> POLICY_AS_JSON =
      List.of(
          Pattern.compile("[{,]\\s*\"?sections\"?\\s*:"), Pattern.compile("\"?verdicts\"?\\s*:"));

  private static final Pattern CASES_AS_JSON = Pattern.compile("[{,]\\s*\"?cases\"?\\s*:");

  /** The beginning of JSON; a Markdown text may begin with the bracket of a link. */
  private static final Pattern JSON_START = Pattern.compile("\\{|\\[[\\s\\[]*+[{\"\\]]");

  /** A row of several cells, one of which names a field of a referral. */
  private static final Pattern REFERRALS_HEADER =
      Pattern.compile(
          "(?!#)(?=[^\n]*[,;\t])([^\n]*[,;\t])?[ \"]*((?i:reference)|/\\w[\\w/.-]*)[ \"]*([,;\t\r\n]|$)");

  private static final Pattern CELLS = Pattern.compile("[^,;\t\n]*([,;\t])[^,;\t\n]*\\1[^\n]*\n?");

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  /** The kind of file that these bytes seem to be. */
  public static FileKind of(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\3\4") || start.startsWith("\37\213") || start.startsWith("\320\317")) {
      return ARCHIVE;
    }
    if (start.startsWith("\376\377") || start.startsWith("\377\376")) {
      return UTF16;
    }
    return start.equals("%PDF") ? PDF : ofText(new String(bytes, StandardCharsets.UTF_8));
  }

  private static FileKind ofText(String text) {
    String content = text.replace("\uFEFF", "").strip();
    if (JSON_START.matcher(content).lookingAt()) {
      return ofJson(content);
    }
    if (REFERRALS_HEADER.matcher(content).lookingAt()) {
      return REFERRALS;
    }
    if (SHARED_KEY.matcher(content).find()) {
      return SHARED;
    }
    if (POLICY_KEY.matcher(content).find()) {
      return POLICY;
    }
    if (CASES_KEY.matcher(content).find()) {
      return CASES;
    }
    if (content.startsWith("<")) {
      return MARKUP;
    }
    return content.isEmpty() ? EMPTY : CELLS.matcher(content).lookingAt() ? TABLE : TEXT;
  }

  private static FileKind ofJson(String content) {
    boolean policy = true;
    for (Pattern key : POLICY_AS_JSON) {
      policy &= key.matcher(content).find();
    }
    return policy ? POLICY : CASES_AS_JSON.matcher(content).find() ? CASES : JSON;
  }

  /** The kind in a few words for people. */
  public String words() {
    return words;
  }

  /** Problems of files, and the files that excerpts may show. */
  public record Shown(List<Problem> problems, Map<String, byte[]> files) {
    public Shown {
      problems = List.copyOf(problems);
      files = Map.copyOf(files);
    }
  }

  /**
   * The problems that may be shown of invalid files: if a file is of another kind altogether, only
   * what it seems to be.
   *
   * @param expected what the files should be, in words
   * @param kinds the kinds that they may be
   */
  public static Shown shown(
      List<Problem> problems, Map<String, byte[]> files, String expected, Set<FileKind> kinds) {
    Map<String, byte[]> known = new HashMap<>(files);
    List<Problem> said = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      FileKind kind = of(file.getValue());
      if (kind != EMPTY && !kinds.contains(kind)) {
        known.remove(file.getKey());
        String message = "expected " + expected + "; this seems to be " + kind.words();
        said.add(new Problem(PolicyProblem.OTHER_FILE, file.getKey(), "", 1, 1, message));
      }
    }
    for (Problem problem : problems) {
      if (known.containsKey(problem.file())) {
        said.add(problem);
      }
    }
    return new Shown(said, known);
  }
}
