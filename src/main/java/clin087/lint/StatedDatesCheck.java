package clin087.lint;

import clin087.policy.Caution;
import clin087.policy.Comparator;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import clin087.policy.Policy;
import clin087.policy.Policy.Identity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the dates that a policy states about itself with those in its cautions: {@code
 * published} with a caution about earlier referrals, {@code reviewDue} with one about later checks.
 */
final class StatedDatesCheck implements Check {
  private static final int YEAR = 4;
  private static final int MONTH = 7;

  @Override
  public String subject() {
    return "whether cautions have the policy's own dates";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    Policy policy = effects.policy();
    Identity identity = policy.identity();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (Caution caution : policy.cautions()) {
      if (caution.when() != null) {
        for (Comparison comparison : caution.when().comparisons()) {
          add(comparison, before, after);
        }
      }
    }
    check(
        "published", identity.published(), firstDay(identity.published()), before, policy, report);
    check("reviewDue", identity.reviewDue(), lastDay(identity.reviewDue()), after, policy, report);
  }

  /** Adds the first day that does not meet "before", or the last that does not meet "after". */
  private static void add(Comparison comparison, List<String> before, List<String> after) {
    Comparator comparator = comparison.comparator();
    boolean date = comparison.fact().type() == FactType.DATE && !comparison.operands().isEmpty();
    Operand operand = date ? comparison.operands().get(0) : null;
    if (operand == null || operand.ago() != null) {
      return;
    }
    LocalDate day = LocalDate.ofEpochDay(operand.code());
    switch (comparator) {
      case BEFORE -> before.add(day.toString());
      case ON_OR_BEFORE -> before.add(day.plusDays(1).toString());
      case AFTER, ON_OR_AFTER -> {
        // only the date of the check can be about the review
        if (comparison.fact().equals(Fact.AS_OF)) {
          after.add(day.minusDays(comparator == Comparator.AFTER ? 0 : 1).toString());
        }
      }
      default -> {}
    }
  }

  private static void check(
      String key, String stated, String day, List<String> days, Policy policy, Report report) {
    if (!days.isEmpty() && !days.contains(day)) {
      report.add(
          Finding.of(
              FindingKind.OTHER_DATE,
              policy.identity(),
              key,
              "'"
                  + key
                  + "' is "
                  + stated
                  + ", so a caution about it would count from "
                  + day
                  + "; the cautions have "
                  + String.join(", ", days)
                  + "."));
    }
  }

  private static String firstDay(String stated) {
    return switch (stated.length()) {
      case YEAR -> stated + "-01-01";
      case MONTH -> stated + "-01";
      default -> stated;
    };
  }

  private static String lastDay(String stated) {
    return switch (stated.length()) {
      case YEAR -> stated + "-12-31";
      case MONTH -> YearMonth.parse(stated).atEndOfMonth().toString();
      default -> stated;
    };
  }
}
