package clin087.revision;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Rule;
import clin087.proof.Diagrams;
import clin087.proof.Memo;
import clin087.revision.CommonReferrals.Implied;
import java.util.List;

/**
 * What one of two policies answers, as a function of the referrals that both can read. It is first
 * made for the referrals that state every fact, in the policy's own values, and then lifted to
 * those that leave facts out: where a fact is unknown, the answer is what all its values agree on.
 */
final class Lift implements Condition.Algebra<Integer> {
  private final int side;
  private final Edition edition;
  private final CommonReferrals referrals;
  private final Diagrams nodes;
  private final Diagrams.Combination agreement;
  private final Memo lifted = new Memo();

  Lift(int side, Edition edition, CommonReferrals referrals, Diagrams nodes, Answers answers) {
    this.side = side;
    this.edition = edition;
    this.referrals = referrals;
    this.nodes = nodes;
    this.agreement = new Answers.Agreement(answers, edition.policy);
  }

  /**
   * The policy's answers.
   *
   * @param withClauses whether the clauses are part of them
   */
  int answers(Answers answers, boolean withClauses) {
    int complete = Diagrams.NO;
    List<Rule> rules = edition.policy.rules();
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      List<String> clauses = withClauses ? List.of(rule.clause().id()) : List.of();
      int answer = ~answers.number(new Answer(rule.verdict().id(), false, clauses));
      complete = nodes.choose(rule.when().fold(this), answer, complete);
    }
    return lift(complete);
  }

  private int lift(int node) {
    if (Diagrams.isResult(node)) {
      return node;
    }
    int known = lifted.get(node, 0, 0);
    if (known == Memo.UNKNOWN) {
      SharedFact fact = referrals.at(nodes.level(node));
      Fact declared = fact.fact(side);
      boolean set = declared != null && declared.type() == FactType.SET;
      known = set ? liftSet(node, fact) : liftValue(node, fact);
      lifted.put(node, 0, 0, known);
    }
    return known;
  }

  private int liftValue(int node, SharedFact fact) {
    int[] own = new int[nodes.branches(node)];
    for (int i = 0; i < own.length; i++) {
      own[i] = lift(nodes.branch(node, i));
    }
    int agreed = own[0];
    for (int branch : own) {
      agreed = nodes.combine(agreement, agreed, branch);
    }
    int unstated = agreed;
    Fact declared = fact.fact(side);
    if (fact.literal && declared != null) {
      if (declared.assumed() != Fact.UNSTATED) {
        int assumed = own[edition.region(declared, declared.assumed())];
        unstated = nodes.choose(referrals.givesWay(side, declared), agreed, assumed);
      }
      List<Implied> implied = referrals.implied(side, fact);
      for (int i = implied.size() - 1; i >= 0; i--) {
        int stated = own[edition.region(declared, implied.get(i).value())];
        unstated = nodes.choose(implied.get(i).when(), stated, unstated);
      }
    }
    int[] to = new int[fact.branches()];
    for (int i = 0; i < fact.cells.size(); i++) {
      to[i] = own[fact.cells.get(i).region(side)];
    }
    to[fact.unstated()] = unstated;
    return nodes.select(fact.level, to);
  }

  private int liftSet(int node, SharedFact fact) {
    int unstated = agreed(node, fact);
    Fact declared = fact.fact(side);
    if (fact.literal && declared != null) {
      if (declared.assumed() != Fact.UNSTATED) {
        int assumed = with(node, fact, declared.assumed());
        unstated = nodes.choose(referrals.givesWay(side, declared), unstated, assumed);
      }
      List<Implied> implied = referrals.implied(side, fact);
      for (int i = implied.size() - 1; i >= 0; i--) {
        int stated = with(node, fact, implied.get(i).value());
        unstated = nodes.choose(implied.get(i).when(), stated, unstated);
      }
    }
    return fact.isSet() ? nodes.select(fact.level, stated(node, fact), unstated) : unstated;
  }

  /** Whether a node asks for a member of a set. */
  private boolean isOf(int node, SharedFact set) {
    return !Diagrams.isResult(node) && referrals.at(nodes.level(node)) == set;
  }

  /** The answers where the set is stated; a member that only one policy knows is not in it. */
  private int stated(int node, SharedFact set) {
    if (!isOf(node, set)) {
      return lift(node);
    }
    int known = lifted.get(node, 1, 0);
    if (known == Memo.UNKNOWN) {
      int level = nodes.level(node);
      int without = stated(nodes.branch(node, 0), set);
      boolean common = set.members.get(level - set.level - 1).common();
      known = common ? nodes.select(level, without, stated(nodes.branch(node, 1), set)) : without;
      lifted.put(node, 1, 0, known);
    }
    return known;
  }

  /** What all values of the set agree on. */
  private int agreed(int node, SharedFact set) {
    if (!isOf(node, set)) {
      return lift(node);
    }
    int known = lifted.get(node, 2, 0);
    if (known == Memo.UNKNOWN) {
      int without = agreed(nodes.branch(node, 0), set);
      known = nodes.combine(agreement, without, agreed(nodes.branch(node, 1), set));
      lifted.put(node, 2, 0, known);
    }
    return known;
  }

  /** The answers where the set has a value. */
  private int with(int node, SharedFact set, long value) {
    int at = node;
    while (isOf(at, set)) {
      int position = set.members.get(nodes.level(at) - set.level - 1).position(side);
      at = nodes.branch(at, (int) (value >> position & 1));
    }
    return lift(at);
  }

  @Override
  public Integer comparison(Comparison comparison) {
    Fact fact = comparison.fact();
    if (fact.isOutside()) {
      return constant(comparison.test(edition.asOf, edition.asOf));
    }
    SharedFact shared = referrals.fact(fact.path());
    if (shared == null) {
      throw new IllegalStateException("every fact that a rule names is shared");
    }
    boolean[] passing = edition.passing(comparison);
    int[] to = new int[passing.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = passing[i] ? Diagrams.YES : Diagrams.NO;
    }
    int level = shared.level;
    if (fact.type() == FactType.SET) {
      level = shared.memberLevel(side, comparison.operands().get(0).code());
    }
    return nodes.node(level, to);
  }

  @Override
  public Integer constant(boolean value) {
    return value ? Diagrams.YES : Diagrams.NO;
  }

  @Override
  public Integer not(Integer part) {
    return nodes.not(part);
  }

  @Override
  public Integer atLeast(int n, List<Integer> parts) {
    int[] conditions = new int[parts.size()];
    for (int i = 0; i < conditions.length; i++) {
      conditions[i] = parts.get(i);
    }
    return nodes.atLeast(n, conditions);
  }
}
