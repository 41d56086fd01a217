package clin087.referral;

import clin087.policy.Fact;
import clin087.problem.ReferralProblem;
import clin087.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The tokens of one referral, and the problems that are found on the way. */
final class ReferralTokens {
  private static final int DEEPEST = 32;

  /** How many problems of one referral are told: more help nobody, and would take all memory. */
  static final int MOST = 1000;

  private static final String LAST = "; further problems are not listed";

  /** A problem whose place is still an offset from where the parser began. */
  record Draft(ReferralProblem kind, String path, int offset, String message) {}

  final JsonParser parser;
  final List<Draft> problems = new ArrayList<>(0);

  ReferralTokens(JsonParser parser) {
    this.parser = parser;
  }

  /** The next token, which is now the one in hand. */
  JsonToken next() {
    return parser.nextToken();
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
          problem(ReferralProblem.TOO_DEEP, path, "expected at most " + DEEPEST + " levels");
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
    wrongType(path, expected, "");
  }

  /** The same, with what to write instead, if that is known. */
  void wrongType(String path, String expected, String cure) {
    problem(ReferralProblem.WRONG_TYPE, path, "expected " + expected + ", found " + found() + cure);
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

  /** A problem with the token in hand. */
  void problem(ReferralProblem kind, String path, String message) {
    if (!isFull()) {
      boolean last = problems.size() == MOST - 1;
      problems.add(new Draft(kind, path, offset(), last ? message + LAST : message));
    }
  }

  /** A fact that must be stated and is not, in the object that begins there. */
  void required(Fact fact, int parent) {
    String message = "expected " + fact.path() + ": " + fact.question();
    problems.add(new Draft(ReferralProblem.REQUIRED, fact.path(), parent, message));
  }

  /** Whether further problems are not listed. */
  boolean isFull() {
    return problems.size() >= MOST;
  }

  /** Where the token in hand begins, counted from where the parser began. */
  int offset() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /** A name as a step of a JSON pointer. */
  static String step(String name) {
    return NearestName.shorten(name).replace("~", "~0").replace("/", "~1");
  }
}
