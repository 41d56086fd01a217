package clin087.decision;

import clin087.decision.Decision.NextStep;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that a decision says, as text, so that two of them can be compared. */
record Expected(
    String verdict,
    boolean attention,
    List<String> deciding,
    List<String> clauses,
    List<String> seeAlso,
    @Nullable String action,
    List<String> actions,
    List<String> alsoMet,
    String afterwards,
    List<String> possible,
    List<String> missing,
    List<String> missingForAction,
    List<String> assumed,
    List<String> notices,
    List<String> trace) {

  /** What the program has decided. */
  static Expected of(Decision decision) {
    Decision.Afterwards then = decision.afterwards();
    return new Expected(
        decision.verdict().id(),
        decision.attention(),
        ids(decision.deciding()),
        clauses(decision.clauses()),
        decision.seeAlso(),
        decision.action(),
        decision.actions().stream().map(Expected::step).toList(),
        ids(decision.alsoMet()),
        then == null
            ? ""
            : then.verdict().id() + clauses(then.clauses()) + questions(then.missing()),
        decision.possible().stream().map(Verdict::id).toList(),
        questions(decision.missing()),
        questions(decision.missingForAction()),
        decision.assumed().stream()
            .map(
                it ->
                    it.fact().path() + "=" + show(it.fact(), it.value()) + " by " + it.by().word())
            .toList(),
        decision.cautions().stream().map(Expected::notice).toList(),
        decision.trace().stream().map(Expected::step).toList());
  }

  /** The same without its trace. */
  Expected withoutTrace() {
    return new Expected(
        verdict,
        attention,
        deciding,
        clauses,
        seeAlso,
        action,
        actions,
        alsoMet,
        afterwards,
        possible,
        missing,
        missingForAction,
        assumed,
        notices,
        List.of());
  }

  private static String step(NextStep step) {
    return step.action() + " " + clauses(step.clauses()) + " " + ids(step.rules());
  }

  private static String notice(Notice notice) {
    String clause = notice.clause() == null ? "" : notice.clause().id();
    return (notice.attention() ? "!" : "")
        + notice.code()
        + " ["
        + clause
        + "] "
        + notice.message();
  }

  private static String step(Decision.Step step) {
    List<String> values = new ArrayList<>();
    Iterator<Long> codes = step.values().iterator();
    for (Fact fact : step.rule().facts()) {
      values.add(fact.path() + "=" + show(fact, codes.next()));
    }
    return step.rule().id()
        + " "
        + step.rule().clause().id()
        + " "
        + step.result().name().toLowerCase(Locale.ROOT)
        + values;
  }

  private static @Nullable String show(Fact fact, long code) {
    if (code == Fact.UNSTATED || fact.type() == FactType.TEXT) {
      return null;
    }
    return fact.type() == FactType.SET && fact.open(code) != 0
        ? members(fact, code)
        : String.join(",", fact.words(code));
  }

  /** The members of which something is known, and what. */
  private static String members(Fact set, long code) {
    List<String> members = new ArrayList<>();
    for (Choice choice : set.choices()) {
      long member = set.code(choice.value());
      if ((set.open(code) & member) == 0) {
        members.add(choice.value() + ":" + ((code & member) != 0));
      }
    }
    return members.toString();
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  private static List<String> clauses(List<Clause> clauses) {
    return clauses.stream().map(Clause::id).toList();
  }

  private static List<String> questions(List<Question> questions) {
    return questions.stream()
        .map(it -> it.fact().path() + it.open().stream().map(Choice::value).toList())
        .toList();
  }
}
