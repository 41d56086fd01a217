package clin087.report;

import clin087.decision.Assumption;
import clin087.decision.Decision;
import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
import clin087.policy.Clause;
import clin087.policy.FactType;
import clin087.policy.Rule;
import clin087.problem.Problem;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.text.Bytes;
import clin087.words.QuestionWords;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180): a header, then one row a referral. Each decision is written once and
 * reused for every referral that shares it.
 */
final class CsvReport implements Report {
  private static final String[] COLUMNS = {
    "source",
    "index",
    "reference",
    "verdict",
    "outcome",
    "rule",
    "clauses",
    "action",
    "missing",
    "problems",
    "attention",
    "questions",
    "cautions",
    "alsoMet",
    "afterwards",
    "assumed",
    "asOf",
    "policy"
  };

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String NAMES = ";";
  private static final String SENTENCES = " | ";

  /** How many written decisions are kept. */
  private static final int MOST = 1 << 10;

  private final boolean excel;
  private final String asOf;
  private final String policy;
  private final IdentityHashMap<Decision, String> written = new IdentityHashMap<>();

  /**
   * @param excel whether to write for Excel: with CRLF, and with a byte-order mark, without which
   *     Excel reads the text in the code page of the machine
   */
  CsvReport(Context context, boolean excel) {
    this.excel = excel;
    this.asOf = context.asOf().toString();
    this.policy = context.policy().identity().label();
  }

  @Override
  public void begin(Bytes out) {
    CsvRow header = new CsvRow();
    for (String column : COLUMNS) {
      header.cell(column);
    }
    out.text(excel ? BYTE_ORDER_MARK : "");
    end(header, out);
  }

  @Override
  public void add(Result result, Bytes out) {
    CsvRow row = new CsvRow();
    row.cell(result.source()).cell(Integer.toString(result.index()));
    if (result instanceof Decided decided) {
      row.cell(decided.reference()).written(decision(decided));
    } else if (result instanceof Invalid invalid) {
      row.cell(invalid.reference()).cell("INVALID").cell("invalid").empty(4);
      row.cell(problems(invalid.problems())).empty(6);
    }
    end(row.cell(asOf).cell(policy), out);
  }

  private void end(CsvRow row, Bytes out) {
    out.text(row.toString()).ascii(excel ? "\r\n" : "\n");
  }

  /** The cells of a decision, from the verdict to the assumptions. */
  private String decision(Decided decided) {
    Decision decision = decided.decision();
    if (!decided.notices().isEmpty()) {
      return row(decision, decided.cautions());
    }
    String row = written.get(decision);
    if (row == null) {
      if (written.size() >= MOST) {
        written.clear();
      }
      row = row(decision, decision.cautions());
      written.put(decision, row);
    }
    return row;
  }

  private static String row(Decision decision, List<Notice> cautions) {
    CsvRow row = new CsvRow();
    row.cell(decision.verdict().id()).cell(decision.verdict().outcome().word());
    row.cell(rules(decision.deciding())).cell(clauses(decision.clauses()));
    row.cell(String.join(SENTENCES, NextStepSentences.of(decision)));
    List<Question> missing = new ArrayList<>(decision.missing());
    missing.addAll(decision.missingForAction());
    row.cell(pointers(missing)).empty(1).cell(Boolean.toString(decision.attention()));
    row.cell(questions(missing)).cell(cautions(cautions)).cell(alsoMet(decision.alsoMet()));
    row.cell(afterwards(decision.afterwards())).cell(assumed(decision.assumed()));
    return row.toString();
  }

  private static String rules(List<Rule> rules) {
    List<String> ids = new ArrayList<>();
    for (Rule rule : rules) {
      ids.add(rule.id());
    }
    return String.join(NAMES, ids);
  }

  private static String clauses(List<Clause> clauses) {
    List<String> ids = new ArrayList<>();
    for (Clause clause : clauses) {
      ids.add(clause.id());
    }
    return String.join(NAMES, ids);
  }

  private static String pointers(List<Question> missing) {
    List<String> pointers = new ArrayList<>();
    for (Question question : missing) {
      pointers.add(question.fact().path());
    }
    return String.join(NAMES, pointers);
  }

  private static String questions(List<Question> missing) {
    List<String> questions = new ArrayList<>();
    for (Question each : missing) {
      questions.add(each.fact().question() + " " + QuestionWords.answers(each.fact(), each.open()));
    }
    return String.join(SENTENCES, questions);
  }

  private static String cautions(List<Notice> notices) {
    List<String> cautions = new ArrayList<>();
    for (Notice notice : notices) {
      cautions.add(notice.code() + ": " + notice.message());
    }
    return String.join(SENTENCES, cautions);
  }

  private static String alsoMet(List<Rule> rules) {
    List<String> clauses = new ArrayList<>();
    for (Rule rule : rules) {
      clauses.add(rule.clause().id());
    }
    return String.join(NAMES, clauses);
  }

  private static String afterwards(@Nullable Afterwards then) {
    return then == null ? "" : (then.verdict().id() + " " + clauses(then.clauses())).strip();
  }

  private static String assumed(List<Assumption> assumptions) {
    List<String> assumed = new ArrayList<>();
    for (Assumption each : assumptions) {
      List<String> words = each.fact().words(each.value());
      boolean set = each.fact().type() == FactType.SET;
      String value = set ? "[" + String.join(",", words) + "]" : String.join("", words);
      assumed.add(each.fact().path() + "=" + value);
    }
    return String.join(NAMES, assumed);
  }

  private static String problems(List<Problem> problems) {
    List<String> sentences = new ArrayList<>();
    for (Problem problem : problems) {
      String path = problem.path().isEmpty() ? "" : " " + problem.path();
      sentences.add(
          problem.line()
              + ":"
              + problem.column()
              + " "
              + problem.code()
              + path
              + ": "
              + problem.message());
    }
    return String.join(SENTENCES, sentences);
  }
}
