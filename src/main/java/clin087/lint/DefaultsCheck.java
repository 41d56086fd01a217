package clin087.lint;

import clin087.decision.Decision;
import clin087.policy.Fact;
import clin087.proof.NamedExample;
import clin087.proof.ValueChange;
import clin087.proof.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Defaults that hide a question which could change the verdict. They are a policy's riskiest lines:
 * nothing is wrong with one, but a reviewer should see what it takes for granted.
 */
final class DefaultsCheck implements Check {
  @Override
  public String subject() {
    return "which defaults hide a question that could change the verdict";
  }

  @Override
  public void run(Effects effects, Report report) {
    for (Fact fact : effects.policy().factsOfRules()) {
      if (fact.assumed() != Fact.UNSTATED && effects.hasCatchAll()) {
        report.ask(fact.path(), () -> check(effects, fact, report));
      }
    }
  }

  private static void check(Effects effects, Fact fact, Report report) {
    List<Variable> variables = ValueChange.variables(effects.space(), fact);
    int[] assumed = assumed(fact, variables);
    List<String> words = new ArrayList<>();
    List<NamedExample> examples = new ArrayList<>();
    for (int[] other : ValueChange.choices(variables)) {
      boolean same = Arrays.equals(other, assumed);
      if (same && !ReferralsWithout.makesGiveWay(effects, fact)) {
        continue;
      }
      ValueChange change = ValueChange.ofVerdict(effects.search(), fact, variables, assumed, other);
      long[] hidden = hidden(effects, change);
      if (hidden != null) {
        words.add(words(effects, change, hidden));
        examples.add(effects.example("default." + fact.name() + "." + words.size(), hidden));
      }
    }
    if (!words.isEmpty()) {
      report.add(finding(fact, words, examples));
    }
  }

  /**
   * A referral without the fact that gets another verdict once the fact is stated with the other
   * value; null when there is none.
   */
  private static long @Nullable [] hidden(Effects effects, ValueChange change) {
    Fact fact = change.fact();
    long[] complete = change.example(codes -> differs(effects, change, without(fact, codes)));
    if (complete != null) {
      return without(fact, complete);
    }
    // what makes the default give way is unknown where it stands, and may hide the difference
    // again; and to state the fact may make other defaults give way
    boolean plain = fact.assumedUnless().isEmpty() || change.example() == null;
    return plain && !ReferralsWithout.makesGiveWay(effects, fact)
        ? null
        : new ReferralsWithout(effects.space(), fact)
            .find(codes -> differs(effects, change, codes));
  }

  private static Finding finding(Fact fact, List<String> words, List<NamedExample> examples) {
    return new Finding(
        "default",
        Severity.INFORMATION,
        fact,
        "default",
        "Where "
            + fact.path()
            + " is not stated, "
            + value(fact, fact.assumed())
            + " is assumed, and the question is not asked. "
            + String.join(" ", words),
        examples);
  }

  private static int[] assumed(Fact fact, List<Variable> variables) {
    int[] regions = new int[variables.size()];
    for (int i = 0; i < regions.length; i++) {
      regions[i] = variables.get(i).regionOf(fact.assumed());
    }
    return regions;
  }

  /** The referral without the fact, and without those that make its default give way. */
  private static long[] without(Fact fact, long[] complete) {
    long[] without = complete.clone();
    without[fact.index()] = Fact.UNSTATED;
    for (int other : fact.assumedUnless()) {
      without[other] = Fact.UNSTATED;
    }
    return without;
  }

  private static boolean differs(Effects effects, ValueChange change, long[] without) {
    return !verdict(effects, without).equals(verdict(effects, with(change, without)));
  }

  private static long[] with(ValueChange change, long[] codes) {
    long[] with = codes.clone();
    with[change.fact().index()] = change.target();
    return with;
  }

  private static String verdict(Effects effects, long[] codes) {
    Decision decision = effects.decide(codes);
    return decision.verdict().id();
  }

  private static String words(Effects effects, ValueChange change, long[] hidden) {
    return "Were it "
        + value(change.fact(), change.target())
        + ", the verdict could be "
        + verdict(effects, with(change, hidden))
        + " instead of "
        + verdict(effects, hidden)
        + ".";
  }

  private static String value(Fact fact, long code) {
    List<String> words = fact.words(code);
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
