package clin087.referral;

import clin087.policy.Fact;
import java.util.List;

/**
 * A referral as its sender stated it.
 *
 * @param reference the sender's own reference
 * @param stated the codes of the policy's facts, by their index; {@link Fact#UNSTATED} for what is
 *     not stated
 * @param unknownFields the JSON pointers of unknown fields that were ignored, at most {@link
 *     #MOST_UNKNOWN} of them
 * @param hasNhsNumber whether one of its texts that have limits contains an {@link NhsNumber};
 *     those without any, such as notes, are not read
 */
@SuppressWarnings("ArrayRecordComponent") // read for every referral of a batch; never written to
public record Referral(
    String reference, long[] stated, List<String> unknownFields, boolean hasNhsNumber) {
  /** How many ignored fields are listed: more would help nobody and fill the memory. */
  public static final int MOST_UNKNOWN = 1000;

  /** A referral without an NHS number. */
  public Referral(String reference, long[] stated, List<String> unknownFields) {
    this(reference, stated, unknownFields, false);
  }

  public Referral {
    unknownFields = List.copyOf(unknownFields);
  }

  /** The code of the stated value of a fact, or {@link Fact#UNSTATED}. */
  public long stated(Fact fact) {
    return stated[fact.index()];
  }
}
