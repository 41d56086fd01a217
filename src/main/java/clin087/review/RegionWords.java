package clin087.review;

import clin087.analysis.Answer;
import clin087.analysis.Interval;
import clin087.analysis.Region;
import clin087.analysis.Region.Part;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.review.Words.Range;
import java.util.ArrayList;
import java.util.List;

/** Regions of referrals in plain English. */
final class RegionWords {
  private RegionWords() {}

  /** What the referrals of a region have in common. */
  static String of(Region region) {
    return region.parts().isEmpty() ? "every referral" : of(region.parts());
  }

  /** The same, but for what has been said already. */
  static String beyond(List<Part> said, Region region) {
    List<Part> rest = new ArrayList<>(region.parts());
    rest.removeAll(said);
    return rest.isEmpty() ? "every one" : of(rest);
  }

  static String of(List<Part> parts) {
    List<String> words = new ArrayList<>();
    for (Part part : parts) {
      words.add(of(part));
    }
    return String.join("; ", words);
  }

  /** What all of several regions say. */
  static List<Part> common(List<Region> regions) {
    if (regions.size() < 2) {
      return List.of();
    }
    List<Part> common = new ArrayList<>(regions.get(0).parts());
    for (Region region : regions) {
      common.retainAll(region.parts());
    }
    return common;
  }

  private static String of(Part part) {
    Fact fact = part.fact();
    boolean assumed = !part.literal() && fact.assumed() != Fact.UNSTATED;
    if (!part.stated()) {
      return fact.label() + (assumed ? " neither stated nor assumed" : " not stated");
    }
    String stated = stated(part);
    if (!part.unstated()) {
      return stated;
    }
    boolean list = fact.type() == FactType.SET;
    String or = list ? ", or " + fact.label() + " " : " or ";
    return stated + or + (assumed ? "neither stated nor assumed" : "not stated");
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
