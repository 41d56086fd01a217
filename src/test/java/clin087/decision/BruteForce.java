package clin087.decision;

import clin087.decision.Completions.Reached;
import clin087.decision.Model.Answer;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Law;
import clin087.decision.Model.Notice;
import clin087.decision.Model.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sections 5 and 6 of the contract, word by word: decides by trying every completion of what is
 * unknown. It shares no code with the program.
 */
final class BruteForce {
  private static final String OPEN = "incomplete";

  private final Model model;
  private final LocalDate asOf;
  private final Completions completions;

  BruteForce(Model model, LocalDate asOf) {
    this.model = model;
    this.asOf = asOf;
    this.completions = new Completions(model, asOf);
  }

  Completions completions() {
    return completions;
  }

  /** The decision on what is stated, by fact; null where it is not. */
  Expected decide(@Nullable Object[] stated, Map<Integer, Object> options) {
    @Nullable String[] by = new String[stated.length];
    return decide(known(stated, options, by), by);
  }

  /**
   * What is known, by fact, the date of the check behind the last.
   *
   * @param by takes who assumes what is not stated
   */
  @Nullable Object[] known(
      @Nullable Object[] stated, Map<Integer, Object> options, @Nullable String[] by) {
    @Nullable Object[] known = new Object[stated.length + 1];
    System.arraycopy(stated, 0, known, 0, stated.length);
    known[stated.length] = asOf;
    options.forEach(
        (fact, value) -> {
          if (known[fact] == null) {
            known[fact] = value;
            by[fact] = "option";
          }
        });
    @Nullable Object[] withOptions = known.clone();
    for (int i = 0; i < stated.length; i++) {
      Question question = model.facts().get(i);
      if (known[i] == null
          && question.otherwise() != null
          && question.unless().stream().allMatch(other -> withOptions[other] == null)) {
        known[i] = question.otherwise();
        by[i] = "policy";
      }
    }
    return known;
  }

  private Expected decide(@Nullable Object[] known, @Nullable String[] by) {
    Reached reached = completions.reach(known);
    Answer verdict = verdict(reached);
    boolean settled = !verdict.outcome().equals(OPEN);
    int last = reached.rules().get(reached.rules().size() - 1);
    List<Integer> alsoMet = new ArrayList<>();
    for (int i = 0; i < model.rules().size(); i++) {
      Law rule = model.rules().get(i);
      if (settled
          && model.verdicts().get(rule.verdict()).equals(verdict)
          && !reached.rules().contains(i)
          && completions.truth(rule.when(), known).equals("true")) {
        alsoMet.add(i);
      }
    }
    List<Integer> reported = new ArrayList<>(alsoMet);
    reported.addAll(settled ? reached.rules() : List.of());
    String action = settled ? model.rules().get(reached.rules().get(0)).action() : verdict.action();
    return new Expected(
        verdict.id(),
        settled ? ids(reached.rules()) : List.of(),
        clauses(reached),
        action,
        ids(alsoMet),
        afterwards(verdict, known),
        reached.verdicts().stream().map(v -> model.verdicts().get(v).id()).toList(),
        settled ? List.of() : paths(reached.missing()),
        assumed(known, by, last),
        notices(known, verdict, reported),
        trace(known, last));
  }

  private String afterwards(Answer verdict, @Nullable Object[] known) {
    if (verdict.afterwards().isEmpty()) {
      return "";
    }
    @Nullable Object[] then = known.clone();
    verdict.afterwards().forEach((fact, value) -> then[fact] = value);
    Reached reached = completions.reach(then);
    Answer next = verdict(reached);
    List<Integer> missing = next.outcome().equals(OPEN) ? reached.missing() : List.of();
    return next.id() + clauses(reached) + paths(missing);
  }

  private List<String> assumed(@Nullable Object[] known, @Nullable String[] by, int last) {
    Set<Integer> named = new LinkedHashSet<>();
    model
        .rules()
        .subList(0, last + 1)
        .forEach(rule -> named.addAll(rule.when().named(model.facts().size())));
    return named.stream()
        .filter(fact -> by[fact] != null)
        .map(fact -> path(fact) + "=" + show(fact, known) + " by " + by[fact])
        .toList();
  }

  private List<String> notices(@Nullable Object[] known, Answer verdict, List<Integer> reported) {
    List<String> notices = new ArrayList<>();
    for (Notice notice : model.notices()) {
      for (int rule : notice.rules()) {
        Law lost = model.rules().get(rule);
        if (!reported.contains(rule) && completions.truth(lost.when(), known).equals("true")) {
          String words = notice.text().replace("{clause}", lost.clause());
          notices.add("!" + notice.id() + " " + words.replace("{action}", lost.action()));
        }
      }
      if (notice.when() != null
          && (notice.outcome() == null || notice.outcome().equals(verdict.outcome()))
          && completions.truth(notice.when(), known).equals("true")) {
        notices.add(notice.id() + " " + notice.text());
      }
    }
    return notices;
  }

  private List<String> trace(@Nullable Object[] known, int last) {
    List<String> trace = new ArrayList<>();
    for (Law rule : model.rules().subList(0, last + 1)) {
      List<String> values = new ArrayList<>();
      for (int fact : rule.when().named(model.facts().size())) {
        values.add(path(fact) + "=" + show(fact, known));
      }
      trace.add(
          rule.id() + " " + rule.clause() + " " + completions.truth(rule.when(), known) + values);
    }
    return trace;
  }

  private Answer verdict(Reached reached) {
    return reached.verdicts().size() == 1
        ? model.verdicts().get(reached.verdicts().get(0))
        : model.verdicts().stream().filter(v -> v.outcome().equals(OPEN)).findFirst().get();
  }

  private List<String> clauses(Reached reached) {
    Set<String> clauses = new LinkedHashSet<>();
    if (reached.verdicts().size() == 1) {
      reached.rules().forEach(rule -> clauses.add(model.rules().get(rule).clause()));
    } else {
      reached.missing().forEach(fact -> clauses.add(model.facts().get(fact).clause()));
    }
    return new ArrayList<>(clauses);
  }

  private List<String> ids(List<Integer> rules) {
    return rules.stream().map(rule -> model.rules().get(rule).id()).toList();
  }

  private List<String> paths(List<Integer> facts) {
    return facts.stream().map(this::path).toList();
  }

  private String path(int fact) {
    return model.facts().get(fact).path();
  }

  private @Nullable String show(int fact, @Nullable Object[] known) {
    Question question = model.facts().get(fact);
    Object value = known[fact];
    return value == null || question.kind() == Kind.TEXT ? null : question.show(value);
  }
}
