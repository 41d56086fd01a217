package clin087.page;

import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import clin087.words.FactWords;
import clin087.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Writes the facts, verdicts and cautions of a policy. */
final class ReferenceParts {
  private final PageWriter page;
  private final Html html;

  ReferenceParts(PageWriter page) {
    this.page = page;
    this.html = page.html;
  }

  void write() {
    if (!page.policy.cautions().isEmpty()) {
      begin("cautions", "The cautions", "What a person should look at, whatever the verdict.");
      page.policy.cautions().forEach(this::caution);
      end();
    }
    begin("verdicts", "The verdicts", "");
    page.policy.verdicts().forEach(this::verdict);
    end();
    begin(
        "facts",
        "The facts",
        "What a referral may state. What it does not state is unknown, never “no”.");
    page.policy.facts().forEach(this::fact);
    end();
  }

  private void begin(String id, String title, String words) {
    html.open("section", "id", id, "aria-labelledby", id + "-title");
    html.element("h2", title, "id", id + "-title");
    if (!words.isEmpty()) {
      html.element("p", words);
    }
    html.open("dl", "class", "entries");
  }

  private void end() {
    html.close().close();
  }

  private void beginEntry(Object piece, String name) {
    html.open("div").open("dt", "id", page.anchors.of(piece)).text(name);
  }

  private void caution(Caution caution) {
    beginEntry(caution, caution.id());
    if (caution.clause() != null) {
      html.text(" · ");
      page.clause(caution.clause().id());
    }
    html.text(caution.attention() ? " · attention" : "").close();
    html.element("dd", caution.message());
    html.open("dd");
    if (caution.when() != null) {
      page.condition(caution.when());
    } else {
      html.span("strong", "Holds, but is not reported: ");
      page.named(caution.notReported());
    }
    html.close();
    if (caution.outcome() != null) {
      html.open("dd").span("strong", "Only beside: ");
      html.text("verdicts with the outcome " + caution.outcome().word()).close();
    }
    html.close();
  }

  private void verdict(Verdict verdict) {
    html.open("div", "class", verdict.outcome().word());
    html.open("dt", "id", page.anchors.of(verdict));
    OutcomeMark.draw(html, verdict.outcome());
    html.text(verdict.id()).span("span", " · " + verdict.outcome().word()).close();
    html.open("dd").text(verdict.label());
    page.users(". Given by ", page.encodings.rules(verdict), List.of());
    html.close();
    if (!verdict.action().isEmpty()) {
      html.open("dd").span("strong", "Next step: ").text(verdict.action()).close();
    }
    for (Setting setting : verdict.afterwards()) {
      html.open("dd").span("strong", "Afterwards: ");
      html.text(page.encodings.words(setting)).close();
    }
    html.close();
  }

  private void fact(Fact fact) {
    beginEntry(fact, Phrase.sentence(fact.label()) + " ");
    html.inline("code").breakable(fact.path()).close().close();
    html.open("dd").text(Phrase.sentence(fact.question()));
    if (fact.clause() != null) {
      html.text(" (");
      page.clause(fact.clause());
      html.text(")");
    }
    html.close();
    takes(fact);
    List<Rule> rules = page.encodings.rules(fact);
    List<Caution> cautions = page.encodings.cautions(fact);
    if (!rules.isEmpty() || !cautions.isEmpty()) {
      html.open("dd");
      page.users("Used by ", rules, cautions);
      html.close();
    }
    html.close();
  }

  private void takes(Fact fact) {
    List<String> words = new ArrayList<>(List.of(FactWords.type(fact)));
    words.addAll(FactWords.demands(fact));
    String assumed = FactWords.assumed(fact, page.encodings);
    if (!assumed.isEmpty()) {
      words.add("assumed: " + assumed);
    }
    html.open("dd", "class", "takes");
    html.open("p").breakable(Phrase.sentence(String.join("; ", words))).close();
    if (!fact.choices().isEmpty()) {
      html.open("ul");
      for (Choice choice : fact.choices()) {
        html.open("li").span("code", choice.value()).text(" " + choice.label()).close();
      }
      html.close();
    }
    html.close();
    for (Setting setting : fact.states()) {
      html.open("dd").span("strong", "States as well: ");
      html.text(page.encodings.words(setting)).close();
    }
  }
}
