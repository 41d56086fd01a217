package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.revision.FactValues;
import clin087.revision.ReferralGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The yes-or-no facts and members of sets that distinguish groups, and how many of them hold. */
final class CountedFacts {
  /** Whether each holds in each group, by its label; null if the group does not ask for it. */
  private final Map<String, Boolean[]> asked = new LinkedHashMap<>();

  private final int groups;

  private CountedFacts(int groups) {
    this.groups = groups;
  }

  /** Counts the facts of groups that do not overlap. */
  static CountedFacts of(List<ReferralGroup> groups) {
    CountedFacts counted = new CountedFacts(groups.size());
    for (int i = 0; i < groups.size(); i++) {
      for (FactValues values : groups.get(i).facts()) {
        if (GroupLine.isCountable(values)) {
          counted.add(i, values);
        }
      }
    }
    counted.asked.values().removeIf(CountedFacts::isAlike);
    return counted;
  }

  private void add(int group, FactValues values) {
    Fact fact = values.fact();
    if (fact.type() != FactType.SET) {
      add(group, fact.label(), values.values().get(0).min() == 1);
      return;
    }
    for (int i = 0; i < fact.choices().size(); i++) {
      boolean has = (values.present() >> i & 1) == 1;
      if (has || (values.absent() >> i & 1) == 1) {
        add(group, fact.choices().get(i).label(), has);
      }
    }
  }

  private void add(int group, String label, boolean holds) {
    asked.computeIfAbsent(label, key -> new Boolean[groups])[group] = holds;
  }

  private static boolean isAlike(Boolean[] holds) {
    boolean alike = holds[0] != null;
    for (Boolean each : holds) {
      alike &= each != null && each.equals(holds[0]);
    }
    return alike;
  }

  /** How many of them hold, in words, if that is all that the groups ask for; else empty. */
  String words() {
    long[] ways = new long[asked.size() + 1];
    for (int i = 0; i < groups; i++) {
      count(i, ways);
    }
    List<Integer> numbers = new ArrayList<>();
    for (int held = 0; held < ways.length; held++) {
      if (ways[held] == choose(asked.size(), held)) {
        numbers.add(held);
      } else if (ways[held] != 0) {
        return "";
      }
    }
    boolean gaps =
        numbers.isEmpty() || numbers.get(numbers.size() - 1) - numbers.get(0) >= numbers.size();
    return groups < 2 || gaps ? "" : words(numbers) + " of: " + String.join(", ", asked.keySet());
  }

  private String words(List<Integer> numbers) {
    int least = numbers.get(0);
    int most = numbers.get(numbers.size() - 1);
    if (least == most) {
      return "exactly " + least;
    }
    if (most == asked.size()) {
      return "at least " + least;
    }
    return least == 0 ? "at most " + most : least + " to " + most;
  }

  /** Adds the number of ways in which each number of them holds in a group. */
  private void count(int group, long[] ways) {
    int holding = 0;
    int free = 0;
    for (Boolean[] each : asked.values()) {
      holding += Boolean.TRUE.equals(each[group]) ? 1 : 0;
      free += each[group] == null ? 1 : 0;
    }
    for (int more = 0; more <= free; more++) {
      ways[holding + more] += choose(free, more);
    }
  }

  private static long choose(int from, int some) {
    long ways = 1;
    for (int i = 1; i <= some; i++) {
      ways = ways * (from - some + i) / i;
    }
    return ways;
  }
}
