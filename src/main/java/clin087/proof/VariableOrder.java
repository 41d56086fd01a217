package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds an order of variables in which those that are asked together are near each other, since the
 * size of diagrams depends on it. The fewer variables a list of bullets asks for, the nearer they
 * are.
 */
final class VariableOrder {
  private static final int NONE = -1;

  private final Variables variables;

  /** The variables of lists of bullets, by how many they are. */
  private final List<List<BitSet>> groups = new ArrayList<>();

  /** The first variable of each variable's row. */
  private final int[] row;

  /** The next variable in each variable's row. */
  private final int[] next;

  /** The last variable of each row, by the first one. */
  private final int[] last;

  /**
   * @param variables in the order in which they are first asked for
   */
  VariableOrder(Variables variables, int count) {
    this.variables = variables;
    this.row = new int[count];
    this.next = new int[count];
    this.last = new int[count];
    groups.add(new ArrayList<>());
    for (int i = 0; i < count; i++) {
      row[i] = i;
      next[i] = NONE;
      last[i] = i;
      groups.add(new ArrayList<>());
    }
  }

  /** The place of each variable in the order. */
  int[] grouped(List<Condition> conditions) {
    for (Condition condition : conditions) {
      collect(condition);
    }
    for (List<BitSet> ofSize : groups) {
      for (BitSet group : ofSize) {
        joinRows(group);
      }
    }
    int[] places = new int[row.length];
    int place = 0;
    for (int first = 0; first < row.length; first++) {
      for (int i = row[first] == first ? first : NONE; i != NONE; i = next[i]) {
        places[i] = place++;
      }
    }
    return places;
  }

  private BitSet collect(Condition condition) {
    BitSet asked = new BitSet();
    if (condition instanceof Bullets list) {
      for (Bullet bullet : list.bullets()) {
        asked.or(collect(bullet.condition()));
      }
      groups.get(asked.cardinality()).add(asked);
    } else if (condition instanceof Comparison comparison && Variables.asksForValue(comparison)) {
      asked.set(variables.of(comparison).level());
    }
    return asked;
  }

  private void joinRows(BitSet group) {
    int first = group.isEmpty() ? NONE : row[group.nextSetBit(0)];
    for (int i = group.nextSetBit(0); i >= 0; i = group.nextSetBit(i + 1)) {
      if (row[i] != first) {
        int other = row[i];
        next[last[first]] = other;
        last[first] = last[other];
        for (int moved = other; moved != NONE; moved = next[moved]) {
          row[moved] = first;
        }
      }
    }
  }
}
