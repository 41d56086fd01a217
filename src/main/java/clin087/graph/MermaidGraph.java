package clin087.graph;

import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.text.Bytes;
import clin087.text.Characters;
import java.util.List;

/**
 * Writes the rules in order as a Mermaid flowchart.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid: Flowcharts</a>
 */
public final class MermaidGraph {
  /** The characters beside letters and digits that need no escape in a quoted label. */
  private static final String PLAIN = " .,:;-()/'_+=?!•\u00a0";

  private final GraphLabels labels = new GraphLabels();
  private final StringBuilder out = new StringBuilder();

  private MermaidGraph() {}

  /** Writes the graph. */
  public static void write(Policy policy, Bytes out) {
    MermaidGraph graph = new MermaidGraph();
    graph.write(policy);
    out.text(graph.out.toString());
  }

  private void write(Policy policy) {
    out.append("%%{init: {'flowchart': {'wrappingWidth': 420}}}%%\nflowchart TD\n");
    String title = policy.identity().name();
    out.append("  start([")
        .append(quoted(List.of(title, policy.identity().title())))
        .append("])\n");
    out.append("  start --> r1\n");
    for (Rule rule : policy.rules()) {
      int n = rule.number();
      out.append("  r" + n + "[" + quoted(labels.question(rule)) + "]\n");
      out.append("  r" + n + " -->|yes| v" + n + node(rule) + "\n");
      if (n < policy.rules().size()) {
        out.append("  r" + n + " -->|no| r" + (n + 1) + "\n");
      }
    }
    out.append("  classDef proceed fill:#e5f3ea,stroke:#00703c,color:#212b32\n");
    out.append("  classDef refuse fill:#fbe9ea,stroke:#b10e1e,stroke-width:4px,color:#212b32\n");
    out.append(
        "  classDef redirect fill:#fbf1e3,stroke:#7a4100,stroke-dasharray:6 3,color:#212b32\n");
  }

  /** The box of a verdict: each outcome has a shape of its own. */
  private String node(Rule rule) {
    String label = quoted(labels.answer(rule));
    Outcome outcome = rule.verdict().outcome();
    String box =
        switch (outcome) {
          case PROCEED -> "([" + label + "])";
          case REFUSE -> "{{" + label + "}}";
          case REDIRECT -> "[/" + label + "/]";
          case INCOMPLETE -> "[" + label + "]";
        };
    return box + ":::" + outcome.word();
  }

  private static String quoted(List<String> lines) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < lines.size(); i++) {
      quoted.append(i == 0 ? "" : "<br/>");
      Characters.visible(lines.get(i)).codePoints().forEach(c -> append(c, quoted));
    }
    return quoted.append('"').toString();
  }

  private static void append(int c, StringBuilder quoted) {
    if (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append('#').append(c).append(';');
    }
  }
}
