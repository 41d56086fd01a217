package clin087.cli;

import clin087.batch.Destination;
import clin087.batch.Environment;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.batch.OverwriteGuard;
import clin087.proof.NamedExample;
import clin087.report.ReferralJson;
import clin087.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes examples to the folder that {@code --examples} names, one referral a file. */
final class ExampleFiles {
  private static final int LONGEST_NAME = 128;

  private ExampleFiles() {}

  /** An example that can be written. */
  private record Draft(Destination place, Bytes text) {}

  /**
   * Writes the examples, or nothing if one of them would replace something else.
   *
   * @param name the folder, as the user names it
   * @throws Failure if they cannot be written
   */
  static void write(List<NamedExample> examples, PolicyOptions options, String name)
      throws Failure {
    Environment environment = options.environment();
    Path folder = options.path(name);
    List<Draft> drafts;
    try {
      String mixed = ExampleGuard.mixed(folder, environment.workingFolder(), options.referrals());
      if (mixed != null) {
        throw options.usage("--examples " + name + ": " + mixed);
      }
      Files.createDirectories(folder);
      drafts = drafts(examples, options, name);
    } catch (IOException e) {
      throw Output.failure(name, e);
    }
    for (Draft draft : drafts) {
      try (Output output = Output.open(draft.place(), options.environment())) {
        output.write(draft.text());
        output.finish();
      }
    }
  }

  private static List<Draft> drafts(List<NamedExample> examples, PolicyOptions options, String name)
      throws Failure, IOException {
    Path folder = options.path(name);
    Destination result = options.result();
    Set<String> names = new HashSet<>();
    List<Draft> drafts = new ArrayList<>();
    for (NamedExample example : examples) {
      String file = unlike(names, example.name()) + ".json";
      Path path = folder.resolve(file);
      Destination place = Destination.of(name + "/" + file, path);
      String twice = new OverwriteGuard(List.of(result, place)).twice();
      if (twice != null) {
        throw options.usage(twice);
      }
      Bytes text = ReferralJson.write(example.referral(), example.name());
      if (!ExampleGuard.mayReplace(path, text)) {
        String why = "this file exists and is not such an example; name another folder";
        throw Output.failure(place.name(), new IOException(why));
      }
      drafts.add(new Draft(place, text));
    }
    return drafts;
  }

  /**
   * A name that every file system accepts, and that differs from all others in more than capitals.
   */
  private static String unlike(Set<String> names, String name) {
    String start = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    String unlike = start;
    for (int number = 2; !names.add(unlike.toLowerCase(Locale.ROOT)); number++) {
      unlike = start + "." + number;
    }
    return unlike;
  }
}
