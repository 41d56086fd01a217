package clin087.page;

import clin087.policy.Outcome;
import clin087.policy.Rule;

/**
 * Draws the decision so that a finger can follow it: a line down the rules, and from each rule an
 * arrow to its verdict. Every rule has its own row, so that it wraps on a narrow screen, is not cut
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
        "Follow the line down to the first rule that holds, and its arrow to the verdict. A rule "
            + "marked “attention” is reported even where another rule decides.");
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

  /** Draws the line from one rule down to the next, with the rule's number. */
  private void rail(Rule rule) {
    int number = rule.number();
    html.open("svg", "class", "rail", "role", "img", "width", "40");
    html.span("title", "Rule " + number);
    if (number == last) {
      html.span("desc", "The last rule always holds.");
    } else {
      html.span("desc", "If it does not hold, go on to rule " + (number + 1) + ".");
    }
    if (number > 1) {
      line("20", "0", "20", "20");
    }
    if (number < last) {
      line("20", "20", "20", "100%");
      html.inline("svg", "y", "100%", "overflow", "visible");
      html.inline("path", "class", "head", "d", "M14 -8L20 0L26 -8z").close().close();
      html.span("text", "no", "class", "way", "x", "25", "y", "100%", "dy", "-6");
    }
    html.inline("circle", "class", "stop", "cx", "20", "cy", "20", "r", "14").close();
    html.span("text", Integer.toString(number), "class", "number", "x", "20", "y", "25");
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
        "0 0 40 40",
        "width",
        "40",
        "height",
        "40");
    html.span("title", "If it holds: " + rule.verdict().outcome().word());
    line("0", "20", "31", "20");
    html.inline("path", "class", "head", "d", "M30 13L40 20L30 27z").close();
    html.span("text", "yes", "class", "way", "x", "6", "y", "14");
    html.close();
  }
}
