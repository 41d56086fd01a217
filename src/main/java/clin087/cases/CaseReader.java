package clin087.cases;

import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.referral.Referral;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads cases from their file's nodes, and reports all their problems at once. */
final class CaseReader {
  private static final Aspect[] ASPECTS = Aspect.values();
  private static final String[] KEYS = keys();

  private final Problems problems;
  private final GivenReader given;
  private final ExpectationReader expectations;
  private final Set<String> names = new HashSet<>();

  CaseReader(Policy policy, Problems problems) {
    this.problems = problems;
    this.given = new GivenReader(policy, problems);
    this.expectations = new ExpectationReader(policy, problems);
  }

  private static String[] keys() {
    List<String> keys = new ArrayList<>(List.of("case", "asOf", "given"));
    for (Aspect aspect : ASPECTS) {
      keys.add(aspect.key());
    }
    return keys.toArray(new String[0]);
  }

  /** Reads the cases. They are of use only if no problems have been reported. */
  List<Case> read(Node document) {
    Keys keys = keys(document, "cases", "asOf", "cases");
    LocalDate asOf = date(keys);
    keys.node("cases");
    List<Case> cases = new ArrayList<>();
    for (Node item : keys.items("cases")) {
      cases.add(example(item, asOf));
    }
    return cases;
  }

  /** The keys of a mapping, which must not be empty. */
  private Keys keys(Node node, String first, String... known) {
    if (node instanceof Mapping mapping && mapping.entries().isEmpty()) {
      problems.add(PolicyProblem.MISSING_KEY, node.at(), "expected '" + first + "' here");
    }
    return new Keys(node, problems, known);
  }

  private Case example(Node item, @Nullable LocalDate ofAll) {
    Keys keys = keys(item, "case", KEYS);
    Scalar name = keys.scalar("case");
    if (!name.text().isEmpty() && !names.add(name.text())) {
      problems.add(
          PolicyProblem.DUPLICATE_ID,
          name.at(),
          "another case has this name; give every case its own");
    }
    LocalDate own = date(keys);
    return new Case(
        name.text(),
        name.at(),
        own == null ? ofAll : own,
        new Referral("", given.read(keys, own == null ? ofAll : own), List.of()),
        expectations.read(keys));
  }

  private @Nullable LocalDate date(Keys keys) {
    Scalar date = keys.optional("asOf");
    if (date == null) {
      return null;
    }
    long day = Fact.AS_OF.code(date.text());
    if (day == Fact.UNSTATED) {
      problems.add(PolicyProblem.UNKNOWN_VALUE, date.at(), "expected " + Fact.AS_OF.expected());
      return null;
    }
    return LocalDate.ofEpochDay(day);
  }
}
