package clin087.show;

import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Policy.Identity;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Verdict;
import clin087.text.Characters;
import clin087.text.Lines;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes the table of contents of a policy as text. */
final class ContentsText {
  /** The widest name; a longer one has a line of its own. */
  private static final int WIDEST = 30;

  private static final int INDENT = 2;

  private final Lines lines;

  ContentsText(Lines lines) {
    this.lines = lines;
  }

  void write(Policy policy) {
    identity(policy.identity());
    document(policy.sections());
    lines.heading("RULES, IN ORDER: THE FIRST THAT HOLDS DECIDES");
    table(policy.rules(), ContentsText::numbered, ContentsText::decides);
    lines.heading("VERDICTS");
    table(policy.verdicts(), Verdict::id, ContentsText::means);
    if (!policy.cautions().isEmpty()) {
      lines.heading("CAUTIONS");
      table(policy.cautions(), Caution::id, Caution::message);
    }
    lines.heading("FACTS");
    table(policy.facts(), Fact::path, Fact::question);
  }

  private void identity(Identity identity) {
    lines.headline(
        identity.id(), Lines.GREEN, " version " + identity.version() + ": " + identity.title());
    lines.item(INDENT, "", identity.publisher());
    if (!identity.category().isEmpty()) {
      lines.item(INDENT, "", identity.category());
    }
    lines.item(
        INDENT, "", "Published " + identity.published() + ", review due " + identity.reviewDue());
    lines.item(INDENT, "", identity.source());
    if (!identity.supersedes().isEmpty()) {
      lines.item(INDENT, "Supersedes ", identity.supersedes());
    }
    lines.item(INDENT, "SHA-256 ", identity.sha256());
  }

  private void document(List<Section> sections) {
    lines.heading("THE DOCUMENT, AND WHAT ENCODES IT");
    for (Section section : sections) {
      lines.item(INDENT, shown(section.id()) + " ", section.title());
      rows(2 * INDENT, section.clauses(), Clause::id, ContentsText::encoding);
    }
  }

  private static String encoding(Clause clause) {
    String reason = clause.informative();
    return reason == null ? String.join(", ", clause.encodedBy()) : "- " + reason;
  }

  private static String numbered(Rule rule) {
    return String.format(Locale.ROOT, "%2d  %s", rule.number(), rule.id());
  }

  private static String decides(Rule rule) {
    return rule.verdict().id() + ", clause " + rule.clause().id();
  }

  private static String means(Verdict verdict) {
    return verdict.outcome().word() + ": " + verdict.label();
  }

  private <T> void table(List<T> items, Function<T, String> name, Function<T, String> words) {
    rows(INDENT, items, name, words);
  }

  private <T> void rows(
      int indent, List<T> items, Function<T, String> name, Function<T, String> words) {
    int width = 0;
    for (T item : items) {
      int length = length(shown(name.apply(item)));
      width = length <= WIDEST ? Math.max(width, length) : width;
    }
    for (T item : items) {
      String shown = shown(name.apply(item));
      int missing = width - length(shown);
      if (missing < 0) {
        lines.item(indent, "", shown);
        shown = "";
        missing = width;
      }
      lines.item(indent, shown + " ".repeat(missing + 2), words.apply(item));
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String shown(String name) {
    return Characters.visible(name);
  }
}
