package clin087.cli;

import clin087.batch.Destination;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.proof.NamedExample;
import clin087.report.ReferralJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes examples to the folder that {@code --examples} names, one referral a file. */
final class ExampleFiles {
  private static final int LONGEST_NAME = 128;

  private ExampleFiles() {}

  /**
   * Writes the examples.
   *
   * @param name the folder, as messages name it
   * @throws Failure if one cannot be written
   */
  static void write(List<NamedExample> examples, Path folder, String name) throws Failure {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Output.failure(name, e);
    }
    Set<String> names = new HashSet<>();
    for (NamedExample example : examples) {
      String file = unlike(names, example.name()) + ".json";
      Destination place = Destination.of(name + "/" + file, folder.resolve(file));
      try (Output output = Output.open(place, OutputStream.nullOutputStream())) {
        output.write(ReferralJson.write(example.referral(), example.name()));
        output.finish();
      }
    }
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
