package clin087.coverage;

import clin087.cases.Aspect;
import clin087.cases.Case;
import clin087.cases.Case.Expectation;
import clin087.cases.Deciders;
import clin087.coverage.Coverage.DatedReferral;
import clin087.coverage.Coverage.Item;
import clin087.coverage.Coverage.Status;
import clin087.decision.Assumptions;
import clin087.decision.Decider;
import clin087.decision.Decision;
import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Facts;
import clin087.policy.Operand;
import clin087.policy.Place;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Truth;
import clin087.proof.Budget;
import clin087.proof.KnownFacts;
import clin087.proof.Variable;
import clin087.proof.Variables;
import clin087.referral.Referral;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Proposes cases for what no case reaches, each as short as possible, for a person to review. */
public final class Proposals {
  /** The most completions, since a decision must look at all of them. */
  private static final long MOST_COMPLETIONS = 1 << 16;

  private static final List<Aspect> ASPECTS =
      List.of(Aspect.VERDICT, Aspect.CLAUSES, Aspect.MISSING);

  private final Coverage coverage;
  private final Deciders deciders;
  private final Budget budget;
  private final Policy policy;
  private final Set<String> names = new HashSet<>();

  /** How many values of each fact the policy distinguishes, by the fact's index. */
  private final long[] regions;

  private final Assumptions assumptions;

  /** Whether a rule looks at the date of the check. */
  private final boolean dated;

  private Proposals(Coverage coverage, Deciders deciders, Budget budget) {
    this.coverage = coverage;
    this.deciders = deciders;
    this.budget = budget;
    this.policy = deciders.policy();
    this.assumptions = new Assumptions(policy.facts(), List.of());
    this.dated = isDated(policy);
    this.regions = new long[policy.facts().size()];
    Arrays.fill(regions, 1);
    List<Condition> conditions = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      conditions.add(rule.when());
    }
    long asOf = deciders.asOf().toEpochDay();
    for (Variable variable : new Variables(policy.facts(), conditions, asOf).all()) {
      int fact = variable.fact().index();
      regions[fact] = Math.min(MOST_COMPLETIONS, regions[fact] * variable.regions().size());
    }
  }

  private static boolean isDated(Policy policy) {
    boolean dated = false;
    for (Rule rule : policy.rules()) {
      for (Comparison comparison : rule.when().comparisons()) {
        dated |= comparison.fact().isOutside();
        for (Operand operand : comparison.operands()) {
          dated |= operand.ago() != null;
        }
      }
    }
    return dated;
  }

  /**
   * The cases to add.
   *
   * @param coverage the coverage of the existing cases
   * @param cases the existing cases
   * @param budget once it is spent, cases are no longer shortened
   */
  public static List<Case> of(
      Coverage coverage, List<Case> cases, Deciders deciders, Budget budget) {
    Proposals proposals = new Proposals(coverage, deciders, budget);
    for (Case each : cases) {
      proposals.names.add(each.name());
    }
    List<Case> proposed = new ArrayList<>();
    BitSet closed = new BitSet();
    for (Item item : coverage.with(Status.GAP)) {
      DatedReferral example = item.example();
      if (example != null && !closed.get(item.point().index())) {
        proposed.add(proposals.propose(item.point(), example, closed));
      }
    }
    return proposed;
  }

  private Case propose(Point point, DatedReferral example, BitSet closed) {
    Decider decider = deciders.on(example.asOf());
    Referral referral = shortened(point, example, decider);
    Decision decision = decider.decide(referral);
    closed.or(coverage.points().reached(decision, example.asOf()));
    List<Expectation> expected = new ArrayList<>();
    for (Aspect aspect : ASPECTS) {
      List<String> words = aspect.of(decision);
      if (!words.isEmpty()) {
        expected.add(new Expectation(aspect, words));
      }
    }
    return new Case(
        name(point), Place.start(""), dated ? example.asOf() : null, referral, expected);
  }

  private String name(Point point) {
    String name = "To be reviewed: " + point;
    for (int number = 2; !names.add(name); number++) {
      name = "To be reviewed: " + point + " (" + number + ")";
    }
    return name;
  }

  /** The referral without what it need not state to reach the point with the same verdict. */
  private Referral shortened(Point point, DatedReferral example, Decider decider) {
    String verdict = decider.decide(example.referral()).verdict().id();
    Shortening shortening = new Shortening(point, example, decider, verdict);
    shortening.leaveOut(0, policy.facts().size());
    return shortening.shortest;
  }

  /** Shortens one referral by leaving out facts. */
  private final class Shortening {
    private final Point point;
    private final LocalDate asOf;
    private final Decider decider;
    private final String verdict;
    private Referral shortest;

    Shortening(Point point, DatedReferral example, Decider decider, String verdict) {
      this.point = point;
      this.asOf = example.asOf();
      this.decider = decider;
      this.verdict = verdict;
      this.shortest = example.referral();
    }

    /**
     * Leaves out as many as possible of some facts: all of them, or else those possible of each
     * half.
     */
    void leaveOut(int from, int to) {
      long[] stated = shortest.stated().clone();
      boolean any = false;
      for (int i = from; i < to; i++) {
        if (stated[i] != Fact.UNSTATED && canBeLeftOut(policy.facts().get(i), shortest)) {
          stated[i] = Fact.UNSTATED;
          any = true;
        }
      }
      if (!any) {
        return;
      }
      Referral shorter = new Referral("", stated, List.of());
      if (isAsGood(shorter)) {
        shortest = shorter;
      } else if (to - from > 1) {
        int middle = (from + to) / 2;
        // the facts that the policy declares last are left out first
        leaveOut(middle, to);
        leaveOut(from, middle);
      }
    }

    private boolean isAsGood(Referral shorter) {
      if (budget.isOver() || completions(shorter, asOf) >= MOST_COMPLETIONS) {
        return false;
      }
      Decision decision = decider.decide(shorter);
      return decision.verdict().id().equals(verdict)
          && coverage.points().reached(decision, asOf).get(point.index());
    }
  }

  /** Whether a case may leave a fact out, and no other fact states it. */
  private boolean canBeLeftOut(Fact fact, Referral referral) {
    if (fact.limits().required()) {
      return fact.isReference();
    }
    for (Fact other : policy.facts()) {
      if (fact.isStatedBy(other) && referral.stated(other) != Fact.UNSTATED) {
        return false;
      }
    }
    return true;
  }

  /** How many ways there are to fill in the facts of the rules that can decide. */
  private long completions(Referral referral, LocalDate asOf) {
    long[] codes = new long[policy.facts().size()];
    for (Fact fact : policy.facts()) {
      codes[fact.index()] = assumptions.value(referral, fact);
    }
    Facts known = new KnownFacts(codes, asOf);
    Set<Fact> asked = new HashSet<>();
    for (Rule rule : policy.rules()) {
      Truth truth = rule.when().evaluate(known);
      if (truth == Truth.UNKNOWN) {
        asked.addAll(rule.facts());
      } else if (truth == Truth.TRUE) {
        break;
      }
    }
    long completions = 1;
    for (Fact fact : asked) {
      boolean unknown = codes[fact.index()] == Fact.UNSTATED;
      completions = Math.min(MOST_COMPLETIONS, completions * (unknown ? regions[fact.index()] : 1));
    }
    return completions;
  }
}
