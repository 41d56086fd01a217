package clin087.cli;

import clin087.batch.DiffRun;
import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.comparison.Gate;
import clin087.comparison.ReferralCounts;
import clin087.comparison.Revision;
import clin087.comparison.RevisionJson;
import clin087.comparison.RevisionReport;
import clin087.comparison.RevisionText;
import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.text.Bytes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy diff}: what a revision of a policy changes, and for whom. */
final class DiffCommand implements Subcommand {
  private static final String REFERRALS = "--referrals";
  private static final String EXAMPLES = "--examples";
  private static final String PARTIAL = "--partial";
  private static final String BUDGET = "--budget";
  private static final String NO_NEW = "--no-new";
  private static final String ALLOW = "--allow";

  /** How many seconds the comparison of the verdicts may take unless the user says. */
  private static final int SECONDS = 10;

  private static final int MOST_SECONDS = 86_400;

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
        "the old policy and the new one; with one FILE, the old one is the program's own policy");
    Options.repeatable(
        spec, "PATH", "real referrals to decide by both, as for 'check'; repeatable", REFERRALS);
    Options.option(
        spec, "DIR", "write an example of each group to this folder, as a referral", EXAMPLES);
    Options.flag(
        spec,
        "list every group, and those of referrals that leave out something that matters",
        PARTIAL);
    Options.option(
        spec, "SECONDS", "time for the comparison of the verdicts; default " + SECONDS, BUDGET);
    Options.option(
        spec,
        "NAME,...",
        "exit code 1 only if some referral newly gets such an outcome: proceed, refuse, redirect,"
            + " incomplete",
        NO_NEW);
    Options.repeatable(spec, "FROM:TO", "a change of verdict that may happen; repeatable", ALLOW);
    PolicyOptions.addAsOf(spec);
    PolicyOptions.addOutput(spec, PolicyOptions.TEXT, PolicyOptions.JSON);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    List<String> paths = parsed.values(REFERRALS);
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName(), paths);
    String format = options.format(PolicyOptions.TEXT, PolicyOptions.JSON);
    LocalDate asOf = options.asOf();
    List<String> files = parsed.words();
    if (files.size() > 2) {
      throw options.usage("expected two policies at most");
    }
    Policy before = options.load(files.size() == 1 ? null : files.get(0));
    Policy after = options.load(files.get(files.size() - 1));
    Gate gate = gate(options, parsed, before, after);
    Revision revision = Revision.of(before, after, asOf, budget(options, parsed));
    String examples = parsed.value(EXAMPLES);
    List<String> stopped = gate == null ? List.of() : gate.stopped(revision.impact());
    RevisionReport report =
        format.equals(PolicyOptions.JSON)
            ? new RevisionJson(!paths.isEmpty(), gate == null ? null : stopped)
            : new RevisionText(
                options.color(),
                !paths.isEmpty(),
                examples == null ? "" : examples,
                parsed.isGiven(PARTIAL),
                gate == null ? null : stopped);
    ReferralCounts counts = new ReferralCounts();
    try (Output output = options.output()) {
      if (examples != null) {
        ExampleFiles.write(revision.examples(), options, examples);
      }
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
    boolean fine = gate == null ? revision.isNothing() : stopped.isEmpty();
    return fine ? ExitCode.FINE : ExitCode.REFUSED;
  }

  private static Duration budget(PolicyOptions options, Arguments parsed) throws Failure {
    String stated = parsed.value(BUDGET);
    int seconds = SECONDS;
    if (stated != null) {
      try {
        seconds = Integer.parseInt(stated);
      } catch (NumberFormatException e) {
        seconds = 0;
      }
      if (seconds < 1 || seconds > MOST_SECONDS) {
        throw options.usage(
            BUDGET + " " + stated + ": expected a number of seconds from 1 to " + MOST_SECONDS);
      }
    }
    return Duration.ofSeconds(seconds);
  }

  /** The changes that the user forbids; null if every difference counts. */
  private static @Nullable Gate gate(
      PolicyOptions options, Arguments parsed, Policy before, Policy after) throws Failure {
    String outcomes = parsed.value(NO_NEW);
    List<String> allowed = parsed.values(ALLOW);
    if (outcomes == null && allowed.isEmpty()) {
      return null;
    }
    Set<Outcome> noNew = new LinkedHashSet<>();
    for (String word : outcomes == null ? new String[0] : outcomes.split(",", -1)) {
      noNew.add(outcome(options, word));
    }
    for (String change : allowed) {
      if (change.split(":", -1).length != 2) {
        throw options.usage(ALLOW + " " + change + ": expected two verdicts, FROM:TO");
      }
    }
    Gate gate = new Gate(noNew, Set.copyOf(allowed));
    for (String name : gate.unknown(before, after)) {
      throw options.usage(ALLOW + ": neither policy has a verdict " + name);
    }
    return gate;
  }

  private static Outcome outcome(PolicyOptions options, String word) throws Failure {
    List<String> words = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (outcome.word().equals(word)) {
        return outcome;
      }
      words.add(outcome.word());
    }
    throw options.usage(NO_NEW + " " + word + ": expected " + String.join(", ", words));
  }
}
