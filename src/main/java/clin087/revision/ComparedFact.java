package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact of two policies, with the values that at least one of them can read. What a policy cannot
 * read is left out for it. A fact that is no set is one level of the diagrams, with a branch a cell
 * and one for "not stated". A set is a level for each member, which it has not, has, or of which
 * nothing is known; before these, where it matters, one for how the set is stated.
 */
final class ComparedFact {
  /** The branches of the level that says how a set is stated: as a list, by members, not at all. */
  static final int AS_LIST = 0;

  static final int BY_MEMBERS = 1;
  static final int NOT_AT_ALL = 2;

  /** The branches of a member's level. */
  static final int HAS_NOT = 0;

  static final int HAS = 1;
  static final int UNKNOWN = 2;

  /** The position of a member, or the region of a value, where a policy does not know it. */
  static final int NONE = -1;

  final String path;

  /** That of the old policy and that of the new one; null where there is none. */
  private final @Nullable Fact[] facts;

  /** Its codes and words are used for both; it has the values of both. */
  final Fact shown;

  /** Of a fact that is not a set: values that neither policy tells apart. */
  final List<Cell> cells;

  /** Of a set: the members that some rule asks for, or that only one policy knows. */
  final List<Member> members = new ArrayList<>();

  /** Whether it matters how a set is stated. */
  private final boolean hasForm;

  /** Whether a rule asks for a member that only a list can say not to be there. */
  private boolean formDecides;

  /** Whether rules tell values apart that only one policy can read. */
  private boolean ownValues;

  /** Whether another fact states it in one of the policies, or an assumption gives way to it. */
  private final boolean tied;

  /** Its first level. */
  int level;

  /**
   * Some of the values.
   *
   * @param before the old policy's region that they lie in; {@link #NONE} where it cannot read them
   * @param after that of the new one
   * @param values their codes
   * @param note what else is said of them; empty for nothing
   * @param step how far apart they are: only multiples of it where it is more than 1, and only
   *     others where it is negative
   */
  record Cell(int before, int after, List<Interval> values, String note, long step) {
    int region(int side) {
      return side == 0 ? before : after;
    }

    boolean isCommon() {
      return before >= 0 && after >= 0;
    }
  }

  /** A member: its positions in the two policies, {@link #NONE} where there is none. */
  record Member(String word, int before, int after) {
    int position(int side) {
      return side == 0 ? before : after;
    }

    boolean isCommon() {
      return before >= 0 && after >= 0;
    }
  }

  /**
   * @param special values that must not be taken together with others
   * @param tied whether another fact states it, or an assumption gives way to it
   * @param formMatters whether it matters for other reasons than its members how a set is stated
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

  /** Whether a level says how the set is stated. */
  boolean hasForm() {
    return hasForm;
  }

  /** How many levels it takes. */
  int levels() {
    return isSet() ? members.size() + (hasForm ? 1 : 0) : 1;
  }

  /** How many branches one of its levels has. */
  int branches() {
    return isSet() ? 3 : cells.size() + 1;
  }

  /** The branch "not stated" of a fact that is no set. */
  int unstated() {
    return cells.size();
  }

  /** The level of one of the members. */
  int memberLevel(int member) {
    return level + member + (hasForm ? 1 : 0);
  }

  /** The member of a level; {@link #NONE} for the level that says how the set is stated. */
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

  /** The cell of a word of the fact; {@link #NONE} where there is none. */
  int cell(String word) {
    long code = shown.type() == FactType.TEXT ? 1 : FactCells.code(shown, word);
    for (int i = 0; i < cells.size(); i++) {
      for (Interval values : cells.get(i).values()) {
        if (values.min() <= code && code <= values.max() && cells.get(i).step() >= 0) {
          return i;
        }
      }
    }
    return NONE;
  }

  /** Whether there are values, or members, that both can read. */
  boolean isCommon() {
    boolean common = false;
    for (Cell cell : cells) {
      common |= cell.isCommon();
    }
    return common || (isSet() && facts[0] != null && facts[1] != null);
  }

  /**
   * Whether it matters that the fact is stated, and not its value alone. Where it is left out, it
   * may have a value that only one policy can read and that its rules tell apart; a set that is
   * stated member by member leaves such a member open, too. And it matters where it is tied.
   */
  boolean statementMatters() {
    return ownValues || formDecides || tied;
  }

  /** Whether another fact states it in one of the policies, or an assumption gives way to it. */
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

  /** Whether there is something that only one policy can read. */
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
