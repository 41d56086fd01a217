package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.proof.Diagrams;
import clin087.proof.Example;
import clin087.revision.ComparedFact.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an example referral from a box that states little else. */
final class ExampleMaker {
  private final ComparedFacts facts;
  private final Diagrams diagrams;
  private final long asOf;

  /** Every fact that either policy declares, by path. */
  private final Map<String, Fact> declared = new LinkedHashMap<>();

  ExampleMaker(ComparedPolicy[] policies, ComparedFacts facts, Diagrams diagrams) {
    this.facts = facts;
    this.diagrams = diagrams;
    this.asOf = policies[1].asOf;
    for (int side = 1; side >= 0; side--) {
      for (Fact fact : policies[side].policy.facts()) {
        Fact known = declared.get(fact.path());
        if (known == null || isShorter(fact, known)) {
          declared.put(fact.path(), fact);
        }
      }
    }
  }

  /** Whether a text of one fact has to be shorter than that of another. */
  private static boolean isShorter(Fact fact, Fact other) {
    int most = fact.limits().maxLength();
    return fact.type() == FactType.TEXT
        && other.type() == FactType.TEXT
        && most > 0
        && (other.limits().maxLength() == 0 || most < other.limits().maxLength());
  }

  /**
   * A referral from a box; null if it would have to state something that no example can.
   *
   * @param existing the referrals of the box that exist; at least one
   */
  @Nullable Example example(int existing, Box box) {
    Map<String, Fact> shown = new LinkedHashMap<>(declared);
    Map<String, Long> stated = new HashMap<>();
    int left = existing;
    for (ComparedFact fact : facts.all()) {
      boolean wanted = !box.isFree(fact);
      int[] chosen = new int[fact.levels()];
      for (int i = 0; i < chosen.length; i++) {
        boolean form = fact.hasForm() && i == 0;
        chosen[i] = choose(left, fact, fact.level + i, wanted, form);
        left = diagrams.branch(left, fact.level + i, chosen[i]);
      }
      if (fact.isSet()) {
        putSet(fact, chosen, shown, stated);
      } else if (chosen[0] != fact.unstated()) {
        Cell cell = fact.cells.get(chosen[0]);
        if (cell.values().isEmpty() || (fact.shown.type() == FactType.TEXT && cell.step() < 0)) {
          return null;
        }
        if (fact.shown.type() != FactType.TEXT) {
          shown.put(fact.path, fact.shown);
        }
        stated.put(fact.path, code(fact, cell));
      }
    }
    return example(shown, stated);
  }

  /** The first value that is preferred in examples. */
  private int choose(int left, ComparedFact fact, int level, boolean wanted, boolean form) {
    int count = fact.branches();
    int last = count - 1;
    int assumed = wanted && !fact.isSet() ? assumed(fact) : -1;
    if (assumed >= 0 && diagrams.branch(left, level, assumed) != Diagrams.NO) {
      return assumed;
    }
    if (!wanted && diagrams.branch(left, level, last) != Diagrams.NO) {
      return last;
    }
    for (int value = 0; value < count; value++) {
      if (diagrams.branch(left, level, value) != Diagrams.NO) {
        return value;
      }
    }
    throw new IllegalStateException("some referral is left" + (form ? " in any form" : ""));
  }

  private static int assumed(ComparedFact fact) {
    for (int side = 1; side >= 0; side--) {
      Fact own = fact.fact(side);
      if (own != null && own.assumed() != Fact.UNSTATED) {
        return fact.cell(String.join(", ", own.words(own.assumed())));
      }
    }
    return -1;
  }

  private static void putSet(
      ComparedFact set, int[] chosen, Map<String, Fact> shown, Map<String, Long> stated) {
    long has = 0;
    long open = 0;
    int first = set.hasForm() ? 1 : 0;
    for (int i = 0; i < set.members.size(); i++) {
      long bit = 1L << set.shown.choice(set.members.get(i).word());
      has |= chosen[first + i] == ComparedFact.HAS ? bit : 0;
      open |= chosen[first + i] == ComparedFact.UNKNOWN ? bit : 0;
    }
    boolean partly = set.hasForm() ? chosen[0] == ComparedFact.BY_MEMBERS : open != 0;
    if (set.hasForm() && chosen[0] == ComparedFact.NOT_AT_ALL) {
      return;
    }
    if (partly) {
      open |= unnamed(set, open);
    }
    if (partly && open == set.shown.members()) {
      // a set is stated by members that no rule asks for: states one of them as absent
      open &= ~Long.highestOneBit(unnamed(set, 0));
    }
    if (open != set.shown.members()) {
      shown.put(set.path, set.shown);
      stated.put(set.path, set.shown.partly(has, open));
    }
  }

  /** The members without a level. */
  private static long unnamed(ComparedFact set, long besides) {
    long named = besides;
    for (ComparedFact.Member member : set.members) {
      named |= 1L << set.shown.choice(member.word());
    }
    return set.shown.members() & ~named;
  }

  /** The code of a value of a cell; for days, the one nearest to the date of the check. */
  private long code(ComparedFact fact, Cell cell) {
    Interval values = cell.values().get(0);
    long code = values.min();
    if (fact.shown.type() == FactType.DATE) {
      for (Interval each : cell.values()) {
        long near = Math.max(each.min(), Math.min(each.max(), asOf));
        code = Math.abs(near - asOf) < Math.abs(code - asOf) ? near : code;
      }
    }
    while (cell.step() < 0 && code % -cell.step() == 0) {
      code++;
    }
    return code;
  }

  private static Example example(Map<String, Fact> shown, Map<String, Long> stated) {
    List<Fact> facts = new ArrayList<>();
    List<Long> codes = new ArrayList<>();
    for (Fact fact : shown.values()) {
      facts.add(fact.with(facts.size(), fact.assumed(), List.of(), List.of()));
      codes.add(stated.getOrDefault(fact.path(), Fact.UNSTATED));
    }
    return new Example(facts, codes);
  }
}
