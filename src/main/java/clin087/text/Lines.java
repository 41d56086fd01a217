package clin087.text;

/**
 * Lines of text for a terminal: headings, and paragraphs wrapped at spaces. What a terminal could
 * act on is made visible, whether a referral or a policy brought it.
 */
public final class Lines {
  /** The columns of the terminal that text is laid out for. */
  public static final int WIDTH = 80;

  public static final String RED = "31";
  public static final String GREEN = "32";
  public static final String YELLOW = "33";

  /** What stands around words that were removed, and around words that were added. */
  private static final String[] REMOVED = {"[-", "-]"};

  private static final String[] ADDED = {"{+", "+}"};

  private static final String BOLD = "1";

  private final StringBuilder text = new StringBuilder();
  private final boolean color;

  /**
   * No lines yet.
   *
   * @param color whether they are coloured
   */
  public Lines(boolean color) {
    this.color = color;
  }

  /** One line, not wrapped. */
  public void line(String line) {
    text.append(Characters.visible(line)).append('\n');
  }

  /** An empty line. */
  public void blank() {
    text.append('\n');
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

  /** The first line of a result: a word that stands out, and what it means. */
  public void headline(String word, String hue, String rest) {
    String shown = Characters.visible(word);
    int start = text.length();
    item(0, "", shown + rest);
    text.replace(start, start + shown.length(), style(BOLD + ";" + hue, shown));
  }

  /** A paragraph behind a marker, wrapped at spaces only, its lines indented by spaces only. */
  public void item(int indent, String marker, String paragraph) {
    String margin = " ".repeat(indent + marker.length());
    text.append(" ".repeat(indent)).append(marker);
    int column = margin.length();
    boolean first = true;
    for (String word : Characters.visible(paragraph).split(" ", -1)) {
      int width = word.codePointCount(0, word.length());
      if (!first && column + 1 + width > WIDTH) {
        text.append('\n').append(margin);
        column = margin.length();
        first = true;
      }
      text.append(first ? "" : " ").append(word);
      column += width + (first ? 0 : 1);
      first = false;
    }
    text.append('\n');
  }

  /** A paragraph whose removed and added words are marked; colour only stresses the marks. */
  public void marked(int indent, String paragraph) {
    int start = text.length();
    item(indent, "", paragraph);
    if (color) {
      String shown = text.substring(start);
      text.setLength(start);
      text.append(stressed(stressed(shown, RED, REMOVED), GREEN, ADDED));
    }
  }

  private static String stressed(String text, String hue, String... marks) {
    return text.replace(marks[0], "\u001b[" + hue + "m" + marks[0])
        .replace(marks[1], marks[1] + "\u001b[0m");
  }

  /** Words marked as removed. */
  public static String removed(String words) {
    return REMOVED[0] + words + REMOVED[1];
  }

  /** Words marked as added. */
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
