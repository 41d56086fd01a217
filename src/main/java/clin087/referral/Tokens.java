package clin087.referral;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The tokens of one referral, and the problems that are found on the way.
 *
 * <p>Where problems stand is only asked of the parser when {@code careful}, since it costs time: a
 * first, quick reading that finds any problem is thrown away and done again with care.
 */
final class Tokens {
  private static final int DEEPEST = 32;

  /** How many problems of one referral are told: more help nobody, and would take all memory. */
  static final int MOST = 1000;

  private static final String LAST = "; further problems are not listed";

  /** A problem whose place is still an offset from where the parser began. */
  record Draft(String code, String path, int offset, String message) {}

  final JsonParser parser;
  final boolean careful;
  final List<Draft> problems = new ArrayList<>(0);

  Tokens(JsonParser parser, boolean careful) {
    this.parser = parser;
    this.careful = careful;
  }

  /** Passes over the value in hand. */
  void skip(String path) {
    int depth = 0;
    boolean reported = false;
    for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
      if (token.isStructStart()) {
        depth++;
        if (!reported && parser.streamReadContext().getNestingDepth() > DEEPEST) {
          reported = true;
          problem("too-deep", path, "expected at most " + DEEPEST + " levels");
        }
      } else if (token.isStructEnd()) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
    }
  }

  /** A value of the wrong type, which is the one in hand. */
  void wrongType(String path, String expected) {
    problem("wrong-type", path, careful ? "expected " + expected + ", found " + found() : "");
  }

  private String found() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      default -> "null";
    };
  }

  /** Whether no further problem is told. */
  boolean isFull() {
    return problems.size() >= MOST;
  }

  /** A problem with the token in hand. */
  void problem(String code, String path, String message) {
    if (!isFull()) {
      boolean last = problems.size() == MOST - 1;
      problems.add(new Draft(code, path, offset(), last ? message + LAST : message));
    }
  }

  /** Where the token in hand begins, counted from where the parser began; 0 without care. */
  int offset() {
    return careful ? (int) parser.currentTokenLocation().getByteOffset() : 0;
  }
}
