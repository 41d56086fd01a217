package clin087.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a referral may state at one JSON pointer.
 *
 * <p>Every value is a {@code long}, its code, so that a referral is a row of numbers and every
 * comparison a test of integers. The code of a boolean is 0 or 1; of a choice, its position; of an
 * integer, the number; of a decimal, the number in units of its last decimal place; of a date, the
 * days since 1970-01-01. A set has a bit for each member that it has and, {@link #MOST_MEMBERS}
 * bits higher, a bit for each member of which nothing is known. A text is never interpreted: its
 * code says only that it is stated.
 *
 * <p>Facts are compared by identity.
 */
public final class Fact {
  /** The code of a fact that nobody has stated. */
  public static final long UNSTATED = Long.MIN_VALUE;

  /** The most members of a set; each takes two bits of a code. */
  public static final int MOST_MEMBERS = 31;

  /** The index of {@link #AS_OF}, which no referral states. */
  private static final int OUTSIDE = -1;

  /** The date of the check, which conditions may compare like any fact. */
  public static final Fact AS_OF =
      new Fact(
          OUTSIDE,
          "/asOf",
          "date of the check",
          FactType.DATE,
          List.of(),
          "the date of the check",
          null,
          UNSTATED,
          List.of(),
          false,
          List.of(),
          new Limits(Limits.FIRST_DAY, Limits.LAST_DAY, 0, "", false, 0, false));

  private final int index;
  private final String path;
  private final String label;
  private final FactType type;
  private final List<Choice> choices;
  private final String question;
  private final @Nullable String clause;
  private final long assumed;
  private final List<Integer> assumedUnless;
  private final boolean assumable;
  private final List<Setting> states;
  private final Limits limits;

  public Fact(
      int index,
      String path,
      String label,
      FactType type,
      List<Choice> choices,
      String question,
      @Nullable String clause,
      long assumed,
      List<Integer> assumedUnless,
      boolean assumable,
      List<Setting> states,
      Limits limits) {
    this.index = index;
    this.path = path;
    this.label = label;
    this.type = type;
    this.choices = List.copyOf(choices);
    this.question = question;
    this.clause = clause;
    this.assumed = assumed;
    this.assumedUnless = List.copyOf(assumedUnless);
    this.assumable = assumable;
    this.states = List.copyOf(states);
    this.limits = limits;
  }

  /** Its position in the policy's declarations. */
  public int index() {
    return index;
  }

  /** The JSON pointer (RFC 6901). */
  public String path() {
    return path;
  }

  /** Its name for people, in a few words. */
  public String label() {
    return label;
  }

  /** What kind of value it has. */
  public FactType type() {
    return type;
  }

  /**
   * The allowed values of a choice or a set, false and true of a boolean, each with what it means,
   * in the order of their codes; empty for other types.
   */
  public List<Choice> choices() {
    return choices;
  }

  /** The question to ask a person, or what the fact is about. */
  public String question() {
    return question;
  }

  /** The clause that asks for it. */
  public @Nullable String clause() {
    return clause;
  }

  /** The code that is assumed if it is not stated, or {@link #UNSTATED}. */
  public long assumed() {
    return assumed;
  }

  /** The indexes of the facts that, if stated, make the assumption give way. */
  public List<Integer> assumedUnless() {
    return assumedUnless;
  }

  /** Whether an option may state it for every referral that does not. */
  public boolean assumable() {
    return assumable;
  }

  /** What stating this fact states as well. */
  public List<Setting> states() {
    return states;
  }

  /** The limits of its values. */
  public Limits limits() {
    return limits;
  }

  /**
   * The code of a set that is known in part.
   *
   * @param has a bit for each member that it is known to have
   * @param open a bit for each member of which nothing is known
   */
  public long partly(long has, long open) {
    return open == members() ? UNSTATED : has | open << MOST_MEMBERS;
  }

  /** The members of a set of which nothing is known, a bit each. */
  public long open(long code) {
    return code == UNSTATED ? members() : code >> MOST_MEMBERS;
  }

  /** A bit for every member of a set. */
  public long members() {
    return (1L << choices.size()) - 1;
  }

  /** Whether it comes from the check itself, not from a referral. */
  public boolean isOutside() {
    return index == OUTSIDE;
  }

  /** Whether it is the sender's own reference, by which outputs name the referral. */
  public boolean isReference() {
    return path.equals("/reference");
  }

  /** Whether it is a text without any limits, of which a referral tells only that it is stated. */
  public boolean isFreeText() {
    return type == FactType.TEXT
        && limits.maxLength() == 0
        && limits.controlCharacters()
        && !limits.required();
  }

  /** Whether stating another fact states this one as well. */
  public boolean isStatedBy(Fact other) {
    for (Setting setting : other.states) {
      if (setting.fact() == index) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fills in what this fact states as well, where nothing else is stated.
   *
   * @param stated the code of each of the policy's facts, by its index; completed in place
   * @param facts those of the policy
   * @return those of its {@link #states} that contradict what is stated
   */
  public List<Setting> complete(long[] stated, List<Fact> facts) {
    List<Setting> contradicted = List.of();
    for (Setting setting : states) {
      long own = stated[setting.fact()];
      if (facts.get(setting.fact()).agree(own, setting.value())) {
        stated[setting.fact()] = setting.value();
      } else {
        contradicted = new ArrayList<>(contradicted);
        contradicted.add(setting);
      }
    }
    return contradicted;
  }

  /** Whether the known part of a value, perhaps nothing, agrees with a whole value. */
  private boolean agree(long known, long whole) {
    return known == UNSTATED
        || known == whole
        || (type == FactType.SET && ((known ^ whole) & members() & ~open(known)) == 0);
  }

  /** The same fact with other references to facts, such as for another policy. */
  public Fact with(int index, long assumed, List<Integer> unless, List<Setting> states) {
    return new Fact(
        index, path, label, type, choices, question, clause, assumed, unless, assumable, states,
        limits);
  }

  /** The same fact with other allowed values. */
  public Fact with(List<Choice> others) {
    return new Fact(
        index,
        path,
        label,
        type,
        others,
        question,
        clause,
        assumed,
        assumedUnless,
        assumable,
        states,
        limits);
  }

  /** Its name in conditions: the path with dots. */
  public String name() {
    return path.substring(1).replace('/', '.');
  }

  /** The names of the fields that lead to it, from the referral down. */
  public List<String> steps() {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The allowed values of a boolean, a choice or a set, in the order of their codes. */
  public List<String> values() {
    List<String> values = new ArrayList<>();
    for (Choice choice : choices) {
      values.add(choice.value());
    }
    return values;
  }

  /** What a value has to be, for a message. */
  public String expected() {
    return ExpectedValue.of(this);
  }

  /** What a day has to be on a date of the check, for a message. */
  public String expected(long asOf) {
    return ExpectedValue.day(this, asOf);
  }

  /** The position of a choice, or -1 if the value is not allowed. */
  public int choice(String value) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).value().equals(value)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The code of a value as a policy file or a referral writes it; of a set, the bit of one member.
   * {@link #UNSTATED} if the value is not allowed.
   */
  public long code(String word) {
    return ValueCodec.code(this, word);
  }

  /** The value of a code, as a policy file or a referral writes it; of a set, each member. */
  public List<String> words(long code) {
    return ValueCodec.words(this, code);
  }

  @Override
  public String toString() {
    return name();
  }
}
