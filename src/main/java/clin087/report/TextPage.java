package clin087.report;

import clin087.decision.Assumption;
import clin087.decision.Decision;
import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.NextStep;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
import clin087.policy.Clause;
import clin087.policy.Outcome;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.problem.Problem;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.text.Lines;
import clin087.words.FactWords;
import clin087.words.QuestionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes one result as text. */
final class TextPage {
  private final Lines lines;

  TextPage(Context context) {
    this.lines = new Lines(context.color(), context.width());
  }

  String decided(Decided decided, boolean explain) {
    Decision decision = decided.decision();
    List<Notice> cautions = decided.cautions();
    if (decision.attention()) {
      attention(decision, cautions);
    }
    headline(decision);
    origin(decided, decided.reference());
    why(decision);
    nextStep(decision);
    alsoMet(decision.alsoMet());
    if (decision.afterwards() != null) {
      afterwards(decision.afterwards());
    }
    questions("QUESTIONS FOR THE REFERRER", decision.missing());
    questions("QUESTIONS THAT DECIDE THE NEXT STEP", decision.missingForAction());
    assumed(decision.assumed());
    pleaseCheck(cautions);
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
      String path = problem.path().isEmpty() ? "" : " " + problem.path();
      String place = invalid.source() + ":" + problem.line() + ":" + problem.column();
      lines.item(2, "", place + ": " + problem.code() + path);
      lines.item(6, "", problem.message());
      lines.excerpt(6, problem.excerpt());
    }
    return lines.toString();
  }

  /** Writes what must not be lost, before everything else: cautions and rules with attention. */
  private void attention(Decision decision, List<Notice> cautions) {
    lines.title("ATTENTION");
    for (Notice notice : cautions) {
      if (notice.attention()) {
        notice(notice);
      }
    }
    for (NextStep step : decision.attentive()) {
      lines.item(2, "! ", step.action() + " (" + ids(step.clauses()) + ")");
    }
    List<NextStep> steps = decision.actions();
    boolean only = steps.size() == 1;
    if (isAttentive(steps)
        && !(only && NextStep.give(decision.attentive(), steps.get(0).action()))) {
      String clauses = only ? " (" + ids(steps.get(0).clauses()) + ")" : "";
      for (String sentence : NextStepSentences.of(decision)) {
        lines.item(2, "! ", sentence + clauses);
      }
    }
    lines.blank();
  }

  private static boolean isAttentive(List<NextStep> steps) {
    for (NextStep step : steps) {
      for (Rule rule : step.rules()) {
        if (rule.attention()) {
          return true;
        }
      }
    }
    return false;
  }

  private void headline(Decision decision) {
    Verdict verdict = decision.verdict();
    String color =
        switch (verdict.outcome()) {
          case PROCEED -> Lines.GREEN;
          case REFUSE -> Lines.RED;
          case REDIRECT, INCOMPLETE -> Lines.YELLOW;
        };
    String clauses = ids(decision.clauses());
    String named = decision.clauses().size() == 1 ? ", clause " : ", clauses ";
    Afterwards then = decision.afterwards();
    lines.headline(
        verdict.id(),
        color,
        (clauses.isEmpty() ? "" : named + clauses)
            + ": "
            + verdict.label()
            + (then == null ? "" : "; afterwards " + afterwardsWords(then)));
  }

  private static String afterwardsWords(Afterwards then) {
    String clauses = ids(then.clauses());
    return then.verdict().id() + (clauses.isEmpty() ? "" : " (" + clauses + ")");
  }

  private void origin(Result result, String reference) {
    lines.item(
        0,
        "",
        (reference.isEmpty() ? "" : "Referral " + reference + ", ")
            + (result.source().equals("-") ? "standard input" : result.source())
            + (result.index() == 0 ? "" : ", index " + result.index()));
  }

  private void why(Decision decision) {
    lines.heading("WHY");
    if (!decision.isSettled()) {
      List<String> verdicts = new ArrayList<>();
      for (Verdict verdict : decision.possible()) {
        verdicts.add(verdict.id());
      }
      String possible = String.join(", ", verdicts);
      lines.item(
          2,
          "",
          "The verdict depends on what the referral does not state. Possible: " + possible + ".");
      return;
    }
    if (decision.clauses().size() > 1) {
      lines.item(
          2,
          "",
          "All of these clauses lead to the same verdict. Which of them decides depends on what the"
              + " referral does not state.");
    }
    for (Clause clause : decision.clauses()) {
      lines.item(2, "", "Clause " + clause.id());
      for (String paragraph : clause.paragraphs()) {
        lines.item(4, "", paragraph);
      }
    }
    Rule rule = decision.rule();
    if (rule != null && rule.interpretation() != null) {
      lines.item(2, "", "Reading taken: " + rule.interpretation());
    }
    if (!decision.seeAlso().isEmpty()) {
      lines.item(2, "", "See also " + String.join(", ", decision.seeAlso()) + ".");
    }
    if (decision.verdict().outcome() == Outcome.PROCEED) {
      lines.item(2, "", "This policy does not stop it; another policy may still apply.");
    }
  }

  private void nextStep(Decision decision) {
    lines.heading("NEXT STEP");
    for (String sentence : NextStepSentences.of(decision)) {
      lines.item(2, "", sentence);
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

  private void afterwards(Afterwards then) {
    lines.heading("AFTERWARDS");
    lines.item(
        2,
        "",
        "Once that is done: "
            + afterwardsWords(then)
            + ", "
            + then.verdict().label().toLowerCase(Locale.ROOT)
            + ".");
    int number = 1;
    for (Question question : then.missing()) {
      question(number++, question);
    }
  }

  private void questions(String title, List<Question> questions) {
    if (questions.isEmpty()) {
      return;
    }
    lines.heading(title);
    int number = 1;
    for (Question question : questions) {
      question(number++, question);
    }
  }

  private void question(int number, Question question) {
    String marker = number + ". ";
    String clause = question.fact().clause();
    String answers = QuestionWords.answers(question.fact(), question.open());
    lines.item(2, marker, question.fact().question());
    lines.item(2 + marker.length(), "", answers + (clause == null ? "" : " (" + clause + ")"));
  }

  private void assumed(List<Assumption> assumed) {
    if (assumed.isEmpty()) {
      return;
    }
    lines.heading("ASSUMED, SINCE THE REFERRAL DOES NOT SAY");
    for (Assumption assumption : assumed) {
      boolean policy = assumption.by() == Assumption.By.POLICY;
      String value = FactWords.known(assumption.fact(), assumption.value());
      String by = policy ? " (the policy's default)" : " (by --assume)";
      lines.item(2, "", assumption.fact().label() + ": " + value + by);
    }
  }

  private void pleaseCheck(List<Notice> cautions) {
    boolean any = false;
    for (Notice notice : cautions) {
      if (!notice.attention()) {
        if (!any) {
          lines.heading("PLEASE CHECK");
        }
        notice(notice);
        any = true;
      }
    }
  }

  private void notice(Notice notice) {
    Clause clause = notice.clause();
    String by =
        clause == null || notice.message().contains(clause.id()) ? "" : " (" + clause.id() + ")";
    lines.item(2, "! ", notice.message() + by + " [" + notice.code() + "]");
  }

  private static String ids(List<Clause> clauses) {
    List<String> ids = new ArrayList<>();
    for (Clause clause : clauses) {
      ids.add(clause.id());
    }
    return String.join(", ", ids);
  }
}
