package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.batch.SourceSearch;
import clin087.comparison.ReferralChange;
import clin087.comparison.ReferralCounts;
import clin087.comparison.Revision;
import clin087.comparison.RevisionReport;
import clin087.decision.Decider;
import clin087.decision.Decisions;
import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.referral.Block;
import clin087.referral.BlockReader;
import clin087.referral.Blocks;
import clin087.referral.Reading;
import clin087.referral.Referral;
import clin087.referral.Source;
import clin087.referral.Sources;
import clin087.text.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Real referrals decided by a policy and by its revision, block by block. */
final class DiffRun implements Sources.Visitor {
  private final Environment environment;
  private final RevisionReport report;
  private final Output output;
  private final Side before;
  private final Side after;
  private final ReferralCounts counts = new ReferralCounts();

  DiffRun(Environment environment, Revision revision, RevisionReport report, Output output) {
    this.environment = environment;
    this.report = report;
    this.output = output;
    this.before = new Side(revision.before(), revision);
    this.after = new Side(revision.after(), revision);
  }

  ReferralCounts run(List<String> paths) throws Failure {
    SourceSearch.visit(environment, paths, this);
    return counts;
  }

  /** One of the two policies, ready to read and decide. */
  private static final class Side {
    private final BlockReader reader;
    private final Decisions decisions;
    private final List<Reading> readings = new ArrayList<>();

    Side(Policy policy, Revision revision) {
      // a fact of the other policy alone is unknown here; what both do not know is reported
      this.reader = new BlockReader(policy, true);
      this.decisions = new Decisions(new Decider(policy, revision.asOf(), List.of()));
    }

    /** Reads a block; whether the source goes on behind it. */
    boolean read(Block block) {
      readings.clear();
      return reader.read(block, (reading, span) -> readings.add(reading));
    }

    String verdict(Referral referral) {
      return decisions.of(referral).verdict().id();
    }
  }

  @Override
  public void visit(Source source) {
    int index = 0;
    try {
      if (source.problem() != null) {
        invalid(source, 0, null, List.of(source.problem()));
        return;
      }
      try (Blocks blocks = source.open(environment.in())) {
        boolean goesOn = true;
        for (Block block = blocks.next(); block != null && goesOn; block = blocks.next()) {
          goesOn = compare(source, index, block);
          index += before.readings.size();
          blocks.reuse(block.bytes());
        }
        if (index == 0) {
          invalid(source, 0, null, List.of(problem("empty", "", "expected a referral")));
        }
      } catch (IOException e) {
        invalid(source, index, null, List.of(problem("unreadable", "", source.reason())));
      }
    } catch (Failure failure) {
      throw new SourceSearch.Stopped(failure);
    }
  }

  private boolean compare(Source source, int first, Block block) throws Failure {
    boolean oldGoesOn = before.read(block);
    boolean newGoesOn = after.read(block);
    for (int i = 0; i < before.readings.size(); i++) {
      compare(source, first + i, before.readings.get(i), after.readings.get(i));
    }
    return oldGoesOn && newGoesOn;
  }

  private void compare(Source source, int index, Reading old, Reading now) throws Failure {
    Referral one = old.referral();
    Referral other = now.referral();
    if (one == null || other == null) {
      List<Problem> problems = now.problems().isEmpty() ? old.problems() : now.problems();
      invalid(source, index, now.reference(), problems);
      return;
    }
    List<Problem> unknown = new ArrayList<>();
    for (String path : one.unknownFields()) {
      if (other.unknownFields().contains(path)) {
        unknown.add(problem("unknown-field", path, "unknown field"));
      }
    }
    if (!unknown.isEmpty()) {
      invalid(source, index, other.reference(), unknown);
      return;
    }
    String oldVerdict = before.verdict(one);
    String newVerdict = after.verdict(other);
    counts.add(oldVerdict, newVerdict);
    if (!oldVerdict.equals(newVerdict)) {
      write(
          new ReferralChange(
              source.name(), index, other.reference(), oldVerdict, newVerdict, List.of()));
    }
  }

  private static Problem problem(String code, String path, String message) {
    return new Problem(code, path, 1, 1, message);
  }

  private void invalid(Source source, int index, @Nullable String reference, List<Problem> problems)
      throws Failure {
    counts.addInvalid();
    write(new ReferralChange(source.name(), index, reference, null, null, problems));
  }

  private void write(ReferralChange change) throws Failure {
    Bytes bytes = new Bytes();
    report.add(change, bytes);
    output.write(bytes);
  }
}
