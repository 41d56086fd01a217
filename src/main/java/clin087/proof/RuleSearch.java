package clin087.proof;

import clin087.policy.Policy;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds referrals that a rule decides. It keeps them, since one of them often answers a later
 * question.
 */
public final class RuleSearch {
  private static final int LOOKED_AT = 256;

  private final ReferralSpace space;

  /** A referral that each rule decides, if the rule was asked about; empty if there is none. */
  private final List<@Nullable Optional<long[]>> decided = new ArrayList<>();

  private final List<Sample> samples = new ArrayList<>();

  /**
   * A complete referral.
   *
   * @param decidedBy the index of the rule that decides it; the number of rules if none does
   */
  @SuppressWarnings("ArrayRecordComponent") // made and read here, never changed
  public record Sample(long[] codes, int decidedBy) {}

  /** Prepares a search in a space. */
  public RuleSearch(ReferralSpace space) {
    this.space = space;
    for (int i = 0; i < space.policy().rules().size(); i++) {
      decided.add(null);
    }
  }

  /** The space of the referrals. */
  public ReferralSpace space() {
    return space;
  }

  /** The rules after a rule, in order. */
  public List<Rule> rulesAfter(Rule rule) {
    List<Rule> rules = space.policy().rules();
    return rules.subList(rule.index() + 1, rules.size());
  }

  /** A referral that the rule decides; null if it never does. */
  public long @Nullable [] decidedBy(Rule rule) {
    Optional<long[]> known = decided.get(rule.index());
    if (known == null) {
      known = Optional.ofNullable(noted(space.before(rule).where(space.holds(rule)).example()));
      decided.set(rule.index(), known);
    }
    return known.orElse(null);
  }

  /** Keeps an example for later questions. */
  public long @Nullable [] noted(long @Nullable [] codes) {
    if (codes != null) {
      Policy policy = space.policy();
      Rule rule = space.deciding(codes);
      samples.add(new Sample(codes, rule == null ? policy.rules().size() : rule.index()));
    }
    return codes;
  }

  /** The last examples that were kept; looking at more would take longer than a search. */
  public List<Sample> samples() {
    return List.copyOf(samples.subList(Math.max(0, samples.size() - LOOKED_AT), samples.size()));
  }
}
