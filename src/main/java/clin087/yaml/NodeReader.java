package clin087.yaml;

import clin087.policy.Place;
import clin087.text.NearestName;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads the tokens of a YAML document, or of its transcript in JSON, into {@link Node}s. */
public final class NodeReader {
  private static final int DEEPEST = 32;

  /** The most nodes of a document: many times what any policy needs, in some 30 MiB. */
  private static final int MOST = 200_000;

  private final String file;
  private final JsonParser parser;

  /** The parser if it reads YAML; null for a transcript, which was checked when it was made. */
  private final @Nullable YAMLParser yaml;

  /** The place of every node if nobody needs places; null if each node has its own. */
  private final @Nullable Place nowhere;

  private final Problems problems;
  private int count;

  /** Ends the reading of a document that has too many nodes. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("too large", null, false, false);
    }
  }

  /**
   * @param file the name of the document's file
   * @param places whether places are needed, which takes time
   */
  NodeReader(String file, JsonParser parser, boolean places, Problems problems) {
    this.file = file;
    this.parser = parser;
    this.yaml = parser instanceof YAMLParser itself ? itself : null;
    this.nowhere = places ? null : Place.start(file);
    this.problems = problems;
  }

  /** Goes to the next document, and returns whether there is none. */
  boolean isAtEnd() {
    return parser.nextToken() == null;
  }

  /** The document; null if it is too large. */
  @Nullable Node document() {
    try {
      return node(parser.currentToken(), 0);
    } catch (TooLarge e) {
      problems.add(PolicyProblem.TOO_LARGE, at(), "expected at most 200,000 keys and values");
      return null;
    }
  }

  private Node node(JsonToken token, int depth) {
    if (++count > MOST) {
      throw new TooLarge();
    }
    Place at = at();
    if (depth > DEEPEST) {
      problems.add(PolicyProblem.TOO_DEEP, at, "expected at most " + DEEPEST + " levels");
      parser.skipChildren();
      return new Scalar("", at);
    }
    if (yaml != null) {
      requirePlain(yaml, at);
    }
    return switch (token) {
      case START_OBJECT -> mapping(at, depth);
      case START_ARRAY -> sequence(at, depth);
      case VALUE_NULL -> new Scalar("", at);
      default -> new Scalar(parser.getString(), at);
    };
  }

  private void requirePlain(YAMLParser token, Place at) {
    if (token.getObjectId() != null || token.isCurrentAlias()) {
      problems.add(
          PolicyProblem.ALIAS, at, "write it out: anchors (&) and aliases (*) are not read");
    }
    if (token.getTypeId() != null) {
      problems.add(PolicyProblem.TAG, at, "put it in quotes: a word after '!' is not read as text");
    }
  }

  private Mapping mapping(Place at, int depth) {
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      count++;
      Scalar key = new Scalar(name, at());
      if (yaml != null && !names.add(name)) {
        problems.add(
            PolicyProblem.DUPLICATE_KEY,
            key.at(),
            "'" + NearestName.shorten(name) + "' is stated twice; keep one of them");
      }
      entries.add(new Entry(key, node(parser.nextToken(), depth + 1)));
    }
    return new Mapping(entries, at);
  }

  private Sequence sequence(Place at, int depth) {
    List<Node> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(node(t, depth + 1));
    }
    return new Sequence(items, at);
  }

  private Place at() {
    if (nowhere != null) {
      return nowhere;
    }
    TokenStreamLocation location = parser.currentTokenLocation();
    // a transcript has the lines of the YAML, but not its columns
    int column = yaml == null ? 1 : location.getColumnNr();
    return new Place(file, location.getLineNr(), column);
  }
}
