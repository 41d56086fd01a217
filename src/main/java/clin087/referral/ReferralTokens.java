package clin087.referral;

import clin087.policy.Fact;
import clin087.problem.ReferralProblem;
import clin087.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The tokens of a referral, and the problems found so far. */
final class ReferralTokens {
  private static final int DEEPEST = 32;

  /** How many problems of a referral are listed: more would help nobody and fill the memory. */
  static final int MOST = 1000;

  private static final String LAST = "; further problems are not listed";

  /** A problem whose place is still an offset from the parser's beginning. */
  record Draft(ReferralProblem kind, String path, int offset, String message) {}

  final JsonParser parser;
  final List<Draft> problems = new ArrayList<>(0);

  ReferralTokens(JsonParser parser) {
    this.parser = parser;
  }

  /** Moves to the next token. */
  JsonToken next() {
    return parser.nextToken();
  }

  /** Skips the current value. */
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

  /** Reports that the current value has the wrong type. */
  void wrongType(String path, String expected) {
    wrongType(path, expected, "");
  }

  /** Reports that the current value has the wrong type, with what to write instead. */
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

  /** Reports a problem of the current token. */
  void problem(ReferralProblem kind, String path, String message) {
    if (!isFull()) {
      boolean last = problems.size() == MOST - 1;
      problems.add(new Draft(kind, path, offset(), last ? message + LAST : message));
    }
  }

  /** Reports that an object lacks a required fact. */
  void required(Fact fact, int parent) {
    String message = "expected " + fact.path() + ": " + fact.question();
    problems.add(new Draft(ReferralProblem.REQUIRED, fact.path(), parent, message));
  }

  /** Whether no more problems are listed. */
  boolean isFull() {
    return problems.size() >= MOST;
  }

  /** The offset of the current token from the parser's beginning. */
  int offset() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /** A name as a step of a JSON pointer. */
  static String step(String name) {
    return NearestName.shorten(name).replace("~", "~0").replace("/", "~1");
  }
}
