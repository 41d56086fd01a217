package clin087.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns the values of facts from words into codes, and back. */
final class ValueCodec {
  private ValueCodec() {}

  /** The code of a word; {@link Fact#UNSTATED} if it is not a value of the fact. */
  static long code(Fact fact, String word) {
    Limits limits = fact.limits();
    long code =
        switch (fact.type()) {
          case BOOLEAN -> word.equals("true") ? 1 : word.equals("false") ? 0 : Fact.UNSTATED;
          case CHOICE, SET -> fact.choice(word);
          case INTEGER -> WrittenNumbers.decimal(word, 0);
          case DECIMAL -> WrittenNumbers.decimal(word, limits.decimals());
          case DATE -> WrittenNumbers.day(word);
          case TEXT -> Fact.UNSTATED;
        };
    if (fact.type() == FactType.SET) {
      return code < 0 ? Fact.UNSTATED : 1L << code;
    }
    return code < limits.min() || code > limits.max() ? Fact.UNSTATED : code;
  }

  /** The word of a code; of a set, that of each member. */
  static List<String> words(Fact fact, long code) {
    return switch (fact.type()) {
      case BOOLEAN -> List.of(code == 1 ? "true" : "false");
      case CHOICE -> List.of(fact.choices().get((int) code).value());
      case SET -> members(fact, code);
      case INTEGER -> List.of(Long.toString(code));
      case DECIMAL -> List.of(BigDecimal.valueOf(code, fact.limits().decimals()).toPlainString());
      case DATE -> List.of(LocalDate.ofEpochDay(code).toString());
      case TEXT -> List.of();
    };
  }

  private static List<String> members(Fact fact, long code) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < fact.choices().size(); i++) {
      if ((code >> i & 1) == 1) {
        members.add(fact.choices().get(i).value());
      }
    }
    return members;
  }
}
