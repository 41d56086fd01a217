package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.revision.FactValues;
import clin087.revision.GroupSummary;
import clin087.revision.Impact;
import clin087.revision.Impact.Difference;
import clin087.revision.OneSidedGroup;
import clin087.revision.ReferralGroup;
import clin087.revision.RuleChange;
import clin087.text.Lines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the referrals that a revision decides differently, as text: a summary, then the groups.
 */
final class ImpactText {
  /** How many groups of one change are listed unless all are asked for. */
  private static final int MOST_SHOWN = 6;

  private final Revision revision;
  private final Impact impact;
  private final boolean partial;
  private final Lines lines;

  /** The numbers of the groups that were listed first with the same words. */
  private final Map<List<String>, String> listed = new HashMap<>();

  /** The number of the next group, which names its example. */
  private int number = 1;

  /**
   * @param partial whether to list every group, and the referrals that leave out something that
   *     matters
   */
  ImpactText(Revision revision, boolean partial, Lines lines) {
    this.revision = revision;
    this.impact = revision.impact();
    this.partial = partial;
    this.lines = lines;
  }

  /** Writes the summary, for a board to read. */
  void summary() {
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
      summary(each, shared, from + 1, only(verdicts.groups().subList(from, to)));
      from = to;
    }
    unproved();
    oneSided(impact.onlyNew(), true);
    oneSided(impact.onlyOld(), false);
    if (!impact.oneSidedProved()) {
      lines.item(
          2, "", "What only one of the policies can read was not worked out within the budget.");
    }
    partialCount(verdicts, "are decided differently");
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

  /** The line about all groups of a change; null if one line is not enough. */
  private static @Nullable GroupLine only(List<ReferralGroup> groups) {
    List<GroupLine> told = GroupLine.of(groups);
    return told.size() == 1 ? told.get(0) : null;
  }

  private static String labels(List<Fact> facts) {
    List<String> labels = new ArrayList<>();
    for (Fact fact : facts) {
      labels.add(fact.label());
    }
    return String.join(", ", labels);
  }

  private void partialCount(Difference difference, String what) {
    int count = difference.partial().size();
    if (!difference.partialProved()) {
      lines.item(
          2,
          "",
          "Which referrals that leave out something that matters "
              + what
              + " was not found within the budget; --budget gives it more.");
    } else if (count > 0) {
      lines.item(
          2,
          "",
          (count == 1 ? "One group" : count + " groups")
              + " of referrals that leave out something that matters "
              + (count == 1 ? what.replace("are ", "is ").replace("get ", "gets ") : what)
              + (partial ? "." : "; --partial lists them."));
    }
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

  /** Writes the groups, with the numbers of their examples. */
  void groups(String examples) {
    Difference verdicts = impact.verdicts();
    boolean heading = false;
    int from = 0;
    for (GroupSummary summary : verdicts.summaries()) {
      int to = from + summary.groups();
      List<ReferralGroup> groups = verdicts.groups().subList(from, to);
      if (summary.groups() > 1 && (partial || only(groups) == null)) {
        if (!heading) {
          lines.heading("THE GROUPS");
          heading = true;
        }
        lines.item(2, "", ReferralWords.change(summary.before(), summary.after()));
        list(groups, summary.common());
      } else {
        number += summary.groups();
      }
      from = to;
    }
    reasons();
    number += impact.onlyNew().size() + impact.onlyOld().size();
    if (partial && !impact.verdicts().partial().isEmpty()) {
      lines.heading("REFERRALS THAT LEAVE OUT SOMETHING THAT MATTERS");
      listBelow(impact.verdicts().partial(), false);
    }
    if (partial && !impact.reasons().partial().isEmpty()) {
      lines.heading("THE SAME, WITH THE SAME VERDICT");
      listBelow(impact.reasons().partial(), true);
    }
    if (revision.hasExamples()) {
      lines.blank();
      lines.item(
          2,
          "",
          "The groups do not overlap. What is not named may have any value, or none. "
              + (examples.isEmpty()
                  ? "--examples DIR writes a referral of each."
                  : "A referral of each is in " + examples + "."));
    }
  }

  private void list(List<ReferralGroup> groups, List<FactValues> said) {
    List<GroupLine> all = partial ? GroupLine.each(groups) : GroupLine.of(groups);
    String same = partial || all.size() == 1 ? null : listedAs(all, groups.size(), said);
    if (same != null) {
      lines.item(4, GroupLine.numbers(number, groups.size()) + ". ", "as in " + same);
      number += groups.size();
      return;
    }
    int shown = 0;
    int left = groups.size();
    for (GroupLine line : all) {
      if (partial || shown++ < MOST_SHOWN) {
        lines.item(4, line.marker(number), line.words(said));
        left -= line.groups();
      }
      number += line.groups();
    }
    if (left > 0) {
      lines.item(4, "", "and " + left + " more; --partial lists all");
    }
  }

  /** The numbers of groups that were listed with the same words; null if there are none. */
  private @Nullable String listedAs(List<GroupLine> all, int groups, List<FactValues> said) {
    List<String> words = new ArrayList<>();
    for (GroupLine line : all) {
      words.add(line.groups() + " " + line.words(said));
    }
    return listed.putIfAbsent(words, GroupLine.numbers(number, groups));
  }

  /** Writes groups below their change and what they have in common. */
  private void listBelow(List<ReferralGroup> groups, boolean byReason) {
    int from = 0;
    while (from < groups.size()) {
      String change = change(groups.get(from), byReason);
      int to = from + 1;
      while (to < groups.size() && change(groups.get(to), byReason).equals(change)) {
        to++;
      }
      lines.item(2, "", change);
      List<FactValues> common = common(groups.subList(from, to));
      if (!common.isEmpty()) {
        lines.item(4, "All: ", ReferralWords.of(common) + ".");
      }
      list(groups.subList(from, to), common);
      from = to;
    }
  }

  /** The values that all groups share, if they are listed in several lines. */
  private List<FactValues> common(List<ReferralGroup> groups) {
    if (groups.size() == 1 || (!partial && only(groups) != null)) {
      return List.of();
    }
    List<FactValues> common = new ArrayList<>(groups.get(0).facts());
    groups.forEach(group -> common.retainAll(group.facts()));
    return common;
  }

  private static String change(ReferralGroup group, boolean byReason) {
    return byReason
        ? ReferralWords.reason(group.before(), group.after())
        : ReferralWords.change(group.before(), group.after());
  }

  private void reasons() {
    Difference reasons = impact.reasons();
    if (!reasons.groups().isEmpty() || !reasons.partial().isEmpty()) {
      lines.heading("THE SAME VERDICT, BY OTHER CLAUSES, ACTIONS OR ATTENTION");
      listBelow(reasons.groups(), true);
      partialCount(reasons, "get the same verdict in another way");
    } else if (impact.verdicts().proved() && !(reasons.proved() && reasons.partialProved())) {
      lines.blank();
      lines.item(
          2,
          "",
          "Which verdicts are the same by other clauses, actions or attention was not found within"
              + " the budget.");
    }
  }
}
