package clin087.yaml;

import clin087.problem.Problem;

/** The problems that a policy's files and its cases can have, each with its cure. */
public enum PolicyProblem implements Problem.Kind {
  NOT_UTF8("save the file as UTF-8"),
  OTHER_FILE("name the right file; nothing of the other file is shown"),
  EMPTY("write the policy"),
  NOT_YAML(
      "look at this line and those before it, up to where the message says that it begins:"
          + " a missing colon, quote or bracket, a tab, a wrong indentation. Also: `---` inside"
          + " the file"),
  TOO_DEEP("split the condition into several rules"),
  TOO_LARGE("leave out what is not needed"),
  ALIAS("write it out; quote a text that begins with `&` or `*`"),
  TAG("quote a text that begins with `!`"),
  DUPLICATE_KEY("keep one of them"),
  WRONG_TYPE(
      "write what the message expects: a text, a list, `name: value` lines, a number, true"
          + " or false; drop a key that does not belong there; or use another word where the"
          + " message says that this one means something else"),
  UNKNOWN_KEY("correct the name; the message says which it could be. Check the indentation too"),
  MISSING_KEY("add the key that is named; or give it a text"),
  DUPLICATE_ID(
      "give every clause, fact, verdict and rule its own name, and every value and label;"
          + " small and capital letters alone do not tell two apart"),
  BAD_NAME(
      "name a rule or a caution in lower case with hyphens, a verdict in capitals with `_`;"
          + " the message says how"),
  BAD_DATE("write a year, a month or a day of the calendar: `2024`, `2024-03`, `2024-03-31`"),
  UNKNOWN_TYPE("use a type of [the table](#facts-what-a-referral-may-state)"),
  UNKNOWN_OUTCOME("use `proceed`, `refuse`, `redirect` or `incomplete`"),
  UNKNOWN_VERDICT("declare the verdict, or correct it. A rule cannot give the `incomplete` one"),
  UNKNOWN_FACT(
      "declare the fact, or correct it: dots, not slashes, and spaces around the comparison"),
  UNKNOWN_VALUE(
      "use a value that the fact declares: within its limits, with no more decimals than it"
          + " has, a day of the calendar or `today`"),
  REPEATED_VALUE("name each value once"),
  UNKNOWN_CLAUSE("add the clause under `sections`, or correct its number"),
  UNKNOWN_RULE("name a rule or caution that exists"),
  UNKNOWN_CAUTION("correct the code, or declare the caution"),
  BAD_CONDITION(
      "use the words that this type of fact has; give a list at least one bullet, `atLeast`"
          + " a number that `of` can reach, and each bullet only one of `all`, `any`, `none`,"
          + " `of`, `when`; ask `is stated` in cautions only"),
  NO_CATCH_ALL("make the last rule, and only it, `when: otherwise`"),
  BAD_INCLUDE(
      "name a file that exists, in the policy's folder or below it, of at most 4 MiB; name"
          + " each file, group and section once. A shared file by itself is not a policy: name one"
          + " that includes it"),
  UNKNOWN_GROUP("use the name of a group under `rules` in a shared file"),
  UNKNOWN_SECTION("use the number of a section in a shared file"),
  NOT_INCLUDED("say where the policy has this group or section; or take it out of the shared file"),
  NOT_ENCODED("let `encodedBy` and the rules' clauses agree"),
  CONTRADICTION("let the facts that a case states agree: the message says with which");

  private final String cure;

  PolicyProblem(String cure) {
    this.cure = cure;
  }

  @Override
  public String cure() {
    return cure;
  }
}
