package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.revision.Answer;
import clin087.revision.Interval;
import clin087.revision.Region;
import clin087.revision.Region.Part;
import clin087.words.Words;
import clin087.words.Words.Range;
import java.util.ArrayList;
import java.util.List;

/** Regions of referrals in plain English. */
final class RegionWords {
  private RegionWords() {}

  /** What the referrals of a region have in common. */
  static String of(Region region) {
    return region.parts().isEmpty() ? "every referral" : joined(parts(region));
  }

  /** The same, but for what has been said already. */
  static String beyond(List<String> said, List<String> parts) {
    List<String> rest = new ArrayList<>(parts);
    rest.removeAll(said);
    return rest.isEmpty() ? "every one" : joined(rest);
  }

  static String joined(List<String> parts) {
    return String.join("; ", parts);
  }

  /** What all of several regions say. */
  static List<String> common(List<List<String>> regions) {
    if (regions.size() < 2) {
      return List.of();
    }
    List<String> common = new ArrayList<>(regions.get(0));
    for (List<String> parts : regions) {
      common.retainAll(parts);
    }
    return common;
  }

  /** The same, part by part. */
  static List<String> parts(Region region) {
    List<String> words = new ArrayList<>();
    for (Part part : region.parts()) {
      words.add(of(part));
    }
    return words;
  }

  private static String of(Part part) {
    Fact fact = part.fact();
    boolean assumed = !part.literal() && fact.assumed() != Fact.UNSTATED;
    String unstated =
        (assumed ? "neither stated nor assumed" : "not stated")
            + (part.literal() ? ", whatever is assumed" : "");
    if (!part.stated()) {
      return fact.label() + " " + unstated;
    }
    String stated = stated(part);
    if (!part.unstated()) {
      return stated + (part.literal() ? ", stated as such" : "");
    }
    boolean list = fact.type() == FactType.SET;
    String or = list ? ", or " + fact.label() + " " : " or ";
    return stated + or + unstated;
  }

  private static String stated(Part part) {
    Fact fact = part.fact();
    if (fact.type() == FactType.SET) {
      boolean any = part.present() == 0 && part.absent() == 0;
      return any ? fact.label() + " stated" : Words.members(fact, part.present(), part.absent());
    }
    List<Range> ranges = new ArrayList<>();
    for (Interval values : part.values()) {
      ranges.add(new Range(values.min(), values.max()));
    }
    return Words.values(fact, ranges, false);
  }

  /** A verdict with its clauses, such as "ELIGIBLE (3.2(a), 3.2(b))". */
  static String of(Answer answer) {
    return answer.clauses().isEmpty()
        ? answer.verdict()
        : answer.verdict() + " (" + String.join(", ", answer.clauses()) + ")";
  }
}
