package clin087.findings;

import clin087.findings.Findings.Line;
import clin087.lint.FindingKind;
import clin087.lint.Severity;
import clin087.text.Bytes;
import clin087.text.Lines;

/** Writes findings as text, the most serious first. */
public final class FindingsText {
  private FindingsText() {}

  /**
   * Writes the whole text.
   *
   * @param examples the folder that the examples were written to; empty if they were not
   * @param quiet whether to leave out what is for information
   */
  public static Bytes write(Findings findings, String examples, boolean quiet, boolean color) {
    Lines lines = new Lines(color);
    int errors = findings.count(Severity.ERROR);
    int warnings = findings.count(Severity.WARNING);
    lines.headline(
        errors > 0 ? "FAULTY" : warnings > 0 ? "DOUBTFUL" : "SOUND",
        errors > 0 ? Lines.RED : warnings > 0 ? Lines.YELLOW : Lines.GREEN,
        ": "
            + counted(errors, "error")
            + ", "
            + counted(warnings, "warning")
            + ", "
            + findings.count(Severity.INFORMATION)
            + " for information");
    lines.item(0, "", findings.name());
    section(findings, Severity.ERROR, "ERRORS", examples, lines);
    section(findings, Severity.WARNING, "WARNINGS", examples, lines);
    if (!quiet) {
      section(findings, Severity.INFORMATION, "FOR INFORMATION", examples, lines);
    }
    proof(findings, lines);
    int count = findings.examples().size();
    if (count > 0 && examples.isEmpty()) {
      lines.item(
          0,
          "",
          "--examples DIR writes "
              + (count == 1 ? "the example" : "the " + count + " examples")
              + " as referrals that 'clin087 check' reads.");
    }
    return new Bytes().text(lines.toString());
  }

  private static void proof(Findings findings, Lines lines) {
    if (findings.policy() == null) {
      return;
    }
    boolean complete = true;
    for (Line line : findings.lines()) {
      complete &= !line.code().equals(FindingKind.NOT_PROVED.code());
    }
    lines.blank();
    lines.item(
        0,
        "",
        "Proved over every possible referral, as of "
            + findings.asOf()
            + (complete ? "." : ", but for what is said to be open."));
  }

  private static void section(
      Findings findings, Severity severity, String title, String examples, Lines lines) {
    if (findings.count(severity) == 0) {
      return;
    }
    lines.heading(title);
    for (Line line : findings.of(severity)) {
      lines.line(
          "  "
              + line.at().file()
              + ":"
              + line.at().line()
              + ":"
              + line.at().column()
              + ": "
              + line.code());
      lines.item(6, "", line.message());
      for (String excerpt : line.excerpt()) {
        lines.line("        " + excerpt);
      }
      if (!line.examples().isEmpty() && !examples.isEmpty()) {
        String more =
            line.examples().size() == 1 ? "" : " and " + (line.examples().size() - 1) + " more";
        lines.item(6, "", "Example: " + line.examples().get(0).name() + ".json" + more);
      }
    }
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
