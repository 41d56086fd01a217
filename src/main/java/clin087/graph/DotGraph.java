package clin087.graph;

import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.text.Bytes;
import clin087.text.Characters;
import java.util.List;

/**
 * Writes the rules in order as a graph for Graphviz.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">Graphviz: DOT Language</a>
 */
public final class DotGraph {
  private final GraphLabels labels = new GraphLabels();
  private final StringBuilder out = new StringBuilder();

  private DotGraph() {}

  /** Writes the graph. */
  public static void write(Policy policy, Bytes out) {
    DotGraph graph = new DotGraph();
    graph.write(policy);
    out.text(graph.out.toString());
  }

  private void write(Policy policy) {
    String title = policy.identity().name();
    out.append("digraph ").append(quoted(List.of(title), "")).append(" {\n");
    out.append("  graph [rankdir=TB, ranksep=0.3, nodesep=0.6]\n");
    out.append("  node [fontname=\"Helvetica\", fontsize=11, shape=box]\n");
    out.append("  edge [fontname=\"Helvetica\", fontsize=10]\n");
    out.append("  start [shape=plain, label=");
    out.append(quoted(List.of(title, policy.identity().title()), "\\n")).append("]\n");
    out.append("  start -> r1\n");
    for (Rule rule : policy.rules()) {
      int n = rule.number();
      out.append("  r" + n + " [label=" + quoted(labels.question(rule), "\\l") + "]\n");
      out.append("  v" + n + " [label=" + quoted(labels.answer(rule), "\\n"));
      out.append(", " + shape(rule.verdict().outcome()) + "]\n");
      out.append("  r" + n + " -> v" + n + " [label=\"yes\"]\n");
      out.append("  { rank=same; r" + n + "; v" + n + " }\n");
      if (n < policy.rules().size()) {
        out.append("  r" + n + " -> r" + (n + 1) + " [label=\"no\", weight=10]\n");
      }
    }
    out.append("}\n");
  }

  /** The style of a verdict's box: each outcome has a shape of its own. */
  private static String shape(Outcome outcome) {
    return switch (outcome) {
      case PROCEED -> "style=rounded, color=\"#00703c\"";
      case REFUSE -> "shape=octagon, penwidth=2, color=\"#b10e1e\"";
      case REDIRECT -> "shape=hexagon, style=dashed, color=\"#7a4100\"";
      case INCOMPLETE -> "style=dotted, color=\"#4c6272\"";
    };
  }

  private static String quoted(List<String> lines, String end) {
    StringBuilder quoted = new StringBuilder("\"");
    for (String line : lines) {
      // Graphviz reads character entities inside labels
      String escaped =
          Characters.visible(line)
              .replace("\\", "\\\\")
              .replace("\"", "\\\"")
              .replace("&", "&amp;");
      quoted.append(escaped).append(end);
    }
    return quoted.append('"').toString();
  }
}
