package clin087.referral;

import clin087.policy.Fact;
import java.util.List;

/**
 * One referral as its sender stated it.
 *
 * @param reference the sender's own reference
 * @param stated the code of each of the policy's facts, by its index; {@link Fact#UNSTATED} where
 *     the referral states nothing
 * @param unknownFields the JSON pointers of fields that the policy does not know and that were let
 *     pass, at most {@link #MOST_UNKNOWN} of them
 * @param hasNhsNumber whether one of its texts of limited length, which name things, has an {@link
 *     NhsNumber} in it
 */
@SuppressWarnings("ArrayRecordComponent") // read for every referral of a batch; never written to
public record Referral(
    String reference, long[] stated, List<String> unknownFields, boolean hasNhsNumber) {
  /** How many fields that are let pass are told: more would help nobody, and take all memory. */
  public static final int MOST_UNKNOWN = 1000;

  /** One without an NHS number. */
  public Referral(String reference, long[] stated, List<String> unknownFields) {
    this(reference, stated, unknownFields, false);
  }

  public Referral {
    unknownFields = List.copyOf(unknownFields);
  }

  /** The code of what it states of a fact, or {@link Fact#UNSTATED}. */
  public long stated(Fact fact) {
    return stated[fact.index()];
  }
}
