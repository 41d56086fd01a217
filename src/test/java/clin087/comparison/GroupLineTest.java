package clin087.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.policy.Outcome;
import clin087.revision.FactValues;
import clin087.revision.Interval;
import clin087.revision.PolicyAnswer;
import clin087.revision.ReferralGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Groups are told by a number where that is all they ask, and never where it is not: functions of a
 * yes-or-no fact and the three members of a set, cut into groups that do not overlap.
 */
class GroupLineTest {
  private static final int FACTS = 4;

  /** All would take too long. */
  private static final int EVERY = 13;

  private static final List<String> LABELS = List.of("treated", "pain", "weakness", "numbness");
  private static final Fact TREATED = Given.fact(Given.everyFeature(), "/treated");
  private static final Fact SYMPTOMS = Given.fact(Given.everyFeature(), "/symptoms/list");
  private static final PolicyAnswer ANSWER =
      new PolicyAnswer("V", Outcome.PROCEED, false, List.of(), List.of(), List.of(), false);

  /** Adds the groups where a function holds, of those that hold and do not hold already. */
  private static void cut(int function, int fact, int holds, int not, List<ReferralGroup> groups) {
    boolean all = true;
    boolean none = true;
    for (int value = 0; value < 1 << FACTS; value++) {
      if ((value & holds) == holds && (value & not) == 0) {
        boolean is = (function >> value & 1) == 1;
        all &= is;
        none &= !is;
      }
    }
    if (all) {
      groups.add(group(holds, not));
    } else if (!none) {
      cut(function, fact + 1, holds | 1 << fact, not, groups);
      cut(function, fact + 1, holds, not | 1 << fact, groups);
    }
  }

  private static ReferralGroup group(int holds, int not) {
    List<FactValues> facts = new ArrayList<>();
    if (((holds | not) & 1) == 1) {
      Interval code = new Interval(holds & 1, holds & 1);
      facts.add(new FactValues(TREATED, List.of(code), 0, 0, 0, 0, 0, 0, true, false, ""));
    }
    if ((holds | not) >> 1 != 0) {
      facts.add(
          new FactValues(SYMPTOMS, List.of(), holds >> 1, not >> 1, 0, 0, 0, 0, true, false, ""));
    }
    return new ReferralGroup(ANSWER, ANSWER, facts, null);
  }

  /** Where what a line says holds. */
  private static int function(GroupLine line) {
    int function = 0;
    for (int value = 0; value < 1 << FACTS; value++) {
      function |= isAllowed(value, line) ? 1 << value : 0;
    }
    return function;
  }

  private static boolean isAllowed(int value, GroupLine line) {
    int members = value >> 1;
    for (FactValues values : line.facts()) {
      boolean allowed =
          values.fact() == TREATED
              ? values.values().get(0).min() == (value & 1)
              : (members & values.present()) == values.present()
                  && (members & values.absent()) == 0;
      if (!allowed) {
        return false;
      }
    }
    return line.counted().isEmpty() || isCounted(value, line.counted().split(" of: ", 2));
  }

  private static boolean isCounted(int value, String[] numberAndLabels) {
    int holding = 0;
    for (String label : numberAndLabels[1].split(", ", -1)) {
      holding += value >> LABELS.indexOf(label) & 1;
    }
    String[] words = numberAndLabels[0].split(" ", -1);
    int number = Integer.parseInt(words[words.length - 1]);
    return switch (words[0]) {
      case "exactly" -> holding == number;
      case "at" -> words[1].equals("least") ? holding >= number : holding <= number;
      default -> Integer.parseInt(words[0]) <= holding && holding <= number;
    };
  }

  /**
   * Whether how many facts hold is all that the function asks, and those are next to each other.
   */
  private static boolean isCounted(int function) {
    TreeSet<Integer> in = new TreeSet<>();
    TreeSet<Integer> out = new TreeSet<>();
    for (int value = 0; value < 1 << FACTS; value++) {
      ((function >> value & 1) == 1 ? in : out).add(Integer.bitCount(value));
    }
    return in.stream().noneMatch(out::contains) && in.last() - in.first() < in.size();
  }

  @Test
  void linesTellTheGroupsAndNothingElse() {
    int counted = 0;
    for (int function = 1; function < 1 << (1 << FACTS); function++) {
      boolean all = isCounted(function);
      if (!all && function % EVERY != 0) {
        continue;
      }
      List<ReferralGroup> groups = new ArrayList<>();
      cut(function, 0, 0, 0, groups);
      List<GroupLine> lines = GroupLine.of(groups);
      int told = 0;
      int number = 0;
      for (GroupLine line : lines) {
        assertEquals(0, told & function(line), "told twice: " + lines);
        told |= function(line);
        number += line.groups();
        counted += line.groups() > 1 ? 1 : 0;
      }
      assertEquals(function, told, lines.toString());
      assertEquals(groups.size(), number);
      if (all) {
        assertEquals(1, lines.size(), lines.toString());
      }
    }
    assertTrue(counted > 20, "counted: " + counted);
  }

  @Test
  void aLineSaysNothingTwice() {
    List<ReferralGroup> groups = List.of(group(1 | 2, 4), group(1 | 4, 2));
    GroupLine line = GroupLine.of(groups).get(0);
    assertEquals("treated; exactly 1 of: pain, weakness", line.words(List.of()));
    assertEquals("exactly 1 of: pain, weakness", line.words(line.facts()));
    assertEquals("7 to 8. ", line.marker(7));
    assertEquals(
        List.of("1. ", "1. "), GroupLine.each(groups).stream().map(e -> e.marker(1)).toList());
  }

  @Test
  void factsOfOneLabelAreNotTakenForOneAnother() {
    Fact available = labelled("MCAS", FactType.BOOLEAN, List.of());
    Fact seen = labelled("MCAS", FactType.BOOLEAN, List.of());
    Fact cosmetic = labelled("cosmetic purpose", FactType.BOOLEAN, List.of());
    assertToldApart(
        List.of(is(available, false), is(seen, true)),
        List.of(is(available, true), is(seen, false), is(cosmetic, true)));
    assertToldApart(
        List.of(is(available, true), is(seen, false)),
        List.of(is(available, false), is(seen, true)));
  }

  @Test
  void membersOfOneLabelInTwoSetsAreNotTakenForOneAnother() {
    List<Choice> choices = List.of(new Choice("other", "another"));
    Fact signs = labelled("signs", FactType.SET, choices);
    Fact tests = labelled("tests", FactType.SET, choices);
    assertToldApart(
        List.of(members(signs, 1, 0), members(tests, 0, 1)),
        List.of(members(signs, 0, 1), members(tests, 1, 0)));
  }

  private static void assertToldApart(List<FactValues> one, List<FactValues> other) {
    List<ReferralGroup> groups =
        List.of(
            new ReferralGroup(ANSWER, ANSWER, one, null),
            new ReferralGroup(ANSWER, ANSWER, other, null));
    assertEquals(GroupLine.each(groups), GroupLine.of(groups));
  }

  private static Fact labelled(String label, FactType type, List<Choice> choices) {
    Limits limits = new Limits(0, 0, 0, "", false, 0, false);
    return new Fact(
        0,
        "/some",
        label,
        type,
        choices,
        "?",
        null,
        Fact.UNSTATED,
        List.of(),
        false,
        List.of(),
        limits);
  }

  private static FactValues is(Fact fact, boolean holds) {
    long code = holds ? 1 : 0;
    return new FactValues(
        fact, List.of(new Interval(code, code)), 0, 0, 0, 0, 0, 0, true, false, "");
  }

  private static FactValues members(Fact set, long present, long absent) {
    return new FactValues(set, List.of(), present, absent, 0, 0, 0, 0, true, false, "");
  }
}
