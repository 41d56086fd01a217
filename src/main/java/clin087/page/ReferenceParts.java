package clin087.page;

import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import clin087.words.FactWords;
import clin087.words.Phrase;

/** What the rules use: the facts, verdicts and cautions of a policy. */
final class ReferenceParts {
  private final PageWriter page;
  private final Html html;

  ReferenceParts(PageWriter page) {
    this.page = page;
    this.html = page.html;
  }

  void write() {
    if (!page.policy.cautions().isEmpty()) {
      begin("cautions", "The cautions");
      html.element("p", "What a person should look at, whatever the verdict.");
      page.policy.cautions().forEach(this::caution);
      html.close();
    }
    begin("verdicts", "The verdicts");
    table("What each verdict means", "Verdict", "Given by", "Afterwards");
    page.policy.verdicts().forEach(this::verdict);
    endTable();
    html.close();
    begin("facts", "The facts");
    html.element("p", "What a referral may state. What it does not state is unknown, never “no”.");
    table("What a referral may state", "Fact", "Question", "Takes", "Used by");
    page.policy.facts().forEach(this::fact);
    endTable();
    html.close();
  }

  private void begin(String id, String title) {
    html.open("section", "id", id, "aria-labelledby", id + "-title");
    html.element("h2", title, "id", id + "-title");
  }

  /** A table that scrolls by itself where the screen is narrow, also from the keyboard. */
  private void table(String caption, String... headers) {
    html.open("div", "class", "wide", "role", "region", "aria-label", caption, "tabindex", "0");
    html.open("table").element("caption", caption).open("thead").open("tr");
    for (String header : headers) {
      html.element("th", header, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  private void endTable() {
    html.close().close().close();
  }

  private void caution(Caution caution) {
    html.open("section", "class", "card caution");
    html.element("h3", caution.id(), "id", page.anchors.of(caution));
    html.element("p", caution.message());
    if (caution.attention()) {
      html.open("p").span("strong", "Attention: ");
      html.text("a referral that raises this is not lost, whatever decides").close();
    }
    if (caution.when() != null) {
      page.condition(caution.when());
    } else {
      html.open("p").span("strong", "When one of these holds, but is not reported:").close();
      page.rules(caution.notReported());
    }
    if (caution.outcome() != null) {
      html.open("p").span("strong", "Only beside: ");
      html.text("verdicts with the outcome " + caution.outcome().word()).close();
    }
    if (caution.clause() != null) {
      html.open("p").span("strong", "Rests on: ");
      page.clause(caution.clause().id());
      html.close();
    }
    html.close();
  }

  private void verdict(Verdict verdict) {
    html.open("tr").open("th", "scope", "row", "id", page.anchors.of(verdict));
    page.verdict(verdict, () -> html.text(verdict.id()));
    html.close();
    html.open("td");
    page.rules(page.encodings.rules(verdict));
    html.text(verdict.action()).close();
    html.open("td");
    for (Setting setting : verdict.afterwards()) {
      html.element("p", page.encodings.words(setting));
    }
    html.close().close();
  }

  private void fact(Fact fact) {
    html.open("tr").open("th", "scope", "row", "id", page.anchors.of(fact));
    html.element("p", Phrase.sentence(fact.label())).open("p").span("code", fact.path());
    html.close().close();
    html.open("td").element("p", Phrase.sentence(fact.question()));
    if (fact.clause() != null) {
      html.open("p").text("Asked by ");
      page.clause(fact.clause());
      html.close();
    }
    html.close().open("td");
    takes(fact);
    html.close().open("td");
    page.rules(page.encodings.rules(fact));
    html.close().close();
  }

  private void takes(Fact fact) {
    html.element("p", Phrase.sentence(FactWords.type(fact)));
    if (!fact.choices().isEmpty()) {
      html.open("ul");
      for (Choice choice : fact.choices()) {
        html.open("li").span("code", choice.value()).text(" " + choice.label()).close();
      }
      html.close();
    }
    for (String demand : FactWords.demands(fact)) {
      html.element("p", Phrase.sentence(demand));
    }
    String assumed = FactWords.assumed(fact, page.encodings);
    if (!assumed.isEmpty()) {
      html.open("p").span("strong", "Assumed: ").text(assumed).close();
    }
    for (Setting setting : fact.states()) {
      html.open("p").span("strong", "States as well: ");
      html.text(page.encodings.words(setting)).close();
    }
  }
}
