package clin087.report;

import clin087.policy.Outcome;
import clin087.policy.Policy.Identity;
import clin087.policy.Verdict;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.text.Bytes;
import clin087.text.Lines;
import java.util.List;

/** Writes results as text for people, as wide as their terminal. */
final class TextReport implements Report {
  private final Context context;

  TextReport(Context context) {
    this.context = context;
  }

  @Override
  public void add(Result result, Bytes out) {
    if (result instanceof Decided decided) {
      if (!context.quiet() || !decided.isRoutine()) {
        out.text(new TextPage(context).decided(decided, context.explain()));
      }
    } else if (result instanceof Invalid invalid) {
      out.text(new TextPage(context).invalid(invalid));
    }
  }

  @Override
  public void between(Bytes out) {
    Lines lines = lines();
    lines.blank();
    lines.rule();
    lines.blank();
    out.text(lines.toString());
  }

  @Override
  public void end(Summary summary, Bytes out) {
    Lines lines = lines();
    boolean silent = context.quiet() && summary.total() == summary.routine();
    if (!silent) {
      lines.blank();
    }
    if (summary.total() != 1 || context.quiet()) {
      summary(summary, lines);
      lines.blank();
    }
    Identity policy = context.policy().identity();
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
            + ". "
            + Context.DISCLAIMER);
    out.text(lines.toString());
  }

  private Lines lines() {
    return new Lines(context.color(), context.width());
  }

  private static void summary(Summary summary, Lines lines) {
    lines.title("SUMMARY");
    if (summary.attention() > 0) {
      lines.item(2, "! ", attention(summary));
    }
    lines.item(
        2,
        "",
        summary.total()
            + (summary.total() == 1 ? " referral: " : " referrals: ")
            + summary.count(Outcome.PROCEED)
            + " not stopped by this policy, "
            + summary.count(Outcome.REFUSE)
            + " refused, "
            + summary.count(Outcome.REDIRECT)
            + " redirected, "
            + summary.count(Outcome.INCOMPLETE)
            + " incomplete, "
            + summary.invalid()
            + " invalid.");
    for (Verdict verdict : summary.given()) {
      count(summary.count(verdict), verdict.id(), lines);
    }
    for (String caution : summary.raised()) {
      count(summary.count(caution), "with the caution " + caution, lines);
    }
  }

  private static String attention(Summary summary) {
    List<String> named = summary.named();
    long others = summary.attention() - named.size();
    return summary.attention()
        + (summary.attention() == 1 ? " needs attention: " : " need attention: ")
        + String.join(", ", named)
        + (others == 0 ? "." : " and " + others + " more.");
  }

  private static void count(long count, String words, Lines lines) {
    String number = Long.toString(count);
    lines.item(Math.max(1, 9 - number.length()), number + "  ", words);
  }
}
