package clin087.page;

import clin087.policy.Condition;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.words.Encodings;
import clin087.words.Phrase;
import clin087.words.Words;
import java.util.List;
import java.util.Map;

/** What the parts of a page write alike. */
public final class PageWriter {
  final Policy policy;
  final Html html;
  final Anchors anchors;
  final Encodings encodings;
  private final Map<Rule, String> shared;
  private final Words words = new Words(null);

  PageWriter(Policy policy, Map<Rule, String> shared, Html html) {
    this.policy = policy;
    this.shared = Map.copyOf(shared);
    this.html = html;
    this.anchors = new Anchors(policy);
    this.encodings = new Encodings(policy);
  }

  /** A condition: one comparison as a paragraph, a list with its bullets. */
  void condition(Condition condition) {
    Phrase phrase = words.of(condition);
    html.open("div", "class", "condition");
    if (phrase.parts().isEmpty()) {
      html.element("p", Phrase.sentence(phrase.words()));
    } else {
      html.element("p", Phrase.sentence(phrase.words()) + ":");
      bullets(phrase.parts());
    }
    html.close();
  }

  private void bullets(List<Phrase> phrases) {
    html.open("ul");
    for (Phrase phrase : phrases) {
      html.open("li").text(phrase.words());
      if (phrase.clause() != null) {
        html.text(" (");
        clause(phrase.clause());
        html.text(")");
      }
      if (!phrase.parts().isEmpty()) {
        html.text(":");
        bullets(phrase.parts());
      }
      html.close();
    }
    html.close();
  }

  /** A link to a clause. */
  void clause(String id) {
    html.link(anchors.ofClause(id), "clause " + id);
  }

  /** Links to clauses, behind each other. */
  void clauses(List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      html.text(i == 0 ? "" : ", ");
      clause(ids.get(i));
    }
  }

  /** A link to a rule. */
  void rule(Rule rule) {
    html.link(anchors.of(rule), "rule " + rule.number() + ", " + rule.id());
  }

  /** What a reader should know of a rule at first sight: its attention, and who shares it. */
  void marks(Rule rule) {
    if (rule.attention()) {
      html.text(" · ").span("strong", "attention: never lost behind another verdict");
    }
    String file = shared.getOrDefault(rule, "");
    if (!file.isEmpty()) {
      html.text(" · shared with other policies, from " + file);
    }
  }

  /** A list of links to rules. */
  void rules(List<Rule> rules) {
    if (!rules.isEmpty()) {
      html.open("ul", "class", "rules");
      for (Rule rule : rules) {
        html.open("li");
        rule(rule);
        html.close();
      }
      html.close();
    }
  }

  /** A verdict with the mark of its outcome, and what it means; a link to where it is listed. */
  void verdict(Verdict verdict) {
    verdict(verdict, () -> html.link(anchors.of(verdict), verdict.id()));
  }

  /** A verdict, its name written by the caller. */
  void verdict(Verdict verdict, Runnable name) {
    html.open("div", "class", "verdict " + verdict.outcome().word());
    OutcomeMark.draw(html, verdict.outcome());
    html.open("div").open("p").inline("strong");
    name.run();
    html.close().text(" ").span("span", verdict.outcome().word(), "class", "outcome").close();
    html.element("p", verdict.label());
    html.close().close();
  }
}
