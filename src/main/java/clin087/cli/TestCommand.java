package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.caseresults.CasesYaml;
import clin087.caseresults.TestJson;
import clin087.caseresults.TestReport;
import clin087.caseresults.TestText;
import clin087.cases.Case;
import clin087.cases.Deciders;
import clin087.coverage.Coverage;
import clin087.coverage.Proposals;
import clin087.policy.Policy;
import clin087.proof.Budget;
import clin087.report.Context;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy test}: whether the policy decides its cases as they expect. */
final class TestCommand implements Subcommand {
  private static final String CASES = "--cases";
  private static final String COVERAGE = "--coverage";
  private static final String THRESHOLD = "--threshold";
  private static final String EXPLAIN = "--explain";
  private static final String WRITE_MISSING = "--write-missing";

  private static final int WHOLE = 100;

  @Override
  public String name() {
    return "test";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Decides a policy's cases and shows those that it decides otherwise than they expect.");
    PolicyOptions.addFile(spec);
    Options.option(spec, "FILE", "the cases; by default NAME.tests.yaml beside the policy", CASES);
    PolicyOptions.addOutput(spec, PolicyOptions.TEXT, PolicyOptions.JSON);
    Options.flag(spec, "text: show for each failure what was looked at, in order", EXPLAIN);
    Options.flag(
        spec, "also show which clauses, rules and comparisons the cases exercise", COVERAGE);
    Options.option(spec, "N", "exit with code 1 if the coverage is below N percent", THRESHOLD);
    Options.flag(
        spec,
        "write proposed cases instead, for what is not covered; a person reviews them",
        WRITE_MISSING);
    PolicyOptions.addAsOf(spec);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    boolean propose = parsed.isGiven(WRITE_MISSING);
    String format = options.format(PolicyOptions.TEXT, PolicyOptions.JSON);
    if (propose && format.equals(PolicyOptions.JSON)) {
      throw options.usage(WRITE_MISSING + " writes YAML, not json");
    }
    int threshold = threshold(options, parsed.value(THRESHOLD));
    LocalDate asOf = options.asOf();
    String file = options.file();
    Policy policy = options.load(file);
    List<Case> cases =
        new CasesLoader(environment, options).load(policy, file, parsed.value(CASES), propose);
    Deciders deciders = new Deciders(policy, asOf);
    boolean covered = propose || threshold > 0 || parsed.isGiven(COVERAGE);
    Budget budget = PolicyOptions.budget();
    Context context =
        new Context(
            VersionText.program(),
            policy,
            asOf,
            parsed.isGiven(EXPLAIN),
            false,
            options.color(),
            environment.width());
    TestReport report = report(context, deciders, cases, covered ? budget : null);
    Coverage coverage = report.coverage();
    if (propose && coverage != null) {
      List<Case> proposed = Proposals.of(coverage, cases, deciders, budget);
      options.write(CasesYaml.proposals(report.context(), proposed, cases.isEmpty()));
      int failed = report.failed().size();
      if (failed > 0) {
        say(environment, failed, cases.size(), "as the test without " + WRITE_MISSING + " shows");
      }
    } else {
      options.write(
          format.equals(PolicyOptions.JSON) ? TestJson.write(report) : TestText.write(report));
    }
    boolean enough = coverage == null || coverage.percent() >= threshold;
    boolean tested = propose || !cases.isEmpty();
    return tested && report.failed().isEmpty() && enough ? ExitCode.FINE : ExitCode.REFUSED;
  }

  /** Says on standard error that cases fail, if the output is about something else. */
  static void say(Environment environment, long failing, int all, String how) {
    String cases = all == 1 ? "the only case fails" : failing + " of " + all + " cases fail";
    environment.err().println(Commands.NAME + ": " + cases + ", " + how);
  }

  private static TestReport report(
      Context context, Deciders deciders, List<Case> cases, @Nullable Budget covering) {
    var tested = deciders.test(cases);
    Coverage coverage = covering == null ? null : Coverage.of(tested, deciders, covering);
    return new TestReport(context, tested, coverage);
  }

  private static int threshold(PolicyOptions options, @Nullable String stated) throws Failure {
    if (stated == null) {
      return 0;
    }
    try {
      int threshold = Integer.parseInt(stated);
      if (threshold >= 0 && threshold <= WHOLE) {
        return threshold;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw options.usage(THRESHOLD + " expects a whole number from 0 to " + WHOLE);
  }
}
