package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.form.FormPage;
import clin087.policy.Policy;
import clin087.text.Bytes;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy form}: a policy as an HTML page that decides referrals by itself. */
final class FormCommand implements Subcommand {
  @Override
  public String name() {
    return "form";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Writes a policy as one HTML page that checks referrals by itself: its facts as"
                + " questions, and the decision beside them. It needs no program and no network.");
    PolicyOptions.addFile(spec);
    PolicyOptions.addPage(spec, "form.html");
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String file = options.file();
    Policy policy = options.load(file);
    if (!FormPage.isPossible(policy, options.asOf())) {
      throw new Failure(
          ExitCode.INVALID_POLICY,
          "the rules of "
              + policy.identity().name()
              + " look at too many facts at once for a page to lay out; check by it with"
              + " 'clin087 check'");
    }
    Bytes out = new Bytes();
    FormPage.write(policy, out);
    options.write(out);
    return ExitCode.FINE;
  }
}
