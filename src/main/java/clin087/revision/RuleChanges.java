package clin087.revision;

import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.proof.Budget;
import clin087.proof.Constraint;
import clin087.proof.Example;
import clin087.proof.ReferralSpace;
import clin087.proof.Search;
import clin087.revision.Wording.Fate;
import clin087.revision.Wording.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two policies with the same facts rule by rule, if they are too large for more: it finds
 * rules of the old and the new policy with different verdicts that can decide the same referral.
 * Rules that both policies have in the same order need not be compared with each other: if two such
 * rules decide the same referral, they are the same rule.
 */
final class RuleChanges {
  private static final int ALONE = -1;

  private final Policy before;
  private final Policy after;
  private final ReferralSpace space;

  /** The indexes of the old rules without a counterpart. */
  private final BitSet oldAlone = new BitSet();

  /** For each new rule, the index of the same old rule, or {@link #ALONE}. */
  private int[] counterpart = new int[0];

  private final List<RuleChange> found = new ArrayList<>();
  private boolean complete = true;

  RuleChanges(Policy before, Policy after, LocalDate asOf, Budget budget) {
    this.before = before;
    this.after = after;
    List<Rule> both = new ArrayList<>(before.rules());
    Map<String, Fact> facts = new HashMap<>();
    before.facts().forEach(fact -> facts.put(fact.path(), fact));
    for (Rule rule : after.rules()) {
      both.add(
          new Rule(
              both.size(),
              rule.id(),
              rule.attention(),
              rule.clause(),
              rule.seeAlso(),
              of(rule.when(), facts),
              rule.verdict(),
              rule.action(),
              rule.interpretation()));
    }
    this.space =
        new ReferralSpace(
            new Policy(
                before.identity(),
                before.sections(),
                before.facts(),
                before.verdicts(),
                both,
                List.of()),
            asOf,
            budget);
    align();
  }

  /** A condition of the new policy, with the facts of the old one. */
  private static Condition of(Condition condition, Map<String, Fact> facts) {
    if (condition instanceof Comparison comparison) {
      Fact same = facts.getOrDefault(comparison.fact().path(), comparison.fact());
      return new Comparison(same, comparison.comparator(), comparison.operands());
    }
    if (condition instanceof Bullets bullets) {
      List<Bullet> same = new ArrayList<>();
      for (Bullet bullet : bullets.bullets()) {
        same.add(new Bullet(of(bullet.condition(), facts), bullet.clause()));
      }
      return new Bullets(bullets.quantifier(), bullets.n(), same);
    }
    return condition;
  }

  private void align() {
    Map<String, Integer> names = new HashMap<>();
    counterpart = new int[after.rules().size()];
    Arrays.fill(counterpart, ALONE);
    oldAlone.set(0, before.rules().size());
    int old = 0;
    int now = 0;
    for (Run run : Wording.of(names(before, names), names(after, names))) {
      int count = run.text().split(" ", -1).length;
      for (int i = 0; i < count && run.fate() == Fate.KEPT; i++) {
        oldAlone.clear(old + i);
        counterpart[now + i] = old + i;
      }
      old += run.fate() == Fate.ADDED ? 0 : count;
      now += run.fate() == Fate.REMOVED ? 0 : count;
    }
  }

  /** A word for each rule, the same for rules that are the same. */
  private static String names(Policy policy, Map<String, Integer> names) {
    List<String> words = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      String says = rule.verdict().id() + " " + rule.when();
      names.putIfAbsent(says, names.size());
      words.add(String.valueOf(names.get(says)));
    }
    return String.join(" ", words);
  }

  /** The changes, in the order of the old rules. */
  List<RuleChange> find() {
    try {
      compareAll();
    } catch (Budget.Spent e) {
      complete = false;
    }
    return found;
  }

  private void compareAll() {
    Search undecided = space.all();
    for (Rule rule : before.rules()) {
      space.budget().renew();
      Constraint holds = space.holds(rule);
      compare(rule, undecided.where(holds));
      undecided = undecided.where(holds.opposite());
    }
  }

  /** Searches for new rules that decide what an old rule decides. */
  private void compare(Rule rule, Search decided) {
    Search left = decided;
    boolean alone = oldAlone.get(rule.index());
    for (Rule other : after.rules()) {
      int same = counterpart[other.index()];
      if (left.isKnownEmpty() || same == rule.index()) {
        return;
      }
      // an earlier old rule does not hold, so its counterpart does not either
      boolean mayHold = same == ALONE || (alone && same > rule.index());
      if (mayHold) {
        space.budget().renew();
        Constraint holds = space.holds(space.policy().rules().get(oldRules() + other.index()));
        if (!rule.verdict().id().equals(other.verdict().id())) {
          look(rule, other, left.where(holds));
        }
        left = left.where(holds.opposite());
      }
    }
  }

  private int oldRules() {
    return before.rules().size();
  }

  private void look(Rule rule, Rule other, Search both) {
    try {
      long[] example = both.example();
      if (example != null && contradicts(example)) {
        complete = false;
      } else if (example != null) {
        found.add(new RuleChange(rule, other, Example.of(before.facts(), example)));
      }
    } catch (Budget.Spent e) {
      complete = false;
    }
  }

  /** Whether a stated fact contradicts another one. */
  private boolean contradicts(long[] example) {
    for (Fact fact : before.facts()) {
      for (Setting setting : fact.states()) {
        long other = example[setting.fact()];
        if (example[fact.index()] != Fact.UNSTATED
            && other != Fact.UNSTATED
            && other != setting.value()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether every pair of rules has been settled. */
  boolean isComplete() {
    return complete;
  }
}
