package clin087.cli;

import clin087.batch.DiffRun;
import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.comparison.ReferralCounts;
import clin087.comparison.Revision;
import clin087.comparison.RevisionJson;
import clin087.comparison.RevisionReport;
import clin087.comparison.RevisionText;
import clin087.policy.Policy;
import clin087.text.Bytes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy diff}: what a revision of a policy changes, for whom. */
final class DiffCommand implements Subcommand {
  private static final String REFERRALS = "--referrals";
  private static final String EXAMPLES = "--examples";

  /** What the comparison of the verdicts may take. */
  private static final Duration TIME = Duration.ofSeconds(6);

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public int leastWords() {
    return 1;
  }

  @Override
  public int mostWords() {
    return 2;
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Shows what a revision changes: words, encoding, and exactly which verdicts.");
    Options.positional(
        spec,
        "FILE",
        "1..2",
        "the old policy and the new one, or the new one alone beside the one that the program"
            + " carries");
    Options.repeatable(
        spec, "PATH", "real referrals to decide by both, as for 'check'; repeatable", REFERRALS);
    Options.option(
        spec, "DIR", "a folder to write an example of each group to, as a referral", EXAMPLES);
    PolicyOptions.addAsOf(spec);
    PolicyOptions.addOutput(spec, PolicyOptions.TEXT, PolicyOptions.JSON);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String format = options.format(PolicyOptions.TEXT, PolicyOptions.JSON);
    LocalDate asOf = options.asOf();
    List<String> files = parsed.words();
    if (files.size() > 2) {
      throw options.usage("expected two policies at most");
    }
    Policy before = options.load(files.size() == 1 ? null : files.get(0));
    Policy after = options.load(files.get(files.size() - 1));
    Revision revision = Revision.of(before, after, asOf, TIME);
    String examples = parsed.value(EXAMPLES);
    if (examples != null) {
      ExampleFiles.write(revision.examples(), options.path(examples), examples);
    }
    List<String> paths = parsed.values(REFERRALS);
    options.referrals().addAll(paths);
    RevisionReport report =
        format.equals(PolicyOptions.JSON)
            ? new RevisionJson(!paths.isEmpty())
            : new RevisionText(options.color(), !paths.isEmpty(), examples == null ? "" : examples);
    ReferralCounts counts = new ReferralCounts();
    try (Output output = options.output()) {
      Bytes bytes = new Bytes();
      report.begin(revision, bytes);
      output.write(bytes);
      if (!paths.isEmpty()) {
        counts = new DiffRun(environment, revision, report, output).run(paths);
      }
      bytes.clear();
      report.end(counts, bytes);
      output.write(bytes);
      output.finish();
    }
    if (counts.invalid() > 0) {
      return ExitCode.INVALID_INPUT;
    }
    return revision.isNothing() ? ExitCode.FINE : ExitCode.REFUSED;
  }
}
