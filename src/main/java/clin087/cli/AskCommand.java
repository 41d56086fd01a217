package clin087.cli;

import clin087.batch.Destination;
import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.interview.AnswerLines;
import clin087.interview.DraftDecider;
import clin087.interview.Interview;
import clin087.interview.QuestionWriter;
import clin087.interview.ReferralDraft;
import clin087.policy.Policy;
import clin087.referral.Block;
import clin087.referral.Blocks;
import clin087.referral.InputForm;
import clin087.referral.Source;
import clin087.referral.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code clin087 ask}: an interview that makes a referral, and decides it as {@code check} does.
 */
final class AskCommand implements Subcommand {
  private static final String SAVE = "--save";
  private static final String ASK_ALL = "--ask-all";

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
        "a file with one referral to complete; without it, you begin with an empty one");
    Options.option(spec, "FILE", "save the referral to FILE after every answer", SAVE);
    Options.flag(spec, "also ask for what the policy would assume", ASK_ALL);
    CheckOptions.addDecision(spec);
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    CheckOptions options = CheckOptions.of(parsed);
    String file = options.paths().isEmpty() ? null : options.paths().get(0);
    String saveTo = parsed.value(SAVE);
    expectOneReferral(environment, file);
    expectReferralName(saveTo);
    PreparedCheck check = new CheckCommand(environment, options, name(), saveTo).prepare();
    Destination save = check.save();
    if (save != null && save.isStream()) {
      throw usage(SAVE + " expects a file, found " + saveTo);
    }
    check.tryOutputs();
    Policy policy = check.context().policy();
    DraftDecider decider = new DraftDecider(policy, check.context().asOf(), check.assumptions());
    ReferralDraft start = file == null ? ReferralDraft.empty() : start(environment, file, decider);
    if (start == null) {
      // the problems of the file are reported as in every check
      return check.run(options.paths());
    }
    QuestionWriter writer =
        new QuestionWriter(policy, check.context().asOf(), environment.err(), environment.width());
    Interview interview = new Interview(policy, decider, start, parsed.isGiven(ASK_ALL), writer);
    if (save == null) {
      writer.savesNothing(file);
    } else if (isReplaced(environment, file, save)) {
      writer.replaces(save.name());
    }
    hold(interview, environment, save == null ? null : new SavedReferral(save, environment));
    if (save != null && interview.isReferral()) {
      writer.saved(save.name());
    }
    Environment then = environment.reading(new ByteArrayInputStream(interview.draft().json()));
    return check.run(then, Source.inHand(file == null ? Source.STANDARD_INPUT : file));
  }

  /** Fails if the path cannot be that of one referral in JSON. */
  private void expectOneReferral(Environment environment, @Nullable String file) throws Failure {
    if (file == null || file.isEmpty()) {
      return; // an empty path is reported as in every check
    }
    if (file.equals(Source.STANDARD_INPUT)) {
      throw usage("expected a file, found -: standard input is for the answers");
    }
    if (Files.isDirectory(Options.path(environment, file, name()))) {
      throw usage(file + " is a folder; expected a file with one referral in JSON");
    }
    if (InputForm.ofName(file) == InputForm.CSV) {
      throw usage(file + " is a table; expected a file with one referral in JSON");
    }
  }

  /** Fails if a referral in JSON cannot have the name of this file. */
  private void expectReferralName(@Nullable String save) throws Failure {
    if (save == null) {
      return;
    }
    if (save.equals(Source.STANDARD_INPUT)) {
      throw usage(SAVE + " expects a file: the decision goes to standard output");
    }
    InputForm form = InputForm.ofName(save);
    if (form != null && form != InputForm.JSON) {
      throw usage(SAVE + " expects a .json file, found " + save);
    }
  }

  /** Whether the answers replace another referral than the one that they complete. */
  private boolean isReplaced(Environment environment, @Nullable String file, Destination save)
      throws Failure {
    boolean same = file != null && save.replaces(Options.path(environment, file, name()));
    return !same && !save.isEmpty();
  }

  private Failure usage(String message) {
    return Options.usage(message, name());
  }

  private static void hold(
      Interview interview, Environment environment, @Nullable SavedReferral saved) throws Failure {
    AnswerLines answers = new AnswerLines(environment.in());
    boolean goesOn = interview.ask();
    if (!goesOn && saved != null) {
      saved.keep(interview); // nothing is asked, so no answer saves it
    }
    while (goesOn) {
      String line = next(answers);
      environment.err().println(); // so that nothing is on the line of the prompt
      goesOn = line != null && interview.answer(line);
      if (interview.isLost()) {
        throw new Failure(ExitCode.USAGE, "ten answers in a row could not be understood");
      }
      if (saved != null) {
        saved.keep(interview);
      }
      goesOn = goesOn && interview.ask();
    }
  }

  private static @Nullable String next(AnswerLines answers) throws Failure {
    try {
      return answers.next();
    } catch (IOException e) {
      throw new Failure(ExitCode.INVALID_INPUT, "cannot read standard input");
    }
  }

  /** The draft that the file's referral begins with; null if the file has no valid referral. */
  private @Nullable ReferralDraft start(Environment environment, String file, DraftDecider decider)
      throws Failure {
    byte[] referral = null;
    try (Blocks blocks = source(environment, file).open(environment.in())) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        for (Span span : block.spans()) {
          if (span.problem() != null) {
            return null;
          }
          if (referral != null) {
            throw usage(file + " has more than one referral; expected one");
          }
          referral = Arrays.copyOfRange(block.bytes(), span.start(), span.end());
        }
      }
    } catch (IOException e) {
      return null;
    }
    return referral == null ? null : decider.begin(referral);
  }

  private Source source(Environment environment, String file) throws Failure {
    return new Source(file, Options.path(environment, file, name()), null);
  }
}
