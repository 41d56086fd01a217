package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.revision.FactValues;
import clin087.revision.Interval;
import clin087.revision.PolicyAnswer;
import clin087.words.Words;
import clin087.words.Words.Range;
import java.util.ArrayList;
import java.util.List;

/** Describes groups of referrals in plain English. */
final class ReferralWords {
  private ReferralWords() {}

  /** What referrals have in common, in words. */
  static String of(List<FactValues> facts) {
    return facts.isEmpty() ? "every referral" : joined(parts(facts));
  }

  /** What referrals have in common, without what has been said already. */
  static String beyond(List<FactValues> said, List<FactValues> facts) {
    if (said.isEmpty()) {
      return of(facts);
    }
    List<String> rest = new ArrayList<>(parts(facts));
    rest.removeAll(parts(said));
    return rest.isEmpty() ? "every one" : joined(rest);
  }

  private static String joined(List<String> parts) {
    return String.join("; ", parts);
  }

  private static List<String> parts(List<FactValues> facts) {
    List<String> words = new ArrayList<>();
    for (FactValues values : facts) {
      words.add(of(values));
    }
    return words;
  }

  /** The values of one fact, in words. */
  static String of(FactValues values) {
    Fact fact = values.fact();
    if (!values.stated()) {
      return fact.label() + " not stated";
    }
    if (fact.type() == FactType.SET) {
      return ofSet(values);
    }
    return ofValue(values) + (values.unstated() ? " or not stated" : "");
  }

  private static String ofValue(FactValues values) {
    List<Range> ranges = new ArrayList<>();
    for (Interval each : values.values()) {
      ranges.add(new Range(each.min(), each.max()));
    }
    Fact fact = values.fact();
    String words = ranges.isEmpty() ? fact.label() : Words.values(fact, ranges, false);
    return words + (values.note().isEmpty() ? "" : " " + values.note());
  }

  private static String ofSet(FactValues values) {
    Fact set = values.fact();
    List<String> parts = new ArrayList<>();
    if ((values.present() | values.absent()) != 0) {
      parts.add(Words.members(set, values.present(), values.absent()));
    }
    add(parts, "not said: ", set, values.unknown());
    add(parts, "not said to apply: ", set, values.notPresent());
    add(parts, "not said not to apply: ", set, values.notAbsent());
    add(parts, "said whether or not: ", set, values.notUnknown());
    boolean known = (values.present() | values.absent() | values.notUnknown()) != 0;
    if (!values.note().isEmpty()) {
      parts.add("stated " + values.note() + (values.unstated() ? " or not stated" : ""));
    } else if (!known && !values.unstated()) {
      parts.add("stated");
    }
    String joined = String.join(", ", parts);
    boolean plain = (values.present() | values.absent()) != 0;
    return plain ? joined : set.label() + " " + joined;
  }

  private static void add(List<String> parts, String words, Fact set, long members) {
    if (members != 0) {
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < set.choices().size(); i++) {
        if ((members >> i & 1) == 1) {
          labels.add(set.choices().get(i).label());
        }
      }
      parts.add(words + String.join(", ", labels));
    }
  }

  /** A verdict with its clauses, such as "ELIGIBLE (3.2(a), 3.2(b))". */
  static String of(PolicyAnswer answer) {
    return answer.clauses().isEmpty()
        ? answer.verdict()
        : answer.verdict() + " (" + String.join(", ", answer.clauses()) + ")";
  }

  /** A change of verdict. */
  static String change(PolicyAnswer before, PolicyAnswer after) {
    return of(before) + " -> " + of(after);
  }

  /** The differences between two answers with the same verdict. */
  static String reason(PolicyAnswer before, PolicyAnswer after) {
    List<String> parts = new ArrayList<>();
    if (!before.clauses().equals(after.clauses())) {
      parts.add(change(before, after));
    } else {
      parts.add(of(after));
    }
    if (!before.actions().equals(after.actions())) {
      parts.add("another action");
    }
    if (before.attention() != after.attention()) {
      parts.add(after.attention() ? "now with attention" : "no longer with attention");
    }
    return String.join(", ", parts);
  }
}
