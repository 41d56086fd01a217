package clin087.page;

import clin087.policy.Policy;
import clin087.policy.Policy.Identity;
import clin087.policy.Rule;
import clin087.text.Bytes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Writes a policy as one HTML page for review: the decision as a drawing, the document clause by
 * clause with what encodes it, and the facts, verdicts and cautions. The page loads nothing and
 * runs nothing; its content security policy makes sure of that.
 */
public final class PolicyPage {
  private static final Embedded STYLE = Embedded.of(PolicyPage.class, "base.css", "page.css");

  /** The lengths of the texts of a year and of a month, such as 2024-03. */
  private static final int YEAR = 4;

  private static final int MONTH = 7;
  private static final int DECEMBER_DAYS = 31;

  private final Identity identity;
  private final Html html = new Html();
  private final PageWriter page;
  private final List<NamedCase> cases;
  private final List<NamedCase> failing;

  private final LocalDate asOf;

  private PolicyPage(
      Policy policy, Map<Rule, String> shared, List<NamedCase> cases, LocalDate asOf) {
    this.identity = policy.identity();
    this.asOf = asOf;
    this.page = new PageWriter(policy, shared, html);
    this.cases = cases;
    this.failing = cases.stream().filter(one -> !one.passes()).toList();
  }

  /**
   * Writes the page.
   *
   * @param shared the files of the rules that it shares with other policies
   * @param cases the tested cases of the policy
   * @param asOf the date of the review
   */
  public static void write(
      Policy policy, Map<Rule, String> shared, List<NamedCase> cases, LocalDate asOf, Bytes out) {
    out.text(new PolicyPage(policy, shared, cases, asOf).page());
  }

  private String page() {
    html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    PageHead.write(html, identity.name() + ": " + identity.title(), STYLE);
    html.open("body");
    html.open("a", "class", "skip", "href", "#main").text("Skip to the decision").close();
    header();
    contents();
    html.open("main", "id", "main");
    failing();
    new DecisionDrawing(page).write();
    new DocumentPart(page, cases).write();
    new ReferenceParts(page).write();
    html.close();
    footer();
    html.close().close();
    return html.toString();
  }

  private void header() {
    html.open("header");
    PageHead.title(
        html,
        identity,
        "This page shows how an administrative check reads the policy. It does not replace"
            + " clinical judgement, and it approves no funding.");
    if (asOf.isAfter(lastDay(identity.reviewDue()))) {
      html.open("p", "class", "overdue", "role", "note");
      html.text(
          "The review was due by " + identity.reviewDue() + " and has not been recorded: as ");
      html.text("of " + asOf + " this version is past its review date.").close();
    }
    html.open("dl", "class", "identity");
    entry("Published by", identity.publisher());
    entry("Category", identity.category());
    entry("Published", identity.published());
    entry("Review due", identity.reviewDue());
    entry("Supersedes", identity.supersedes());
    entry("Where it is valid", identity.source());
    html.open("div").element("dt", "Policy file, SHA-256").open("dd");
    sha256();
    html.close().close();
    html.close().close();
  }

  /** The last day of a year, a month or a day as a policy states it. */
  private static LocalDate lastDay(String stated) {
    try {
      return switch (stated.length()) {
        case YEAR -> LocalDate.of(Integer.parseInt(stated), Month.DECEMBER, DECEMBER_DAYS);
        case MONTH -> YearMonth.parse(stated).atEndOfMonth();
        default -> LocalDate.parse(stated);
      };
    } catch (DateTimeException | NumberFormatException e) {
      return LocalDate.MAX;
    }
  }

  private void entry(String name, String value) {
    if (!value.isEmpty()) {
      html.open("div").element("dt", name).open("dd").breakable(value).close().close();
    }
  }

  private void sha256() {
    html.inline("code").pieces(identity.sha256().split("(?<=\\G.{8})(?!$)", -1)).close();
  }

  private void contents() {
    html.open("nav", "aria-label", "Parts of this page").open("ul");
    if (!failing.isEmpty()) {
      entryOf("failing", "The cases that fail");
    }
    entryOf("decision", "The decision, in order");
    entryOf("document", "The document, clause by clause");
    if (!page.policy.cautions().isEmpty()) {
      entryOf("cautions", "The cautions");
    }
    entryOf("verdicts", "The verdicts");
    entryOf("facts", "The facts");
    html.close().close();
  }

  private void entryOf(String id, String title) {
    html.open("li").link(id, title).close();
  }

  /** Writes the failing cases, which no reviewer may miss. */
  private void failing() {
    if (failing.isEmpty()) {
      return;
    }
    html.open("section", "id", "failing", "class", "alarm", "aria-labelledby", "failing-title");
    html.element("h2", "The cases that fail", "id", "failing-title");
    html.element(
        "p",
        "The policy decides "
            + failing.size()
            + " of its "
            + cases.size()
            + " cases otherwise than they expect. Either the policy is wrong or these cases are.");
    DocumentPart.failing(failing, html);
    html.close();
  }

  private void footer() {
    html.open("footer").open("p");
    html.text("The clauses are quoted from " + identity.id() + ", version " + identity.version());
    html.breakable(", published by " + identity.publisher() + " (" + identity.source() + "). ");
    html.text(
        "Only the document that it publishes is the policy. Made by clin087 from the policy ");
    html.text("file whose SHA-256 is at the top.").close().close();
  }
}
