package clin087.comparison;

import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.revision.Impact;
import clin087.revision.OneSidedGroup;
import clin087.revision.PolicyAnswer;
import clin087.revision.ReferralGroup;
import clin087.revision.RuleChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of verdicts that a revision may not make, to be checked before it is published.
 *
 * @param noNew the outcomes that no referral may newly get; if empty, no verdict may change
 * @param allowed the changes that are allowed nevertheless, as {@code FROM:TO}
 */
public record Gate(Set<Outcome> noNew, Set<String> allowed) {
  public Gate {
    noNew = Set.copyOf(noNew);
    allowed = Set.copyOf(allowed);
  }

  /** The names of verdicts in {@code allowed} that neither policy has. */
  public List<String> unknown(Policy before, Policy after) {
    Set<String> known = new LinkedHashSet<>(List.of(PolicyAnswer.INVALID));
    for (Policy policy : List.of(before, after)) {
      for (Verdict verdict : policy.verdicts()) {
        known.add(verdict.id());
      }
    }
    List<String> unknown = new ArrayList<>();
    for (String change : allowed) {
      for (String name : change.split(":", -1)) {
        if (!known.contains(name)) {
          unknown.add(name);
        }
      }
    }
    return unknown;
  }

  /** The forbidden changes, including those that could not be ruled out. */
  public List<String> stopped(Impact impact) {
    Set<String> stopped = new LinkedHashSet<>();
    List<ReferralGroup> groups = new ArrayList<>(impact.verdicts().groups());
    groups.addAll(impact.verdicts().partial());
    for (ReferralGroup group : groups) {
      add(stopped, group.before(), group.after());
    }
    List<OneSidedGroup> oneSided = new ArrayList<>(impact.onlyNew());
    oneSided.addAll(impact.onlyOld());
    for (OneSidedGroup group : oneSided) {
      add(stopped, group.before(), group.after());
    }
    for (RuleChange change : impact.byRules()) {
      Rule old = change.before();
      Rule now = change.after();
      add(
          stopped,
          old.verdict().id(),
          old.verdict().outcome(),
          now.verdict().id(),
          now.verdict().outcome());
    }
    if (!impact.isProved()) {
      stopped.add("what was not found within the budget");
    }
    return List.copyOf(stopped);
  }

  private void add(Set<String> stopped, PolicyAnswer before, PolicyAnswer after) {
    add(stopped, before.verdict(), before.outcome(), after.verdict(), after.outcome());
  }

  private void add(
      Set<String> stopped,
      String before,
      @Nullable Outcome outcomeBefore,
      String after,
      @Nullable Outcome outcomeAfter) {
    boolean counts =
        noNew.isEmpty()
            ? !before.equals(after) || outcomeBefore != outcomeAfter
            : outcomeAfter != null && outcomeAfter != outcomeBefore && noNew.contains(outcomeAfter);
    if (counts && !allowed.contains(before + ":" + after)) {
      stopped.add(before + " -> " + after);
    }
  }
}
