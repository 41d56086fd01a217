package clin087.lint;

import clin087.decision.Decision;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.proof.NamedExample;
import clin087.proof.ValueChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds defaults that hide a question which could change the verdict. They are the riskiest lines
 * of a policy: a default is not a mistake, but a reviewer should see what it assumes.
 */
final class DefaultsCheck implements Check {
  @Override
  public String subject() {
    return "which defaults hide a question that could change the verdict";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (Fact fact : effects.policy().factsOfRules()) {
      if (fact.assumed() != Fact.UNSTATED && effects.hasCatchAll()) {
        report.ask(fact.path(), () -> check(effects, fact, report));
      }
    }
  }

  /** The findings for one fact. */
  private record Found(List<String> words, List<NamedExample> examples) {}

  private static void check(RemovalEffects effects, Fact fact, Report report) {
    OtherValues values = OtherValues.of(effects.space(), fact);
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    List<int[]> others = new ArrayList<>(values.plain());
    if (ReferralsWithout.makesGiveWay(effects, fact)) {
      others.add(values.assumed());
    }
    for (int[] other : others) {
      look(effects, values, other, found);
    }
    if (found.words().isEmpty() && fact.type() == FactType.SET) {
      // if no single member matters, several together may
      for (int[] other : values.every()) {
        if (found.words().isEmpty()) {
          look(effects, values, other, found);
        }
      }
    }
    if (!found.words().isEmpty()) {
      report.add(finding(values, found));
    }
  }

  private static void look(RemovalEffects effects, OtherValues values, int[] other, Found found) {
    Fact fact = values.fact();
    ValueChange change =
        ValueChange.ofVerdict(effects.search(), fact, values.variables(), values.assumed(), other);
    long[] hidden = hidden(effects, change);
    if (hidden != null) {
      found.words().add(words(effects, change, hidden));
      String name = "default." + fact.name() + "." + found.words().size();
      found.examples().add(effects.example(name, hidden));
    }
  }

  /**
   * A referral without the fact that gets another verdict once the fact is stated with the other
   * value; null if there is none.
   */
  private static long @Nullable [] hidden(RemovalEffects effects, ValueChange change) {
    Fact fact = change.fact();
    long[] complete = change.example(codes -> differs(effects, change, without(fact, codes)));
    if (complete != null) {
      return without(fact, complete);
    }
    // the facts that make the default give way are unknown here, and may hide the difference again;
    // and stating the fact may make other defaults give way
    boolean plain = fact.assumedUnless().isEmpty() || change.example() == null;
    return plain && !ReferralsWithout.makesGiveWay(effects, fact)
        ? null
        : new ReferralsWithout(effects.space(), fact)
            .find(codes -> differs(effects, change, codes));
  }

  private static Finding finding(OtherValues values, Found found) {
    Fact fact = values.fact();
    return Finding.of(
            FindingKind.DEFAULT,
            fact,
            "default",
            "If "
                + fact.path()
                + " is not stated, "
                + OtherValues.words(fact, fact.assumed())
                + " is assumed and nobody is asked. "
                + String.join(" ", found.words()))
        .shownBy(found.examples());
  }

  /** The referral without the fact and without those that make its default give way. */
  private static long[] without(Fact fact, long[] complete) {
    long[] without = complete.clone();
    without[fact.index()] = Fact.UNSTATED;
    for (int other : fact.assumedUnless()) {
      without[other] = Fact.UNSTATED;
    }
    return without;
  }

  private static boolean differs(RemovalEffects effects, ValueChange change, long[] without) {
    return !verdict(effects, without).equals(verdict(effects, with(change, without)));
  }

  private static long[] with(ValueChange change, long[] codes) {
    long[] with = codes.clone();
    with[change.fact().index()] = change.target();
    return with;
  }

  private static String verdict(RemovalEffects effects, long[] codes) {
    Decision decision = effects.decide(codes);
    return decision.verdict().id();
  }

  private static String words(RemovalEffects effects, ValueChange change, long[] hidden) {
    return "If it were "
        + OtherValues.words(change.fact(), change.target())
        + ", the verdict could be "
        + verdict(effects, with(change, hidden))
        + " instead of "
        + verdict(effects, hidden)
        + ".";
  }
}
