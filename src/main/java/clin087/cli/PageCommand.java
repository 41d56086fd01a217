package clin087.cli;

import clin087.analysis.coverage.Case;
import clin087.analysis.coverage.Deciders;
import clin087.analysis.coverage.TestedCase;
import clin087.policy.Clause;
import clin087.policy.Policy;
import clin087.report.Bytes;
import clin087.review.NamedCase;
import clin087.review.PolicyPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy page}: a policy as one HTML file. */
final class PageCommand implements Subcommand {
  @Override
  public String name() {
    return "page";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Writes a policy as one HTML page to review: the decision as a drawing, and every "
                + "clause beside what encodes it.");
    PolicyOptions.addFile(spec);
    Options.option(
        spec,
        "FILE",
        "where the page goes, such as page.html; default standard output",
        "-o",
        Options.OUTPUT);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String file = options.file();
    Policy policy = options.load(file);
    List<Case> cases = new CasesLoader(environment, options).load(policy, file, null, true);
    Bytes out = new Bytes();
    PolicyPage.write(policy, named(policy, cases), out);
    options.write(out);
    return ExitCode.FINE;
  }

  /** The cases that the policy decides as they expect, with the clauses that decide them. */
  private List<NamedCase> named(Policy policy, List<Case> cases) throws Failure {
    LocalDate asOf = Options.asOf(null, qualifiedName());
    List<NamedCase> named = new ArrayList<>();
    for (TestedCase tested : new Deciders(policy, asOf).test(cases)) {
      if (tested.passes()) {
        List<String> clauses = tested.decision().clauses().stream().map(Clause::id).toList();
        named.add(new NamedCase(tested.example().name(), clauses));
      }
    }
    return named;
  }
}
