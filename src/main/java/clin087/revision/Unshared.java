package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a referral may state and only one of two policies can read, so that such referrals
 * are not compared.
 *
 * @param byNew whether it is the new one that reads it
 * @param what it is, in words
 */
public record Unshared(boolean byNew, String path, String what) {

  /**
   * All of it; facts that one of the policies does not declare are ignored by it, so are no such
   * thing.
   */
  static List<Unshared> of(Policy before, Policy after) {
    List<Unshared> all = new ArrayList<>();
    for (Fact now : after.facts()) {
      for (Fact old : before.facts()) {
        if (old.path().equals(now.path())) {
          add(all, false, old, now);
          add(all, true, now, old);
        }
      }
    }
    return all;
  }

  /** What of a fact the other one does not allow. */
  private static void add(List<Unshared> all, boolean byNew, Fact fact, Fact other) {
    String path = fact.path();
    if (fact.type() != other.type()) {
      all.add(new Unshared(byNew, path, "as " + fact.type().word()));
      return;
    }
    boolean listed = fact.type() == FactType.CHOICE || fact.type() == FactType.SET;
    for (String value : listed ? fact.values() : List.<String>of()) {
      if (other.choice(value) < 0) {
        all.add(new Unshared(byNew, path, value));
      }
    }
    Limits limits = fact.limits();
    if (fact.type() == FactType.INTEGER || fact.type() == FactType.DECIMAL) {
      if (other.code(fact.words(limits.min()).get(0)) == Fact.UNSTATED) {
        all.add(new Unshared(byNew, path, "below " + first(other, other.limits().min())));
      }
      if (other.code(fact.words(limits.max()).get(0)) == Fact.UNSTATED) {
        all.add(new Unshared(byNew, path, "above " + first(other, other.limits().max())));
      }
      if (limits.decimals() > other.limits().decimals()) {
        all.add(
            new Unshared(byNew, path, "with more than " + other.limits().decimals() + " decimals"));
      }
    }
    if (!limits.required() && other.limits().required()) {
      all.add(new Unshared(byNew, path, "not stated"));
    }
    int most = other.limits().maxLength();
    if (most > 0 && (limits.maxLength() == 0 || limits.maxLength() > most)) {
      all.add(new Unshared(byNew, path, "of more than " + most + " characters"));
    }
    if (limits.controlCharacters() && !other.limits().controlCharacters()) {
      all.add(new Unshared(byNew, path, "with control characters"));
    }
  }

  private static String first(Fact fact, long code) {
    return fact.words(code).get(0);
  }
}
