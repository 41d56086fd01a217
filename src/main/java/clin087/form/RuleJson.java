package clin087.form;

import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.words.ConditionWords;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule as data for the script.
 *
 * @param words its condition in words
 * @param asked how many of the asked facts this rule and those before it name
 * @param verdict the position of its verdict
 */
public record RuleJson(
    String id,
    String clause,
    List<String> seeAlso,
    ConditionJson when,
    String words,
    int asked,
    int verdict,
    String action,
    boolean attention) {
  public RuleJson {
    seeAlso = List.copyOf(seeAlso);
  }

  /** The rules of a policy. */
  static List<RuleJson> all(Policy policy, VariablesJson conditions) {
    List<RuleJson> rules = new ArrayList<>();
    List<Fact> left = policy.factsOfRules();
    int asked = left.size();
    for (Rule rule : policy.rules()) {
      left.removeAll(rule.facts());
      rules.add(
          new RuleJson(
              rule.id(),
              rule.clause().id(),
              rule.seeAlso(),
              conditions.of(rule.when()),
              ConditionWords.of(rule.when()),
              asked - left.size(),
              rule.verdict().index(),
              rule.action(),
              rule.attention()));
    }
    return rules;
  }
}
