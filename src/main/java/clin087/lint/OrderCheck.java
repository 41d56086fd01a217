package clin087.lint;

import clin087.policy.Condition.Otherwise;
import clin087.policy.Rule;
import clin087.proof.NamedExample;
import clin087.proof.Search;
import clin087.proof.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs of rules that can both hold with different verdicts, where only their order decides. */
final class OrderCheck implements Check {
  @Override
  public String subject() {
    return "where the order of rules decides";
  }

  @Override
  public void run(Effects effects, Report report) {
    for (Rule rule : effects.policy().rules()) {
      report.ask("'" + rule.id() + "'", () -> check(effects, rule, report));
    }
  }

  private static void check(Effects effects, Rule rule, Report report) {
    if (effects.decidedBy(rule) == null) {
      return;
    }
    Map<Rule, long[]> together = together(effects, rule);
    List<Rule> others = new ArrayList<>();
    List<NamedExample> examples = new ArrayList<>();
    for (Rule other : effects.rulesAfter(rule)) {
      long[] both = together.get(other);
      if (both != null) {
        others.add(other);
        examples.add(effects.example("order." + rule.id() + "." + other.id(), both));
      }
    }
    if (!others.isEmpty()) {
      report.add(finding(rule, others, examples));
    }
  }

  private static Finding finding(Rule rule, List<Rule> others, List<NamedExample> examples) {
    StringBuilder text =
        new StringBuilder("Only its place before them lets '")
            .append(rule.id())
            .append("' (")
            .append(rule.verdict().id())
            .append(") decide where these hold too: ");
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

  /**
   * The later rules with other verdicts that can hold where the rule decides, each with a referral.
   * One referral often serves several: whatever else can hold in it is made to.
   */
  private static Map<Rule, long[]> together(Effects effects, Rule rule) {
    Space space = effects.space();
    Search deciding = space.before(rule).where(space.holds(rule));
    List<Rule> left = new ArrayList<>(effects.rulesAfter(rule));
    left.removeIf(other -> !isContrary(rule, other));
    Map<Rule, long[]> together = new LinkedHashMap<>();
    while (!left.isEmpty()) {
      Rule next = left.remove(0);
      Search both = deciding.where(space.holds(next)).some();
      if (both == null) {
        continue;
      }
      List<Rule> met = new ArrayList<>(List.of(next));
      for (Rule other : left) {
        Search more = both.where(space.holds(other)).some();
        if (more != null) {
          both = more;
          met.add(other);
        }
      }
      left.removeAll(met);
      long[] example = both.first();
      effects.noted(example);
      met.forEach(each -> together.put(each, example));
    }
    return together;
  }
}
