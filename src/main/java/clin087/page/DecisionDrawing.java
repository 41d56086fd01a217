package clin087.page;

import clin087.policy.Outcome;
import clin087.policy.Rule;

/**
 * The decision as a drawing to follow with a finger: a line down the rules, and from each an arrow
 * to its verdict. Every rule is a row of its own, so that it wraps on a narrow screen, is never cut
 * between two sheets of paper, and is read aloud in order.
 */
final class DecisionDrawing {
  private final PageWriter page;
  private final Html html;
  private final int last;

  DecisionDrawing(PageWriter page) {
    this.page = page;
    this.html = page.html;
    this.last = page.policy.rules().size();
  }

  void write() {
    html.open("section", "id", "decision", "aria-labelledby", "decision-title");
    html.element("h2", "The decision, in order", "id", "decision-title");
    html.element(
        "p",
        "Start at the top and follow the line down. The first rule that holds decides: follow its "
            + "arrow to the verdict. If it does not hold, go on down.");
    legend();
    html.open("ol", "class", "flow");
    page.policy.rules().forEach(this::step);
    html.close();
    html.open("p", "class", "unknown");
    html.text("A fact that the referral does not state is unknown, never “no”. If it can change ");
    html.text("the verdict, the answer is ");
    html.link(page.anchors.of(page.policy.incomplete()), page.policy.incomplete().id());
    html.text(", with the questions that decide.").close();
    html.close();
  }

  private void legend() {
    html.open("ul", "class", "legend", "aria-label", "Marks of the outcomes");
    for (Outcome outcome : Outcome.values()) {
      html.open("li", "class", outcome.word());
      OutcomeMark.draw(html, outcome);
      html.inline("span").span("strong", outcome.word());
      html.text(": " + OutcomeMark.meaning(outcome)).close().close();
    }
    html.close();
  }

  private void step(Rule rule) {
    html.open("li", "class", "step " + rule.verdict().outcome().word());
    rail(rule);
    html.open("div", "class", "question", "id", page.anchors.ofStep(rule));
    html.open("p", "class", "rule");
    html.link(page.anchors.of(rule), rule.id()).text(" · ");
    page.clause(rule.clause().id());
    page.marks(rule);
    html.close();
    page.condition(rule.when());
    html.open("p", "class", "next").span("strong", "Next step: ").text(rule.action()).close();
    html.close();
    arrow(rule);
    page.verdict(rule.verdict());
    html.close();
  }

  /** The line down from one rule to the next, with the rule's number on it. */
  private void rail(Rule rule) {
    int number = rule.number();
    html.open("svg", "class", "rail", "role", "img", "width", "48");
    html.span("title", "Rule " + number);
    if (number == last) {
      html.span("desc", "The last rule always holds.");
    } else {
      html.span("desc", "If it does not hold, go on to rule " + (number + 1) + ".");
    }
    if (number > 1) {
      line("24", "0", "24", "24");
    }
    if (number < last) {
      line("24", "24", "24", "100%");
      html.inline("svg", "y", "100%", "overflow", "visible");
      html.inline("path", "class", "head", "d", "M17 -9L24 0L31 -9z").close().close();
      html.span("text", "no", "class", "way", "x", "31", "y", "100%", "dy", "-12");
    }
    html.inline("circle", "class", "stop", "cx", "24", "cy", "24", "r", "16").close();
    html.span("text", Integer.toString(number), "class", "number", "x", "24", "y", "29");
    html.close();
  }

  private void line(String x1, String y1, String x2, String y2) {
    html.inline("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2).close();
  }

  private void arrow(Rule rule) {
    html.open(
        "svg",
        "class",
        "arrow",
        "role",
        "img",
        "viewBox",
        "0 0 56 48",
        "width",
        "56",
        "height",
        "48");
    html.span("title", "If it holds: " + rule.verdict().outcome().word());
    line("0", "24", "46", "24");
    html.inline("path", "class", "head", "d", "M45 17L55 24L45 31z").close();
    html.span("text", "yes", "class", "way", "x", "10", "y", "17");
    html.close();
  }
}
