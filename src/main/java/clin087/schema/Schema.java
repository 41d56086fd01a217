package clin087.schema;

import clin087.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is a JSON Schema of. */
public enum Schema {
  REFERRAL,
  POLICY,
  CASES,
  RESULT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The words of the command line, in order. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Schema schema : values()) {
      words.add(schema.word);
    }
    return words;
  }

  /**
   * The one that a word names.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Schema of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The name of its file in the folder of schemas. */
  public String fileName() {
    return word + ".schema.json";
  }

  /** The schema, as a file; of a referral and of cases, for those of a policy. */
  public byte[] of(Policy policy) {
    return switch (this) {
      case REFERRAL -> ReferralSchema.of(policy);
      case POLICY -> PolicySchema.bytes();
      case CASES -> CasesSchema.of(policy);
      case RESULT -> ResultSchema.bytes();
    };
  }
}
