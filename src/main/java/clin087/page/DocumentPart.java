package clin087.page;

import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Rule;
import clin087.policy.Section;
import java.util.ArrayList;
import java.util.List;

/** Writes the policy's document in its own words, with what encodes each clause beside it. */
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
        "Beside every clause is what encodes it, or why it decides nothing; under its number, the "
            + "cases that test it. The clauses are the publisher’s words, all others the encoders’.");
    contents();
    sections();
    html.close();
  }

  private void contents() {
    html.open("nav", "aria-label", "Sections of the document").open("ul");
    for (Section section : page.policy.sections()) {
      html.open("li").link(page.anchors.of(section), title(section)).close();
    }
    html.close().close();
  }

  /**
   * The number and title of a section; without the number if it is only a name of the program's
   * own.
   */
  private static String title(Section section) {
    return Character.isDigit(section.id().charAt(0))
        ? section.id() + " " + section.title()
        : section.title();
  }

  /** Writes the sections; sections in a row with only quiet clauses are written together. */
  private void sections() {
    List<Section> quiet = new ArrayList<>();
    for (Section section : page.policy.sections()) {
      if (isQuiet(section)) {
        quiet.add(section);
      } else {
        quietSections(quiet);
        section(section);
      }
    }
    quietSections(quiet);
  }

  private void quietSections(List<Section> sections) {
    if (sections.size() == 1) {
      section(sections.get(0));
    } else if (!sections.isEmpty()) {
      html.open("div", "class", "quiet");
      for (Section section : sections) {
        html.open("section", "class", "part");
        heading(section);
        section.clauses().forEach(this::clause);
        html.close();
      }
      html.close();
    }
    sections.clear();
  }

  private void section(Section section) {
    html.open("section", "class", "part");
    heading(section);
    List<Clause> quiet = new ArrayList<>();
    for (Clause clause : section.clauses()) {
      if (isQuiet(clause)) {
        quiet.add(clause);
      } else {
        quietClauses(quiet);
        clause(clause);
      }
    }
    quietClauses(quiet);
    html.close();
  }

  private void quietClauses(List<Clause> clauses) {
    if (!clauses.isEmpty()) {
      html.open("div", "class", clauses.size() == 1 ? "sole" : "quiet");
      clauses.forEach(this::clause);
      html.close();
    }
    clauses.clear();
  }

  private void heading(Section section) {
    html.element("h3", title(section), "id", page.anchors.of(section));
  }

  private boolean isQuiet(Section section) {
    return !section.clauses().isEmpty() && section.clauses().stream().allMatch(this::isQuiet);
  }

  /**
   * Whether a clause is quiet: it has neither a rule of its own nor a case, and shares two columns
   * with others.
   */
  private boolean isQuiet(Clause clause) {
    return page.policy.rules().stream().noneMatch(rule -> rule.clause().equals(clause))
        && cases.stream().noneMatch(one -> one.clauses().contains(clause.id()));
  }

  private void clause(Clause clause) {
    html.open("article", "class", "clause");
    html.element("h4", clause.id(), "id", page.anchors.ofClause(clause.id()));
    html.open("blockquote");
    clause.paragraphs().forEach(paragraph -> html.open("p").breakable(paragraph).close());
    html.close();
    html.open("div", "class", "encoding");
    if (clause.informative() != null) {
      html.open("p", "class", "informative").span("strong", "Decides nothing: ");
      html.text(clause.informative()).close();
    }
    List<Rule> rules = page.encodings.rules(clause);
    rules.stream().filter(rule -> rule.clause().equals(clause)).forEach(this::rule);
    List<Rule> elsewhere = rules.stream().filter(rule -> !rule.clause().equals(clause)).toList();
    List<Caution> cautions = page.encodings.cautions(clause);
    if (!elsewhere.isEmpty() || !cautions.isEmpty()) {
      html.open("p");
      page.users("See ", elsewhere, cautions);
      html.close();
    }
    html.close();
    tests(clause);
    html.close();
  }

  private void rule(Rule rule) {
    html.open("section", "class", "card " + rule.verdict().outcome().word());
    html.open("h5", "id", page.anchors.of(rule));
    html.link(page.anchors.ofStep(rule), "Rule " + rule.number() + ": " + rule.id()).close();
    html.open("p").text("gives ");
    html.link(page.anchors.of(rule.verdict()), rule.verdict().id());
    page.marks(rule);
    if (!rule.seeAlso().isEmpty()) {
      html.text(" · see also ");
      page.clauses(rule.seeAlso());
    }
    html.close();
    if (rule.interpretation() != null) {
      html.open("p").span("strong", "Reading: ").text(rule.interpretation()).close();
    }
    html.close();
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
      html.open("summary").span("span", "Tested by ", "class", "by");
      html.text(passing + (passing == 1 ? " case" : " cases")).close();
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

  /** Writes failing cases, with their differences. */
  static void failing(List<NamedCase> cases, Html html) {
    html.open("ul");
    for (NamedCase one : cases) {
      html.open("li").text(one.name() + " (" + String.join("; ", one.failures()) + ")").close();
    }
    html.close();
  }
}
