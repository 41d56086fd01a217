package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.cases.Case;
import clin087.cases.Deciders;
import clin087.page.NamedCase;
import clin087.page.PolicyPage;
import clin087.policy.Places;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policyfile.PolicyFile;
import clin087.text.Bytes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy page}: a policy as one HTML file. */
final class PageCommand implements Subcommand {
  @Override
  public String name() {
    return "page";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Writes a policy as one HTML page for review: the decision as a drawing, every clause"
                + " beside what encodes it, and the cases.");
    PolicyOptions.addFile(spec);
    PolicyOptions.addAsOf(spec);
    PolicyOptions.addPage(spec, "page.html");
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String file = options.file();
    PolicyFile read = options.read(file);
    Policy policy = options.valid(file, read);
    List<Case> cases = new CasesLoader(environment, options).load(policy, file, null, true);
    LocalDate asOf = options.asOf();
    List<NamedCase> named =
        new Deciders(policy, asOf)
            .test(cases).stream().map(one -> NamedCase.of(one, policy)).toList();
    Bytes out = new Bytes();
    PolicyPage.write(policy, shared(policy, read.places()), named, asOf, out);
    options.write(out);
    long failing = named.stream().filter(one -> !one.passes()).count();
    if (failing > 0) {
      TestCommand.say(environment, failing, named.size(), "as the page says");
      return ExitCode.REFUSED;
    }
    return ExitCode.FINE;
  }

  /** The files of those rules that the policy includes from shared files. */
  private static Map<Rule, String> shared(Policy policy, Places places) {
    Map<Rule, String> shared = new HashMap<>();
    String own = places.of(policy).file();
    for (Rule rule : policy.rules()) {
      String file = places.of(rule).file();
      if (!file.equals(own)) {
        shared.put(rule, file.substring(file.lastIndexOf('/') + 1));
      }
    }
    return shared;
  }
}
