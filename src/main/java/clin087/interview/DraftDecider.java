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
import clin087.referral.Blocks;
import clin087.referral.ReferralReading;
import clin087.referral.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides a draft exactly as {@code check} would decide its file. */
public final class DraftDecider {
  private final Policy policy;
  private final LocalDate asOf;
  private final List<Setting> options;
  private final BlockReader reader;
  private final List<Fact> required;
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
    this.required = required(policy);
  }

  /** The facts that every referral states, the reference first. */
  List<Fact> required() {
    return required;
  }

  private static List<Fact> required(Policy policy) {
    List<Fact> required = new ArrayList<>();
    required.add(policy.reference());
    for (Fact fact : policy.facts()) {
      if (fact.limits().required() && !fact.isReference()) {
        required.add(fact);
      }
    }
    return required;
  }

  /** The date of the check, in days since 1970-01-01. */
  long asOf() {
    return asOf.toEpochDay();
  }

  /**
   * The draft of a file's referral; null if {@code check} refuses the referral for anything but
   * missing facts that every referral states.
   */
  public @Nullable ReferralDraft begin(byte[] json) {
    return problem(json) == null ? ReferralDraft.of(json) : null;
  }

  /**
   * Why {@code check} refuses a referral, apart from missing facts that every referral states; null
   * if it does not.
   */
  @Nullable Problem problem(byte[] json) {
    for (Problem problem : read(json).problems()) {
      if (problem.kind() != ReferralProblem.REQUIRED || !isRequired(problem.path())) {
        return problem;
      }
    }
    return null;
  }

  private boolean isRequired(String path) {
    for (Fact fact : required) {
      if (fact.path().equals(path)) {
        return true;
      }
    }
    return false;
  }

  /** Reads a draft exactly as {@code check} reads its file. */
  private ReferralReading read(byte[] json) {
    List<ReferralReading> readings = new ArrayList<>();
    try (Blocks blocks = Source.inHand("").open(new ByteArrayInputStream(json))) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        reader.read(block, (reading, span) -> readings.add(reading));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // which no array of bytes throws
    }
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
