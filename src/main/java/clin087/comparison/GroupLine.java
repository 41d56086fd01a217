package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.revision.FactValues;
import clin087.revision.Interval;
import clin087.revision.ReferralGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line about one group, or about several groups that differ only in the yes-or-no facts and
 * members of sets that hold, if together they ask only how many of these hold.
 *
 * @param groups how many groups it is about
 * @param facts the values that all of them have
 * @param counted how many of which hold, such as "exactly 2 of: a, b, c"; empty for one group
 */
record GroupLine(int groups, List<FactValues> facts, String counted) {
  /** Divides the groups of one change into lines, in their order. */
  static List<GroupLine> of(List<ReferralGroup> groups) {
    List<GroupLine> lines = new ArrayList<>();
    int from = 0;
    while (from < groups.size()) {
      int to = from + 1;
      while (to < groups.size() && others(groups.get(to)).equals(others(groups.get(from)))) {
        to++;
      }
      List<ReferralGroup> alike = groups.subList(from, to);
      String counted = CountedFacts.of(alike).words();
      if (counted.isEmpty()) {
        lines.addAll(each(alike));
      } else {
        lines.add(new GroupLine(alike.size(), common(alike), counted));
      }
      from = to;
    }
    return lines;
  }

  /** A line for each group. */
  static List<GroupLine> each(List<ReferralGroup> groups) {
    return groups.stream().map(group -> new GroupLine(1, group.facts(), "")).toList();
  }

  /** The line about all groups of a change; null if one line is not enough. */
  static @Nullable GroupLine only(List<ReferralGroup> groups) {
    List<GroupLine> told = of(groups);
    return told.size() == 1 ? told.get(0) : null;
  }

  /** The numbers of its groups, of which the first is given. */
  String marker(int first) {
    return numbers(first, groups) + ". ";
  }

  /** The numbers of groups, of which the first is given. */
  static String numbers(int first, int groups) {
    return groups == 1 ? "" + first : first + " to " + (first + groups - 1);
  }

  /** The line in words, without what has been said already. */
  String words(List<FactValues> said) {
    if (counted.isEmpty()) {
      return ReferralWords.beyond(said, facts);
    }
    List<FactValues> more = facts.stream().filter(values -> !said.contains(values)).toList();
    return more.isEmpty() ? counted : ReferralWords.beyond(said, more) + "; " + counted;
  }

  /** The values of a group for facts that cannot be counted. */
  private static List<FactValues> others(ReferralGroup group) {
    return group.facts().stream().filter(values -> !isCountable(values)).toList();
  }

  /** Whether values say only whether a fact holds, or which members a set has. */
  static boolean isCountable(FactValues values) {
    if (values.unstated() || !values.stated() || !values.note().isEmpty()) {
      return false;
    }
    if (values.fact().type() == FactType.SET) {
      return (values.unknown() | values.notPresent() | values.notAbsent() | values.notUnknown())
          == 0;
    }
    List<Interval> codes = values.values();
    return values.fact().type() == FactType.BOOLEAN
        && codes.size() == 1
        && codes.get(0).min() == codes.get(0).max();
  }

  /** The values that all groups share. */
  private static List<FactValues> common(List<ReferralGroup> groups) {
    List<FactValues> common = new ArrayList<>();
    for (FactValues values : groups.get(0).facts()) {
      long present = values.present();
      long absent = values.absent();
      boolean same = true;
      for (ReferralGroup group : groups) {
        FactValues other = of(group, values.fact());
        same &= other != null && other.equals(values);
        present &= other == null ? 0 : other.present();
        absent &= other == null ? 0 : other.absent();
      }
      if (same) {
        common.add(values);
      } else if ((present | absent) != 0) {
        common.add(
            new FactValues(values.fact(), List.of(), present, absent, 0, 0, 0, 0, true, false, ""));
      }
    }
    return common;
  }

  private static @Nullable FactValues of(ReferralGroup group, Fact fact) {
    for (FactValues values : group.facts()) {
      if (values.fact() == fact) {
        return values;
      }
    }
    return null;
  }
}
