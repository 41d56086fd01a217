package clin087.revision;

import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Rule;
import clin087.proof.DiagramAlgebra;
import clin087.proof.Diagrams;
import clin087.proof.TripleMemo;
import clin087.revision.ComparedReferrals.Implied;
import java.util.List;
import java.util.Set;

/**
 * Makes the answers of one of two policies a function of the referrals that at least one of them
 * can read. It is made first for referrals that state every fact, with the policy's own values, and
 * then for those that leave facts out: if a fact is unknown, the answer is what all its values
 * agree on.
 */
final class AnswerFunction extends DiagramAlgebra {
  private static final int WHOLE = 0;
  private static final int BY_MEMBERS = 1;
  private static final int AGREED = 2;

  private final int side;
  private final ComparedPolicy policy;
  private final ComparedReferrals referrals;
  private final NumberedAnswers answers;
  private final Diagrams.Combination agreement;
  private final boolean complete;
  private final TripleMemo made = new TripleMemo();

  /**
   * @param complete whether only referrals count that state everything that both policies can read,
   *     except for facts whose statement matters; for others the function may have any value
   */
  AnswerFunction(
      int side,
      ComparedPolicy policy,
      ComparedReferrals referrals,
      Diagrams diagrams,
      NumberedAnswers answers,
      boolean complete) {
    super(diagrams);
    this.side = side;
    this.policy = policy;
    this.referrals = referrals;
    this.answers = answers;
    this.agreement = new NumberedAnswers.Agreement(answers, policy.policy);
    this.complete = complete;
  }

  /**
   * The policy's answers.
   *
   * @param reasons whether answers include their reasons
   */
  int answers(boolean reasons) {
    int decided = of(rules(reasons));
    int answered = reasons ? withAttention(decided) : decided;
    int invalid = answers.number(PolicyAnswer.plain(PolicyAnswer.INVALID, null, false));
    return diagrams.choose(referrals.invalid(side), ~invalid, answered);
  }

  private int rules(boolean reasons) {
    int decided = Diagrams.NO;
    List<Rule> rules = policy.policy.rules();
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      PolicyAnswer answer = NumberedAnswers.of(policy.policy, Set.of(i), false);
      int number = answers.number(reasons ? answer : answer.plain());
      decided = diagrams.choose(rule.when().fold(this), ~number, decided);
    }
    return decided;
  }

  /** Adds attention to answers if one rule with attention holds in every completion. */
  private int withAttention(int decided) {
    PolicyAnswer open = NumberedAnswers.incomplete(policy.policy, List.of(), false);
    int not = ~answers.number(open);
    Diagrams.Combination either = new NumberedAnswers.EitherAttention(answers);
    int answered = decided;
    for (Rule rule : policy.policy.rules()) {
      if (rule.attention()) {
        int marked = ~answers.number(open.with(true).doing(List.of(rule.action())));
        int holds = of(diagrams.choose(rule.when().fold(this), marked, not));
        answered = diagrams.combine(either, answered, holds);
      }
    }
    return answered;
  }

  private int of(int node) {
    if (Diagrams.isResult(node)) {
      return node;
    }
    int known = made.get(node, WHOLE, 0);
    if (known == TripleMemo.UNKNOWN) {
      ComparedFact fact = referrals.facts().at(diagrams.level(node));
      known = fact.isSet() ? ofSet(node, fact) : ofValue(node, fact);
      made.put(node, WHOLE, 0, known);
    }
    return known;
  }

  private int ofValue(int node, ComparedFact fact) {
    int[] own = new int[diagrams.branches(node)];
    for (int i = 0; i < own.length; i++) {
      own[i] = of(diagrams.branch(node, i));
    }
    Fact declared = declared(fact);
    int unstated = own[0];
    if (!isAlwaysStated(fact)) {
      for (int branch : own) {
        unstated = diagrams.combine(agreement, unstated, branch);
      }
      if (declared.assumed() != Fact.UNSTATED) {
        int assumed = own[policy.region(declared, declared.assumed())];
        unstated = diagrams.choose(referrals.givesWay(side, declared), unstated, assumed);
      }
    }
    int[] to = new int[fact.branches()];
    for (int i = 0; i < fact.cells.size(); i++) {
      int region = fact.cells.get(i).region(side);
      to[i] = region < 0 ? unstated : own[region];
    }
    to[fact.unstated()] = unstated;
    int whole = diagrams.select(fact.level, to);
    List<Implied> implied = referrals.implied(side, fact);
    for (int i = implied.size() - 1; i >= 0; i--) {
      int stated = own[policy.region(declared, implied.get(i).value())];
      whole = diagrams.choose(implied.get(i).when(), stated, whole);
    }
    return whole;
  }

  private Fact declared(ComparedFact fact) {
    Fact declared = fact.fact(side);
    if (declared == null) {
      throw new IllegalStateException("a policy asks only for its own facts");
    }
    return declared;
  }

  /** Whether every referral that counts gives the policy a value of a fact. */
  private boolean isAlwaysStated(ComparedFact fact) {
    if (!complete || !referrals.mustBeStated(fact) || fact.statementMatters()) {
      return false;
    }
    for (ComparedFact.Cell cell : fact.cells) {
      if (!cell.isCommon()) {
        return false;
      }
    }
    return true;
  }

  private int ofSet(int node, ComparedFact set) {
    int whole = byMembers(node, set);
    Fact declared = declared(set);
    if (declared.assumed() != Fact.UNSTATED) {
      int assumed = with(node, set, declared.assumed());
      int unstated =
          diagrams.choose(referrals.givesWay(side, declared), agreed(node, set), assumed);
      whole = diagrams.choose(referrals.stated(side, set), whole, unstated);
    }
    List<Implied> implied = referrals.implied(side, set);
    for (int i = implied.size() - 1; i >= 0; i--) {
      int stated = with(node, set, implied.get(i).value());
      whole = diagrams.choose(implied.get(i).when(), stated, whole);
    }
    return whole;
  }

  /** Whether a node asks for a member of a set. */
  private boolean isOf(int node, ComparedFact set) {
    return !Diagrams.isResult(node) && referrals.facts().at(diagrams.level(node)) == set;
  }

  /** The answers by what is known of each member of a set. */
  private int byMembers(int node, ComparedFact set) {
    if (!isOf(node, set)) {
      return of(node);
    }
    int known = made.get(node, BY_MEMBERS, 0);
    if (known == TripleMemo.UNKNOWN) {
      int level = diagrams.level(node);
      int without = byMembers(diagrams.branch(node, 0), set);
      int with = byMembers(diagrams.branch(node, 1), set);
      int unknown = isAlwaysStated(set) ? without : diagrams.combine(agreement, without, with);
      known = diagrams.select(level, without, with, unknown);
      made.put(node, BY_MEMBERS, 0, known);
    }
    return known;
  }

  /** What all values of a set agree on. */
  private int agreed(int node, ComparedFact set) {
    if (!isOf(node, set)) {
      return of(node);
    }
    int known = made.get(node, AGREED, 0);
    if (known == TripleMemo.UNKNOWN) {
      int without = agreed(diagrams.branch(node, 0), set);
      known = diagrams.combine(agreement, without, agreed(diagrams.branch(node, 1), set));
      made.put(node, AGREED, 0, known);
    }
    return known;
  }

  /** The answers for one value of a set. */
  private int with(int node, ComparedFact set, long value) {
    int at = node;
    while (isOf(at, set)) {
      int member = set.memberAt(diagrams.level(at));
      int position = set.members.get(member).position(side);
      at = diagrams.branch(at, (int) (value >> position & 1));
    }
    return of(at);
  }

  @Override
  public Integer comparison(Comparison comparison) {
    Fact fact = comparison.fact();
    if (fact.isOutside()) {
      return constant(comparison.test(policy.asOf, policy.asOf));
    }
    ComparedFact compared = referrals.facts().of(fact);
    if (compared == null) {
      throw new IllegalStateException("every fact that a rule names is compared");
    }
    boolean[] passing = policy.passing(comparison);
    int[] to = new int[passing.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = passing[i] ? Diagrams.YES : Diagrams.NO;
    }
    boolean set = fact.type() == FactType.SET;
    int level = set ? compared.levelOf(side, comparison.member()) : compared.level;
    return diagrams.node(level, to);
  }
}
