package clin087.cli;

import clin087.policy.Policy;
import clin087.report.Bytes;
import clin087.review.PolicyPage;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
  public ExitCode run(Environment environment, ParseResult parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    Policy policy = options.load(options.file());
    Bytes out = new Bytes();
    PolicyPage.write(policy, List.of(), out);
    options.write(out);
    return ExitCode.FINE;
  }
}
