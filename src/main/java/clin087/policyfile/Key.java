package clin087.policyfile;

/**
 * A key of a mapping in a policy file.
 *
 * @param holds what its value is
 * @param of for a mapping or a list of them, the keys of each
 * @param required whether the mapping must have it
 * @param about what it says, for an editor to show
 */
public record Key(String name, Holds holds, String of, boolean required, String about) {
  /** What the value of a key is. */
  public enum Holds {
    TEXT,
    FLAG,
    NUMBER,
    DATE,
    /** One of the words that {@code of} lists. */
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

  /** The same, of these mappings or these words. */
  Key of(String what) {
    return new Key(name, holds, what, required, about);
  }
}
