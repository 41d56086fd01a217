package clin087.cli;

import clin087.batch.Destination;
import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.batch.OverwriteGuard;
import clin087.interview.DraftDecider;
import clin087.interview.Interview;
import clin087.interview.QuestionWriter;
import clin087.interview.ReferralDraft;
import clin087.policy.Policy;
import clin087.referral.Block;
import clin087.referral.Blocks;
import clin087.referral.Source;
import clin087.referral.Span;
import clin087.text.Bytes;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code clin087 ask}: an interview that makes a referral, and decides it as {@code check} does.
 */
final class AskCommand implements Subcommand {
  private static final String SAVE = "--save";
  private static final String ASK_ALL = "--ask-all";
  private static final String STANDARD_INPUT = "-";

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public String qualifiedName() {
    return name();
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Asks the questions that still matter, one at a time, and then decides.");
    Options.positional(
        spec,
        "REFERRAL.json",
        "0..1",
        "a referral to complete; without it, you begin with an empty one");
    Options.option(spec, "FILE", "save the referral to FILE after every answer", SAVE);
    Options.flag(spec, "also ask for what the policy would assume", ASK_ALL);
    CheckOptions.addDecision(spec);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    CheckOptions options = CheckOptions.of(parsed);
    List<Destination> outputs = new CheckCommand(environment, options).validate();
    PolicyOptions files = new PolicyOptions(environment, parsed, name());
    Policy policy = files.load(parsed.value(Options.POLICY));
    Destination save = saved(files, outputs);
    DraftDecider decider =
        new DraftDecider(
            policy, files.asOf(), AssumedFacts.of(options.assume(), policy, files.asOf(), name()));
    ReferralDraft start = start(environment, files, decider);
    if (start == null) {
      // the problems of the file are reported as in every check
      return new CheckCommand(environment, options).run();
    }
    Interview interview =
        new Interview(
            policy,
            decider,
            start,
            parsed.isGiven(ASK_ALL),
            new QuestionWriter(policy, environment.err(), environment.width()));
    hold(interview, environment, save);
    Environment then = environment.reading(new ByteArrayInputStream(interview.draft().json()));
    return new CheckCommand(then, options.with(List.of(STANDARD_INPUT))).run();
  }

  /** The file that the referral is saved to; null for none. No output may go to the same file. */
  private static @Nullable Destination saved(PolicyOptions files, List<Destination> outputs)
      throws Failure {
    String file = files.parsed().value(SAVE);
    if (file == null) {
      return null;
    }
    if (file.equals(STANDARD_INPUT)) {
      throw files.usage(SAVE + " expects a file: the decision goes to standard output");
    }
    Destination save = files.destination(file);
    List<Destination> all = new ArrayList<>(outputs);
    all.add(save);
    String wrong = new OverwriteGuard(all).twice();
    if (wrong != null) {
      throw files.usage(wrong);
    }
    return save;
  }

  private static void hold(Interview interview, Environment environment, @Nullable Destination save)
      throws Failure {
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
    boolean goesOn = interview.ask();
    while (goesOn) {
      String line = line(answers);
      goesOn = line != null && interview.answer(line);
      if (interview.isLost()) {
        throw new Failure(ExitCode.USAGE, "ten answers in a row could not be understood");
      }
      keep(interview, environment, save);
      goesOn = goesOn && interview.ask();
    }
    keep(interview, environment, save);
    environment.err().println();
  }

  private static @Nullable String line(BufferedReader answers) throws Failure {
    try {
      return answers.readLine();
    } catch (IOException e) {
      throw new Failure(ExitCode.INVALID_INPUT, "cannot read standard input");
    }
  }

  /** Saves the answers so far, so that nothing that happens later can lose one. */
  private static void keep(Interview interview, Environment environment, @Nullable Destination save)
      throws Failure {
    if (save == null || !interview.hasReference()) {
      return;
    }
    try (Output output = Output.open(save, environment.out())) {
      Bytes bytes = new Bytes();
      bytes.write(interview.draft().json());
      output.write(bytes);
      output.finish();
    }
  }

  /** The draft that the file's referral begins with; null if the file is no valid referral. */
  private static @Nullable ReferralDraft start(
      Environment environment, PolicyOptions files, DraftDecider decider) throws Failure {
    List<String> words = files.parsed().words();
    if (words.isEmpty()) {
      return ReferralDraft.empty();
    }
    String name = words.get(0);
    List<byte[]> referrals = new ArrayList<>();
    try (Blocks blocks = new Source(name, files.path(name), null).open(environment.in())) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        for (Span span : block.spans()) {
          if (span.problem() != null) {
            return null;
          }
          referrals.add(Arrays.copyOfRange(block.bytes(), span.start(), span.end()));
        }
      }
    } catch (IOException e) {
      return null;
    }
    if (referrals.size() > 1) {
      throw files.usage(name + " holds " + referrals.size() + " referrals; expected one");
    }
    boolean fine = referrals.size() == 1 && decider.canComplete(referrals.get(0));
    return fine ? ReferralDraft.of(referrals.get(0)) : null;
  }
}
