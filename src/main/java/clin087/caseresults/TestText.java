package clin087.caseresults;

import clin087.cases.Aspect;
import clin087.cases.TestedCase;
import clin087.cases.TestedCase.Difference;
import clin087.policy.Fact;
import clin087.policy.Place;
import clin087.policy.Policy.Identity;
import clin087.report.TraceText;
import clin087.text.Bytes;
import clin087.text.Lines;
import java.util.List;

/**
 * Writes the test of a policy as text: each failure in a line or with its trace, then the total.
 */
public final class TestText {
  private final TestReport report;
  private final Lines lines;

  private TestText(TestReport report) {
    this.report = report;
    this.lines = new Lines(report.context().color());
  }

  /** Writes the whole report. */
  public static Bytes write(TestReport report) {
    TestText text = new TestText(report);
    for (TestedCase each : report.failed()) {
      if (report.context().explain()) {
        text.explained(each);
      } else {
        text.failure(each);
      }
    }
    if (!report.failed().isEmpty() && !report.context().explain()) {
      text.lines.blank();
    }
    if (report.coverage() != null) {
      CoverageText.add(report.context().policy(), report.coverage(), text.lines);
    }
    text.sum();
    return new Bytes().text(text.lines.toString());
  }

  /** Writes the place of the case, its name and the differences, on one line. */
  private void failure(TestedCase tested) {
    Place at = tested.example().at();
    StringBuilder line = new StringBuilder();
    line.append(at.file()).append(':').append(at.line()).append(": ");
    line.append(tested.example().name());
    String separator = ": ";
    for (Difference difference : tested.differences()) {
      line.append(separator).append(name(difference.aspect())).append(' ');
      line.append(words(difference.found())).append(", not ").append(words(difference.expected()));
      separator = "; ";
    }
    lines.line(line.toString());
  }

  /** Writes the facts that the case gives, the differences, and how the decision was reached. */
  private void explained(TestedCase tested) {
    lines.headline("FAILED", Lines.RED, ": " + tested.example().name());
    Place at = tested.example().at();
    lines.item(0, "", at.file() + ", line " + at.line() + ", decided as of " + tested.asOf());
    lines.heading("GIVEN");
    boolean any = false;
    for (Fact fact : report.context().policy().facts()) {
      long code = tested.example().referral().stated(fact);
      if (code != Fact.UNSTATED) {
        lines.item(2, "", fact.name() + ": " + value(fact, code));
        any = true;
      }
    }
    if (!any) {
      lines.line("  nothing");
    }
    lines.heading("EXPECTED AND FOUND");
    for (Difference difference : tested.differences()) {
      lines.line("  " + name(difference.aspect()));
      lines.item(4, "expected  ", words(difference.expected()));
      lines.item(4, "found     ", words(difference.found()));
    }
    TraceText.add(tested.decision().trace(), lines);
    lines.blank();
    lines.line("-".repeat(Lines.WIDTH));
    lines.blank();
  }

  public static String name(Aspect aspect) {
    return aspect == Aspect.VERDICT ? "verdict" : aspect.key();
  }

  public static String words(List<String> words) {
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  /** A value as a file of cases writes it. */
  private static String value(Fact fact, long code) {
    return switch (fact.type()) {
      case TEXT -> "stated";
      case SET -> "[" + String.join(", ", fact.words(code)) + "]";
      default -> fact.words(code).get(0);
    };
  }

  private void sum() {
    Identity policy = report.context().policy().identity();
    int total = report.cases().size();
    int failed = report.failed().size();
    String of = total + (total == 1 ? " case of " : " cases of ");
    String named = of + policy.name();
    if (total == 0) {
      lines.headline("NOTHING TESTED", Lines.YELLOW, ": " + named);
    } else if (failed > 0) {
      lines.headline("FAILED", Lines.RED, ": " + failed + " of " + named);
      if (!report.context().explain()) {
        lines.line("--explain shows what each case gives, and how it was decided.");
      }
    } else {
      lines.headline("PASSED", Lines.GREEN, ": " + named);
    }
  }
}
