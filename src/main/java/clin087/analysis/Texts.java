package clin087.analysis;

import clin087.policy.Rule;
import java.util.List;

/** Words of findings. */
final class Texts {
  private Texts() {}

  /** The names of rules, of which some will do: {@code 'a', 'b' or 'c'}. */
  static String anyOf(List<Rule> rules) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      String between = i == 0 ? "" : i == rules.size() - 1 ? " or " : ", ";
      text.append(between).append('\'').append(rules.get(i).id()).append('\'');
    }
    return text.toString();
  }
}
