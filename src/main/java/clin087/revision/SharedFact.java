package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A fact of two policies, with the values that both can read. Where only one policy declares it,
 * the other ignores it. One more value says that it is not stated.
 */
final class SharedFact {
  final String path;

  /** That of the old policy and that of the new one; null where there is none. */
  private final @Nullable Fact[] facts;

  private final long asOf;

  /** The one whose codes and words are used for both. */
  final Fact shown;

  /** Of a fact that is not a set: values that neither policy tells apart. */
  final List<Cell> cells = new ArrayList<>();

  /** Of a set: the values that some rule of either policy asks for. */
  final List<Member> members = new ArrayList<>();

  /**
   * Whether it is taken as the referral states it. Otherwise both policies assume the same of it,
   * so that only what is stated or assumed matters: then it is "not stated" when it is neither.
   */
  final boolean literal;

  /** Whether there are values that both can read. */
  private final boolean readable;

  /** The level of it or, for a set, of whether it is stated, its members following. */
  int level;

  /** Some of the values; the region of each policy that they lie in, and their codes. */
  record Cell(int before, int after, List<Interval> values) {
    int region(int side) {
      return side == 0 ? before : after;
    }
  }

  /** A value of a set: its positions in the two policies, -1 where there is none. */
  record Member(String word, int before, int after, boolean common) {
    int position(int side) {
      return side == 0 ? before : after;
    }
  }

  /**
   * @param special values that must not be taken together with others
   */
  SharedFact(String path, Edition[] editions, boolean literal, List<String> special) {
    this.path = path;
    this.asOf = editions[0].asOf;
    this.literal = literal;
    this.facts = new @Nullable Fact[] {editions[0].fact(path), editions[1].fact(path)};
    Fact before = facts[0];
    Fact after = facts[1];
    if (before == null && after == null) {
      throw new IllegalArgumentException("a fact of neither policy: " + path);
    }
    this.shown = before == null ? after : after == null ? before : simpler(before, after);
    this.readable = before == null || after == null || bothCanRead(before, after);
    addMembers(editions, !special.isEmpty());
    if (readable && shown.type() != FactType.SET) {
      addCells(editions, special);
    }
  }

  /** The fact of the old policy, 0, or the new one, 1. */
  @Nullable Fact fact(int side) {
    return facts[side];
  }

  /** Whether it may be stated as a set. */
  boolean isSet() {
    return readable && shown.type() == FactType.SET;
  }

  /** How many levels it takes. */
  int levels() {
    return 1 + members.size();
  }

  /** How many values there are at its level: those that are stated, and "not stated". */
  int branches() {
    return isSet() ? 2 : cells.size() + 1;
  }

  /** The value "not stated". */
  int unstated() {
    return branches() - 1;
  }

  /** The level of a value of the set in a policy; -1 where no rule asks for it. */
  int memberLevel(int side, long position) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).position(side) == position) {
        return level + 1 + i;
      }
    }
    return -1;
  }

  /** The cell that a value of one policy's fact lies in; -1 where the other cannot read it. */
  int cell(int side, long code) {
    for (int i = 0; i < cells.size(); i++) {
      for (Interval values : cells.get(i).values) {
        Fact fact = facts[side];
        if (fact != null
            && translated(values.min(), fact) <= code
            && code <= translated(values.max(), fact)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Fact simpler(Fact before, Fact after) {
    if (before.type() == after.type() || isNumber(before)) {
      return before.limits().decimals() < after.limits().decimals() ? before : after;
    }
    return after.type() == FactType.TEXT ? before : after;
  }

  private static boolean isNumber(Fact fact) {
    return fact.type() == FactType.INTEGER || fact.type() == FactType.DECIMAL;
  }

  private static boolean isString(Fact fact) {
    return fact.type() == FactType.CHOICE || fact.type() == FactType.DATE;
  }

  private static boolean bothCanRead(Fact one, Fact other) {
    return one.type() == other.type()
        || (isNumber(one) && isNumber(other))
        || (one.type() == FactType.TEXT && isString(other))
        || (other.type() == FactType.TEXT && isString(one));
  }

  private void addMembers(Edition[] editions, boolean all) {
    List<String> words = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact != null && fact.type() == FactType.SET) {
        words.addAll(fact.values());
      }
    }
    for (String word : new LinkedHashSet<>(words)) {
      int[] positions = {-1, -1};
      boolean asked = all;
      boolean common = true;
      for (int side = 0; side < 2; side++) {
        Fact fact = facts[side];
        if (fact != null && fact.type() == FactType.SET) {
          positions[side] = fact.choice(word);
          asked |= editions[side].asksFor(fact, positions[side]);
          common &= positions[side] >= 0;
        }
      }
      if (asked) {
        members.add(new Member(word, positions[0], positions[1], common));
      }
    }
  }

  private void addCells(Edition[] editions, List<String> special) {
    List<Long> starts = starts(editions, special);
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      long start = starts.get(i);
      long end = i + 1 < starts.size() ? starts.get(i + 1) - 1 : shown.limits().max(asOf);
      int[] regions = {0, 0};
      boolean common = true;
      for (int side = 0; side < 2; side++) {
        Fact fact = facts[side];
        if (fact != null) {
          long code = translated(start, fact);
          common &= code != Fact.UNSTATED;
          regions[side] = code == Fact.UNSTATED ? 0 : editions[side].region(fact, code);
        }
      }
      if (common) {
        String word = String.join(", ", shown.words(start));
        String kind = regions[0] + " " + regions[1] + (special.contains(word) ? " " + word : "");
        addCell(kinds, kind, regions, new Interval(start, end));
      }
    }
  }

  private void addCell(List<String> kinds, String kind, int[] regions, Interval values) {
    int at = kinds.indexOf(kind);
    if (at < 0) {
      kinds.add(kind);
      cells.add(new Cell(regions[0], regions[1], List.of(values)));
      return;
    }
    List<Interval> all = new ArrayList<>(cells.get(at).values);
    Interval last = all.get(all.size() - 1);
    if (last.max() + 1 == values.min()) {
      all.set(all.size() - 1, new Interval(last.min(), values.max()));
    } else {
      all.add(values);
    }
    cells.set(at, new Cell(regions[0], regions[1], List.copyOf(all)));
  }

  /** Where values begin that might be told apart, in the codes of the fact that is shown. */
  private List<Long> starts(Edition[] editions, List<String> special) {
    SortedSet<Long> starts = new TreeSet<>();
    long min = shown.limits().min(asOf);
    long max = Math.max(min, shown.limits().max(asOf));
    if (!shown.type().isOrdered()) {
      for (long code = min; code <= max; code++) {
        starts.add(code);
      }
      return new ArrayList<>(starts);
    }
    starts.add(min);
    for (int side = 0; side < 2; side++) {
      Fact fact = facts[side];
      if (fact == null || !fact.type().isOrdered()) {
        continue;
      }
      List<Long> cuts = editions[side].cuts(fact);
      cuts.add(fact.limits().min(asOf));
      cuts.add(fact.limits().max(asOf) + 1);
      long factor = factor(fact);
      for (long cut : cuts) {
        starts.add(-Math.floorDiv(-cut, factor));
      }
    }
    for (String word : special) {
      long value = shown.code(word);
      if (value != Fact.UNSTATED) {
        starts.add(value);
        starts.add(value + 1);
      }
    }
    return new ArrayList<>(starts.subSet(min, max + 1));
  }

  /** How many codes of a fact make one of the fact that is shown. */
  private long factor(Fact fact) {
    long factor = 1;
    for (int i = shown.limits().decimals(); i < fact.limits().decimals(); i++) {
      factor *= 10;
    }
    return factor;
  }

  /** The code of another fact for a value of the one that is shown; unstated where it has none. */
  private long translated(long code, Fact fact) {
    if (fact.type() == FactType.TEXT) {
      int most = fact.limits().maxLength();
      List<String> words = shown.words(code);
      boolean fits = most == 0 || words.isEmpty() || words.get(0).length() <= most;
      return fits ? 1 : Fact.UNSTATED;
    }
    if (fact.type() == FactType.CHOICE) {
      int choice = fact.choice(shown.words(code).get(0));
      return choice < 0 ? Fact.UNSTATED : choice;
    }
    long same = code * factor(fact);
    return fact.limits().allows(same, asOf) ? same : Fact.UNSTATED;
  }
}
