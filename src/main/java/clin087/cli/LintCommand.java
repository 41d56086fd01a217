package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.findings.Findings;
import clin087.findings.FindingsJson;
import clin087.findings.FindingsText;
import clin087.lint.Finding;
import clin087.lint.FindingKind;
import clin087.lint.Lint;
import clin087.lint.Quotations;
import clin087.lint.Severity;
import clin087.lint.SourceText;
import clin087.policy.Place;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.proof.ReferralSpace;
import clin087.yaml.CutTexts;
import clin087.yaml.FileKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy lint}: what is wrong or risky in a policy, proved without any referral. */
final class LintCommand implements Subcommand {
  private static final String EXAMPLES = "--examples";
  private static final String SOURCE = "--source";
  private static final String DOCUMENT = "the policy's document as text";
  private static final String STRICT = "--strict";
  private static final String QUIET = "--quiet";

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Shows what is wrong or risky in a policy, proved over every possible referral.");
    PolicyOptions.addFile(spec);
    Options.option(spec, "FILE", "compare every quotation with this text of the document", SOURCE);
    Options.option(spec, "DIR", "write the examples to this folder, as referrals", EXAMPLES);
    Options.flag(spec, "count warnings as errors", STRICT);
    Options.flag(spec, "text: show only errors and warnings", "-q", QUIET);
    PolicyOptions.addAsOf(spec);
    PolicyOptions.addOutput(spec, PolicyOptions.TEXT, PolicyOptions.JSON);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String format = options.format(PolicyOptions.TEXT, PolicyOptions.JSON);
    LocalDate asOf = options.asOf();
    PolicyFile file = options.read(options.file());
    Policy policy = file.policy();
    List<Finding> found = new ArrayList<>();
    if (policy != null) {
      ReferralSpace space = new ReferralSpace(policy, asOf, PolicyOptions.budget());
      found.addAll(Lint.of(space, file.places()));
      String source = parsed.value(SOURCE);
      if (source != null) {
        found.addAll(Quotations.of(policy, new SourceText(source, document(options, source))));
      }
    }
    for (Place place : CutTexts.of(file.files())) {
      found.add(
          Finding.of(
              FindingKind.CUT_TEXT,
              place,
              "",
              "The text ends here, since ' #' begins a remark: put the text in quotes; if a remark is"
                  + " meant, put a space after the '#'."));
    }
    Findings findings = Findings.of(options.name(file), file, asOf, found);
    String examples = parsed.value(EXAMPLES);
    boolean quiet = parsed.isGiven(QUIET);
    String folder = examples == null ? "" : examples;
    try (Output output = options.output()) {
      if (examples != null) {
        ExampleFiles.write(findings.examples(), options, examples);
      }
      output.write(
          format.equals(PolicyOptions.JSON)
              ? FindingsJson.write(findings)
              : FindingsText.write(findings, folder, quiet, options.color()));
      output.finish();
    }
    boolean strict = parsed.isGiven(STRICT);
    boolean bad =
        findings.count(Severity.ERROR) > 0 || (strict && findings.count(Severity.WARNING) > 0);
    return bad ? ExitCode.INVALID_POLICY : ExitCode.FINE;
  }

  /**
   * The text of the document. If the file is a referral, the message says so and shows nothing of
   * it.
   */
  private static String document(PolicyOptions options, String source) throws Failure {
    String text = options.text(source);
    Map<String, byte[]> files = Map.of(source, text.getBytes(StandardCharsets.UTF_8));
    FileKind.Shown shown = FileKind.shown(List.of(), files, DOCUMENT, FileKind.DOCUMENTS);
    if (!shown.problems().isEmpty()) {
      PolicyLoader loader = new PolicyLoader(options.environment());
      Failure invalid = loader.invalid(source, "document", shown.problems(), shown.files());
      throw new Failure(ExitCode.INVALID_INPUT, invalid.message());
    }
    return text;
  }
}
