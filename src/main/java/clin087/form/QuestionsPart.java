package clin087.form;

import clin087.page.Html;
import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.words.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the facts of a policy as questions, one to a line: first those that decide, in rule order.
 */
final class QuestionsPart {
  /** The most values that are shown at once; more go into a menu. */
  private static final int MOST_OPTIONS = 6;

  private final Policy policy;
  private final Html html;

  QuestionsPart(Policy policy, Html html) {
    this.policy = policy;
    this.html = html;
  }

  void write() {
    Set<Fact> left = new LinkedHashSet<>(policy.facts());
    left.removeIf(fact -> FormControls.names(fact).isEmpty());
    List<Fact> required = policy.facts().stream().filter(f -> f.limits().required()).toList();
    group("The referral", required, left);
    group("What decides", decisive(), left);
    group("What a person should look at", cautioned(), left);
    group("For the record", policy.facts(), left);
    html.open("p", "class", "folded", "hidden", "hidden");
    html.open("button", "type", "button", "id", "unfold", "data-does", "unfold");
    html.close();
    html.close();
  }

  /** Writes those of some facts that are left, as a group. */
  private void group(String title, List<Fact> facts, Set<Fact> left) {
    List<Fact> own = facts.stream().filter(left::remove).toList();
    if (!own.isEmpty()) {
      html.open("section", "class", "group").element("h2", title);
      own.forEach(this::question);
      html.close();
    }
  }

  /** The facts that rules name, each followed by those that state it. */
  private List<Fact> decisive() {
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : policy.factsOfRules()) {
      facts.add(fact);
      policy.facts().stream().filter(fact::isStatedBy).forEach(facts::add);
    }
    return facts;
  }

  private List<Fact> cautioned() {
    List<Comparison> comparisons = new ArrayList<>();
    for (Caution caution : policy.cautions()) {
      if (caution.when() != null) {
        caution.when().collectInto(comparisons);
      }
    }
    return comparisons.stream().map(Comparison::fact).toList();
  }

  private void question(Fact fact) {
    String id = "question-" + fact.index();
    html.open(
        "div",
        "class",
        "question " + fact.type().word(),
        "id",
        id,
        "role",
        "group",
        "aria-labelledby",
        id + "-title",
        "aria-describedby",
        id + "-state",
        "data-fact",
        String.valueOf(fact.index()));
    html.element("p", Phrase.sentence(fact.question()), "class", "title", "id", id + "-title");
    html.open("p", "class", "state", "id", id + "-state").close();
    if (fact.clause() != null) {
      html.open("details", "class", "words").element("summary", "Clause " + fact.clause());
      html.open("blockquote").element("p", policy.clause(fact.clause()).text());
      html.close().close();
    }
    html.open("div", "class", "controls");
    controls(fact, id);
    html.close().close();
  }

  private void controls(Fact fact, String id) {
    String unknown = fact.assumed() == Fact.UNSTATED ? "not known" : "not stated";
    switch (fact.type()) {
      case BOOLEAN -> truth(fact.path(), unknown);
      case CHOICE -> choice(fact, unknown, id);
      case SET -> set(fact, id);
      case INTEGER, DECIMAL -> {
        entry(fact, id, "type", "text", "inputmode", "decimal", "class", "number");
        html.span("span", " " + fact.limits().unit(), "class", "unit");
      }
      case DATE -> entry(fact, id, "type", "date");
      case TEXT -> text(fact, id);
    }
  }

  private void truth(String name, String unknown) {
    option(name, "true", "yes");
    option(name, "false", "no");
    option(name, "", unknown);
  }

  private void choice(Fact fact, String unknown, String id) {
    if (fact.choices().size() <= MOST_OPTIONS) {
      for (Choice choice : fact.choices()) {
        option(fact.path(), choice.value(), choice.label());
      }
      option(fact.path(), "", unknown);
      return;
    }
    html.open("select", "name", fact.path(), "aria-labelledby", id + "-title");
    html.element("option", unknown, "value", "");
    for (Choice choice : fact.choices()) {
      html.element("option", choice.label(), "value", choice.value());
    }
    html.close();
  }

  /** Writes the members of a set, each with yes, no and not known. */
  private void set(Fact fact, String id) {
    html.open("div", "class", "members");
    for (int i = 0; i < fact.choices().size(); i++) {
      Choice choice = fact.choices().get(i);
      String name = id + "-member-" + i;
      html.open("div", "class", "member", "role", "group", "aria-labelledby", name);
      html.span("span", choice.label(), "class", "name", "id", name);
      html.inline("span", "class", "options");
      truth(FormControls.member(fact, choice.value()), "not known");
      html.close().close();
    }
    html.close().open("div", "class", "none");
    html.open("button", "type", "button", "data-does", "none", "aria-describedby", id + "-none");
    html.close();
    html.element("p", "", "id", id + "-none");
    html.close();
  }

  private void text(Fact fact, String id) {
    if (fact.isFreeText()) {
      html.open("textarea", "name", fact.path(), "rows", "2", "aria-labelledby", id + "-title");
      html.close();
    } else {
      entry(fact, id, "type", "text");
    }
  }

  private void entry(Fact fact, String id, String... attributes) {
    List<String> all = new ArrayList<>(List.of(attributes));
    all.addAll(List.of("name", fact.path(), "aria-labelledby", id + "-title"));
    all.addAll(List.of("autocomplete", "off", "spellcheck", "false"));
    if (fact.limits().required()) {
      all.addAll(List.of("aria-required", "true"));
    }
    html.empty("input", all.toArray(new String[0]));
  }

  private void option(String name, String value, String words) {
    html.open("label", "class", "option");
    List<String> attributes =
        new ArrayList<>(List.of("type", "radio", "name", name, "value", value));
    if (value.isEmpty()) {
      attributes.addAll(List.of("checked", "checked"));
    }
    html.empty("input", attributes.toArray(new String[0]));
    html.span("span", words).close();
  }
}
