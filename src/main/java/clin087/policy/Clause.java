package clin087.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph or bullet of the policy document, or several with the same number.
 *
 * @param id its number, such as {@code 6.2(a)(iii)}
 * @param text its exact words, with white space folded; a line break ends a paragraph
 * @param encodedBy the rules and cautions that encode it
 * @param informative why it decides nothing, if nothing encodes it
 */
public record Clause(String id, String text, List<String> encodedBy, @Nullable String informative) {
  public Clause {
    encodedBy = List.copyOf(encodedBy);
  }

  /** Its text, paragraph by paragraph. */
  public List<String> paragraphs() {
    return List.of(text.split("\n", -1));
  }

  /** Whether a number belongs to a part or to something below it: 3.2(a) is in 3.2 and in 3. */
  public static boolean isIn(String number, String part) {
    return number.startsWith(part)
        && (number.length() == part.length() || ".(".indexOf(number.charAt(part.length())) >= 0);
  }
}
