package clin087.policyfile;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.text.NearestName;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values that a fact lists, each with its label. */
final class ChoicesReader {
  private static final List<String> TRUTHS = List.of("false", "true");
  private static final int MOST_CHOICES = 62;

  private final Problems problems;
  private final Origins origins;

  ChoicesReader(Problems problems, Origins origins) {
    this.problems = problems;
    this.origins = origins;
  }

  /**
   * Reads the values of a fact, in the order of their codes.
   *
   * @param label the label of the fact
   */
  List<Choice> read(Keys keys, FactType type, String label) {
    Node values = keys.get("values");
    List<Choice> choices = new ArrayList<>();
    Set<String> words = new HashSet<>();
    for (Entry entry : keys.entries("values")) {
      choices.add(choice(entry, type, words));
    }
    if (type == FactType.BOOLEAN) {
      return truths(values, choices, label);
    }
    if (type.isListed()) {
      keys.node("values");
    } else if (values != null) {
      problems.add(
          PolicyProblem.WRONG_TYPE,
          values.at(),
          "expected 'values' on a boolean, a choice or a set only");
    }
    int most = type == FactType.SET ? Fact.MOST_MEMBERS : MOST_CHOICES;
    if (type.isListed()
        && values instanceof Mapping
        && (choices.isEmpty() || choices.size() > most)) {
      problems.add(PolicyProblem.WRONG_TYPE, values.at(), "expected 1 to " + most + " values");
    }
    return choices.size() > most ? choices.subList(0, most) : choices;
  }

  /**
   * Reads a value and its label.
   *
   * @param words the values before it and their labels, in lower case
   */
  private Choice choice(Entry entry, FactType type, Set<String> words) {
    Scalar value = entry.key();
    Scalar means = Keys.scalar(entry.value(), problems);
    if (value.text().isEmpty() || (means == entry.value() && means.text().isEmpty())) {
      problems.add(PolicyProblem.MISSING_KEY, value.at(), "expected a value and its label");
    }
    if (type.isListed() && value.text().equals("stated")) {
      reserved(value, "'is stated' asks whether the fact is stated");
    } else if (type == FactType.SET && value.text().equals("none")) {
      reserved(value, "'none' says that no value of a set applies");
    }
    boolean fresh = words.add(small(value));
    boolean own = small(means).equals(small(value)) || words.add(small(means));
    if (!means.text().isEmpty() && !(fresh && own)) {
      Scalar same = fresh ? means : value;
      problems.add(
          PolicyProblem.DUPLICATE_ID,
          same.at(),
          "'"
              + NearestName.shorten(same.text())
              + "' is a value or a label of this fact already, if capitals do not count");
    }
    return origins.note(new Choice(value.text(), means.text()), value);
  }

  private void reserved(Scalar value, String why) {
    problems.add(PolicyProblem.WRONG_TYPE, value.at(), "expected another value, since " + why);
  }

  private static String small(Scalar text) {
    return text.text().toLowerCase(Locale.ROOT);
  }

  /** False and true, in the order of their codes. */
  private List<Choice> truths(@Nullable Node values, List<Choice> stated, String label) {
    if (values == null) {
      return List.of(new Choice(TRUTHS.get(0), "not " + label), new Choice(TRUTHS.get(1), label));
    }
    List<Choice> truths = new ArrayList<>();
    for (String word : TRUTHS) {
      for (Choice choice : stated) {
        if (choice.value().equals(word)) {
          truths.add(choice);
        }
      }
    }
    if (values instanceof Mapping && (truths.size() != 2 || stated.size() != 2)) {
      problems.add(
          PolicyProblem.WRONG_TYPE, values.at(), "expected 'true' and 'false', each with a label");
    }
    return truths;
  }
}
