package clin087.report;

import clin087.decision.Decision;
import clin087.policy.Clause;
import clin087.policy.Rule;
import clin087.problem.Problem;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.text.Bytes;
import clin087.text.Characters;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * CSV (RFC 4180, with LF line ends): a header, then one row a referral. A cell that a spreadsheet
 * would run as a formula is made text by an apostrophe in front.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
 */
final class CsvReport implements Report {
  private static final CsvFactory CSV =
      CsvFactory.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();
  private static final String SEPARATOR = ";";

  @Override
  public void begin(Bytes out) {
    row(
        out,
        "source",
        "index",
        "reference",
        "verdict",
        "outcome",
        "rule",
        "clauses",
        "action",
        "missing",
        "problems");
  }

  @Override
  public void add(Result result, Bytes out) {
    String index = Integer.toString(result.index());
    if (result instanceof Decided decided) {
      Decision decision = decided.decision();
      Rule rule = decision.rule();
      row(
          out,
          decided.source(),
          index,
          decided.reference(),
          decision.verdict().id(),
          decision.verdict().outcome().word(),
          rule == null ? "" : rule.id(),
          joined(decision.clauses().stream().map(Clause::id).toList()),
          decision.action() == null ? "" : decision.action(),
          joined(decision.missing().stream().map(question -> question.fact().path()).toList()),
          "");
    } else if (result instanceof Invalid invalid) {
      String reference = invalid.reference();
      row(
          out,
          invalid.source(),
          index,
          reference == null ? "" : reference,
          "",
          "",
          "",
          "",
          "",
          "",
          joined(invalid.problems().stream().map(Problem::code).toList()));
    }
  }

  private static String joined(List<String> parts) {
    return String.join(SEPARATOR, parts);
  }

  private static void row(Bytes out, String... cells) {
    try (JsonGenerator csv = CSV.createGenerator(ObjectWriteContext.empty(), out)) {
      csv.writeStartArray();
      for (String cell : cells) {
        csv.writeString(harmless(cell));
      }
      csv.writeEndArray();
    }
  }

  /** A cell that neither a spreadsheet nor a terminal acts on. */
  private static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    String shown = Characters.visible(cell);
    return formula ? "'" + shown : shown;
  }
}
