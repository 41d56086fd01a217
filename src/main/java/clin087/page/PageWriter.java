package clin087.page;

import clin087.policy.Caution;
import clin087.policy.Condition;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.words.Encodings;
import clin087.words.Phrase;
import clin087.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what several parts of a page share. */
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

  /** Writes a condition: a comparison as a paragraph, or a list with its bullets. */
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

  /** Writes bullets: short comparisons in one line, bullets with parts of their own as a list. */
  private void bullets(List<Phrase> phrases) {
    boolean plain = phrases.stream().allMatch(phrase -> phrase.parts().isEmpty());
    html.open("ul", "class", plain ? "plain" : "nested");
    for (Phrase phrase : phrases) {
      html.inline("li").text(phrase.words());
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

  /** Writes a link to a clause. */
  void clause(String id) {
    html.link(anchors.ofClause(id), "clause " + id);
  }

  /** Writes links to clauses, by their numbers. */
  void clauses(List<String> ids) {
    for (int i = 0; i < ids.size(); i++) {
      html.text(i == 0 ? "" : ", ").link(anchors.ofClause(ids.get(i)), ids.get(i));
    }
  }

  /**
   * Writes what a reader should see of a rule at once: whether it has attention, and whether it is
   * shared.
   */
  void marks(Rule rule) {
    if (rule.attention()) {
      html.text(" · ").span("strong", "attention");
    }
    String file = shared.getOrDefault(rule, "");
    if (!file.isEmpty()) {
      html.text(" · shared with other policies, from " + file);
    }
  }

  /**
   * Writes links to rules, by their numbers, and to cautions, after some words; nothing if there
   * are none.
   */
  void users(String before, List<Rule> rules, List<Caution> cautions) {
    if (!rules.isEmpty() || !cautions.isEmpty()) {
      html.text(before);
      numbers(rules);
      html.text(rules.isEmpty() || cautions.isEmpty() ? "" : "; ");
      codes(cautions);
    }
  }

  /** Writes rules by their numbers, such as "rules 1, 4, 7"; screen readers hear the names. */
  private void numbers(List<Rule> rules) {
    String before = rules.size() == 1 ? "rule " : "rules ";
    for (Rule rule : rules) {
      String number = Integer.toString(rule.number());
      html.text(before);
      html.span(
          "a", number, "href", "#" + anchors.of(rule), "aria-label", number + ", " + rule.id());
      before = ", ";
    }
  }

  /** Writes cautions by their codes; several with the same code are next to each other. */
  private void codes(List<Caution> cautions) {
    Map<String, Caution> codes = new LinkedHashMap<>();
    cautions.forEach(caution -> codes.putIfAbsent(caution.id(), caution));
    String before = codes.size() == 1 ? "caution " : "cautions ";
    for (Caution caution : codes.values()) {
      html.text(before).link(anchors.of(caution), caution.id());
      before = ", ";
    }
  }

  /** Writes links to rules, by their names. */
  void named(List<Rule> rules) {
    for (Rule rule : rules) {
      html.text(rule.equals(rules.get(0)) ? "" : "; ");
      html.link(anchors.of(rule), "rule " + rule.number() + ", " + rule.id());
    }
  }

  /**
   * Writes a verdict with the mark and the meaning of its outcome, linked to the list of verdicts.
   */
  void verdict(Verdict verdict) {
    html.open("div", "class", "verdict " + verdict.outcome().word());
    OutcomeMark.draw(html, verdict.outcome());
    html.open("div").open("p").inline("strong").link(anchors.of(verdict), verdict.id());
    html.close().close().element("p", verdict.label()).close().close();
  }
}
