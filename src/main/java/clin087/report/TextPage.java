package clin087.report;

import clin087.decision.Assumption;
import clin087.decision.Decision;
import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.problem.Problem;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.text.Characters;
import clin087.text.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of one result. */
final class TextPage {
  private final Lines lines;

  TextPage(boolean color) {
    this.lines = new Lines(color);
  }

  String decided(Decided decided, boolean explain) {
    Decision decision = decided.decision();
    Verdict verdict = decision.verdict();
    headline(verdict, decision);
    origin(decided, decided.reference());
    notices(decided, true);
    why(decision);
    nextStep(decision);
    alsoMet(decision.alsoMet());
    if (decision.afterwards() != null) {
      afterwards(decision.afterwards());
    }
    missing(decision);
    assumed(decision.assumed());
    notices(decided, false);
    if (explain) {
      TraceText.add(decision.trace(), lines);
    }
    return lines.toString();
  }

  String invalid(Invalid invalid) {
    lines.headline("INVALID", Lines.RED, ": this referral was not decided");
    origin(invalid, invalid.reference() == null ? "" : invalid.reference());
    lines.heading("PROBLEMS");
    for (Problem problem : invalid.problems()) {
      String path = problem.path().isEmpty() ? "" : " " + Characters.visible(problem.path());
      lines.line(
          "  "
              + Characters.visible(invalid.source())
              + ":"
              + problem.line()
              + ":"
              + problem.column()
              + ": "
              + problem.code()
              + path);
      lines.item(6, "", Characters.visible(problem.message()));
    }
    return lines.toString();
  }

  private void headline(Verdict verdict, Decision decision) {
    List<String> ids = ids(decision.clauses());
    String clauses =
        ids.isEmpty()
            ? ""
            : (ids.size() == 1 ? ", clause " : ", clauses ") + String.join(", ", ids);
    String color =
        switch (verdict.outcome()) {
          case PROCEED -> Lines.GREEN;
          case REFUSE -> Lines.RED;
          case REDIRECT, INCOMPLETE -> Lines.YELLOW;
        };
    lines.headline(verdict.id(), color, clauses + ": " + verdict.label());
  }

  private void origin(Result result, String reference) {
    lines.item(
        0,
        "",
        (reference.isEmpty() ? "" : "Referral " + Characters.visible(reference) + ", ")
            + (result.source().equals("-") ? "standard input" : Characters.visible(result.source()))
            + (result.index() == 0 ? "" : ", index " + result.index()));
  }

  private void notices(Decided decided, boolean first) {
    List<Notice> notices = new ArrayList<>(decided.decision().cautions());
    notices.addAll(decided.notices());
    boolean any = false;
    for (Notice notice : notices) {
      if (notice.attention() != first) {
        continue;
      }
      if (!any) {
        lines.heading(first ? "ATTENTION" : "PLEASE CHECK");
      }
      any = true;
      lines.item(2, "! ", Characters.visible(notice.message()) + " [" + notice.code() + "]");
    }
  }

  private void why(Decision decision) {
    if (!decision.isSettled()) {
      lines.heading("WHY");
      List<String> verdicts = new ArrayList<>();
      for (Verdict verdict : decision.possible()) {
        verdicts.add(verdict.id());
      }
      lines.item(
          2,
          "",
          "What the referral does not state decides. Possible: "
              + String.join(", ", verdicts)
              + ".");
      return;
    }
    lines.heading("WHY");
    boolean several = decision.clauses().size() > 1;
    if (several) {
      lines.item(
          2,
          "",
          "One of these clauses decides, with the same verdict; which one depends on facts that are not stated.");
    }
    for (Clause clause : decision.clauses()) {
      lines.line("  Clause " + clause.id());
      for (String paragraph : clause.paragraphs()) {
        lines.item(4, "", paragraph);
      }
    }
    Rule rule = decision.rule();
    if (rule != null && !several) {
      if (rule.interpretation() != null) {
        lines.item(2, "", "Reading taken: " + rule.interpretation());
      }
    }
    if (!decision.seeAlso().isEmpty()) {
      lines.line("  See also " + String.join(", ", decision.seeAlso()) + ".");
    }
  }

  private void nextStep(Decision decision) {
    lines.heading("NEXT STEP");
    if (decision.action() != null) {
      lines.item(2, "", decision.action());
      return;
    }
    lines.item(
        2,
        "",
        "It depends on which of these rules decides, which is open; all give the same verdict.");
    for (Rule each : decision.deciding()) {
      lines.item(2, each.clause().id() + "  ", "If '" + each.id() + "' holds: " + each.action());
    }
  }

  private void alsoMet(List<Rule> rules) {
    if (!rules.isEmpty()) {
      lines.heading("ALSO MET");
      for (Rule rule : rules) {
        lines.item(2, rule.clause().id() + "  ", rule.action());
      }
    }
  }

  private void afterwards(Afterwards afterwards) {
    lines.heading("AFTERWARDS");
    String clauses = String.join(", ", ids(afterwards.clauses()));
    lines.item(
        2,
        "",
        "Once that is done: "
            + afterwards.verdict().id()
            + " ("
            + clauses
            + "), "
            + afterwards.verdict().label().toLowerCase(Locale.ROOT)
            + ".");
    for (Question question : afterwards.missing()) {
      lines.item(2, "? ", question.fact().question());
    }
  }

  private void missing(Decision decision) {
    if (decision.missing().isEmpty()) {
      return;
    }
    lines.heading("QUESTIONS FOR THE REFERRER");
    int number = 1;
    for (Question question : decision.missing()) {
      Fact fact = question.fact();
      lines.item(2, number++ + ". ", fact.question());
      lines.line("     " + fact.path() + (fact.clause() == null ? "" : " (" + fact.clause() + ")"));
    }
  }

  private void assumed(List<Assumption> assumed) {
    if (assumed.isEmpty()) {
      return;
    }
    lines.heading("ASSUMED, SINCE THE REFERRAL DOES NOT SAY");
    for (Assumption assumption : assumed) {
      lines.item(
          2,
          "",
          assumption.fact().path()
              + " is "
              + value(assumption.fact(), assumption.value())
              + (assumption.by() == Assumption.By.POLICY
                  ? " (the policy's default)"
                  : " (by --assume)"));
    }
  }

  static String value(Fact fact, long code) {
    if (code == Fact.UNSTATED) {
      return "not stated";
    }
    List<String> words = fact.words(code);
    return words.isEmpty() ? "none of them" : String.join(", ", words);
  }

  private static List<String> ids(List<Clause> clauses) {
    List<String> ids = new ArrayList<>();
    for (Clause clause : clauses) {
      ids.add(clause.id());
    }
    return ids;
  }
}
