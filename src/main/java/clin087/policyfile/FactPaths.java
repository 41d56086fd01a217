package clin087.policyfile;

import clin087.policy.Fact;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks the paths of the facts of a policy file, each by itself and against the others. */
final class FactPaths {
  private static final int LONGEST = 200;

  /** The words that mean something else in conditions. */
  private static final List<String> WORDS =
      List.of(Fact.AS_OF.name(), ConditionReader.OTHERWISE, "not");

  private final Problems problems;
  private final Set<String> names = new HashSet<>();
  private final Set<String> inSmallLetters = new HashSet<>();

  /** The paths of objects that contain facts. */
  private final Set<String> objects = new HashSet<>();

  FactPaths(Problems problems) {
    this.problems = problems;
  }

  /** Whether a text can be a path; if not, that is reported. */
  boolean isPath(Scalar path) {
    String text = path.text();
    boolean fine = text.length() > 1 && text.length() <= LONGEST && text.startsWith("/");
    for (int i = 1; fine && i < text.length(); i++) {
      char c = text.charAt(i);
      fine =
          c == '/'
              ? text.charAt(i - 1) != '/' && i < text.length() - 1
              : Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$';
    }
    if (!fine) {
      problems.add(PolicyProblem.WRONG_TYPE, path.at(), "expected a path such as /request/type");
    } else if (WORDS.contains(text.substring(1))) {
      problems.add(
          PolicyProblem.WRONG_TYPE,
          path.at(),
          "expected another path: '" + text.substring(1) + "' means something else in conditions");
      return false;
    }
    return fine;
  }

  /** Adds the path of another fact, and reports it if it conflicts with those before it. */
  void add(Scalar path) {
    String text = path.text();
    if (!names.add(text)) {
      problems.add(
          PolicyProblem.DUPLICATE_ID, path.at(), "the path " + text + " is declared twice");
      return;
    }
    if (!inSmallLetters.add(text.toLowerCase(Locale.ROOT))) {
      problems.add(
          PolicyProblem.DUPLICATE_ID,
          path.at(),
          "the path " + text + " differs from another only in capitals");
    }
    if (objects.contains(text)) {
      clash(path, text);
    }
    for (int slash = text.lastIndexOf('/'); slash >= 0; slash = text.lastIndexOf('/', slash - 1)) {
      String parent = text.substring(0, slash);
      if (names.contains(parent)) {
        clash(path, parent);
      }
      objects.add(parent);
    }
  }

  /** The words of a path: {@code /mcas/seenOn} is "mcas seen on". */
  static String plainWords(String path) {
    StringBuilder words = new StringBuilder();
    for (int i = 1; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean begins = c == '/' || Character.isUpperCase(c);
      if (begins && path.charAt(i - 1) != '/') {
        words.append(' ');
      }
      if (c != '/') {
        words.append(Character.toLowerCase(c));
      }
    }
    return words.toString();
  }

  private void clash(Scalar path, String field) {
    problems.add(
        PolicyProblem.WRONG_TYPE,
        path.at(),
        "expected another path: " + field + " cannot be a fact and hold facts as well");
  }
}
