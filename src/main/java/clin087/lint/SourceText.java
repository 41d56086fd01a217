package clin087.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a policy's document, which is a Markdown text. The list of contents, the numbers of
 * paragraphs, the marks of headings, bullets, links and emphasis are no words of it.
 */
public final class SourceText {
  /** How many words are shown of a long passage. */
  private static final int MOST_SHOWN = 12;

  private final String name;
  private final List<Word> words = new ArrayList<>();

  /** One word, with the line and the paragraph that it is in. */
  private record Word(String text, int line, int paragraph, boolean heading) {}

  /**
   * Reads a document.
   *
   * @param name what messages call it
   */
  public SourceText(String name, String markdown) {
    this.name = name;
    int number = 0;
    int paragraph = 0;
    for (String line : markdown.lines().toList()) {
      number++;
      boolean heading = line.startsWith("#");
      boolean begins = heading || line.isBlank() || line.stripLeading().startsWith("- ");
      paragraph += begins ? 1 : 0;
      if (!isOfContents(line)) {
        for (String word : words(plain(line))) {
          words.add(new Word(word, number, paragraph, heading));
        }
      }
    }
  }

  /** Whether a line of the list of contents: dots lead to the number of a page at its end. */
  private static boolean isOfContents(String line) {
    String entry = line.strip();
    int end = entry.length();
    while (end > 0 && Character.isDigit(entry.charAt(end - 1))) {
      end--;
    }
    return end < entry.length() && entry.substring(0, end).strip().endsWith("...");
  }

  /**
   * Without the marks of Markdown and the number of a paragraph. No pattern looks at a character
   * more than a few times, however long a line of opening brackets or stars is.
   */
  private static String plain(String line) {
    return line.strip()
        .replaceFirst("^([-*]|#+) +", "")
        .replaceFirst("^\\d+(\\.|(\\.\\d+)+) ", "")
        .replaceAll("\\[([^\\[\\]]*)\\]\\([^()]*\\)", "$1")
        .replaceAll("<(https?://[^<>]*)>", "$1")
        .replaceAll("</?[a-zA-Z]+>", " ")
        .replaceAll("(?<!\\*)\\*++([^*]++)\\*++", "$1")
        .replace("\\_", "_");
  }

  /** The words of a text, with the same dashes and quotes however they are written. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(plainMarks(word));
      }
    }
    return words;
  }

  String name() {
    return name;
  }

  int size() {
    return words.size();
  }

  String word(int at) {
    return words.get(at).text();
  }

  boolean isHeading(int at) {
    return words.get(at).heading();
  }

  /** PDFs have a hyphen for a dash, and straight quotes for curly ones. */
  private static String plainMarks(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      plain.append(
          switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u2018', '\u2019', '\u201B', '\u2032' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u2033' -> '"';
            default -> c;
          });
    }
    return plain.toString();
  }

  int line(int at) {
    return words.isEmpty() ? 1 : words.get(at).line();
  }

  /** Behind the last word of the paragraph that a word stands in. */
  int paragraphEnd(int at) {
    int end = at;
    while (end < words.size() && words.get(end).paragraph() == words.get(at).paragraph()) {
      end++;
    }
    return end;
  }

  /** Some words, or the first of many. */
  String shown(int from, int count) {
    int to = Math.min(words.size(), from + Math.min(count, MOST_SHOWN));
    List<String> shown = new ArrayList<>();
    for (int i = from; i < to; i++) {
      shown.add(word(i));
    }
    return String.join(" ", shown) + (count > MOST_SHOWN ? " ..." : "");
  }
}
