package clin087.decision;

import clin087.policy.Fact;
import clin087.policy.Facts;
import clin087.policy.Setting;
import clin087.referral.Referral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one referral: what it states, and what is assumed for the rest. It records the
 * questions that it is asked, in order, to show what a decision depends on.
 */
public final class Situation implements Facts {
  private final Assumptions assumptions;
  private final Referral referral;
  private final long asOf;
  private final List<Setting> settings;
  private final List<Ask> asked;
  private final boolean[] valueAsked;
  private final boolean[] statementAsked;

  /** A question about a referral. */
  record Ask(Fact fact, About about) {}

  /** What a question asks about its fact. */
  enum About {
    /** Its value, stated or assumed. */
    VALUE,
    /** Who assumes it. */
    ORIGIN,
    /** Whether the referral states it. */
    STATEMENT
  }

  public Situation(Assumptions assumptions, Referral referral, long asOf) {
    this(assumptions, referral, asOf, List.of(), new ArrayList<>());
  }

  private Situation(
      Assumptions assumptions,
      Referral referral,
      long asOf,
      List<Setting> settings,
      List<Ask> asked) {
    this.assumptions = assumptions;
    this.referral = referral;
    this.asOf = asOf;
    this.settings = settings;
    this.asked = asked;
    this.valueAsked = new boolean[referral.stated().length];
    this.statementAsked = new boolean[referral.stated().length];
  }

  /** The situation once some settings have come true; questions to it are recorded here too. */
  Situation with(List<Setting> then) {
    return new Situation(assumptions, referral, asOf, then, asked);
  }

  @Override
  public long value(Fact fact) {
    if (fact.isOutside()) {
      return asOf;
    }
    for (Setting setting : settings) {
      if (setting.fact() == fact.index()) {
        return setting.value();
      }
    }
    if (!valueAsked[fact.index()]) {
      valueAsked[fact.index()] = true;
      asked.add(new Ask(fact, About.VALUE));
    }
    return assumptions.value(referral, fact);
  }

  @Override
  public boolean isStated(Fact fact) {
    if (!statementAsked[fact.index()]) {
      statementAsked[fact.index()] = true;
      asked.add(new Ask(fact, About.STATEMENT));
    }
    return referral.stated(fact) != Fact.UNSTATED;
  }

  @Override
  public long asOf() {
    return asOf;
  }

  /** The assumption about a fact; null if it is stated or unknown. Ask for it once only. */
  @Nullable Assumption assumption(Fact fact) {
    if (!assumptions.mayAssume(fact)) {
      return null; // whatever the referral says, so not a question to it
    }
    asked.add(new Ask(fact, About.ORIGIN));
    Assumption.By by = assumptions.origin(referral, fact);
    return by == null ? null : new Assumption(fact, assumptions.value(referral, fact), by);
  }

  /** The questions so far, in order. */
  List<Ask> asked() {
    return asked;
  }
}
