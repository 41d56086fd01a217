package clin087.referral;

/**
 * A mistake that makes a text no JSON, in words for a person who has never heard of JSON.
 *
 * @param offset of the mistake among the bytes
 * @param message what to do about it; it may have {@link #PLACE} in it
 * @param began where something began that the message speaks of; -1 where it speaks of nothing so
 */
record JsonMistake(int offset, String message, int began) {
  /** Stands in a message for where something began. */
  static final String PLACE = "{place}";

  /** A mistake whose message speaks of no other place. */
  JsonMistake(int offset, String message) {
    this(offset, message, -1);
  }
}
