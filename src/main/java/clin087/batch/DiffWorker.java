package clin087.batch;

import clin087.batch.DiffRun.Done;
import clin087.comparison.ReferralChange;
import clin087.comparison.Revision;
import clin087.decision.Decision;
import clin087.decision.Decision.NextStep;
import clin087.decision.Decisions;
import clin087.policy.Clause;
import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.referral.Block;
import clin087.referral.BlockReader;
import clin087.referral.Referral;
import clin087.referral.ReferralReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides the referrals of its tasks by both policies, one task after another. */
final class DiffWorker implements Job.Worker<Done> {
  /** The memory, in bytes, of a referral's outcome or of one of its problems: an estimate. */
  private static final int CHANGE = 1 << 9;

  private final Side before;
  private final Side after;

  DiffWorker(Revision revision, Decisions before, Decisions after) {
    this.before = new Side(revision.before(), revision, before);
    this.after = new Side(revision.after(), revision, after);
  }

  /** One of the two policies, ready to read and decide. */
  private static final class Side {
    private final BlockReader reader;
    private final Decisions decisions;
    private final List<ReferralReading> readings = new ArrayList<>();

    Side(Policy policy, Revision revision, Decisions decisions) {
      // a fact that only the other policy has is ignored; a field that neither knows is reported
      this.reader = new BlockReader(policy, revision.asOf(), true);
      this.decisions = decisions;
    }

    /** Reads a block, and returns whether the source goes on after it. */
    boolean read(Block block) {
      readings.clear();
      return reader.read(block, (reading, span) -> readings.add(reading));
    }

    Decision decision(Referral referral) {
      return decisions.of(referral);
    }
  }

  @Override
  public Done process(Task task) {
    boolean oldGoesOn = before.read(task.block());
    boolean newGoesOn = after.read(task.block());
    List<ReferralChange> all = new ArrayList<>();
    for (int i = 0; i < before.readings.size(); i++) {
      int index = task.firstIndex() + i;
      all.add(change(task.source(), index, before.readings.get(i), after.readings.get(i)));
    }
    int weight = task.block().length();
    for (ReferralChange change : all) {
      weight += CHANGE * (1 + change.problems().size());
    }
    return new Done(all, weight, !oldGoesOn || !newGoesOn);
  }

  private ReferralChange change(
      String source, int index, ReferralReading old, ReferralReading now) {
    Referral one = old.referral();
    Referral other = now.referral();
    if (one == null || other == null) {
      List<Problem> problems = now.problems().isEmpty() ? old.problems() : now.problems();
      return new ReferralChange(source, index, now.reference(), null, null, List.of(), problems);
    }
    List<Problem> unknown = new ArrayList<>();
    for (String path : one.unknownFields()) {
      if (other.unknownFields().contains(path)) {
        unknown.add(new Problem(ReferralProblem.UNKNOWN_FIELD, path, 1, 1, "unknown field"));
      }
    }
    if (!unknown.isEmpty()) {
      return new ReferralChange(source, index, other.reference(), null, null, List.of(), unknown);
    }
    Decision first = before.decision(one);
    Decision second = after.decision(other);
    String verdict = first.verdict().id();
    String verdictNow = second.verdict().id();
    return new ReferralChange(
        source,
        index,
        other.reference(),
        verdict,
        verdictNow,
        verdict.equals(verdictNow) ? otherwise(first, second) : List.of(),
        List.of());
  }

  /** What is different in two decisions with the same verdict. */
  private static List<String> otherwise(Decision old, Decision now) {
    List<String> different = new ArrayList<>();
    if (now.isSettled() && !clauses(old).equals(clauses(now))) {
      different.add("clauses");
    }
    if (!Objects.equals(old.action(), now.action()) || !actions(old).equals(actions(now))) {
      different.add("next step");
    }
    if (old.attention() != now.attention()) {
      different.add("attention");
    }
    return different;
  }

  private static List<String> clauses(Decision decision) {
    return decision.clauses().stream().map(Clause::id).toList();
  }

  private static List<String> actions(Decision decision) {
    return decision.actions().stream().map(NextStep::action).toList();
  }
}
