package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.revision.GroupSummary;
import clin087.revision.Impact;
import clin087.revision.Impact.Difference;
import clin087.revision.OneSidedGroup;
import clin087.revision.ReferralGroup;
import clin087.revision.RuleChange;
import clin087.text.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes which referrals a revision decides differently: a summary, then the groups. */
final class ImpactText {
  private final Revision revision;
  private final Impact impact;
  private final boolean partial;
  private final Lines lines;

  /** The number of the next group, by which its example is named. */
  private int number = 1;

  /**
   * @param partial whether to list the referrals that leave out something that matters
   */
  ImpactText(Revision revision, boolean partial, Lines lines) {
    this.revision = revision;
    this.impact = revision.impact();
    this.partial = partial;
    this.lines = lines;
  }

  /** What a board reads. */
  void summary() {
    lines.heading("IN SHORT");
    Difference verdicts = impact.verdicts();
    if (verdicts.proved() && verdicts.groups().isEmpty()) {
      lines.item(
          2,
          "",
          impact.verdicts().isNone()
              ? "No referral that both policies can read gets a different verdict."
              : "No referral that states everything that matters gets a different verdict.");
    }
    for (GroupSummary each : verdicts.summaries()) {
      lines.item(2, "", ReferralWords.change(each.before(), each.after()));
      lines.item(
          4, "", (each.groups() == 1 ? "" : "All: ") + ReferralWords.of(each.common()) + ".");
      if (!each.different().isEmpty()) {
        lines.item(4, "", each.groups() + " groups, by " + labels(each.different()) + ".");
      }
    }
    unproved();
    partialCount(verdicts, "are decided differently");
    oneSided(impact.onlyNew(), true);
    oneSided(impact.onlyOld(), false);
    if (!impact.oneSidedProved()) {
      lines.item(
          2, "", "What only one of the policies can read was not worked out within the budget.");
    }
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

  /** What is known where the policies are too large for more. */
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

  /** What only one policy can read, and what that one decides. */
  private void oneSided(List<OneSidedGroup> groups, boolean byNew) {
    if (groups.isEmpty()) {
      return;
    }
    lines.item(
        2,
        "",
        byNew ? "Only the new policy can read these:" : "Only the old policy can read these:");
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
            changes.add(changes.isEmpty() ? "decided the same without it" : "else the same");
          }
          String words = byNew ? ", which it decides as " : ", which is left out for the new one: ";
          lines.item(4, "", reason + words + String.join(", ", changes));
        });
  }

  /** The groups, numbered as their examples are. */
  void groups(String examples) {
    if (impact.verdicts().proved() && !impact.verdicts().groups().isEmpty()) {
      lines.heading("THE GROUPS");
      list(impact.verdicts().groups(), impact.verdicts().summaries());
    }
    reasons();
    number += impact.onlyNew().size() + impact.onlyOld().size();
    if (partial && !impact.verdicts().partial().isEmpty()) {
      lines.heading("REFERRALS THAT LEAVE OUT SOMETHING THAT MATTERS");
      list(impact.verdicts().partial(), List.of());
    }
    if (partial && !impact.reasons().partial().isEmpty()) {
      lines.heading("THE SAME, WITH THE SAME VERDICT");
      listReasons(impact.reasons().partial());
    }
    if (revision.hasExamples()) {
      lines.blank();
      lines.item(
          2,
          "",
          "The groups do not overlap. What a group does not name may have any value, or none. "
              + (examples.isEmpty()
                  ? "--examples DIR writes a referral of each."
                  : "A referral of each is in " + examples + "."));
    }
  }

  private void list(List<ReferralGroup> groups, List<GroupSummary> summaries) {
    String last = "";
    for (ReferralGroup group : groups) {
      String change = ReferralWords.change(group.before(), group.after());
      if (!change.equals(last)) {
        lines.item(2, "", change);
      }
      last = change;
      String words = ReferralWords.of(group.facts());
      for (GroupSummary summary : summaries) {
        if (summary.isOf(group) && summary.groups() > 1) {
          words = ReferralWords.beyond(summary.common(), group.facts());
        }
      }
      lines.item(4, number++ + ". ", words);
    }
  }

  private void reasons() {
    Difference reasons = impact.reasons();
    if (!reasons.groups().isEmpty() || !reasons.partial().isEmpty()) {
      lines.heading("THE SAME VERDICT, BY OTHER CLAUSES, ACTIONS OR ATTENTION");
      listReasons(reasons.groups());
      partialCount(reasons, "get the same verdict so");
    } else if (impact.verdicts().proved() && !(reasons.proved() && reasons.partialProved())) {
      lines.blank();
      lines.item(
          2,
          "",
          "Which verdicts are the same by other clauses, actions or attention was not found within"
              + " the budget.");
    }
  }

  private void listReasons(List<ReferralGroup> groups) {
    String last = "";
    for (ReferralGroup group : groups) {
      String change = ReferralWords.reason(group.before(), group.after());
      if (!change.equals(last)) {
        lines.item(2, "", change);
      }
      last = change;
      lines.item(4, number++ + ". ", ReferralWords.of(group.facts()));
    }
  }
}
