package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.graph.DotGraph;
import clin087.graph.MermaidGraph;
import clin087.policy.Policy;
import clin087.text.Bytes;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy graph}: the rules in order as a graph, for programs that draw graphs. */
final class GraphCommand implements Subcommand {
  private static final String MERMAID = "mermaid";
  private static final String DOT = "dot";

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Writes the rules in order as a graph, for Mermaid or Graphviz to draw.");
    PolicyOptions.addFile(spec);
    PolicyOptions.addOutput(spec, MERMAID, DOT);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String format = options.format(MERMAID, DOT);
    Policy policy = options.load(options.file());
    Bytes out = new Bytes();
    if (format.equals(DOT)) {
      DotGraph.write(policy, out);
    } else {
      MermaidGraph.write(policy, out);
    }
    options.write(out);
    return ExitCode.FINE;
  }
}
