package clin087.analysis;

import clin087.analysis.Effects.Sample;
import clin087.analysis.Finding.Example;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pairs of rules that can both hold with different verdicts, where only their order decides. */
final class OrderCheck implements Check {
  @Override
  public String subject() {
    return "where the order of rules decides";
  }

  @Override
  public void run(Effects effects, Consumer<Finding> findings) {
    for (Rule rule : effects.policy().rules()) {
      if (effects.decidedBy(rule) == null) {
        continue;
      }
      gather(effects, rule);
      List<Rule> others = new ArrayList<>();
      List<Example> examples = new ArrayList<>();
      for (Rule other : effects.rulesAfter(rule)) {
        long[] both = isContrary(rule, other) ? both(effects, rule, other) : null;
        if (both != null) {
          others.add(other);
          examples.add(new Example("order." + rule.id() + "." + other.id(), both));
        }
      }
      if (!others.isEmpty()) {
        findings.accept(finding(rule, others, examples));
      }
    }
  }

  private static Finding finding(Rule rule, List<Rule> others, List<Example> examples) {
    StringBuilder text =
        new StringBuilder("'")
            .append(rule.id())
            .append("' (")
            .append(rule.verdict().id())
            .append(") can hold together with, and only by its order comes before, ");
    for (int i = 0; i < others.size(); i++) {
      Rule other = others.get(i);
      text.append(i == 0 ? "" : ", ")
          .append('\'')
          .append(other.id())
          .append("' (")
          .append(other.verdict().id())
          .append(')');
    }
    return new Finding(
        "order", Severity.INFORMATION, rule, "", text.append('.').toString(), examples);
  }

  private static boolean isContrary(Rule rule, Rule other) {
    return other.verdict().index() != rule.verdict().index()
        && !(other.when() instanceof Otherwise);
  }

  /** Looks for few referrals that meet as many of the later rules as possible. */
  private static void gather(Effects effects, Rule rule) {
    Space space = effects.space();
    List<Rule> left = new ArrayList<>(effects.rulesAfter(rule));
    left.removeIf(other -> !isContrary(rule, other));
    while (!left.isEmpty()) {
      Search most = space.before(rule).where(space.holds(rule));
      List<Rule> met = new ArrayList<>();
      for (Rule other : left) {
        Search more = most.where(space.holds(other));
        if (!more.isKnownEmpty()) {
          most = more;
          met.add(other);
        }
      }
      if (met.size() < 2 || effects.noted(most.example()) == null) {
        return;
      }
      left.removeAll(met);
    }
  }

  private static long @Nullable [] both(Effects effects, Rule rule, Rule other) {
    Space space = effects.space();
    for (Sample sample : effects.samples()) {
      if (sample.decidedBy() == rule.index() && space.holds(other.when(), sample.codes())) {
        return sample.codes();
      }
    }
    return effects.noted(
        space.before(rule).where(space.holds(rule)).where(space.holds(other)).example());
  }
}
