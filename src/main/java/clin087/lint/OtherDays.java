package clin087.lint;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Operand;
import clin087.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The other days on which a policy can decide differently because it looks at the date of the
 * check. A finding that something never happens has to be true on each of them: a rule for a period
 * does not contradict itself because the period is over.
 */
final class OtherDays {
  /** How many days are looked at. */
  private static final int MOST = 12;

  /** The kinds of finding that say that something never happens. */
  private static final Set<FindingKind> NEVER =
      Set.of(
          FindingKind.NEVER_DECIDES,
          FindingKind.NEVER_REACHED,
          FindingKind.NEVER_RAISED,
          FindingKind.NO_EFFECT,
          FindingKind.SAME_VERDICT,
          FindingKind.REDUNDANT);

  private OtherDays() {}

  /**
   * The days on which a comparison with the date of the check changes, and the days before them.
   */
  static List<LocalDate> of(Policy policy, LocalDate asOf) {
    Set<LocalDate> days = new TreeSet<>();
    for (Condition condition : policy.conditions()) {
      for (Comparison comparison : condition.comparisons()) {
        if (comparison.fact().equals(Fact.AS_OF)) {
          for (Operand operand : comparison.operands()) {
            LocalDate day = LocalDate.ofEpochDay(operand.code(asOf.toEpochDay()));
            days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
          }
        }
      }
    }
    days.remove(asOf);
    return days.stream().limit(MOST).toList();
  }

  /** Whether any finding says that something never happens. */
  static boolean areNeeded(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> NEVER.contains(finding.kind()));
  }

  /** The findings without those about something that happens on another day. */
  static List<Finding> confirmed(List<Finding> findings, List<Finding> onOtherDay) {
    return findings.stream()
        .filter(
            finding ->
                !NEVER.contains(finding.kind())
                    || onOtherDay.stream().anyMatch(other -> isSame(finding, other)))
        .collect(Collectors.toList());
  }

  private static boolean isSame(Finding finding, Finding other) {
    return finding.kind() == other.kind() && finding.piece() == other.piece();
  }
}
