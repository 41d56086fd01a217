package clin087.lint;

import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Operand;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds two limits of a fact that almost complete each other: the value between them meets neither,
 * as 18 does for {@code < 18} and {@code > 18}, or both.
 */
final class ComplementsCheck implements Check {
  /**
   * A comparison that holds up to a value, or from a value on.
   *
   * @param from whether it holds from the value on
   */
  private record Half(Comparison comparison, boolean from, long code) {}

  @Override
  public String subject() {
    return "whether limits complete each other";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    long asOf = effects.space().asOf().toEpochDay();
    List<Half> halves = new ArrayList<>();
    for (Rule rule : effects.policy().rules()) {
      for (Comparison comparison : rule.when().comparisons()) {
        add(comparison, asOf, halves);
      }
    }
    Set<String> said = new HashSet<>();
    for (Half from : halves) {
      for (Half to : halves) {
        if (said.add(from.comparison() + " " + to.comparison())
            && from.from()
            && !to.from()
            && from.comparison().fact().equals(to.comparison().fact())) {
          compare(from, to, halves, report);
        }
      }
    }
  }

  private static void add(Comparison comparison, long asOf, List<Half> halves) {
    if (!comparison.fact().type().isOrdered() || comparison.operands().size() != 1) {
      return;
    }
    Operand operand = comparison.operands().get(0);
    long code = operand.code(asOf);
    @Nullable Half half =
        switch (comparison.comparator()) {
          case AT_LEAST, ON_OR_AFTER -> new Half(comparison, true, code);
          case MORE_THAN, AFTER -> new Half(comparison, true, code + 1);
          case AT_MOST, ON_OR_BEFORE -> new Half(comparison, false, code);
          case LESS_THAN, BEFORE -> new Half(comparison, false, code - 1);
          default -> null;
        };
    if (half != null) {
      halves.add(half);
    }
  }

  private static void compare(Half from, Half to, List<Half> halves, Report report) {
    boolean gap = from.code() - to.code() == 2;
    boolean both = from.code() == to.code();
    if ((gap || both) && !isMet(from, to, halves)) {
      Fact fact = from.comparison().fact();
      String value = fact.words(to.code() + (gap ? 1 : 0)).get(0);
      Finding finding =
          Finding.of(
              FindingKind.BOUNDARY,
              from.comparison(),
              "",
              "'"
                  + to.comparison()
                  + "' and '"
                  + from.comparison()
                  + "' do not complete each other: "
                  + value
                  + (gap ? " meets neither." : " meets both."));
      report.add(finding);
    }
  }

  /** Whether another comparison is the exact complement of one of the two, or names the value. */
  private static boolean isMet(Half from, Half to, List<Half> halves) {
    for (Half other : halves) {
      boolean sameFact = other.comparison().fact().equals(from.comparison().fact());
      if (sameFact
          && ((other.from() && other.code() == to.code() + 1)
              || (!other.from() && other.code() == from.code() - 1))) {
        return true;
      }
    }
    return false;
  }
}
