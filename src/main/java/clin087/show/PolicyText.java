package clin087.show;

import clin087.text.Bytes;
import clin087.text.Lines;

/** Writes a policy, or a part of it, as text. */
public final class PolicyText {
  private PolicyText() {}

  /** Writes the table of contents of a whole policy, or all that is known of the selected parts. */
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
