package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact of two policies, with the values that at least one of them can read. Values that a policy
 * cannot read are left out for it. In the diagrams, a fact that is not a set has one level, with a
 * branch for each cell and one for "not stated". A set has a level for each member, with branches
 * for absent, present and unknown. Before them, it has a level for how it is stated, if that
 * matters.
 */
final class ComparedFact {
  /** The branches of the level for how a set is stated: as a list, by members, or not at all. */
  static final int AS_LIST = 0;

  static final int BY_MEMBERS = 1;
  static final int NOT_AT_ALL = 2;

  /** The branches of a member's level. */
  static final int HAS_NOT = 0;

  static final int HAS = 1;
  static final int UNKNOWN = 2;

  /** The position of a member, or the region of a value, that a policy does not know. */
  static final int NONE = -1;

  final String path;

  /** The fact of the old policy and that of the new one; null if there is none. */
  private final @Nullable Fact[] facts;

  /** The fact with the values of both policies; its codes and words are used for both. */
  final Fact shown;

  /** For a fact that is not a set: groups of values that neither policy distinguishes. */
  final List<Cell> cells;

  /** For a set: the members that a rule asks for, or that only one policy knows. */
  final List<Member> members = new ArrayList<>();

  /** Whether it matters how a set is stated. */
  private final boolean hasForm;

  /** Whether a rule asks for a member whose absence only a list can state. */
  private boolean formDecides;

  /** Whether rules distinguish values that only one policy can read. */
  private boolean ownValues;

  /** Whether in one of the policies another fact states it, or an assumption gives way to it. */
  private final boolean tied;

  /** The first of its levels. */
  int level;

  /**
   * A group of values that neither policy distinguishes.
   *
   * @param before their region in the old policy; {@link #NONE} if it cannot read them
   * @param after their region in the new policy
   * @param values the codes of the values
   * @param note a further description of them; empty for none
   * @param step which codes of the intervals count: if more than 1, only its multiples; if
   *     negative, only those that are not multiples
   */
  record Cell(int before, int after, List<Interval> values, String note, long step) {
    int region(int side) {
      return side == 0 ? before : after;
    }

    boolean isCommon() {
      return before >= 0 && after >= 0;
    }
  }

  /** A member, with its positions in the two policies, or {@link #NONE}. */
  record Member(String word, int before, int after) {
    int position(int side) {
      return side == 0 ? before : after;
    }

    boolean isCommon() {
      return before >= 0 && after >= 0;
    }
  }

  /**
   * @param special values that must not be grouped with others
   * @param tied whether another fact states it, or an assumption gives way to it
   * @param formMatters whether it matters how a set is stated, for reasons other than its members
   */
  ComparedFact(
      @Nullable Fact before,
      @Nullable Fact after,
      ComparedPolicy[] policies,
      List<String> special,
      boolean tied,
      boolean formMatters) {
    this.facts = new @Nullable Fact[] {before, after};
    this.shown = FactCells.shown(before, after);
    this.path = shown.path();
    this.tied = tied;
    if (isSet()) {
      this.cells = List.of();
      addMembers(policies, !special.isEmpty());
      boolean matters = formMatters || tied || before == null || after == null;
      for (Member member : members) {
        matters |= !member.isCommon();
      }
      this.hasForm = matters;
    } else {
      this.cells = new FactCells(facts, shown, policies, special).cells();
      this.hasForm = false;
      for (Cell cell : cells) {
        ownValues |= isOfOwnValues(0, cell.before()) || isOfOwnValues(1, cell.after());
      }
    }
  }

  private void addMembers(ComparedPolicy[] policies, boolean all) {
    Set<String> words = new LinkedHashSet<>(shown.values());
    for (String word : words) {
      int[] positions = {NONE, NONE};
      boolean asked = all;
      for (int side = 0; side < 2; side++) {
        Fact fact = facts[side];
        if (fact != null) {
          positions[side] = fact.choice(word);
          asked |= positions[side] >= 0 && policies[side].asksFor(fact, positions[side]);
        }
      }
      boolean common = positions[0] >= 0 && positions[1] >= 0;
      boolean shared = facts[0] != null && facts[1] != null;
      formDecides |= asked && shared && !common;
      if (asked || (shared && !common)) {
        members.add(new Member(word, positions[0], positions[1]));
      }
    }
  }

  /** The fact of the old policy, 0, or the new one, 1. */
  @Nullable Fact fact(int side) {
    return facts[side];
  }

  boolean isSet() {
    return shown.type() == FactType.SET;
  }

  /** Whether it has a level for how the set is stated. */
  boolean hasForm() {
    return hasForm;
  }

  /** How many levels it has. */
  int levels() {
    return isSet() ? members.size() + (hasForm ? 1 : 0) : 1;
  }

  /** How many branches each of its levels has. */
  int branches() {
    return isSet() ? 3 : cells.size() + 1;
  }

  /** The branch "not stated" of a fact that is not a set. */
  int unstated() {
    return cells.size();
  }

  /** The level of a member. */
  int memberLevel(int member) {
    return level + member + (hasForm ? 1 : 0);
  }

  /** The member of a level; {@link #NONE} for the level for how the set is stated. */
  int memberAt(int atLevel) {
    return atLevel - level - (hasForm ? 1 : 0);
  }

  /** The level of a member of one policy's set. */
  int levelOf(int side, long position) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).position(side) == position) {
        return memberLevel(i);
      }
    }
    throw new IllegalStateException("every member that a rule asks for has a level");
  }

  /** The cell of a value; {@link #NONE} if there is none. */
  int cell(String word) {
    long code = shown.type() == FactType.TEXT ? 1 : FactCells.code(shown, word);
    for (int i = 0; i < cells.size(); i++) {
      long step = cells.get(i).step();
      boolean counts = step > 0 && code % step == 0;
      for (Interval values : cells.get(i).values()) {
        if (counts && values.min() <= code && code <= values.max()) {
          return i;
        }
      }
    }
    return NONE;
  }

  /** Whether both policies can read some of its values or members. */
  boolean isCommon() {
    boolean common = false;
    for (Cell cell : cells) {
      common |= cell.isCommon();
    }
    return common || (isSet() && facts[0] != null && facts[1] != null);
  }

  /**
   * Whether it matters that the fact is stated, and not only its value. It does if one policy alone
   * can read some of its values and distinguishes them: a referral that leaves the fact out may
   * have any of them, and a set that is stated member by member leaves such a member open. It also
   * does if another fact states it or an assumption gives way to it.
   */
  boolean statementMatters() {
    return ownValues || formDecides || tied;
  }

  /** Whether in one of the policies another fact states it, or an assumption gives way to it. */
  boolean isTied() {
    return tied;
  }

  private boolean isOfOwnValues(int side, int region) {
    boolean common = false;
    for (Cell cell : cells) {
      common |= cell.isCommon() && cell.region(side) == region;
    }
    return region >= 0 && !common;
  }

  /** Whether only one policy can read some of its values. */
  boolean isPartlyCommon() {
    boolean partly = false;
    for (Cell cell : cells) {
      partly |= !cell.isCommon();
    }
    for (Member member : members) {
      partly |= !member.isCommon();
    }
    Fact before = facts[0];
    Fact after = facts[1];
    return partly
        || before == null
        || after == null
        || before.limits().required() != after.limits().required();
  }
}
