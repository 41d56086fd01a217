package clin087.decision;

import clin087.decision.Completions.Reached;
import clin087.decision.Model.Answer;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Law;
import clin087.decision.Model.Notice;
import clin087.decision.Model.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final Map<List<Integer>, Boolean> implied = new HashMap<>();

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
   * What is known, by fact; after the last, the date of the check and the facts that are stated.
   *
   * @param by takes who assumes what is not stated
   */
  @Nullable Object[] known(
      @Nullable Object[] stated, Map<Integer, Object> options, @Nullable String[] by) {
    int facts = stated.length;
    @Nullable Object[] known = new Object[facts + 2];
    System.arraycopy(stated, 0, known, 0, facts);
    known[facts] = asOf;
    Set<Integer> ofReferral = new HashSet<>();
    for (int i = 0; i < facts; i++) {
      if (stated[i] != null) {
        ofReferral.add(i);
        model
            .facts()
            .get(i)
            .states()
            .forEach(
                (other, value) -> {
                  known[other] = value;
                  ofReferral.add(other);
                });
      }
    }
    known[facts + 1] = ofReferral;
    for (int i = 0; i < facts; i++) {
      Question question = model.facts().get(i);
      if (known[i] == null && options.containsKey(i)) {
        known[i] = options.get(i);
        by[i] = "option";
      } else if (known[i] == null
          && question.otherwise() != null
          && question.unless().stream().noneMatch(ofReferral::contains)) {
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
    List<Law> deciding = laws(reached.rules());
    int last = reached.rules().get(reached.rules().size() - 1);
    List<Integer> alsoMet = settled ? alsoMet(reached, verdict, known) : List.of();
    List<String> clauses = clauses(reached);
    List<String> notices = notices(known, verdict, reported(settled, deciding, laws(alsoMet)));
    List<Law> urgent =
        model.rules().stream()
            .filter(rule -> rule.attention() && isTrue(rule, known))
            .limit(1)
            .toList();
    List<String> actions = actions(deciding);
    String action = actions.size() == 1 ? deciding.get(0).action() : null;
    if (!settled && actions.size() > 1) {
      actions = actions(urgent);
      action = urgent.isEmpty() ? verdict.action() : urgent.get(0).action();
    }
    boolean differ = settled && actions.size() > 1;
    Set<String> seeAlso = new LinkedHashSet<>();
    deciding.forEach(rule -> seeAlso.addAll(rule.seeAlso()));
    seeAlso.removeAll(clauses);
    return new Expected(
        verdict.id(),
        !urgent.isEmpty() || notices.stream().anyMatch(notice -> notice.startsWith("!")),
        ids(deciding),
        clauses,
        settled ? new ArrayList<>(seeAlso) : List.of(),
        action,
        actions,
        ids(laws(alsoMet)),
        afterwards(verdict, known),
        reached.verdicts().stream().map(v -> model.verdicts().get(v).id()).toList(),
        settled ? List.of() : questions(reached.missing()),
        differ ? questions(reached.forAction()) : List.of(),
        assumed(known, by, last),
        notices,
        trace(known, last));
  }

  private boolean isTrue(Law rule, @Nullable Object[] known) {
    return completions.truth(rule.when(), known).equals("true");
  }

  private List<Integer> alsoMet(Reached reached, Answer verdict, @Nullable Object[] known) {
    List<Integer> alsoMet = new ArrayList<>();
    for (int i = 0; i < model.rules().size(); i++) {
      Law rule = model.rules().get(i);
      if (model.verdicts().get(rule.verdict()).equals(verdict)
          && !(rule.when() instanceof Model.Otherwise)
          && !reached.rules().contains(i)
          && isTrue(rule, known)
          && !isImplied(i, reached.rules(), known)) {
        alsoMet.add(i);
      }
    }
    return alsoMet;
  }

  private boolean isImplied(int rule, List<Integer> deciding, @Nullable Object[] known) {
    for (int other : deciding) {
      boolean holds =
          implied.computeIfAbsent(
              List.of(other, rule),
              pair ->
                  completions.implies(
                      model.rules().get(other).when(), model.rules().get(rule).when(), known));
      if (holds) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> reported(boolean settled, List<Law> deciding, List<Law> alsoMet) {
    Set<String> clauses = new HashSet<>();
    if (settled) {
      deciding.forEach(rule -> clauses.add(rule.clause()));
      alsoMet.forEach(rule -> clauses.add(rule.clause()));
    }
    return clauses;
  }

  /** Each action of the rules once, with their clauses and names. */
  private static List<String> actions(List<Law> rules) {
    return rules.stream()
        .map(Law::action)
        .distinct()
        .map(
            action -> {
              List<Law> giving =
                  rules.stream().filter(rule -> rule.action().equals(action)).toList();
              List<String> clauses = giving.stream().map(Law::clause).distinct().toList();
              return action + " " + clauses + " " + ids(giving);
            })
        .toList();
  }

  private String afterwards(Answer verdict, @Nullable Object[] known) {
    if (verdict.afterwards().isEmpty()) {
      return "";
    }
    @Nullable Object[] then = known.clone();
    verdict.afterwards().forEach((fact, value) -> then[fact] = value);
    Reached reached = completions.reach(then);
    Answer next = verdict(reached);
    return next.id()
        + clauses(reached)
        + (next.outcome().equals(OPEN) ? questions(reached.missing()) : List.of());
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

  private List<String> notices(@Nullable Object[] known, Answer verdict, Set<String> reported) {
    List<String> notices = new ArrayList<>();
    for (Notice notice : model.notices()) {
      if (notice.outcome() != null && !notice.outcome().equals(verdict.outcome())) {
        continue;
      }
      String name = (notice.attention() ? "!" : "") + notice.id() + " ";
      for (int rule : notice.rules()) {
        Law lost = model.rules().get(rule);
        if (!reported.contains(lost.clause()) && isTrue(lost, known)) {
          String words = notice.text().replace("{clause}", lost.clause());
          notices.add(name + "[" + lost.clause() + "] " + words.replace("{action}", lost.action()));
        }
      }
      if (notice.when() != null && completions.truth(notice.when(), known).equals("true")) {
        notices.add(name + "[" + notice.clause() + "] " + notice.text());
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
      reached.missing().keySet().forEach(fact -> clauses.add(model.facts().get(fact).clause()));
    }
    return new ArrayList<>(clauses);
  }

  private List<Law> laws(List<Integer> rules) {
    return rules.stream().map(model.rules()::get).toList();
  }

  private static List<String> ids(List<Law> rules) {
    return rules.stream().map(Law::id).toList();
  }

  private List<String> questions(Map<Integer, List<String>> missing) {
    return missing.entrySet().stream()
        .map(each -> path(each.getKey()) + each.getValue())
        .collect(Collectors.toList());
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
