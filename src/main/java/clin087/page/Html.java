package clin087.page;

import clin087.text.Characters;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is also well-formed XML. Words of a policy become text or attribute values,
 * never mark-up.
 */
public final class Html {
  /** The length from which a word may not fit on a line. */
  private static final int LONG = 20;

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element, on a line of its own.
   *
   * @param attributes names and values in turn
   */
  public Html open(String element, String... attributes) {
    out.append('\n');
    return inline(element, attributes);
  }

  /** Opens an element within a line. */
  public Html inline(String element, String... attributes) {
    tag(element, attributes).append('>');
    open.push(element);
    return this;
  }

  /** Closes the last open element. */
  public Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element with a text, on a line of its own. */
  public Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Writes an element with a text, within a line. */
  public Html span(String element, String text, String... attributes) {
    return inline(element, attributes).text(text).close();
  }

  /** Writes an element without content, on a line of its own. */
  public Html empty(String element, String... attributes) {
    out.append('\n');
    tag(element, attributes).append("/>");
    return this;
  }

  /** Writes a link within the page. */
  public Html link(String id, String text) {
    return span("a", text, "href", "#" + id);
  }

  /** Writes any text, escaped. */
  public Html text(String text) {
    escape(text);
    return this;
  }

  /** Writes a text whose long words, such as addresses, may break after a slash or a dot. */
  public Html breakable(String text) {
    for (String word : text.split("(?<= )", -1)) {
      pieces(word.length() > LONG ? word.split("(?<=[^/:][/.])(?=\\w)", -1) : new String[] {word});
    }
    return this;
  }

  /** Writes the pieces of one word, which may break after each of them. */
  public Html pieces(String... pieces) {
    for (int i = 0; i < pieces.length; i++) {
      out.append(i == 0 ? "" : "<wbr/>");
      escape(pieces[i]);
    }
    return this;
  }

  /** Writes the program's own mark-up, unescaped. */
  public Html raw(String own) {
    out.append(own);
    return this;
  }

  private StringBuilder tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    return out;
  }

  private void escape(String text) {
    String visible = Characters.visible(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        // XML cannot represent these two
        case '\uFFFE', '\uFFFF' -> out.append('\uFFFD');
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out + "\n";
  }
}
