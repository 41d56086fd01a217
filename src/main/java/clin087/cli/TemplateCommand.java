package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.policy.Policy;
import clin087.schema.ReferralTemplate;
import clin087.text.Bytes;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 template}: a referral to fill in. */
final class TemplateCommand implements Subcommand {
  private static final String CSV = "csv";

  @Override
  public String name() {
    return "template";
  }

  @Override
  public String qualifiedName() {
    return name();
  }

  @Override
  public int mostWords() {
    return 0;
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Writes an empty referral with every fact of the policy, to fill in.");
    Options.policy(spec);
    PolicyOptions.addOutput(spec, PolicyOptions.JSON, CSV);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String format = options.format(PolicyOptions.JSON, CSV);
    Policy policy = options.load(options.file());
    Bytes out = new Bytes();
    out.write(format.equals(CSV) ? ReferralTemplate.csv(policy) : ReferralTemplate.json(policy));
    options.write(out);
    return ExitCode.FINE;
  }
}
