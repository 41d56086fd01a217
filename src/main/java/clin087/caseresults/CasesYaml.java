package clin087.caseresults;

import clin087.cases.Case;
import clin087.cases.Case.Expectation;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy.Identity;
import clin087.report.Context;
import clin087.report.ReferralJson;
import clin087.text.Bytes;
import clin087.text.Characters;
import java.util.List;

/** Writes cases as a person writes them. */
public final class CasesYaml {
  /** The characters that a text without quotes may not have. */
  private static final String SPECIAL = ",[]{}#&*!|>'\"%@`:\\";

  private final Context context;
  private final StringBuilder text = new StringBuilder();

  private CasesYaml(Context context) {
    this.context = context;
  }

  /**
   * Writes proposed cases.
   *
   * @param begins whether they begin a file, instead of being appended to one
   */
  public static Bytes proposals(Context context, List<Case> cases, boolean begins) {
    CasesYaml yaml = new CasesYaml(context);
    yaml.head(cases.isEmpty());
    if (begins && !cases.isEmpty()) {
      yaml.line("cases:");
    }
    for (Case each : cases) {
      yaml.add(each);
    }
    return new Bytes().text(yaml.text.toString());
  }

  private void head(boolean none) {
    Identity policy = context.policy().identity();
    String of = Characters.visible(policy.name());
    if (none) {
      line(
          "# Nothing to propose: the cases cover all of " + of + " that is known to be reachable.");
      return;
    }
    line("  # Proposed for what no case exercises of " + of + ".");
    line("  # They say what the policy decides now, not what it should decide: a person has to");
    line("  # review each one, and give it a name of its own, before it is kept.");
  }

  private void add(Case each) {
    line("  - case: " + scalar(each.name()));
    if (each.asOf() != null) {
      line("    asOf: " + each.asOf());
    }
    int before = text.length();
    line("    given:");
    int empty = text.length();
    for (Fact fact : context.policy().facts()) {
      long code = each.referral().stated(fact);
      if (code != Fact.UNSTATED) {
        line("      " + fact.name() + ": " + value(fact, code));
      }
    }
    if (text.length() == empty) {
      text.setLength(before);
      line("    given: {}");
    }
    for (Expectation expectation : each.expected()) {
      boolean list = expectation.aspect().isList();
      List<String> words = expectation.words();
      line(
          "    " + expectation.aspect().key() + ": " + (list ? list(words) : scalar(words.get(0))));
    }
  }

  private static String value(Fact fact, long code) {
    if (fact.type() == FactType.TEXT) {
      return fact.limits().cut(ReferralJson.SOME_TEXT);
    }
    List<String> words = fact.words(code);
    return fact.type() == FactType.SET ? list(words) : scalar(words.get(0));
  }

  private static String list(List<String> words) {
    StringBuilder list = new StringBuilder("[");
    for (String word : words) {
      list.append(list.length() == 1 ? "" : ", ").append(scalar(word));
    }
    return list.append(']').toString();
  }

  /** A text, in quotes if it would mean something else without them. */
  private static String scalar(String word) {
    boolean plain = !word.isEmpty() && word.equals(word.strip()) && isWord(word.charAt(0));
    for (int i = 0; i < word.length(); i++) {
      plain &= SPECIAL.indexOf(word.charAt(i)) < 0;
    }
    if (plain && !Characters.hasControl(word)) {
      return word;
    }
    StringBuilder quoted = new StringBuilder("\"");
    word.codePoints().forEach(c -> quote(c, quoted));
    return quoted.append('"').toString();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '(';
  }

  private static void quote(int codePoint, StringBuilder quoted) {
    if (codePoint == '"' || codePoint == '\\') {
      quoted.append('\\').appendCodePoint(codePoint);
    } else if (Characters.isControl(codePoint)) {
      quoted.append(String.format("\\U%08x", codePoint));
    } else {
      quoted.appendCodePoint(codePoint);
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
