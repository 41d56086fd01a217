package clin087.lint;

import clin087.policy.Condition.Otherwise;
import clin087.policy.Place;
import clin087.policy.Places;
import clin087.policy.Rule;
import clin087.proof.NamedExample;
import clin087.proof.ReferralSpace;
import clin087.proof.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rules with different outcomes that can both hold, so that their order decides, if either
 * could come first. It leaves out rules that are a special case of the later rule and so have to
 * come before it, rules with attention, which belong before others, and shared rules, whose place
 * the suite has chosen.
 */
final class OrderCheck implements Check {
  /** The most examples, since each takes memory and a large policy has very many such pairs. */
  private static final int MOST_EXAMPLES = 2_000;

  /** How many later rules a message names. */
  private static final int NAMED = 6;

  private final Places places;

  OrderCheck(Places places) {
    this.places = places;
  }

  /** Rules in a row that come before the same later rules. */
  private record Group(List<Rule> rules, List<Rule> others, List<NamedExample> examples) {}

  @Override
  public String subject() {
    return "where the order of rules decides";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    List<Group> groups = new ArrayList<>();
    for (Rule rule : effects.policy().rules()) {
      if (!rule.attention() && !isShared(effects, rule)) {
        report.ask("'" + rule.id() + "'", () -> check(effects, rule, groups));
      }
    }
    groups.forEach(group -> report.add(finding(group)));
  }

  private boolean isShared(RemovalEffects effects, Rule rule) {
    Place own = places.of(effects.policy());
    return !places.of(rule).file().equals(own.file());
  }

  private static void check(RemovalEffects effects, Rule rule, List<Group> groups) {
    if (effects.decidedBy(rule) == null) {
      return;
    }
    Map<Rule, long[]> together = together(effects, rule);
    List<Rule> others = new ArrayList<>();
    List<NamedExample> examples = new ArrayList<>();
    int known = groups.stream().mapToInt(group -> group.examples().size()).sum();
    for (Rule other : effects.rulesAfter(rule)) {
      long[] both = together.get(other);
      if (both != null) {
        others.add(other);
      }
      if (both != null && known + examples.size() < MOST_EXAMPLES) {
        examples.add(effects.example("order." + rule.id() + "." + other.id(), both));
      }
    }
    if (others.isEmpty()) {
      return;
    }
    Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
    if (last != null
        && last.others().equals(others)
        && last.rules().get(0).verdict().equals(rule.verdict())) {
      last.rules().add(rule);
      last.examples().addAll(examples);
    } else {
      groups.add(new Group(new ArrayList<>(List.of(rule)), others, examples));
    }
  }

  private static Finding finding(Group group) {
    Rule first = group.rules().get(0);
    boolean one = group.rules().size() == 1;
    StringBuilder text =
        new StringBuilder(RuleNames.list(group.rules(), "and"))
            .append(" (")
            .append(first.verdict().id())
            .append(one ? ") comes" : ") come")
            .append(" before rules that can hold too: ");
    List<Rule> others = group.others();
    for (int i = 0; i < Math.min(NAMED, others.size()); i++) {
      Rule other = others.get(i);
      text.append(i == 0 ? "" : ", ")
          .append('\'')
          .append(other.id())
          .append("' (")
          .append(other.verdict().id())
          .append(')');
    }
    if (others.size() > NAMED) {
      text.append(" and ").append(others.size() - NAMED).append(" more");
    }
    return Finding.of(FindingKind.ORDER, first, "", text.append('.').toString())
        .shownBy(group.examples());
  }

  /** Whether the order of two rules is a choice that matters to people. */
  private static boolean isContrary(RemovalEffects effects, Rule rule, Rule other) {
    ReferralSpace space = effects.space();
    return other.verdict().outcome() != rule.verdict().outcome()
        && !(other.when() instanceof Otherwise)
        && space.all().where(space.holds(rule)).whereNot(other.when()).isPossible();
  }

  /**
   * The later rules with other outcomes that can hold when the rule decides, each with a referral.
   * One referral often serves several rules, since as many as possible are made to hold in it.
   */
  private static Map<Rule, long[]> together(RemovalEffects effects, Rule rule) {
    ReferralSpace space = effects.space();
    Search deciding = space.before(rule).where(space.holds(rule));
    List<Rule> left = new ArrayList<>(effects.rulesAfter(rule));
    left.removeIf(other -> !isContrary(effects, rule, other));
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
