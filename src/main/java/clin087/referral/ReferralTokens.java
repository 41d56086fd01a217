package clin087.referral;

import clin087.policy.Fact;
import clin087.problem.ReferralProblem;
import clin087.text.NearestName;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The tokens of a referral, and the problems found so far. */
final class ReferralTokens {
  private static final int DEEPEST = 32;

  final JsonParser parser;

  /** Each at its offset from the parser's beginning. */
  final Drafts problems = new Drafts();

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
    problems.add(kind, path, offset(), message);
  }

  /** Reports that an object lacks a required fact. */
  void required(Fact fact, int parent) {
    problems.add(ReferralProblem.REQUIRED, fact.path(), parent, ReferralMessages.required(fact));
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
