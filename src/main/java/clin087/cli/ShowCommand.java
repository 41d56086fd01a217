package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.policy.Policy;
import clin087.show.PolicyJson;
import clin087.show.PolicyText;
import clin087.show.Selection;
import clin087.text.Bytes;
import clin087.text.NearestName;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code clin087 policy show}: a policy or a part of it, for reading. */
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
        "FILE|NAME",
        "0..2",
        "a policy file, and a section, clause, rule, verdict, caution or fact of it; either may be"
            + " left out: then the program's own policy is shown, or the table of contents");
    Options.policy(spec);
    PolicyOptions.addOutput(spec, PolicyOptions.TEXT, PolicyOptions.JSON);
  }

  @Override
  public int mostWords() {
    return 2;
  }

  @Override
  public ExitCode run(Environment environment, Arguments parsed) throws Failure {
    PolicyOptions options = new PolicyOptions(environment, parsed, qualifiedName());
    String format = options.format(PolicyOptions.TEXT, PolicyOptions.JSON);
    Deque<String> words = new ArrayDeque<>(parsed.words());
    String file = file(options, words);
    Policy policy = options.load(file);
    Selection selection = selection(policy, words.poll(), options);
    Bytes out = new Bytes();
    if (format.equals(PolicyOptions.JSON)) {
      PolicyJson.write(selection, out);
    } else {
      PolicyText.write(selection, options.color(), out);
    }
    options.write(out);
    return ExitCode.FINE;
  }

  /** Takes the policy file from the words; null for the installed policy. */
  private static @Nullable String file(PolicyOptions options, Deque<String> words) throws Failure {
    String option = options.parsed().value(Options.POLICY);
    if (option != null && words.size() > 1) {
      throw options.usage("expected one name beside " + Options.POLICY);
    }
    if (option != null || words.isEmpty()) {
      return option;
    }
    String first = words.element();
    if (words.size() == 1) {
      return isFile(options, first) ? words.poll() : null;
    }
    if (words.size() == 2 && Files.exists(options.path(first))) {
      return words.poll();
    }
    throw options.usage(
        words.size() == 2
            ? "expected a policy file and a name; there is no file '" + first + "'"
            : "expected one file and one name");
  }

  /** Whether a word that is not a name in the policy is a file, and so means a policy. */
  private static boolean isFile(PolicyOptions options, String word) throws Failure {
    return word.endsWith(".yaml")
        || word.endsWith(".yml")
        || (Files.exists(options.path(word)) && Selection.of(options.load(null), word).isEmpty());
  }

  private static Selection selection(Policy policy, @Nullable String name, PolicyOptions options)
      throws Failure {
    if (name == null) {
      return Selection.of(policy);
    }
    Selection selection = Selection.of(policy, name);
    if (selection.isEmpty()) {
      String nearest = NearestName.to(name, Selection.names(policy));
      throw options.usage(
          "the policy has no '"
              + name
              + "'"
              + (nearest.isEmpty()
                  ? "; 'clin087 policy show' alone lists what it has"
                  : NearestName.meant(nearest)));
    }
    return selection;
  }
}
