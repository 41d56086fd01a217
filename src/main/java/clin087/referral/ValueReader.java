package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.problem.ReferralProblem;
import clin087.text.Characters;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the values of facts from the tokens of a referral, and reports their problems. */
final class ValueReader {
  private static final ValueCures CURES = new ValueCures("leave the field out");

  /** The longest number that is examined closely. */
  private static final int MOST_DIGITS = 40;

  private final ReferralTokens tokens;
  private final long asOf;
  private @Nullable String reference;
  private boolean nhsNumber;

  /**
   * @param asOf the date of the check, in days since 1970-01-01
   */
  ValueReader(ReferralTokens tokens, long asOf) {
    this.tokens = tokens;
    this.asOf = asOf;
  }

  /** The reference; null if it is absent or wrong. */
  @Nullable String reference() {
    return reference;
  }

  /** Whether a text that has limits contains an NHS number. */
  boolean hasNhsNumber() {
    return nhsNumber;
  }

  /**
   * The code of the current value, which is not null.
   *
   * @param parent the offset of the object around it
   * @return {@link Fact#UNSTATED}, and a problem, if the value is not allowed; without a problem,
   *     if no member of a set is stated
   */
  long code(Fact fact, JsonToken token, int parent) {
    return switch (fact.type()) {
      case BOOLEAN -> token.isBoolean() ? (token == JsonToken.VALUE_TRUE ? 1 : 0) : wrong(fact);
      case CHOICE ->
          token == JsonToken.VALUE_STRING
              ? choice(fact, tokens.parser.getString(), fact.path())
              : wrong(fact);
      case SET ->
          switch (token) {
            case START_ARRAY -> whole(fact);
            case START_OBJECT -> members(fact);
            default -> wrong(fact);
          };
      case INTEGER, DECIMAL -> token.isNumeric() ? number(fact, token) : wrong(fact);
      case DATE -> token == JsonToken.VALUE_STRING ? date(fact) : wrong(fact);
      case TEXT -> token == JsonToken.VALUE_STRING ? text(fact, parent) : wrong(fact);
    };
  }

  private long wrong(Fact fact) {
    boolean text = tokens.parser.currentToken() == JsonToken.VALUE_STRING;
    String cure = text ? CURES.wrongType(fact, tokens.parser.getString()) : "";
    tokens.wrongType(fact.path(), fact.expected(), cure);
    tokens.skip(fact.path());
    return Fact.UNSTATED;
  }

  /** The position of a value among the allowed ones, or {@link Fact#UNSTATED} and a problem. */
  private long choice(Fact fact, String value, String path) {
    int choice = fact.choice(value);
    if (choice >= 0) {
      return choice;
    }
    tokens.problem(
        ReferralProblem.NOT_ALLOWED,
        path,
        "expected one of " + String.join(", ", fact.values()) + CURES.notAllowed(fact, value));
    return Fact.UNSTATED;
  }

  /** Reads a set that is stated whole, by an array of the members that it has. */
  private long whole(Fact fact) {
    long members = 0;
    int i = 0;
    for (JsonToken t = tokens.next(); t != JsonToken.END_ARRAY; t = tokens.next()) {
      String path = fact.path() + "/" + i++;
      if (t != JsonToken.VALUE_STRING) {
        tokens.wrongType(path, "one of " + String.join(", ", fact.values()));
        tokens.skip(path);
        continue;
      }
      long member = choice(fact, tokens.parser.getString(), path);
      if (member == Fact.UNSTATED) {
        continue;
      }
      if ((members >> member & 1) == 1) {
        tokens.problem(ReferralProblem.REPEATED_VALUE, path, ReferralMessages.VALUE_ONCE);
      }
      members |= 1L << member;
    }
    return members;
  }

  /** Reads a set that is stated member by member, by an object of true and false. */
  private long members(Fact fact) {
    long has = 0;
    long seen = 0;
    long open = fact.members();
    for (JsonToken t = tokens.next(); t != JsonToken.END_OBJECT; t = tokens.next()) {
      String name = tokens.parser.currentName();
      String path = fact.path() + "/" + ReferralTokens.step(name);
      long choice = choice(fact, name, path);
      long member = choice == Fact.UNSTATED ? 0 : 1L << choice;
      if ((seen & member) != 0) {
        tokens.problem(ReferralProblem.DUPLICATE_FIELD, path, ReferralMessages.FIELD_ONCE);
      }
      seen |= member;
      JsonToken holds = tokens.next();
      if (holds.isBoolean()) {
        open &= ~member;
        has |= holds == JsonToken.VALUE_TRUE ? member : 0;
      } else if (holds != JsonToken.VALUE_NULL) {
        tokens.wrongType(path, "true, false or null");
        tokens.skip(path);
      }
    }
    return fact.partly(has, open);
  }

  private long number(Fact fact, JsonToken token) {
    String text = tokens.parser.getString();
    if (fact.type() == FactType.INTEGER
        && token == JsonToken.VALUE_NUMBER_FLOAT
        && !isWhole(text)) {
      return wrong(fact);
    }
    long code = fact.code(text);
    if (code == Fact.UNSTATED) {
      tokens.problem(ReferralProblem.NOT_ALLOWED, fact.path(), "expected " + fact.expected());
    }
    return code;
  }

  /** Whether a number is whole although it has a decimal point or an exponent. */
  private static boolean isWhole(String number) {
    try {
      return number.length() <= MOST_DIGITS
          && new BigDecimal(number).stripTrailingZeros().scale() <= 0;
    } catch (NumberFormatException e) {
      return false; // an exponent that is too large for Java
    }
  }

  private long date(Fact fact) {
    long code = fact.code(tokens.parser.getString());
    if (code == Fact.UNSTATED || !fact.limits().allows(code, asOf)) {
      String cure = CURES.date(fact, asOf, tokens.parser.getString());
      tokens.problem(
          ReferralProblem.BAD_DATE, fact.path(), "expected " + fact.expected(asOf) + cure);
      return Fact.UNSTATED;
    }
    return code;
  }

  /** The code of a text, which says only that it is stated. */
  private long text(Fact fact, int parent) {
    if (fact.isFreeText()) {
      return 1;
    }
    int most = fact.limits().maxLength();
    String text = tokens.parser.getString();
    boolean blank = fact.limits().required() ? Characters.isBlank(text) : text.isEmpty();
    if (blank && (most > 0 || fact.limits().required())) {
      tokens.required(fact, parent);
      return Fact.UNSTATED;
    }
    nhsNumber |= NhsNumber.isIn(text);
    if (isFine(fact, text) && fact.isReference()) {
      reference = text;
    }
    return 1;
  }

  private boolean isFine(Fact fact, String text) {
    boolean fine = true;
    int most = fact.limits().maxLength();
    if (most > 0 && text.codePointCount(0, text.length()) > most) {
      tokens.problem(ReferralProblem.TOO_LONG, fact.path(), ReferralMessages.tooLong(fact));
      fine = false;
    }
    if (!fact.limits().controlCharacters() && Characters.hasControl(text)) {
      tokens.problem(ReferralProblem.CONTROL_CHARACTER, fact.path(), ReferralMessages.NO_CONTROL);
      fine = false;
    }
    if (Characters.hasLoneSurrogate(text)) {
      tokens.problem(
          ReferralProblem.NOT_UTF8,
          fact.path(),
          "expected whole characters, found half of a surrogate pair");
      fine = false;
    }
    return fine;
  }
}
