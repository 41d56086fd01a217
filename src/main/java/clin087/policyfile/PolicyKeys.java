package clin087.policyfile;

import static clin087.policyfile.Key.optional;
import static clin087.policyfile.Key.required;

import clin087.policyfile.Key.Holds;
import java.util.List;

/**
 * The mappings of a policy file and their keys. The readers accept no others, and the JSON Schema
 * of a policy file is made from them.
 */
public enum PolicyKeys {
  FILE(
      required("policy", Holds.PART, "which policy this is").of("IDENTITY"),
      optional("include", Holds.TEXTS, "files to include, which policies share"),
      required("verdicts", Holds.PARTS, "the answers that the policy gives").of("VERDICT"),
      required("facts", Holds.PARTS, "what a referral may state").of("FACT"),
      required(
              "rules",
              Holds.PARTS_OR_INCLUDES,
              "the criteria in order: the first that holds decides")
          .of("RULE"),
      optional("cautions", Holds.PARTS, "what a person should look at, whatever the verdict")
          .of("CAUTION"),
      required("sections", Holds.PARTS_OR_INCLUDES, "the document in its own words").of("SECTION")),
  /** A shared file. */
  SHARED(
      required("part", Holds.TEXT, "the name of the file's content"),
      optional("verdicts", Holds.PARTS, "verdicts for every policy that includes the file")
          .of("VERDICT"),
      optional("facts", Holds.PARTS, "facts for every policy that includes the file").of("FACT"),
      optional("rules", Holds.GROUPS, "groups of rules, which policies include by name").of("RULE"),
      optional("cautions", Holds.PARTS, "cautions for every policy that includes the file")
          .of("CAUTION"),
      optional("sections", Holds.PARTS, "sections, which policies include by number")
          .of("SECTION")),
  IDENTITY(
      required("id", Holds.TEXT, "the policy's own identifier"),
      required("title", Holds.TEXT, "the title of the document"),
      required("publisher", Holds.TEXT, "who published it"),
      optional("category", Holds.TEXT, "the category that the document gives itself"),
      required("version", Holds.TEXT, "the version that the document gives itself"),
      required("published", Holds.TEXT, "YYYY, YYYY-MM or YYYY-MM-DD"),
      required("reviewDue", Holds.TEXT, "YYYY, YYYY-MM or YYYY-MM-DD"),
      required("source", Holds.TEXT, "where the document is published"),
      optional("supersedes", Holds.TEXT, "what the document supersedes")),
  VERDICT(
      required("verdict", Holds.TEXT, "its name, in capitals and _"),
      required("outcome", Holds.WORD, "what it means for the next step")
          .of("proceed refuse redirect incomplete"),
      required("label", Holds.TEXT, "what it means, in a few words"),
      optional("action", Holds.TEXT, "with outcome incomplete only: what to do with the questions"),
      optional("afterwards", Holds.NAMED_VALUES, "what will be true once its next step is done")),
  FACT(
      required("path", Holds.TEXT, "its place in a referral, such as /request/type"),
      optional("label", Holds.TEXT, "what it is called"),
      required("type", Holds.WORD, "what its values are")
          .of("boolean choice set integer decimal date text"),
      optional("values", Holds.NAMED_TEXTS, "its values, each with what it means"),
      optional("question", Holds.TEXT, "what to ask a person"),
      optional("about", Holds.TEXT, "what it is, if no rule asks for it"),
      optional("clause", Holds.TEXT, "the clause that asks for it"),
      optional("default", Holds.VALUE, "what is assumed if it is not stated"),
      optional("defaultUnless", Holds.TEXTS, "facts that, if stated, make the default give way"),
      optional("assumable", Holds.FLAG, "false: --assume may not state it for a whole batch"),
      optional("states", Holds.NAMED_VALUES, "what stating it states as well"),
      optional("unit", Holds.TEXT, "the unit of a number"),
      optional("decimals", Holds.NUMBER, "how many decimal places a decimal has"),
      optional("min", Holds.VALUE, "the least number, or the first day: a day or today"),
      optional("max", Holds.VALUE, "the greatest number, or the last day: a day or today"),
      optional("required", Holds.FLAG, "true: a referral without it is invalid"),
      optional("maxLength", Holds.NUMBER, "how many characters a text may have"),
      optional("controlCharacters", Holds.FLAG, "false: a text may have no control characters")),
  RULE(
      required("rule", Holds.TEXT, "its name, in lower case and hyphens"),
      optional("attention", Holds.FLAG, "true: a referral that meets it is never lost"),
      required("clause", Holds.TEXT, "the clause that it encodes"),
      optional("seeAlso", Holds.TEXTS, "further clauses that a reader needs"),
      required("when", Holds.CONDITION, "its condition; otherwise for the last rule"),
      required("verdict", Holds.VERDICT, "what it decides: the name of a verdict"),
      required("action", Holds.TEXT, "the next step: who does what"),
      optional("interpretation", Holds.TEXT, "the reading taken, if the document leaves room")),
  CAUTION(
      required("caution", Holds.TEXT, "its name"),
      optional("attention", Holds.FLAG, "true: a referral that raises it is never lost"),
      optional("clause", Holds.TEXT, "the clause that it rests on"),
      optional("when", Holds.CONDITION, "its condition"),
      optional("outcome", Holds.WORD, "the only outcome that it is raised for")
          .of("proceed refuse redirect incomplete"),
      optional("notReported", Holds.TEXTS, "rules that must not be lost when another rule decides"),
      required("message", Holds.TEXT, "its words")),
  SECTION(
      required("section", Holds.TEXT, "its number"),
      required("title", Holds.TEXT, "its title"),
      optional("clauses", Holds.PARTS, "its own clauses").of("CLAUSE")),
  CLAUSE(
      required("clause", Holds.TEXT, "its number, such as 6.2(a)(iii)"),
      required("text", Holds.TEXT, "its exact words"),
      optional("encodedBy", Holds.TEXTS, "the rules and cautions that encode it"),
      optional("informative", Holds.TEXT, "why it decides nothing")),
  BULLETS(
      optional("all", Holds.CONDITIONS, "all of these"),
      optional("any", Holds.CONDITIONS, "any of these"),
      optional("none", Holds.CONDITIONS, "none of these"),
      optional("atLeast", Holds.NUMBER, "how many of the bullets under of"),
      optional("of", Holds.CONDITIONS, "the bullets that atLeast counts"),
      optional("when", Holds.CONDITION, "one condition, if the bullet names a clause"),
      optional("clause", Holds.TEXT, "the clause that the bullet encodes"));

  private final List<Key> keys;

  PolicyKeys(Key... keys) {
    this.keys = List.of(keys);
  }

  /** The keys, in the order in which a file best has them. */
  public List<Key> keys() {
    return keys;
  }

  /** The names of the keys. */
  public String[] names() {
    String[] names = new String[keys.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = keys.get(i).name();
    }
    return names;
  }
}
