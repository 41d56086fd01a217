package clin087.coverage;

import clin087.cases.Deciders;
import clin087.decision.Assumptions;
import clin087.decision.Decider;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.policy.Truth;
import clin087.proof.Budget;
import clin087.proof.ImpliedFacts;
import clin087.proof.KnownFacts;
import clin087.proof.ReferralSpace;
import clin087.proof.Search;
import clin087.referral.Referral;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which points referrals can reach on one date.
 *
 * <p>To find what decides, holds or fails, complete referrals are enough: what is certain for a
 * referral is certain for each of its completions. To find what is unknown, only the facts that the
 * condition depends on are tried, each unstated, assumed or stated; all others can be stated. The
 * {@link Decider} itself confirms whatever is found.
 */
final class Reachability {
  private final Policy policy;
  private final Points points;
  private final LocalDate asOf;
  private final Decider decider;
  private final ReferralSpace space;
  private final Assumptions assumptions;

  Reachability(Points points, Deciders deciders, LocalDate asOf, Budget budget) {
    this.policy = deciders.policy();
    this.points = points;
    this.asOf = asOf;
    this.decider = deciders.on(asOf);
    this.space = new ReferralSpace(policy, asOf, budget);
    this.assumptions = new Assumptions(policy.facts(), List.of());
  }

  /**
   * A referral that reaches a point.
   *
   * @param witness null if none was found
   * @param proved whether that proves that there is none
   */
  record Answer(@Nullable Witness witness, boolean proved) {}

  /** A referral, and the points that it reaches. */
  record Witness(Referral referral, LocalDate asOf, BitSet reached) {}

  Answer of(Point point) {
    try {
      Attempts attempts = new Attempts(point);
      attempts.run();
      return new Answer(attempts.witness, attempts.exact);
    } catch (Budget.Spent e) {
      return new Answer(null, false);
    }
  }

  /** The points that a referral reaches. */
  private Witness witness(long[] stated) {
    Referral referral = new Referral("", stated, List.of());
    BitSet reached = points.reached(decider.decide(referral), asOf);
    return new Witness(referral, asOf, reached);
  }

  /** The search for a referral that reaches one point. */
  private final class Attempts {
    private final Point point;
    private @Nullable Witness witness;

    /** Whether every complete referral that was found could be stated, and reached the point. */
    private boolean exact = true;

    Attempts(Point point) {
      this.point = point;
    }

    void run() {
      for (Rule rule : policy.rules()) {
        Rule of = point.rule();
        if (witness != null || (of != null && of.index() != rule.index())) {
          continue;
        }
        if (of == null) {
          clause(rule);
        } else {
          inRule(rule, point.comparison() == null ? rule.when() : point.comparison());
        }
      }
    }

    private void clause(Rule rule) {
      String clause = point.clause() == null ? "" : point.clause().id();
      Search decides = space.before(rule).where(rule.when());
      if (rule.clause().id().equals(clause)) {
        complete(decides);
      }
      for (Bullet bullet : points.citing(rule)) {
        if (witness == null && clause.equals(bullet.clause())) {
          complete(decides.where(bullet.condition()));
        }
      }
    }

    private void inRule(Rule rule, Condition condition) {
      Search before = space.before(rule);
      switch (point.way()) {
        case DECIDES, HOLDS -> complete(before.where(condition));
        case FAILS -> complete(before.whereNot(condition));
        case UNKNOWN -> unknown(before, condition);
      }
    }

    private void complete(Search search) {
      long[] codes = search.example();
      if (codes == null) {
        return;
      }
      confirm(codes);
      // if this example cannot be stated, tries one in which facts that state others agree with
      // them
      long[] agreeing = witness == null ? agreeing(search).example() : null;
      if (agreeing != null) {
        confirm(agreeing);
      }
    }

    private Search agreeing(Search search) {
      Search agreeing = search;
      for (Fact fact : policy.facts()) {
        for (Setting setting : fact.states()) {
          agreeing = agreeing.where(policy.facts().get(setting.fact()), setting.value());
        }
      }
      return agreeing;
    }

    private void unknown(Search before, Condition condition) {
      if (!before.isPossible()) {
        return;
      }
      PartialReferrals ways = new PartialReferrals(policy, space.variables(), condition);
      long[] stated = ways.next();
      while (witness == null && stated != null) {
        attempt(before, condition, ways, stated);
        stated = ways.next();
      }
    }

    private void attempt(Search before, Condition condition, PartialReferrals ways, long[] stated) {
      space.budget().spend();
      long[] known = ways.known(stated, assumptions);
      if (known == null || points.truth(condition, new KnownFacts(known, asOf)) != Truth.UNKNOWN) {
        return;
      }
      Search search = before;
      for (Fact fact : policy.facts()) {
        if (known[fact.index()] != Fact.UNSTATED) {
          search = search.where(fact, known[fact.index()]);
        }
      }
      long[] codes = search.example();
      if (codes != null) {
        ways.put(stated, codes);
        confirm(codes);
      }
    }

    /** Accepts a referral as a witness if it can be stated and reaches the point. */
    private void confirm(long[] codes) {
      for (Fact fact : policy.facts()) {
        if (fact.limits().required() && codes[fact.index()] == Fact.UNSTATED) {
          codes[fact.index()] = PartialReferrals.any(fact);
        }
      }
      withoutStatements(codes);
      Witness found = ImpliedFacts.complete(policy, codes) == null ? witness(codes) : null;
      if (found != null && found.reached().get(point.index())) {
        witness = found;
      } else {
        exact = false;
      }
    }

    /** Leaves out facts that would state other facts differently. */
    private void withoutStatements(long[] codes) {
      for (Fact fact : policy.facts()) {
        boolean fits = true;
        for (Setting setting : fact.states()) {
          fits &= codes[setting.fact()] == setting.value();
        }
        if (!fits && !fact.limits().required()) {
          codes[fact.index()] = Fact.UNSTATED;
        }
      }
    }
  }
}
