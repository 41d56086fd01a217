package clin087.cases;

import clin087.decision.Decision;
import clin087.decision.Decision.NextStep;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** The aspects of a decision that a case can state expectations of. */
public enum Aspect {
  VERDICT("expect", false),
  /** The rule that decides alone; none if several do. */
  RULE("rule", false),
  /** The rules that decide in some completion. */
  RULES("rules", true),
  CLAUSES("clauses", true),
  /** Whether the referral has attention, {@code true} or {@code false}. */
  ATTENTION("attention", false),
  /** The next steps that rules give, each by the first rule that gives it. */
  ACTIONS("actions", true),
  /** The facts that are missing, by their names. */
  MISSING("missing", true),
  /** The facts that are missing for the next step. */
  MISSING_FOR_ACTION("missingForAction", true),
  /** The members of sets that the missing facts ask for, as {@code fact.member}. */
  OPEN("open", true),
  /** The verdict once the next step is done; none if the verdict declares no such step. */
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

  /** Whether a decision can have several values of it. */
  public boolean isList() {
    return list;
  }

  /** The values in a decision, in order, as the policy names them. */
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
      case RULES -> {
        for (Rule rule : decision.deciding()) {
          words.add(rule.id());
        }
      }
      case ATTENTION -> words.add(Boolean.toString(decision.attention()));
      case ACTIONS -> {
        for (NextStep step : decision.actions()) {
          words.add(step.rules().get(0).id());
        }
      }
      case CLAUSES -> {
        for (Clause clause : decision.clauses()) {
          words.add(clause.id());
        }
      }
      case MISSING -> addNames(decision.missing(), words);
      case MISSING_FOR_ACTION -> addNames(decision.missingForAction(), words);
      case OPEN -> {
        addOpen(decision.missing(), words);
        addOpen(decision.missingForAction(), words);
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

  private static void addNames(List<Question> questions, List<String> words) {
    for (Question question : questions) {
      words.add(question.fact().name());
    }
  }

  private static void addOpen(List<Question> questions, List<String> words) {
    for (Question question : questions) {
      for (Choice member : question.open()) {
        words.add(member(question.fact(), member));
      }
    }
  }

  /** The name of a member of a set. */
  static String member(Fact set, Choice member) {
    return set.name() + "." + member.value();
  }
}
