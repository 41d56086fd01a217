package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.policy.Policy;
import clin087.show.PolicyJson;
import clin087.show.PolicyText;
import clin087.show.Selection;
import clin087.text.Bytes;
import clin087.text.Nearest;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy show}: a policy, or a part of it, to read. */
final class ShowCommand implements Subcommand {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage().description("Shows what a policy says, and what encodes it.");
    Options.positional(
        spec,
        "NAME",
        "0..1",
        "a section, clause, rule, verdict, caution or fact; without it, the table of contents");
    Options.policy(spec);
    PolicyOptions.addOutput(spec, PolicyOptions.TEXT, PolicyOptions.JSON);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String format = options.format(PolicyOptions.TEXT, PolicyOptions.JSON);
    Policy policy = options.load(parsed.value(Options.POLICY));
    Selection selection = selection(policy, parsed.words(), options);
    Bytes out = new Bytes();
    if (format.equals(PolicyOptions.JSON)) {
      PolicyJson.write(selection, out);
    } else {
      PolicyText.write(selection, options.color(), out);
    }
    options.write(out);
    return ExitCode.FINE;
  }

  private static Selection selection(Policy policy, List<String> names, PolicyOptions options)
      throws Failure {
    if (names.isEmpty()) {
      return Selection.of(policy);
    }
    String name = names.get(0);
    Selection selection = Selection.of(policy, name);
    if (selection.isEmpty()) {
      String nearest = Nearest.to(name, Selection.names(policy));
      throw options.usage(
          "the policy has no '"
              + name
              + "'"
              + (nearest.isEmpty()
                  ? "; 'clin087 policy show' alone lists what it has"
                  : "; did you mean '" + nearest + "'?"));
    }
    return selection;
  }
}
