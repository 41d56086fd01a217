package clin087.policyfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clin087.Given;
import clin087.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A mistake in a policy, mostly the small one: what is replaced in it, with what, all the codes
 * that are then reported, and what the message of the first one says.
 */
public record WrongPolicy(String old, String text, List<String> codes, String message) {
  /** Where the problem is expected in the replacement. */
  static final String MARK = "\u00a6";

  private static final String SMALL = Given.resource("small.yaml");

  /** Every mistake of the suite of errors. */
  public static List<WrongPolicy> all() {
    return all("wrong-policies.txt");
  }

  /** Every mistake of a list, perhaps in another policy. */
  static List<WrongPolicy> all(String resource) {
    List<WrongPolicy> all = new ArrayList<>();
    for (String line : Given.resource(resource).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split(" \\| ", -1);
        all.add(
            new WrongPolicy(
                cells[0].replace("\\n", "\n"),
                cells[1].replace("\\n", "\n"),
                Arrays.asList(cells[2].strip().split(" ", -1)),
                cells[3].strip()));
      }
    }
    return all;
  }

  /** The first problem, after a look at the codes of all. */
  Problem first(List<Problem> problems) {
    String all = problems.toString();
    assertEquals(
        codes.stream().sorted().toList(),
        problems.stream().map(Problem::code).sorted().toList(),
        all);
    return problems.stream()
        .filter(problem -> problem.code().equals(codes.get(0)))
        .filter(problem -> problem.message().contains(message))
        .findFirst()
        .orElseThrow(() -> new AssertionError(message + " in " + all));
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
