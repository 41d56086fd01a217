package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.referral.Referral;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A referral as both policies see it. */
record PlacedReferral(
    Policy before, Referral old, Policy after, Referral now, Map<String, Object> stated) {
  /**
   * Whether it states what a group names, or both policies assume that of a fact whose statement
   * alone does not matter. Both must be able to read what either assumes.
   */
  boolean isStatedIn(ReferralGroup group) {
    return group.facts().stream()
        .allMatch(
            values -> {
              Object value = stated.get(values.fact().path());
              if (value != null || values.unstated() || values.fact().type() == FactType.SET) {
                return allows(values, value);
              }
              Object one = assumed(before, old, values.fact().path());
              Object other = assumed(after, now, values.fact().path());
              return one != null
                  && other != null
                  && reads(after, values.fact().path(), one)
                  && reads(before, values.fact().path(), other)
                  && allows(values, one)
                  && allows(values, other);
            });
  }

  private static boolean reads(Policy policy, String path, Object value) {
    return policy.facts().stream()
        .anyMatch(fact -> fact.path().equals(path) && fact.code((String) value) != Fact.UNSTATED);
  }

  /** Whether it states what a group names, and nothing of what that says is not stated. */
  boolean isIn(ReferralGroup group) {
    return group.facts().stream()
        .allMatch(values -> allows(values, stated.get(values.fact().path())));
  }

  private static boolean allows(FactValues values, @Nullable Object value) {
    Fact fact = values.fact();
    if (fact.type() == FactType.SET) {
      return allowsSet(values, value);
    }
    if (value == null) {
      return values.unstated();
    }
    if (!values.stated()) {
      return false;
    }
    if (fact.type() == FactType.TEXT) {
      return true;
    }
    long code = fact.type().isListed() ? fact.choice((String) value) : fact.code((String) value);
    return values.values().stream().anyMatch(each -> each.min() <= code && code <= each.max());
  }

  private static boolean allowsSet(FactValues values, @Nullable Object value) {
    boolean unstated = value == null || (value instanceof Map<?, ?> members && members.isEmpty());
    if (unstated) {
      return values.unstated();
    }
    if (!values.stated()) {
      return false;
    }
    if (!values.note().isEmpty() && values.note().equals("as a list") != value instanceof Set<?>) {
      return false;
    }
    for (int i = 0; i < values.fact().choices().size(); i++) {
      String word = values.fact().choices().get(i).value();
      Boolean has =
          value instanceof Set<?> all
              ? (Boolean) all.contains(word)
              : value instanceof Map<?, ?> members ? (Boolean) members.get(word) : null;
      long bit = 1L << i;
      boolean fits =
          has == null
              ? ((values.present() | values.absent() | values.notUnknown()) & bit) == 0
              : has
                  ? ((values.absent() | values.unknown() | values.notPresent()) & bit) == 0
                  : ((values.present() | values.unknown() | values.notAbsent()) & bit) == 0;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /**
   * What a policy assumes of a fact to which no other is tied, in either direction; null if it
   * assumes nothing.
   */
  private static @Nullable Object assumed(Policy policy, Referral referral, String path) {
    for (Fact fact : policy.facts()) {
      boolean tied =
          !fact.states().isEmpty()
              || policy.facts().stream()
                  .anyMatch(
                      other ->
                          other.assumedUnless().contains(fact.index()) || fact.isStatedBy(other));
      boolean givesWay =
          fact.assumedUnless().stream()
              .anyMatch(other -> referral.stated()[other] != Fact.UNSTATED);
      if (fact.path().equals(path)
          && referral.stated(fact) == Fact.UNSTATED
          && fact.assumed() != Fact.UNSTATED
          && fact.type() != FactType.TEXT
          && fact.type() != FactType.SET
          && !tied
          && !givesWay) {
        return fact.words(fact.assumed()).get(0);
      }
    }
    return null;
  }
}
