package clin087.show;

import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import clin087.text.Characters;
import clin087.text.Lines;
import clin087.words.Encodings;
import clin087.words.FactWords;
import clin087.words.Phrase;
import clin087.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes parts of a policy as text, each with all that belongs to it. */
final class DetailText {
  private static final int INDENT = 2;

  private final Lines lines;
  private final Selection selection;
  private final Encodings encodings;
  private final Words words = new Words(null);
  private boolean begun;

  DetailText(Lines lines, Selection selection) {
    this.lines = lines;
    this.selection = selection;
    this.encodings = new Encodings(selection.policy());
  }

  void write() {
    selection.sections().forEach(this::section);
    for (Rule rule : selection.rules()) {
      begin(numbered(rule));
      rule(rule, rule.clause(), INDENT);
      clause(rule.clause(), false);
    }
    selection.verdicts().forEach(this::verdict);
    for (Caution caution : selection.cautions()) {
      begin("Caution " + caution.id());
      caution(caution, null, INDENT);
    }
    selection.facts().forEach(this::fact);
  }

  /** A title, with a blank line before all but the first. */
  private void begin(String title) {
    if (begun) {
      lines.blank();
    }
    begun = true;
    lines.title(Characters.visible(title));
  }

  private void section(Section section) {
    begin("Section " + section.id() + ": " + section.title());
    for (Clause clause : section.clauses()) {
      clause(clause, true);
    }
  }

  private void clause(Clause clause, boolean withEncoding) {
    lines.heading("Clause " + Characters.visible(clause.id()));
    clause.paragraphs().forEach(paragraph -> lines.item(INDENT, "", paragraph));
    if (!withEncoding) {
      return;
    }
    if (clause.informative() != null) {
      lines.blank();
      lines.item(INDENT, "Decides nothing: ", clause.informative());
    }
    for (Rule rule : encodings.rules(clause)) {
      lines.blank();
      lines.item(INDENT, "", numbered(rule));
      if (isShownElsewhere(rule, clause)) {
        lines.item(2 * INDENT, "", "See clause " + rule.clause().id() + ".");
      } else {
        rule(rule, clause, 2 * INDENT);
      }
    }
    for (Caution caution : encodings.cautions(clause)) {
      lines.blank();
      lines.item(INDENT, "Caution ", caution.id());
      caution(caution, clause, 2 * INDENT);
    }
  }

  private boolean isShownElsewhere(Rule rule, Clause here) {
    return !rule.clause().equals(here)
        && selection.sections().stream()
            .anyMatch(section -> section.clauses().contains(rule.clause()));
  }

  private String numbered(Rule rule) {
    return "Rule " + rule.number() + " of " + selection.policy().rules().size() + ": " + rule.id();
  }

  private void rule(Rule rule, Clause here, int indent) {
    Verdict verdict = rule.verdict();
    when(indent, words.of(rule.when()));
    lines.item(
        indent,
        "Verdict: ",
        verdict.id() + " (" + verdict.outcome().word() + "), " + verdict.label());
    lines.item(indent, "Next step: ", rule.action());
    if (rule.attention()) {
      lines.item(indent, "Attention: ", "a referral that meets this is not lost, whatever decides");
    }
    if (rule.interpretation() != null) {
      lines.item(indent, "Reading: ", rule.interpretation());
    }
    if (!rule.clause().equals(here)) {
      lines.item(indent, "Clause: ", rule.clause().id());
    }
    list(indent, "See also: ", rule.seeAlso());
  }

  private void when(int indent, Phrase phrase) {
    lines.item(indent, "When ", phrase.words() + (phrase.parts().isEmpty() ? "" : ":"));
    bullets(indent + INDENT, phrase.parts());
  }

  private void bullets(int indent, List<Phrase> phrases) {
    for (Phrase phrase : phrases) {
      String clause = phrase.clause() == null ? "" : " (clause " + phrase.clause() + ")";
      String colon = phrase.parts().isEmpty() ? "" : ":";
      lines.item(indent, "- ", phrase.words() + clause + colon);
      bullets(indent + INDENT, phrase.parts());
    }
  }

  private void caution(Caution caution, @Nullable Clause here, int indent) {
    if (caution.when() != null) {
      when(indent, words.of(caution.when()));
    } else {
      lines.item(indent, "", "When one of these rules holds, but is not reported:");
      caution.notReported().forEach(rule -> lines.item(indent + INDENT, "- ", rule.id()));
    }
    if (caution.outcome() != null) {
      lines.item(indent, "Only beside: ", "verdicts with the outcome " + caution.outcome().word());
    }
    lines.item(indent, "Says: ", caution.message());
    if (caution.attention()) {
      lines.item(
          indent, "Attention: ", "a referral that raises this is not lost, whatever decides");
    }
    if (caution.clause() != null && !caution.clause().equals(here)) {
      lines.item(indent, "Clause: ", caution.clause().id());
    }
  }

  private void verdict(Verdict verdict) {
    begin("Verdict " + verdict.id());
    lines.item(INDENT, "Means: ", verdict.label());
    lines.item(INDENT, "Outcome: ", verdict.outcome().word());
    if (!verdict.action().isEmpty()) {
      lines.item(INDENT, "Next step: ", verdict.action());
    }
    for (Setting setting : verdict.afterwards()) {
      lines.item(INDENT, "Afterwards: ", encodings.words(setting));
    }
    rules("Given by: ", encodings.rules(verdict));
  }

  private void fact(Fact fact) {
    begin("Fact " + fact.path());
    lines.item(INDENT, "", fact.question());
    lines.blank();
    lines.item(INDENT, "Name in conditions: ", fact.name());
    lines.item(INDENT, "Name in words: ", fact.label());
    lines.item(INDENT, "Takes: ", FactWords.type(fact));
    for (Choice choice : fact.choices()) {
      lines.item(2 * INDENT, "- ", choice.value() + ": " + choice.label());
    }
    list(INDENT, "Mind: ", FactWords.demands(fact));
    String assumed = FactWords.assumed(fact, encodings);
    lines.item(INDENT, "When not stated: ", assumed.isEmpty() ? "unknown" : "assumed " + assumed);
    for (Setting setting : fact.states()) {
      lines.item(INDENT, "States as well: ", encodings.words(setting));
    }
    list(INDENT, "Stated by: ", encodings.statedBy(fact).stream().map(Fact::path).toList());
    if (fact.clause() != null) {
      lines.item(INDENT, "Clause: ", fact.clause());
    }
    rules("Rules that look at it: ", encodings.rules(fact));
    List<Caution> cautions = encodings.cautions(fact);
    list(
        INDENT,
        "Cautions that look at it: ",
        cautions.stream().map(Caution::id).distinct().toList());
  }

  private void rules(String label, List<Rule> rules) {
    List<String> named = rules.stream().map(rule -> rule.number() + " " + rule.id()).toList();
    list(INDENT, label, named.isEmpty() ? List.of("none") : named);
  }

  private void list(int indent, String label, List<String> values) {
    if (!values.isEmpty()) {
      lines.item(indent, label, String.join(", ", values));
    }
  }
}
