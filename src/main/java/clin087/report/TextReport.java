package clin087.report;

import clin087.policy.Outcome;
import clin087.policy.Policy.Identity;
import clin087.policy.Verdict;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.text.Bytes;
import clin087.text.Lines;

/** Text for people, for a terminal of 80 columns. */
final class TextReport implements Report {
  private final Context context;

  TextReport(Context context) {
    this.context = context;
  }

  @Override
  public void add(Result result, Bytes out) {
    if (result instanceof Decided decided) {
      if (!context.quiet() || decided.decision().verdict().outcome() != Outcome.PROCEED) {
        out.text(new TextPage(context.color()).decided(decided, context.explain()));
      }
    } else if (result instanceof Invalid invalid) {
      out.text(new TextPage(context.color()).invalid(invalid));
    }
  }

  @Override
  public void between(Bytes out) {
    out.text("\n" + "-".repeat(Lines.WIDTH) + "\n\n");
  }

  @Override
  public void end(Summary summary, Bytes out) {
    Identity policy = context.policy().identity();
    Lines lines = new Lines(context.color());
    boolean silent = context.quiet() && summary.total() == summary.count(Outcome.PROCEED);
    if (!silent) {
      lines.blank();
    }
    if (summary.total() != 1 || context.quiet()) {
      lines.title("SUMMARY");
      lines.item(
          2,
          "",
          summary.total()
              + (summary.total() == 1 ? " referral: " : " referrals: ")
              + summary.count(Outcome.PROCEED)
              + " may proceed, "
              + summary.count(Outcome.REFUSE)
              + " refused, "
              + summary.count(Outcome.REDIRECT)
              + " redirected, "
              + summary.count(Outcome.INCOMPLETE)
              + " incomplete, "
              + summary.invalid()
              + " invalid.");
      for (Verdict verdict : summary.given()) {
        String count = Long.toString(summary.count(verdict));
        lines.line(" ".repeat(Math.max(1, 9 - count.length())) + count + "  " + verdict.id());
      }
      lines.blank();
    }
    lines.item(
        0,
        "",
        "Checked by "
            + Context.TOOL
            + " "
            + context.toolVersion()
            + " against "
            + policy.name()
            + " as of "
            + context.asOf()
            + ". An administrative check: it does not replace clinical judgement, and it approves no funding.");
    out.text(lines.toString());
  }
}
