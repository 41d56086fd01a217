package clin087.policyfile;

/**
 * A key of a mapping in a policy file.
 *
 * @param holds the kind of value that it has
 * @param of for a mapping or a list of mappings, their kind; for a word, the allowed words
 * @param required whether the mapping must have it
 * @param about what it means, for an editor to show
 */
public record Key(String name, Holds holds, String of, boolean required, String about) {
  /** The kinds of value that a key can have. */
  public enum Holds {
    TEXT,
    FLAG,
    NUMBER,
    DATE,
    /** A word that {@code of} lists. */
    WORD,
    /** The name of a verdict. */
    VERDICT,
    /** A value of a fact: a text, a number, true or false, or a list of members. */
    VALUE,
    TEXTS,
    /** Lines of a name and a text. */
    NAMED_TEXTS,
    /** Lines of a fact and a value. */
    NAMED_VALUES,
    CONDITION,
    CONDITIONS,
    /** One mapping. */
    PART,
    /** A list of mappings. */
    PARTS,
    /** Lines of a name and a list of mappings. */
    GROUPS,
    /** A list of mappings among which shared ones may be included. */
    PARTS_OR_INCLUDES
  }

  static Key required(String name, Holds holds, String about) {
    return new Key(name, holds, "", true, about);
  }

  static Key optional(String name, Holds holds, String about) {
    return new Key(name, holds, "", false, about);
  }

  /** The same key, for these mappings or words. */
  Key of(String what) {
    return new Key(name, holds, what, required, about);
  }
}
