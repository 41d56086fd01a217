package clin087.show;

import clin087.text.Bytes;
import clin087.text.Lines;

/** What of a policy is shown, as text. */
public final class PolicyText {
  private PolicyText() {}

  /**
   * The table of contents of a whole policy; all that is known of the parts of another selection.
   */
  public static void write(Selection selection, boolean color, Bytes out) {
    Lines lines = new Lines(color);
    if (selection.whole()) {
      new ContentsText(lines).write(selection.policy());
    } else {
      new DetailText(lines, selection).write();
    }
    out.text(lines.toString());
  }
}
