package clin087.decision;

import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
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
    List<String> deciding,
    List<String> clauses,
    @Nullable String action,
    List<String> alsoMet,
    String afterwards,
    List<String> possible,
    List<String> missing,
    List<String> assumed,
    List<String> notices,
    List<String> trace) {

  /** What the program has decided. */
  static Expected of(Decision decision) {
    Decision.Afterwards then = decision.afterwards();
    return new Expected(
        decision.verdict().id(),
        ids(decision.deciding()),
        clauses(decision.clauses()),
        decision.action(),
        ids(decision.alsoMet()),
        then == null
            ? ""
            : then.verdict().id() + clauses(then.clauses()) + questions(then.missing()),
        decision.possible().stream().map(Verdict::id).toList(),
        questions(decision.missing()),
        decision.assumed().stream()
            .map(
                it ->
                    it.fact().path() + "=" + show(it.fact(), it.value()) + " by " + it.by().word())
            .toList(),
        decision.cautions().stream().map(Expected::notice).toList(),
        decision.trace().stream().map(Expected::step).toList());
  }

  private static String notice(Notice notice) {
    return (notice.attention() ? "!" : "") + notice.code() + " " + notice.message();
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
    return code == Fact.UNSTATED || fact.type() == FactType.TEXT
        ? null
        : String.join(",", fact.words(code));
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  private static List<String> clauses(List<Clause> clauses) {
    return clauses.stream().map(Clause::id).toList();
  }

  private static List<String> questions(List<Question> questions) {
    return questions.stream().map(question -> question.fact().path()).toList();
  }
}
