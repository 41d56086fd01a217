package clin087.interview;

import clin087.decision.Decider;
import clin087.decision.Decision;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.referral.Block;
import clin087.referral.BlockReader;
import clin087.referral.ReferralReading;
import clin087.referral.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Decides a draft exactly as {@code check} would decide its file. */
public final class DraftDecider {
  private final Policy policy;
  private final LocalDate asOf;
  private final List<Setting> options;
  private final BlockReader reader;
  private Decider decider;
  private List<Fact> openOfDecider = List.of();

  /**
   * @param options the values to assume for referrals that do not state them
   */
  public DraftDecider(Policy policy, LocalDate asOf, List<Setting> options) {
    this.policy = policy;
    this.asOf = asOf;
    this.options = List.copyOf(options);
    this.decider = new Decider(policy, asOf, options);
    this.reader = new BlockReader(policy, asOf, false);
  }

  /** Whether a referral is valid, or would be with a reference. */
  public boolean canComplete(byte[] json) {
    for (Problem problem : read(json).problems()) {
      if (problem.kind() != ReferralProblem.REQUIRED || !problem.path().equals(reference())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text can be the reference of a referral. */
  boolean isReference(String text) {
    ReferralDraft draft = ReferralDraft.empty();
    draft.state(policy.reference(), text);
    for (Problem problem : read(draft.json()).problems()) {
      if (problem.path().equals(reference())) {
        return false;
      }
    }
    return true;
  }

  private String reference() {
    return policy.reference().path();
  }

  private ReferralReading read(byte[] json) {
    List<ReferralReading> readings = new ArrayList<>();
    Span whole = new Span(0, json.length, 1, 1, null);
    Block block = new Block(json, json.length, List.of(whole), false);
    reader.read(block, (reading, span) -> readings.add(reading));
    return readings.get(0);
  }

  /**
   * The decision on a draft.
   *
   * @param open facts for which the policy's assumption is not used
   */
  Decision decide(ReferralDraft draft, List<Fact> open) {
    ReferralReading reading = read(draft.json());
    if (reading.referral() == null) {
      throw new IllegalStateException("an interview states only what can be read");
    }
    if (!open.equals(openOfDecider)) {
      decider = new Decider(policy, asOf, options, open);
      openOfDecider = List.copyOf(open);
    }
    return decider.decide(reading.referral());
  }
}
