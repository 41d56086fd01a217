package clin087.text;

import java.util.List;

/**
 * Writes lines of text for a terminal: headings, and paragraphs wrapped at spaces. Characters of a
 * referral or a policy that a terminal could act on are made visible.
 */
public final class Lines {
  /** The width of text for a file. */
  public static final int WIDTH = 80;

  // with a background of its own, a word is readable on a white terminal and on a black one
  public static final String RED = "1;37;41";
  public static final String GREEN = "30;42";
  public static final String YELLOW = "30;43";

  private static final String RED_WORDS = "31";
  private static final String GREEN_WORDS = "32";

  /** The marks around words that were removed; below, around words that were added. */
  private static final String[] REMOVED = {"[-", "-]"};

  private static final String[] ADDED = {"{+", "+}"};

  private static final String BOLD = "1";

  private final StringBuilder text = new StringBuilder();
  private final boolean color;
  private final int width;

  /**
   * No lines yet, of the usual width, 80.
   *
   * @param color whether to use colours
   */
  public Lines(boolean color) {
    this(color, WIDTH);
  }

  /**
   * No lines yet.
   *
   * @param color whether to use colours
   * @param width how many characters a line may have
   */
  public Lines(boolean color, int width) {
    this.color = color;
    this.width = width;
  }

  /** One line, not wrapped. */
  public void line(String line) {
    text.append(Characters.visible(line)).append('\n');
  }

  /** A line of a document and a caret below it, cut to the part around the caret. */
  public void excerpt(int indent, List<String> lineAndCaret) {
    if (lineAndCaret.size() != 2) {
      return;
    }
    int caret = lineAndCaret.get(1).length() - 1;
    int[] points = lineAndCaret.get(0).codePoints().toArray();
    int room = width - indent;
    int from = caret < room ? 0 : caret - room / 2;
    int to = Math.min(points.length, from + room);
    line(" ".repeat(indent) + new String(points, from, Math.max(0, to - from)));
    line(" ".repeat(indent + caret - from) + "^");
  }

  /** An empty line. */
  public void blank() {
    text.append('\n');
  }

  /** A line across the page. */
  public void rule() {
    text.append("-".repeat(width)).append('\n');
  }

  /** A title in capitals. */
  public void title(String title) {
    text.append(style(BOLD, title)).append('\n');
  }

  /** A title with a blank line before it. */
  public void heading(String title) {
    blank();
    title(title);
  }

  /** The first line of a result: a highlighted word, and what it means. */
  public void headline(String word, String hue, String rest) {
    String shown = Characters.visible(word);
    int start = text.length();
    item(0, "", shown + rest);
    text.replace(start, start + shown.length(), style(hue, shown));
  }

  /**
   * A paragraph after a marker, wrapped at spaces only, its lines indented by spaces only. A word
   * that is longer than a line has a line to itself.
   */
  public void item(int indent, String marker, String paragraph) {
    String start = " ".repeat(indent) + Characters.visible(marker);
    String margin = " ".repeat(length(start));
    String words = Characters.visible(paragraph);
    text.append(start);
    int column = margin.length();
    boolean begun = false;
    for (int from = 0, to; from <= words.length(); from = to + 1) {
      to = words.indexOf(' ', from);
      to = to < 0 ? words.length() : to;
      int length = words.codePointCount(from, to);
      if (begun && column + 1 + length > width) {
        text.append('\n').append(margin);
        start = margin;
        column = margin.length();
        begun = false;
      }
      if (begun) {
        text.append(' ');
        column++;
      } else if (column + length > width) {
        leaveMargin(start, length);
      }
      text.append(words, from, to);
      column += length;
      begun = true;
    }
    text.append('\n');
  }

  /** Makes room for a long word by giving up as much of the margin as necessary. */
  private void leaveMargin(String start, int length) {
    text.setLength(text.length() - start.length());
    if (!start.isBlank()) {
      text.append(start.stripTrailing()).append('\n');
    }
    text.append(" ".repeat(Math.max(0, width - length)));
  }

  private static int length(String words) {
    return words.codePointCount(0, words.length());
  }

  /** A paragraph with marks around removed and added words, which colour only emphasises. */
  public void marked(int indent, String paragraph) {
    int start = text.length();
    item(indent, "", paragraph);
    if (color) {
      String shown = text.substring(start);
      text.setLength(start);
      text.append(stressed(stressed(shown, RED_WORDS, REMOVED), GREEN_WORDS, ADDED));
    }
  }

  private static String stressed(String text, String hue, String... marks) {
    return text.replace(marks[0], "\u001b[" + hue + "m" + marks[0])
        .replace(marks[1], marks[1] + "\u001b[0m");
  }

  /** The words, marked as removed. */
  public static String removed(String words) {
    return REMOVED[0] + words + REMOVED[1];
  }

  /** The words, marked as added. */
  public static String added(String words) {
    return ADDED[0] + words + ADDED[1];
  }

  private String style(String code, String words) {
    return color ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
