package clin087.coverage;

import clin087.coverage.Point.Way;
import clin087.decision.Decision;
import clin087.decision.Decision.Step;
import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Facts;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Truth;
import clin087.proof.PolicyCompletions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists every {@link Point} of a policy, and finds those that a decision reaches. */
public final class Points {
  private static final List<Way> WAYS = List.of(Way.values());

  private final Policy policy;
  private final List<Point> all = new ArrayList<>();

  /** The completions by the date of the check, in days since 1970-01-01. */
  private final Map<Long, PolicyCompletions> completions = new HashMap<>();

  /** The index of each rule's first point, which its other ways follow, by the rule's index. */
  private final int[] ofRule;

  /**
   * The index of each comparison's first point, by the rule's index and the comparison's place in
   * it. Comparisons have no point for "decides".
   */
  private final int[][] ofComparison;

  private final List<List<Fact>> facts = new ArrayList<>();
  private final List<List<Comparison>> comparisons = new ArrayList<>();
  private final List<List<Bullet>> citing = new ArrayList<>();
  private final Map<String, Integer> ofClause = new HashMap<>();

  /** The results of comparisons whose fact is unknown, by their first point, on one date. */
  private final Map<Integer, Truth> unstated = new HashMap<>();

  private long unstatedAsOf;

  /** The points of a policy: rule by rule, then clause by clause. */
  public Points(Policy policy) {
    this.policy = policy;
    this.ofRule = new int[policy.rules().size()];
    this.ofComparison = new int[ofRule.length][];
    for (Rule rule : policy.rules()) {
      add(rule);
    }
    addClauses();
  }

  private void add(Rule rule) {
    ofRule[rule.index()] = all.size();
    for (Way way : WAYS) {
      all.add(new Point(all.size(), rule, null, null, way));
    }
    facts.add(rule.facts());
    List<Comparison> own = rule.when().comparisons();
    comparisons.add(own);
    int[] first = new int[own.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = all.size();
      for (Way way : WAYS) {
        if (way != Way.DECIDES) {
          all.add(new Point(all.size(), rule, own.get(i), null, way));
        }
      }
    }
    ofComparison[rule.index()] = first;
    List<Bullet> bullets = new ArrayList<>();
    collectCiting(rule.when(), bullets);
    citing.add(bullets);
  }

  /** Collects the bullets that cite a clause of their own. */
  private static void collectCiting(Condition condition, List<Bullet> found) {
    if (condition instanceof Bullets list) {
      for (Bullet bullet : list.bullets()) {
        if (bullet.clause() != null) {
          found.add(bullet);
        }
        collectCiting(bullet.condition(), found);
      }
    }
  }

  private void addClauses() {
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        if (isEncoded(clause)) {
          ofClause.put(clause.id(), all.size());
          all.add(new Point(all.size(), null, null, clause, Way.DECIDES));
        }
      }
    }
  }

  private boolean isEncoded(Clause clause) {
    for (Rule rule : policy.rules()) {
      if (rule.clause().id().equals(clause.id())) {
        return true;
      }
      for (Bullet bullet : citing.get(rule.index())) {
        if (clause.id().equals(bullet.clause())) {
          return true;
        }
      }
    }
    return false;
  }

  /** All points, in the order of the policy. */
  public List<Point> all() {
    return all;
  }

  /** The points of a rule itself, in the order of {@link Way}. */
  public List<Point> of(Rule rule) {
    int first = ofRule[rule.index()];
    return all.subList(first, first + WAYS.size());
  }

  /** The points of a rule's comparisons, in the order of the bullets. */
  public List<Point> ofComparisons(Rule rule) {
    int first = ofRule[rule.index()] + WAYS.size();
    int count = ofComparison[rule.index()].length;
    return all.subList(first, first + count * (WAYS.size() - 1));
  }

  /** The points of the clauses, in the order of the document. */
  public List<Point> ofClauses() {
    return all.subList(all.size() - ofClause.size(), all.size());
  }

  /** The bullets of a rule that cite a clause of their own. */
  List<Bullet> citing(Rule rule) {
    return citing.get(rule.index());
  }

  /**
   * The indexes of the points that a referral reaches.
   *
   * @param decision the decider's, with its trace
   * @param asOf the decider's date
   */
  BitSet reached(Decision decision, LocalDate asOf) {
    BitSet reached = new BitSet();
    for (Rule rule : decision.deciding()) {
      reached.set(ofRule[rule.index()]);
    }
    for (Step step : decision.trace()) {
      int rule = step.rule().index();
      reached.set(ofRule[rule] + offset(step.result()));
      Facts looked = looked(step, asOf);
      for (int i = 0; i < ofComparison[rule].length; i++) {
        int first = ofComparison[rule][i];
        Truth truth = comparisons.get(rule).get(i).evaluate(looked);
        reached.set(first - 1 + offset(truth == Truth.UNKNOWN ? unstated(first, looked) : truth));
      }
    }
    if (decision.isSettled()) {
      reachClauses(decision, asOf, reached);
    }
    return reached;
  }

  /** The result of a comparison whose fact is unknown: always the same, or unknown as well. */
  private Truth unstated(int point, Facts looked) {
    if (looked.asOf() != unstatedAsOf) {
      unstated.clear();
      unstatedAsOf = looked.asOf();
    }
    Truth truth = unstated.get(point);
    if (truth == null) {
      Comparison comparison = all.get(point).comparison();
      truth = comparison == null ? Truth.UNKNOWN : truth(comparison, looked);
      unstated.put(point, truth);
    }
    return truth;
  }

  /** How many points after "decides" the point of a result comes. */
  private static int offset(Truth truth) {
    Way way =
        switch (truth) {
          case TRUE -> Way.HOLDS;
          case FALSE -> Way.FAILS;
          case UNKNOWN -> Way.UNKNOWN;
        };
    return WAYS.indexOf(way);
  }

  private void reachClauses(Decision decision, LocalDate asOf, BitSet reached) {
    for (Clause clause : decision.clauses()) {
      reached.set(pointOf(clause.id()));
    }
    for (Rule rule : decision.deciding()) {
      for (Bullet bullet : citing(rule)) {
        Facts looked = looked(decision.trace().get(rule.index()), asOf);
        if (bullet.clause() != null && truth(bullet.condition(), looked) == Truth.TRUE) {
          reached.set(pointOf(bullet.clause()));
        }
      }
    }
  }

  private int pointOf(String clause) {
    Integer point = ofClause.get(clause);
    if (point == null) {
      throw new IllegalStateException("the policy reader lets no unknown clause pass: " + clause);
    }
    return point;
  }

  /** Whether a condition holds in every completion of what is known, in none, or in some. */
  Truth truth(Condition condition, Facts known) {
    return completions
        .computeIfAbsent(
            known.asOf(), asOf -> new PolicyCompletions(policy, LocalDate.ofEpochDay(asOf)))
        .of(known)
        .truth(condition);
  }

  /** The facts that a rule has looked at. */
  private Facts looked(Step step, LocalDate asOf) {
    return new Looked(facts.get(step.rule().index()), step.values(), asOf.toEpochDay());
  }

  private record Looked(List<Fact> facts, List<Long> values, long asOf) implements Facts {
    @Override
    public long value(Fact fact) {
      return fact.isOutside() ? asOf : values.get(facts.indexOf(fact));
    }
  }
}
