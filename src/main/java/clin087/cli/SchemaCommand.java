package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.policy.Worded;
import clin087.schema.Schema;
import clin087.text.Bytes;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 schema}: a JSON Schema of referrals, policy files, cases or results. */
final class SchemaCommand implements Subcommand {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String qualifiedName() {
    return name();
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Writes a JSON Schema, with which editors and programs complete and check files.");
    Options.positional(
        spec,
        "WHAT",
        "0..1",
        String.join(", ", Worded.words(Schema.values())) + "; default " + Schema.REFERRAL.word());
    Options.policy(spec);
    Options.option(
        spec, "FILE", "write the schema to FILE; default standard output", "-o", Options.OUTPUT);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    List<String> words = parsed.words();
    Schema schema =
        words.isEmpty()
            ? Schema.REFERRAL
            : Options.worded(Schema.values(), "schema", words.get(0), qualifiedName());
    Bytes out = new Bytes();
    out.write(schema.of(options.load(parsed.value(Options.POLICY))));
    options.write(out);
    return ExitCode.FINE;
  }
}
