package clin087.cases;

import clin087.decision.Decision;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
import clin087.policy.Clause;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** What a case can expect of a decision. */
public enum Aspect {
  VERDICT("expect", false),
  /** The first of the rules that decide; none while the verdict is open. */
  RULE("rule", false),
  CLAUSES("clauses", true),
  /** The facts that are missing, by their names. */
  MISSING("missing", true),
  /** The verdict once the next step is done; none where the verdict asks for no such step. */
  AFTERWARDS("afterwards", false),
  /** The codes of the cautions that the policy declares. */
  CAUTIONS("cautions", true);

  private final String key;
  private final boolean list;

  Aspect(String key, boolean list) {
    this.key = key;
    this.list = list;
  }

  /** The word that files of cases and outputs use. */
  public String key() {
    return key;
  }

  /** Whether a decision can have several of it. */
  public boolean isList() {
    return list;
  }

  /** What a decision has of it, in order, in the words of the policy. */
  public List<String> of(Decision decision) {
    List<String> words = new ArrayList<>();
    switch (this) {
      case VERDICT -> words.add(decision.verdict().id());
      case RULE -> {
        Rule rule = decision.rule();
        if (rule != null) {
          words.add(rule.id());
        }
      }
      case CLAUSES -> {
        for (Clause clause : decision.clauses()) {
          words.add(clause.id());
        }
      }
      case MISSING -> {
        for (Question question : decision.missing()) {
          words.add(question.fact().name());
        }
      }
      case AFTERWARDS -> {
        if (decision.afterwards() != null) {
          words.add(decision.afterwards().verdict().id());
        }
      }
      case CAUTIONS -> {
        for (Notice notice : decision.cautions()) {
          words.add(notice.code());
        }
      }
    }
    return words;
  }
}
