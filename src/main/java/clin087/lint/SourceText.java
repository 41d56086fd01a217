package clin087.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a policy's document in Markdown, without the table of contents, the numbers of
 * paragraphs, and the marks of headings, bullets, links and emphasis.
 */
public final class SourceText {
  /** How many words of a long passage are shown. */
  private static final int MOST_SHOWN = 12;

  private final String name;
  private final List<Word> words = new ArrayList<>();

  /** A word with its line and paragraph. */
  private record Word(String text, int line, int paragraph, boolean heading) {}

  /**
   * Reads a document.
   *
   * @param name the document, as messages name it
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

  /** Whether a line belongs to the table of contents: dots lead to a page number at its end. */
  private static boolean isOfContents(String line) {
    String entry = line.strip();
    int end = entry.length();
    while (end > 0 && Character.isDigit(entry.charAt(end - 1))) {
      end--;
    }
    return end < entry.length() && entry.substring(0, end).strip().endsWith("...");
  }

  /**
   * A line without the marks of Markdown and the number of its paragraph. The patterns take linear
   * time, even for a long line of opening brackets or stars.
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

  /** The words of a text, with dashes and quotation marks of one kind. */
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

  /** A word with hyphens for dashes and straight quotes for curly ones, as PDFs may have them. */
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

  /** The place after the last word of a word's paragraph. */
  int paragraphEnd(int at) {
    int end = at;
    while (end < words.size() && words.get(end).paragraph() == words.get(at).paragraph()) {
      end++;
    }
    return end;
  }

  /** A passage, or the first words of a long one. */
  String shown(int from, int count) {
    int to = Math.min(words.size(), from + Math.min(count, MOST_SHOWN));
    List<String> shown = new ArrayList<>();
    for (int i = from; i < to; i++) {
      shown.add(word(i));
    }
    return String.join(" ", shown) + (count > MOST_SHOWN ? " ..." : "");
  }
}
