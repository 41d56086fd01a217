package clin087.policyfile;

import clin087.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A mistake in the small policy: what is replaced in it, with what, all the codes that are then
 * reported, and what the message of the first one says.
 */
public record WrongPolicy(String old, String text, List<String> codes, String message) {
  /** Where the problem is expected in the replacement. */
  static final String MARK = "\u00a6";

  private static final String SMALL = Given.resource("small.yaml");

  /** Every mistake of the suite of errors. */
  public static List<WrongPolicy> all() {
    List<WrongPolicy> all = new ArrayList<>();
    for (String line : Given.resource("wrong-policies.txt").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split(" \\| ", -1);
        all.add(
            new WrongPolicy(
                cells[0].strip().replace("\\n", "\n"),
                cells[1].strip().replace("\\n", "\n"),
                Arrays.asList(cells[2].strip().split(" ", -1)),
                cells[3].strip()));
      }
    }
    return all;
  }

  /** The policy with the mistake and the mark before it. */
  String marked() {
    return SMALL.replace(old, text);
  }

  /** The policy with the mistake. */
  public String yaml() {
    return marked().replace(MARK, "");
  }
}
