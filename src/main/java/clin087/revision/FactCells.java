package clin087.revision;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.revision.ComparedFact.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Divides the values of a fact of two policies into cells, within which neither policy
 * distinguishes.
 */
final class FactCells {
  private static final int NONE = ComparedFact.NONE;

  private final @Nullable Fact[] facts;
  private final Fact shown;
  private final ComparedPolicy[] policies;
  private final List<String> special;

  /** The cells, by what distinguishes them. */
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  FactCells(@Nullable Fact[] facts, Fact shown, ComparedPolicy[] policies, List<String> special) {
    this.facts = facts.clone();
    this.shown = shown;
    this.policies = policies.clone();
    this.special = special;
  }

  /**
   * Whether two facts with the same path have values of the same type, so that both may read the
   * same value.
   */
  static boolean areComparable(Fact one, Fact other) {
    return one.type() == other.type()
        || (isNumber(one) && isNumber(other))
        || (one.type() == FactType.TEXT && isString(other))
        || (other.type() == FactType.TEXT && isString(one));
  }

  private static boolean isNumber(Fact fact) {
    return fact.type() == FactType.INTEGER || fact.type() == FactType.DECIMAL;
  }

  private static boolean isString(Fact fact) {
    return fact.type() == FactType.CHOICE || fact.type() == FactType.DATE;
  }

  /** A fact with the values of both facts. */
  static Fact shown(@Nullable Fact before, @Nullable Fact after) {
    if (before == null || after == null) {
      Fact only = before == null ? after : before;
      if (only == null) {
        throw new IllegalArgumentException("a fact of neither policy");
      }
      return only;
    }
    if (before.type() == FactType.TEXT) {
      return after;
    }
    if (after.type() == FactType.TEXT) {
      return before;
    }
    if (before.type().isListed()) {
      return withChoices(after, before);
    }
    return before.limits().decimals() > after.limits().decimals() ? before : after;
  }

  private static Fact withChoices(Fact fact, Fact other) {
    List<Choice> all = new ArrayList<>(fact.choices());
    for (Choice choice : other.choices()) {
      if (fact.choice(choice.value()) < 0) {
        all.add(choice);
      }
    }
    return fact.with(all);
  }

  /** The code of a value, without regard to the fact's limits. */
  static long code(Fact fact, String word) {
    return fact.type().isListed() ? fact.choice(word) : fact.code(word);
  }

  List<Cell> cells() {
    if (shown.type() == FactType.TEXT) {
      addTexts();
    } else if (shown.type().isOrdered()) {
      addRanges();
    } else {
      for (int code = 0; code < shown.choices().size(); code++) {
        addChoice(code);
      }
    }
    addOtherTexts();
    return new ArrayList<>(cells.values());
  }

  private void addChoice(int code) {
    String word = shown.choices().get(code).value();
    int[] regions = {NONE, NONE};
    for (int side = 0; side < 2; side++) {
      Fact fact = facts[side];
      if (fact != null && fact.type() == FactType.TEXT) {
        regions[side] = fits(fact, word) ? 0 : NONE;
      } else if (fact != null) {
        int own = fact.choice(word);
        regions[side] = own < 0 ? NONE : policies[side].region(fact, own);
      }
    }
    add(regions, new Interval(code, code), word, "", 1);
  }

  private static boolean fits(Fact text, String word) {
    int most = text.limits().maxLength();
    return most == 0 || word.codePointCount(0, word.length()) <= most;
  }

  private void addTexts() {
    Interval stated = new Interval(1, 1);
    int[] both = {facts[0] == null ? NONE : 0, facts[1] == null ? NONE : 0};
    add(both, stated, "", "", 1);
    for (int side = 0; side < 2; side++) {
      Fact own = facts[side];
      Fact other = facts[1 - side];
      if (own == null || other == null) {
        continue;
      }
      int[] regions = {side == 0 ? 0 : NONE, side == 1 ? 0 : NONE};
      int most = other.limits().maxLength();
      if (most > 0 && (own.limits().maxLength() == 0 || own.limits().maxLength() > most)) {
        add(regions, stated, "", "of more than " + most + " characters", -1);
      }
      if (own.limits().controlCharacters() && !other.limits().controlCharacters()) {
        add(regions, stated, "", "with control characters", -1);
      }
    }
  }

  /** Adds the texts that one policy accepts while the other has choices or dates. */
  private void addOtherTexts() {
    for (int side = 0; side < 2; side++) {
      Fact own = facts[side];
      if (own != null && own.type() == FactType.TEXT && shown.type() != FactType.TEXT) {
        int[] regions = {side == 0 ? 0 : NONE, side == 1 ? 0 : NONE};
        cells.put("text", new Cell(regions[0], regions[1], List.of(), "another text", -1));
      }
    }
  }

  private void addRanges() {
    List<Long> starts = starts();
    for (int i = 0; i + 1 < starts.size(); i++) {
      long from = starts.get(i);
      long to = starts.get(i + 1) - 1;
      long step = Math.max(factor(0), factor(1));
      String word = special(from);
      if (step == 1) {
        add(regions(from, 1), new Interval(from, to), word, "", 1);
        continue;
      }
      long first = -Math.floorDiv(-from, step) * step;
      long last = Math.floorDiv(to, step) * step;
      if (first <= last) {
        add(regions(first, 1), new Interval(first, last), word, "", step);
      }
      if (to > from || first != from) {
        int decimals = Math.min(decimals(0), decimals(1));
        String note = "with more than " + decimals + (decimals == 1 ? " decimal" : " decimals");
        add(regions(from, step), new Interval(from, to), "", note, -step);
      }
    }
  }

  private String special(long code) {
    String word = shown.words(code).get(0);
    for (String each : special) {
      if (code(shown, each) == code) {
        return word;
      }
    }
    return "";
  }

  /** The regions of a code; none in a policy with fewer decimals than the step needs. */
  private int[] regions(long code, long step) {
    int[] regions = {NONE, NONE};
    for (int side = 0; side < 2; side++) {
      Fact fact = facts[side];
      if (fact == null) {
        continue;
      }
      if (fact.type() == FactType.TEXT) {
        regions[side] = fits(fact, shown.words(code).get(0)) ? 0 : NONE;
      } else if (step == 1 || factor(side) == 1) {
        long own = Math.floorDiv(code, factor(side));
        boolean allowed = min(side, fact) <= own && own <= max(side, fact);
        regions[side] = allowed ? policies[side].region(fact, own) : NONE;
      }
    }
    return regions;
  }

  private long min(int side, Fact fact) {
    return fact.limits().min(policies[side].asOf);
  }

  private long max(int side, Fact fact) {
    return fact.limits().max(policies[side].asOf);
  }

  private int decimals(int side) {
    Fact fact = facts[side];
    return fact == null ? shown.limits().decimals() : fact.limits().decimals();
  }

  /** How many codes of the shown fact are one code of a policy's fact. */
  private long factor(int side) {
    long factor = 1;
    for (int i = decimals(side); i < shown.limits().decimals(); i++) {
      factor *= 10;
    }
    return factor;
  }

  /** The beginnings of values that may be distinguished, and the end. */
  private List<Long> starts() {
    SortedSet<Long> starts = new TreeSet<>();
    for (int side = 0; side < 2; side++) {
      Fact fact = facts[side];
      if (fact == null || !fact.type().isOrdered()) {
        continue;
      }
      starts.add(min(side, fact) * factor(side));
      starts.add(max(side, fact) * factor(side) + 1);
      for (long cut : policies[side].cuts(fact)) {
        if (min(side, fact) < cut && cut <= max(side, fact)) {
          starts.add(cut * factor(side));
        }
      }
    }
    for (String word : special) {
      long code = code(shown, word);
      if (code != Fact.UNSTATED && starts.first() <= code && code < starts.last()) {
        starts.add(code);
        starts.add(code + 1);
      }
    }
    return new ArrayList<>(starts);
  }

  private void add(int[] regions, Interval values, String special, String note, long step) {
    if (regions[0] < 0 && regions[1] < 0) {
      return;
    }
    // only the region distinguishes choices, unless they are special
    boolean apart =
        !special.isEmpty() && (shown.type().isOrdered() || this.special.contains(special));
    String kind = regions[0] + " " + regions[1] + " " + note + (apart ? " " + special : "");
    Cell known = cells.get(kind);
    List<Interval> all = new ArrayList<>(known == null ? List.of() : known.values());
    if (!all.isEmpty() && all.get(all.size() - 1).max() + Math.abs(step) >= values.min()) {
      Interval last = all.remove(all.size() - 1);
      all.add(new Interval(last.min(), Math.max(last.max(), values.max())));
    } else {
      all.add(values);
    }
    cells.put(kind, new Cell(regions[0], regions[1], List.copyOf(all), note, step));
  }
}
