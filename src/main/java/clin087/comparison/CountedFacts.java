package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.revision.FactValues;
import clin087.revision.ReferralGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The yes-or-no facts and members of sets that distinguish groups, and how many of them hold. */
final class CountedFacts {
  /** Whether each holds in each group; null if the group does not ask for it. */
  private final Map<Counted, Boolean[]> asked = new LinkedHashMap<>();

  private final int groups;

  /** A yes-or-no fact, or one member of a set, by its number; facts may share a label. */
  private record Counted(Fact fact, int member) {
    String label() {
      return fact.type() == FactType.SET ? fact.choices().get(member).label() : fact.label();
    }
  }

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
      add(group, new Counted(fact, 0), values.values().get(0).min() == 1);
      return;
    }
    for (int i = 0; i < fact.choices().size(); i++) {
      boolean has = (values.present() >> i & 1) == 1;
      if (has || (values.absent() >> i & 1) == 1) {
        add(group, new Counted(fact, i), has);
      }
    }
  }

  private void add(int group, Counted counted, boolean holds) {
    asked.computeIfAbsent(counted, key -> new Boolean[groups])[group] = holds;
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
    Set<String> labels = labels();
    // a label that two of them share would not say which is meant
    boolean ambiguous = labels.size() < asked.size();
    return groups < 2 || gaps || ambiguous
        ? ""
        : words(numbers) + " of: " + String.join(", ", labels);
  }

  private Set<String> labels() {
    Set<String> labels = new LinkedHashSet<>();
    asked.keySet().forEach(counted -> labels.add(counted.label()));
    return labels;
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
