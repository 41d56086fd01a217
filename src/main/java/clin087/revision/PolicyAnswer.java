package clin087.revision;

import clin087.policy.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy's answer to referrals.
 *
 * @param verdict its identifier; {@link #INVALID} if the policy cannot read them
 * @param outcome null if the policy cannot read them
 * @param open whether the verdict is the one for missing facts
 * @param rules the indexes of the rules that decide in some completion; empty if the verdict is
 *     open, or if only the verdict counts
 * @param clauses those of the rules, each once, in the order of the rules
 * @param actions those of the rules, each once, in the order of the rules; if the verdict is open,
 *     the one that holds in every completion, or else that of the first rule with attention that
 *     does; empty if there is neither
 * @param attention whether one rule with attention holds in every completion
 */
public record PolicyAnswer(
    String verdict,
    @Nullable Outcome outcome,
    boolean open,
    List<Integer> rules,
    List<String> clauses,
    List<String> actions,
    boolean attention) {
  /** Replaces the verdict if a policy cannot read a referral. */
  public static final String INVALID = "INVALID";

  public PolicyAnswer {
    rules = List.copyOf(rules);
    clauses = List.copyOf(clauses);
    actions = List.copyOf(actions);
  }

  /** An answer without its reasons. */
  static PolicyAnswer plain(String verdict, @Nullable Outcome outcome, boolean open) {
    return new PolicyAnswer(verdict, outcome, open, List.of(), List.of(), List.of(), false);
  }

  PolicyAnswer plain() {
    return plain(verdict, outcome, open);
  }

  /** The same answer with other clauses. */
  PolicyAnswer citing(List<String> others) {
    return new PolicyAnswer(verdict, outcome, open, rules, others, actions, attention);
  }

  /** The same answer with other actions. */
  PolicyAnswer doing(List<String> others) {
    return new PolicyAnswer(verdict, outcome, open, rules, clauses, others, attention);
  }

  /** The same answer with or without attention. */
  PolicyAnswer with(boolean attention) {
    return new PolicyAnswer(verdict, outcome, open, rules, clauses, actions, attention);
  }

  // written out, because Java takes 30 ms to link those of a record

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyAnswer answer
        && !hasOtherVerdict(answer)
        && rules.equals(answer.rules)
        && clauses.equals(answer.clauses)
        && actions.equals(answer.actions)
        && attention == answer.attention;
  }

  @Override
  public int hashCode() {
    int reasons = 31 * rules.hashCode() + actions.hashCode();
    return 31 * (31 * verdict.hashCode() + reasons) + Boolean.hashCode(attention);
  }

  /** Whether the verdict or its outcome is different. */
  boolean hasOtherVerdict(PolicyAnswer other) {
    return !verdict.equals(other.verdict) || outcome != other.outcome || open != other.open;
  }

  /** Whether the verdict is the same, but the reasons or the next step are different. */
  boolean hasOtherReason(PolicyAnswer other) {
    return !hasOtherVerdict(other)
        && !(clauses.equals(other.clauses)
            && actions.equals(other.actions)
            && attention == other.attention);
  }
}
