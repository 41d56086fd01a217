package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.revision.FactValues;
import clin087.revision.GroupSummary;
import clin087.revision.Impact;
import clin087.revision.Impact.Difference;
import clin087.revision.OneSidedGroup;
import clin087.revision.RuleChange;
import clin087.text.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums up which referrals a revision decides differently, as text for a board to read. */
final class ImpactText {
  private final Revision revision;
  private final Impact impact;
  private final boolean partial;
  private final Lines lines;

  /**
   * @param partial whether the referrals that leave out something that matters are listed later
   */
  ImpactText(Revision revision, boolean partial, Lines lines) {
    this.revision = revision;
    this.impact = revision.impact();
    this.partial = partial;
    this.lines = lines;
  }

  /** Writes the summary. */
  void write() {
    lines.heading("IN SHORT");
    Difference verdicts = impact.verdicts();
    if (verdicts.proved() && verdicts.groups().isEmpty()) {
      lines.item(2, "", "No referral" + withoutGroups() + " gets a different verdict.");
    }
    List<FactValues> shared = shared(verdicts.summaries());
    if (!shared.isEmpty()) {
      lines.item(
          2, "All " + verdicts.groups().size() + " groups: ", ReferralWords.of(shared) + ".");
    }
    int from = 0;
    for (GroupSummary each : verdicts.summaries()) {
      int to = from + each.groups();
      summary(each, shared, from + 1, GroupLine.only(verdicts.groups().subList(from, to)));
      from = to;
    }
    unproved();
    oneSided(impact.onlyNew(), true);
    oneSided(impact.onlyOld(), false);
    if (!impact.oneSidedProved()) {
      lines.item(
          2, "", "What only one of the policies can read was not worked out within the budget.");
    }
    GroupsText.countLeavingOut(verdicts, "are decided differently", partial, lines);
  }

  /**
   * Writes what the referrals of one change have in common.
   *
   * @param said what has been said of all changes
   * @param only the line about all its groups; null if one line is not enough
   */
  private void summary(
      GroupSummary change, List<FactValues> said, int first, @Nullable GroupLine only) {
    lines.item(2, "", ReferralWords.change(change.before(), change.after()));
    if (only != null) {
      lines.item(4, only.marker(first), only.words(said) + ".");
      return;
    }
    if (!said.containsAll(change.common()) || said.isEmpty()) {
      lines.item(4, "All: ", ReferralWords.beyond(said, change.common()) + ".");
    }
    lines.item(
        4, "", change.groups() + " groups, which differ in: " + labels(change.different()) + ".");
  }

  /** What the referrals of all changes have in common, if there are several changes. */
  private static List<FactValues> shared(List<GroupSummary> changes) {
    if (changes.size() < 2) {
      return List.of();
    }
    List<FactValues> shared = new ArrayList<>(changes.get(0).common());
    changes.forEach(change -> shared.retainAll(change.common()));
    return shared;
  }

  /** The kind of referrals that have no groups, in words. */
  private String withoutGroups() {
    String read = " that both policies can read";
    if (impact.verdicts().isNone()) {
      return read;
    }
    return impact.isOneSided()
        ? read + ", and that states everything that matters,"
        : " that states everything that matters";
  }

  private static String labels(List<Fact> facts) {
    List<String> labels = new ArrayList<>();
    for (Fact fact : facts) {
      labels.add(fact.label());
    }
    return String.join(", ", labels);
  }

  /** Writes what is known if the policies are too large for a full comparison. */
  private void unproved() {
    if (impact.verdicts().proved()) {
      return;
    }
    lines.item(
        2,
        "",
        "Which referrals are decided differently was not found within the budget; --budget gives"
            + " it more, and real ones can be compared with --referrals.");
    List<String> changed = revision.changedConditions();
    if (!changed.isEmpty()) {
      lines.item(
          2, "", "The conditions that changed are those of " + String.join(", ", changed) + ".");
    }
    lines.item(
        2,
        "",
        "Of the referrals that state every fact, these are decided differently, by the rules that"
            + " decide"
            + (impact.byRulesProved() ? ":" : ", and perhaps more:"));
    int number = 1;
    for (RuleChange change : impact.byRules()) {
      lines.item(4, number++ + ". ", decides(change.before()) + " -> " + decides(change.after()));
    }
    if (impact.byRules().isEmpty()) {
      lines.item(4, "", "none was found");
    }
  }

  private static String decides(Rule rule) {
    return rule.verdict().id() + " (" + rule.clause().id() + ") by " + rule.id();
  }

  /** Writes what only one policy can read, and what it decides. */
  private void oneSided(List<OneSidedGroup> groups, boolean byNew) {
    if (groups.isEmpty()) {
      return;
    }
    lines.item(
        2,
        "",
        byNew
            ? "Only the new policy can read these; it decides them as:"
            : "Only the old policy can read these; the new one decides what is left of them:");
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    Set<String> asWithout = new LinkedHashSet<>();
    for (OneSidedGroup group : groups) {
      String reason =
          group.reason() == null
              ? "fields that contradict each other for the other policy"
              : ReferralWords.of(group.reason());
      String before = group.before().verdict();
      String after = group.after().verdict();
      Set<String> changes = byReason.computeIfAbsent(reason, key -> new LinkedHashSet<>());
      if (byNew || !before.equals(after)) {
        changes.add(byNew ? after : before + " -> " + after);
      } else {
        asWithout.add(reason);
      }
    }
    byReason.forEach(
        (reason, changes) -> {
          if (asWithout.contains(reason)) {
            changes.add(changes.isEmpty() ? "the same verdict" : "else the same");
          }
          lines.item(4, "", reason + ": " + String.join(", ", changes));
        });
  }
}
