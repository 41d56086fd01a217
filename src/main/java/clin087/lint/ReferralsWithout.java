package clin087.lint;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.proof.Budget;
import clin087.proof.ReferralSpace;
import clin087.proof.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All referrals that leave out a fact with a default, and the facts that would make it give way,
 * and state all others: one for each combination of regions. Facts whose own default gives way to
 * the one in question may be left out too.
 */
final class ReferralsWithout {
  /** How many are tried; each is decided twice. */
  private static final int MOST = 1 << 12;

  private final ReferralSpace space;
  private final Fact unstated;
  private final List<Variable> variables = new ArrayList<>();

  /**
   * @throws Budget.Spent if there are too many
   */
  ReferralsWithout(ReferralSpace space, Fact unstated) {
    this.space = space;
    this.unstated = unstated;
    long count = 1;
    for (Variable variable : space.variables()) {
      Fact fact = variable.fact();
      if (!fact.equals(unstated) && !unstated.assumedUnless().contains(fact.index())) {
        variables.add(variable);
        count *= variable.regions().size() + (givesWay(fact, unstated) ? 1 : 0);
        if (count > MOST) {
          throw new Budget.Spent();
        }
      }
    }
  }

  /** Whether stating a fact makes the default of another give way. */
  static boolean makesGiveWay(RemovalEffects effects, Fact fact) {
    for (Fact other : effects.policy().facts()) {
      if (givesWay(other, fact)) {
        return true;
      }
    }
    return false;
  }

  private static boolean givesWay(Fact fact, Fact to) {
    return fact.assumedUnless().contains(to.index());
  }

  /** The first referral that passes a test; null if none does. */
  long @Nullable [] find(Predicate<long[]> test) {
    return find(0, space.policy().nothingStated(), test);
  }

  private long @Nullable [] find(int at, long[] codes, Predicate<long[]> test) {
    if (at == variables.size()) {
      return test.test(codes) ? codes : null;
    }
    Variable variable = variables.get(at);
    int fact = variable.fact().index();
    if (givesWay(variable.fact(), unstated) && variable.fact().type() != FactType.SET) {
      long[] found = find(at + 1, codes, test);
      if (found != null) {
        return found;
      }
    }
    for (int region = 0; region < variable.regions().size(); region++) {
      long value = variable.regions().representative(region);
      long[] more = codes.clone();
      boolean member = variable.fact().type() == FactType.SET && codes[fact] != Fact.UNSTATED;
      more[fact] = member ? codes[fact] | value : value;
      long[] found = find(at + 1, more, test);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
