package clin087.lint;

import clin087.policy.Rule;
import java.util.List;

/** Lists rules for messages. */
final class RuleNames {
  private RuleNames() {}

  /** The names of rules, such as {@code 'a', 'b' or 'c'}. */
  static String list(List<Rule> rules, String last) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      String between = i == 0 ? "" : i == rules.size() - 1 ? " " + last + " " : ", ";
      text.append(between).append('\'').append(rules.get(i).id()).append('\'');
    }
    return text.toString();
  }
}
