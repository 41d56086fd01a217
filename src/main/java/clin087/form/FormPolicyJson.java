package clin087.form;

import clin087.form.FactJson.SettingJson;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Policy.Identity;
import clin087.policy.Section;
import clin087.policy.Verdict;
import clin087.report.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy as data, by which the page's script decides. Facts, variables and verdicts are named by
 * their positions, values by their codes.
 *
 * @param checkedBy the identity of the policy, in words that follow the date of the check
 * @param asked the facts that the rules name, in the order in which they first name them
 * @param paths the position of the fact at each path, and {@value #OBJECT} for objects around facts
 * @param incomplete the verdict for a referral whose missing facts decide
 * @param clauses the words of the clauses that a decision can quote
 * @param problems what to do about a wrong answer, by the code of its problem, unless the fact says
 *     so
 */
public record FormPolicyJson(
    String checkedBy,
    List<FactJson> facts,
    List<Integer> asked,
    Map<String, Integer> paths,
    List<VariableJson> variables,
    List<VerdictJson> verdicts,
    int incomplete,
    List<RuleJson> rules,
    List<CautionJson> cautions,
    CautionJson nhsNumber,
    Map<String, String> clauses,
    Map<String, String> problems) {
  private static final int OBJECT = -1;

  private static final Map<String, String> PROBLEMS =
      Map.of(
          "required", "an answer is needed.",
          "unknown-field", "the policy has no such field.",
          "repeated-value", "state each value once.",
          "too-deep", "this is nested too deeply.");

  public FormPolicyJson {
    facts = List.copyOf(facts);
    asked = List.copyOf(asked);
    variables = List.copyOf(variables);
    verdicts = List.copyOf(verdicts);
    rules = List.copyOf(rules);
    cautions = List.copyOf(cautions);
  }

  /** A verdict of the policy. */
  public record VerdictJson(
      String id, String outcome, String label, String action, List<SettingJson> afterwards) {
    public VerdictJson {
      afterwards = List.copyOf(afterwards);
    }
  }

  /** The data of a policy. */
  public static FormPolicyJson of(Policy policy) {
    VariablesJson conditions = new VariablesJson();
    List<RuleJson> rules = RuleJson.all(policy, conditions);
    List<CautionJson> cautions = CautionJson.all(policy, conditions);
    return new FormPolicyJson(
        checkedBy(policy.identity()),
        policy.facts().stream().map(fact -> FactJson.of(fact, policy)).toList(),
        policy.factsOfRules().stream().map(Fact::index).toList(),
        paths(policy.facts()),
        conditions.all(),
        policy.verdicts().stream().map(verdict -> verdict(verdict, policy)).toList(),
        policy.incomplete().index(),
        rules,
        cautions,
        CautionJson.ofNhsNumber(),
        clauses(policy),
        PROBLEMS);
  }

  /** The policy as JSON for a script element: no text in it can end the element. */
  public String text() {
    return JsonMapper.shared()
        .writeValueAsString(this)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String checkedBy(Identity identity) {
    return "by "
        + identity.id()
        + ", version "
        + identity.version()
        + ", SHA-256 "
        + identity.sha256()
        + ". "
        + Context.DISCLAIMER;
  }

  private static Map<String, Integer> paths(List<Fact> facts) {
    Map<String, Integer> paths = new LinkedHashMap<>();
    for (Fact fact : facts) {
      String path = fact.path();
      for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        paths.put(path.substring(0, slash), OBJECT);
      }
      paths.put(path, fact.index());
    }
    return paths;
  }

  private static VerdictJson verdict(Verdict verdict, Policy policy) {
    return new VerdictJson(
        verdict.id(),
        verdict.outcome().word(),
        verdict.label(),
        verdict.action(),
        FactJson.settings(verdict.afterwards(), policy));
  }

  private static Map<String, String> clauses(Policy policy) {
    List<String> quoted = new ArrayList<>();
    policy.rules().forEach(rule -> quoted.add(rule.clause().id()));
    policy.facts().stream().map(Fact::clause).filter(Objects::nonNull).forEach(quoted::add);
    Map<String, String> texts = new LinkedHashMap<>();
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        if (quoted.contains(clause.id())) {
          texts.put(clause.id(), clause.text());
        }
      }
    }
    return texts;
  }
}
