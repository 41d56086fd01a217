package clin087.lint;

import java.util.Locale;

/** The kinds of finding, each with its usual severity and its cure. */
public enum FindingKind {
  NEVER_DECIDES(
      Severity.ERROR,
      "the rule never decides, and which earlier rules prevent it: change the order or a"
          + " condition"),
  NOTHING_DECIDES(
      Severity.ERROR, "the referrals that no rule decides: end the rules with `otherwise`"),
  NO_QUESTION(Severity.ERROR, "rules look at a fact that has only `about`: ask a `question`"),
  REFUSED_FIRST(
      Severity.ERROR,
      "a rule refuses referrals that a later rule with `attention` is about: put the later rule"
          + " before it"),
  HIDDEN_ATTENTION(
      Severity.ERROR,
      "a default answers the question of a rule with `attention`, so that nobody is asked: take the"
          + " default away"),
  NOT_VERBATIM(
      Severity.ERROR,
      "with `--source`: a clause differs from the document, from which word on: correct its text"),
  NO_EFFECT(
      Severity.WARNING,
      "a rule, a bullet or a fact could be left out and nothing would change: say what was meant, or"
          + " leave it out"),
  UNUSED_FACT(Severity.WARNING, "nothing looks at the fact: use it or take it out"),
  UNREAD_VALUE(
      Severity.WARNING,
      "a value of a set that people are asked for, but no rule or caution reads: name it in a"
          + " condition or take it out"),
  NEVER_REACHED(Severity.WARNING, "no rule gives the verdict: use it or take it out"),
  NEVER_RAISED(Severity.WARNING, "the caution's condition cannot hold: correct it"),
  LEADS_BACK(
      Severity.WARNING,
      "once the next step of a verdict is done, the verdict can be the same again: let the rule ask"
          + " whether the step is done"),
  UNGUARDED_ATTENTION(
      Severity.WARNING,
      "another verdict can hide a rule with `attention`, and no caution guards its clause: name it"
          + " under `notReported`"),
  CUT_TEXT(
      Severity.WARNING,
      "a text without quotes that ` #` cuts short, as in `Offer the service #1 first`: put it in"
          + " quotes"),
  NOT_QUOTED(
      Severity.WARNING,
      "with `--source`: a passage of the document that no clause quotes: add it to a clause"),
  ORDER(
      Severity.INFORMATION,
      "rules with different outcomes that can hold together, where either could come first: check"
          + " that the document wants this order"),
  DEFAULT(
      Severity.INFORMATION,
      "what is assumed instead of asked, and which verdicts that could hide: check that nobody is"
          + " harmed"),
  REDUNDANT(
      Severity.INFORMATION,
      "a bullet that rules before it make needless: keep it if it mirrors the document"),
  SAME_VERDICT(
      Severity.INFORMATION,
      "a rule or a bullet that changes only the clause or the action, never the verdict: keep it if"
          + " it mirrors the document"),
  UNNAMED_VALUE(
      Severity.INFORMATION,
      "values that no rule names, and that conditions do not tell apart: check that none was"
          + " forgotten"),
  OTHER_NUMBER(
      Severity.INFORMATION,
      "a rule compares with a number or period that its clauses do not have: correct the number, or"
          + " cite the clause that has it"),
  NUMBER_NOT_ENCODED(
      Severity.INFORMATION,
      "a clause has a limit that no rule or question of it has: encode it, or correct the number"),
  OTHER_BOUNDARY(
      Severity.INFORMATION,
      "a rule treats the limit itself differently from its clause, as in `> 12` for \"at least 12\":"
          + " correct the comparison"),
  OTHER_WAY_ROUND(
      Severity.INFORMATION,
      "a rule seems to compare in the opposite direction of its clause: check which side is meant"),
  SAME_QUESTION(
      Severity.INFORMATION, "two facts ask the same question: word them apart, or keep one"),
  BOUNDARY(
      Severity.INFORMATION,
      "two limits that almost complete each other: a value between them is in neither or in both:"
          + " use `>=` beside `<`, or `>` beside `<=`"),
  OTHER_DATE(
      Severity.INFORMATION,
      "`published` or `reviewDue` is another date than that of the caution about it: correct one of"
          + " them"),
  NOT_PROVED(
      Severity.INFORMATION,
      "what could not be proved in some eight seconds; nothing is ever guessed");

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Severity severity;
  private final String cure;

  FindingKind(Severity severity, String cure) {
    this.severity = severity;
    this.cure = cure;
  }

  /** The code that scripts can rely on. */
  public String code() {
    return code;
  }

  /** Its usual severity. */
  public Severity severity() {
    return severity;
  }

  /** What is wrong, and what to do about it, in Markdown. */
  public String cure() {
    return cure;
  }
}
