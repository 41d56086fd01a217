package clin087.batch;

import clin087.comparison.ReferralChange;
import clin087.comparison.ReferralCounts;
import clin087.comparison.Revision;
import clin087.comparison.RevisionReport;
import clin087.decision.Decider;
import clin087.decision.Decisions;
import clin087.policy.Policy;
import clin087.text.Bytes;
import java.util.List;

/** Decides real referrals by a policy and by its revision. */
public final class DiffRun implements Job<DiffRun.Done> {
  private final Environment environment;
  private final Revision revision;
  private final RevisionReport report;
  private final Output output;
  private final ReferralCounts counts = new ReferralCounts();
  private final Decisions before;
  private final Decisions after;

  public DiffRun(Environment environment, Revision revision, RevisionReport report, Output output) {
    this.environment = environment;
    this.revision = revision;
    this.report = report;
    this.output = output;
    this.before = decisions(revision.before(), revision);
    this.after = decisions(revision.after(), revision);
  }

  private static Decisions decisions(Policy policy, Revision revision) {
    return new Decisions(new Decider(policy, revision.asOf(), List.of()));
  }

  /**
   * The results of a block.
   *
   * @param all all its referrals, whether anything changes or not
   */
  record Done(List<ReferralChange> all, int weight, boolean endsSource) implements Job.Done {}

  /**
   * Decides all referrals.
   *
   * @param paths files, folders or {@code -}
   */
  public ReferralCounts run(List<String> paths) throws Failure {
    new BatchLoop<>(environment, this, RunOptions.PLAIN).run(paths);
    return counts;
  }

  @Override
  public Worker<Done> worker() {
    return new DiffWorker(revision, before, after);
  }

  @Override
  public void write(Done done) throws Failure {
    Bytes bytes = new Bytes();
    for (ReferralChange change : done.all()) {
      if (counts.add(change)) {
        report.add(change, bytes);
      }
    }
    output.write(bytes);
  }
}
