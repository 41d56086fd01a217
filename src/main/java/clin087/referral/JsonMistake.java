package clin087.referral;

/**
 * A mistake in JSON, in words for a person who has never heard of JSON.
 *
 * @param offset of the mistake in the bytes
 * @param message what to do about it; it may contain {@link #PLACE}
 * @param began the offset that {@link #PLACE} means; -1 if the message has none
 */
record JsonMistake(int offset, String message, int began) {
  /** In a message, the place where something began. */
  static final String PLACE = "{place}";

  /** A mistake whose message names no other place. */
  JsonMistake(int offset, String message) {
    this(offset, message, -1);
  }
}
