package clin087.comparison;

import clin087.revision.FactValues;
import clin087.revision.GroupSummary;
import clin087.revision.Impact;
import clin087.revision.Impact.Difference;
import clin087.revision.ReferralGroup;
import clin087.text.Lines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the groups of referrals that a revision decides differently, as text. */
final class GroupsText {
  /** How many lines of one change are shown unless every group is asked for. */
  private static final int MOST_SHOWN = 6;

  /** How many are shown of a longer list, which nobody reads to its end. */
  private static final int FIRST_SHOWN = 2;

  private final Revision revision;
  private final Impact impact;
  private final boolean partial;
  private final Lines lines;

  /** The numbers of the groups that were listed first with the same words. */
  private final Map<List<String>, String> listed = new HashMap<>();

  /** The number of the next group, which names its example. */
  private int number;

  /**
   * @param partial whether to list every group, and the referrals that leave out something that
   *     matters
   */
  GroupsText(Revision revision, boolean partial, Lines lines) {
    this.revision = revision;
    this.impact = revision.impact();
    this.partial = partial;
    this.lines = lines;
    this.number = 1 + impact.byRules().size();
  }

  /**
   * Writes the groups, with the numbers of their examples.
   *
   * @param examples the folder that the examples are written to; empty if they are not
   */
  void write(String examples) {
    Difference verdicts = impact.verdicts();
    boolean heading = false;
    int from = 0;
    for (GroupSummary summary : verdicts.summaries()) {
      int to = from + summary.groups();
      List<ReferralGroup> groups = verdicts.groups().subList(from, to);
      if (summary.groups() > 1 && (partial || GroupLine.only(groups) == null)) {
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
          "The groups do not overlap. A value that is named is stated, or assumed by both policies."
              + " What is not named may have any value, or none. "
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
    int most = partial || all.size() <= MOST_SHOWN ? all.size() : FIRST_SHOWN;
    int shown = 0;
    int left = groups.size();
    for (GroupLine line : all) {
      if (shown++ < most) {
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
    if (groups.size() == 1 || (!partial && GroupLine.only(groups) != null)) {
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
      countLeavingOut(reasons, "get the same verdict in another way", partial, lines);
    } else if (impact.verdicts().proved() && !(reasons.proved() && reasons.partialProved())) {
      lines.blank();
      lines.item(
          2,
          "",
          "Which verdicts are the same by other clauses, actions or attention was not found within"
              + " the budget.");
    }
  }

  /**
   * Writes how many groups leave out something that matters.
   *
   * @param what what happens to them, in the plural
   * @param listed whether they are listed later
   */
  static void countLeavingOut(Difference difference, String what, boolean listed, Lines lines) {
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
              + (listed ? "." : "; --partial lists them."));
    }
  }
}
