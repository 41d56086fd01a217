package clin087.policyfile;

import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Fingerprint;
import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Policy.Identity;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Verdict;
import clin087.policy.Worded;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy from its file's nodes, and reports all its problems at once. */
final class PolicyReader {
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final Problems problems;
  private final Origins origins;
  private final SectionReader sectionReader;
  private final NameRules names;
  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private Map<String, Fact> facts = Map.of();

  PolicyReader(Problems problems, Origins origins) {
    this.problems = problems;
    this.origins = origins;
    this.sectionReader = new SectionReader(problems, origins);
    this.names = new NameRules(problems);
  }

  /**
   * Reads the policy. It is of use only if no problems, or only gaps, have been reported.
   *
   * @param fingerprint of its files
   */
  Policy read(Node document, Fingerprint fingerprint) {
    Keys keys = new Keys(document, problems, PolicyKeys.FILE.names());
    Node identity = keys.node("policy");
    keys.node("sections");
    List<Section> sections = sectionReader.read(keys.items("sections"));
    FactReader factReader = new FactReader(problems, origins);
    keys.node("facts");
    facts = factReader.read(keys.items("facts"));
    for (Scalar cited : factReader.cited()) {
      sectionReader.clause(cited);
    }
    requireReference(keys);
    verdicts(keys, factReader);
    rules(keys);
    List<Caution> cautions = new ArrayList<>();
    for (Node item : keys.items("cautions")) {
      cautions.add(caution(item));
    }
    sectionReader.checkEncodings(rules.values());
    Policy policy =
        new Policy(
            identity(identity, fingerprint),
            sections,
            List.copyOf(facts.values()),
            List.copyOf(verdicts.values()),
            List.copyOf(rules.values()),
            cautions);
    return origins.note(policy, document);
  }

  private Identity identity(Node node, Fingerprint fingerprint) {
    Keys keys = new Keys(node, problems, PolicyKeys.IDENTITY.names());
    Identity identity =
        new Identity(
            keys.text("id"),
            keys.text("title"),
            keys.text("publisher"),
            keys.text("category", ""),
            keys.text("version"),
            names.date(keys.scalar("published")),
            names.date(keys.scalar("reviewDue")),
            keys.text("source"),
            keys.text("supersedes", ""),
            fingerprint);
    return origins.note(identity, node);
  }

  /** Checks that the policy requires a reference, since every output names the referral by it. */
  private void requireReference(Keys document) {
    Fact reference = facts.get("reference");
    if (reference == null || reference.type() != FactType.TEXT || !reference.limits().required()) {
      problems.add(
          PolicyProblem.MISSING_KEY,
          document.at(),
          "expected a fact with the path /reference, of type text, with 'required: true'");
    }
  }

  private void verdicts(Keys document, FactReader factReader) {
    document.node("verdicts");
    int incomplete = 0;
    boolean unknown = false;
    for (Node item : document.items("verdicts")) {
      Keys keys = new Keys(item, problems, PolicyKeys.VERDICT.names());
      Scalar id = keys.scalar("verdict");
      names.checkCapitals(id);
      Outcome outcome = outcome(keys.scalar("outcome"));
      boolean open = outcome == Outcome.INCOMPLETE;
      incomplete += open ? 1 : 0;
      unknown |= outcome == null;
      Verdict verdict =
          new Verdict(
              verdicts.size(),
              id.text(),
              outcome == null ? Outcome.REFUSE : outcome,
              keys.text("label"),
              action(keys, open),
              factReader.settings(keys.entries("afterwards")));
      origins.note(verdict, item);
      if (verdicts.putIfAbsent(id.text(), verdict) != null) {
        problems.add(
            PolicyProblem.DUPLICATE_ID,
            id.at(),
            "the verdict '" + id.text() + "' is declared twice");
      }
    }
    if (incomplete != 1 && !unknown) {
      problems.add(
          PolicyProblem.MISSING_KEY,
          document.at(),
          "expected one verdict with 'outcome: incomplete'");
    }
  }

  private String action(Keys verdict, boolean open) {
    Node action = verdict.get("action");
    if (!open && action != null) {
      problems.add(
          PolicyProblem.WRONG_TYPE,
          action.at(),
          "expected 'action' with 'outcome: incomplete' only; other actions belong to rules");
    }
    return open ? verdict.text("action") : "";
  }

  private @Nullable Outcome outcome(Scalar word) {
    Outcome outcome = Worded.find(OUTCOMES, word.text());
    if (outcome == null && !word.text().isEmpty()) {
      problems.unknown(PolicyProblem.UNKNOWN_OUTCOME, word, Worded.words(OUTCOMES));
    }
    return outcome;
  }

  private void rules(Keys document) {
    document.node("rules");
    List<Node> items = document.items("rules");
    for (int i = 0; i < items.size(); i++) {
      rule(items.get(i), i == items.size() - 1);
    }
    if (items.isEmpty()) {
      problems.add(
          PolicyProblem.NO_CATCH_ALL,
          document.at(),
          "expected rules, the last with 'when: otherwise'");
    }
  }

  private void rule(Node item, boolean last) {
    Keys keys = new Keys(item, problems, PolicyKeys.RULE.names());
    Scalar id = keys.scalar("rule");
    names.checkLower(id);
    Set<String> cites = sectionReader.citesOf(id.text());
    Clause clause = sectionReader.cite(keys.scalar("clause"), cites);
    List<String> seeAlso = new ArrayList<>();
    for (Scalar other : keys.scalars("seeAlso")) {
      seeAlso.add(sectionReader.cite(other, cites).id());
    }
    Node when = keys.node("when");
    boolean stated = keys.get("when") != null;
    Condition condition = stated ? condition(when, false, cites) : new Otherwise();
    boolean otherwise =
        when instanceof Scalar text && text.text().equalsIgnoreCase(ConditionReader.OTHERWISE);
    if (stated && otherwise != last) {
      problems.addGap(
          PolicyProblem.NO_CATCH_ALL,
          when.at(),
          "expected 'otherwise' on the last rule, and on no other");
    }
    String interpretation = keys.text("interpretation", "");
    Rule rule =
        new Rule(
            rules.size(),
            id.text(),
            keys.flag("attention", false),
            clause,
            seeAlso,
            condition,
            verdict(keys.scalar("verdict")),
            keys.wanted("action"),
            interpretation.isEmpty() ? null : interpretation);
    origins.note(rule, item);
    if (rules.putIfAbsent(id.text(), rule) != null) {
      problems.add(
          PolicyProblem.DUPLICATE_ID, id.at(), "the rule '" + id.text() + "' is declared twice");
    }
  }

  private Condition condition(Node node, boolean ofCaution, Set<String> cites) {
    ConditionReader reader = new ConditionReader(facts, ofCaution, problems, origins);
    Condition condition = reader.read(node);
    for (Scalar clause : reader.cited()) {
      sectionReader.cite(clause, cites);
    }
    return condition;
  }

  private Verdict verdict(Scalar id) {
    Verdict verdict = verdicts.get(id.text());
    if (verdict == null) {
      if (!id.text().isEmpty()) {
        problems.unknown(PolicyProblem.UNKNOWN_VERDICT, id, verdicts.keySet());
      }
      return new Verdict(0, id.text(), Outcome.INCOMPLETE, "", "", List.of());
    }
    if (verdict.outcome() == Outcome.INCOMPLETE) {
      problems.add(
          PolicyProblem.UNKNOWN_VERDICT,
          id.at(),
          "'" + id.text() + "' is for missing facts; no rule gives it");
    }
    return verdict;
  }

  private Caution caution(Node item) {
    Keys keys = new Keys(item, problems, PolicyKeys.CAUTION.names());
    Scalar id = keys.scalar("caution");
    names.checkLower(id);
    Set<String> cites = sectionReader.citesOf(id.text());
    Scalar clause = keys.optional("clause");
    List<Rule> notReported = new ArrayList<>();
    for (Scalar name : keys.scalars("notReported")) {
      Rule rule = rules.get(name.text());
      if (rule == null) {
        problems.unknown(PolicyProblem.UNKNOWN_RULE, name, rules.keySet());
      } else {
        notReported.add(rule);
        cites.add(rule.clause().id());
      }
    }
    Node when = keys.get("when");
    if ((when == null) == notReported.isEmpty()) {
      problems.add(
          PolicyProblem.MISSING_KEY,
          keys.at(),
          "expected either 'when' or 'notReported' with rules");
    } else if (when == null && clause != null) {
      problems.add(
          PolicyProblem.WRONG_TYPE,
          clause.at(),
          "expected 'clause' beside 'when' only; a rule under 'notReported' has its own");
    }
    Scalar outcome = keys.optional("outcome");
    Caution caution =
        new Caution(
            id.text(),
            keys.flag("attention", false),
            clause == null ? null : sectionReader.cite(clause, cites),
            when == null ? null : condition(when, true, cites),
            outcome == null ? null : outcome(outcome),
            notReported,
            keys.text("message"));
    return origins.note(caution, item);
  }
}
