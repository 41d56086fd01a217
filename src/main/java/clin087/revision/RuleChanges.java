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
 * Compares two policies of the same facts rule by rule, where they are too large for more: which
 * rule of the old one and which of the new one, with another verdict, can decide the same referral?
 * Rules that both have, in the same order, need no look at each other: where two such rules decide,
 * they are the same.
 */
final class RuleChanges {
  private static final int ALONE = -1;

  private final Policy before;
  private final Policy after;
  private final ReferralSpace space;

  /** The old rules that have no counterpart, by their index. */
  private final BitSet oldAlone = new BitSet();

  /** For each new rule, the index of the old one that says the same, or {@link #ALONE}. */
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

  /** A condition of the new policy, about the facts of the old one. */
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

  /** The rules as one word each, the same for those that say the same. */
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

  /** Looks for new rules that decide what an old one decides. */
  private void compare(Rule rule, Search decided) {
    Search left = decided;
    boolean alone = oldAlone.get(rule.index());
    for (Rule other : after.rules()) {
      int same = counterpart[other.index()];
      if (left.isKnownEmpty() || same == rule.index()) {
        return;
      }
      // an old rule before this one does not hold, nor does its counterpart
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

  /** Whether a fact that is stated states another value of a fact. */
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

  /** Whether every pair of rules was settled. */
  boolean isComplete() {
    return complete;
  }
}
