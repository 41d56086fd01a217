package clin087.page;

import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Rule;
import clin087.policy.Section;
import java.util.List;

/** The document of a policy in its own words, and beside each clause what encodes it. */
final class DocumentPart {
  private final PageWriter page;
  private final Html html;
  private final List<NamedCase> cases;

  DocumentPart(PageWriter page, List<NamedCase> cases) {
    this.page = page;
    this.html = page.html;
    this.cases = cases;
  }

  void write() {
    html.open("section", "id", "document", "aria-labelledby", "document-title");
    html.element("h2", "The document, clause by clause", "id", "document-title");
    html.element(
        "p",
        "Beside every clause stands what encodes it, or why it decides nothing. The words of the "
            + "clauses are the publisher’s; all others are the encoders’ own.");
    contents();
    page.policy.sections().forEach(this::section);
    html.close();
  }

  private void contents() {
    html.open("nav", "aria-label", "Sections of the document").open("ul");
    for (Section section : page.policy.sections()) {
      html.open("li").link(page.anchors.of(section), title(section)).close();
    }
    html.close().close();
  }

  /** The title with its number; a name that is no number is the program's and says nothing. */
  private static String title(Section section) {
    return Character.isDigit(section.id().charAt(0))
        ? section.id() + " " + section.title()
        : section.title();
  }

  private void section(Section section) {
    html.open("section", "class", "part");
    html.element("h3", title(section), "id", page.anchors.of(section));
    section.clauses().forEach(this::clause);
    html.close();
  }

  private void clause(Clause clause) {
    int depth = (int) clause.id().chars().filter(c -> c == '(').count();
    String quiet = clause.informative() == null ? "" : " quiet";
    html.open("article", "class", "clause depth-" + Math.min(depth, 2) + quiet);
    html.open("div", "class", "words");
    html.element("h4", clause.id(), "id", page.anchors.ofClause(clause.id()));
    html.open("blockquote");
    clause.paragraphs().forEach(paragraph -> html.element("p", paragraph));
    html.close();
    html.close();
    html.open("div", "class", "encoding");
    if (clause.informative() != null) {
      html.open("p", "class", "informative").span("strong", "Decides nothing: ");
      html.text(clause.informative()).close();
    }
    for (Rule rule : page.encodings.rules(clause)) {
      if (rule.clause().equals(clause)) {
        rule(rule);
      } else {
        elsewhere(rule);
      }
    }
    page.encodings.cautions(clause).forEach(this::caution);
    tests(clause);
    html.close().close();
  }

  private void rule(Rule rule) {
    html.open("section", "class", "card " + rule.verdict().outcome().word());
    html.open("h5", "id", page.anchors.of(rule)).text("Rule ");
    html.text(rule.number() + ": " + rule.id()).close();
    html.open("p");
    html.link(page.anchors.ofStep(rule), "Step " + rule.number() + " of the decision").text(": ");
    html.link(page.anchors.of(rule.verdict()), rule.verdict().id());
    html.text(", " + rule.verdict().label()).close();
    if (rule.attention()) {
      labelled("Attention", "a referral that meets this is not lost, whatever decides");
    }
    if (rule.interpretation() != null) {
      labelled("Reading", rule.interpretation());
    }
    if (!rule.seeAlso().isEmpty()) {
      html.open("p").span("strong", "See also: ");
      page.clauses(rule.seeAlso());
      html.close();
    }
    html.close();
  }

  private void elsewhere(Rule rule) {
    html.open("p", "class", "elsewhere").text("See ");
    page.rule(rule);
    html.text(", at ");
    page.clause(rule.clause().id());
    html.close();
  }

  private void caution(Caution caution) {
    html.open("p", "class", "elsewhere").text("Caution ");
    html.link(page.anchors.of(caution), caution.id());
    html.text(": " + caution.message()).close();
  }

  private void tests(Clause clause) {
    List<NamedCase> own =
        cases.stream().filter(one -> one.clauses().contains(clause.id())).toList();
    List<NamedCase> failing = own.stream().filter(one -> !one.passes()).toList();
    if (!failing.isEmpty()) {
      html.open("div", "class", "tests failing").element("p", "Decided otherwise than expected");
      failing(failing, html);
      html.close();
    }
    if (own.size() > failing.size()) {
      int passing = own.size() - failing.size();
      html.open("details", "class", "tests");
      html.element("summary", "Tested by " + passing + (passing == 1 ? " case" : " cases"));
      html.open("ul");
      own.stream().filter(NamedCase::passes).forEach(this::passing);
      html.close().close();
    }
  }

  private void passing(NamedCase one) {
    html.open("li").text(one.name());
    String given = one.given().isEmpty() ? "nothing" : String.join("; ", one.given());
    html.element("p", "Given " + given + ": " + one.verdict(), "class", "given").close();
  }

  /** Cases that fail, with what is otherwise than expected. */
  static void failing(List<NamedCase> cases, Html html) {
    html.open("ul");
    for (NamedCase one : cases) {
      html.open("li").text(one.name() + " (" + String.join("; ", one.failures()) + ")").close();
    }
    html.close();
  }

  private void labelled(String label, String words) {
    html.open("p").span("strong", label + ": ").text(words).close();
  }
}
