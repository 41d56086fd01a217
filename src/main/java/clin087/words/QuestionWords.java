package clin087.words;

import clin087.policy.Choice;
import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.List;

/** The allowed answers to a question, in words. */
public final class QuestionWords {
  private QuestionWords() {}

  /**
   * The allowed answers, such as "treatment, an opinion only, or a diagnostic procedure".
   *
   * @param open the members of a set that are asked for; empty for all of them
   */
  public static String answers(Fact fact, List<Choice> open) {
    return switch (fact.type()) {
      case BOOLEAN -> "yes or no";
      case CHOICE -> listed(labels(fact.choices()));
      case SET -> {
        List<String> members = labels(open.isEmpty() ? fact.choices() : open);
        yield String.join(", ", members) + ", or none";
      }
      case INTEGER, DECIMAL, DATE, TEXT -> FactWords.type(fact);
    };
  }

  private static List<String> labels(List<Choice> choices) {
    List<String> labels = new ArrayList<>();
    for (Choice choice : choices) {
      labels.add(choice.label());
    }
    return labels;
  }

  private static String listed(List<String> values) {
    int last = values.size() - 1;
    if (last < 2) {
      return String.join(" or ", values);
    }
    return String.join(", ", values.subList(0, last)) + ", or " + values.get(last);
  }
}
