package clin087.cli;

import clin087.referral.FileNames;
import clin087.referral.Source;
import clin087.referral.Sources;
import clin087.text.Bytes;
import clin087.text.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps examples from replacing real referrals, and from being counted among them. */
final class ExampleGuard {
  /** How the line of an example begins that states the reference, which is the example's name. */
  private static final String REFERENCE = "  \"reference\": ";

  /** The most bytes of an example. */
  private static final int LARGEST = 1 << 20;

  private ExampleGuard() {}

  /**
   * A message if the folder of the examples holds referrals of the run, or would hold some; else
   * null.
   *
   * @param folder for the examples, which need not exist
   * @param referrals files, folders or {@code -}
   */
  static @Nullable String mixed(Path folder, Path workingFolder, List<String> referrals)
      throws IOException {
    Path examples = real(folder);
    Sources sources = new Sources(workingFolder);
    for (String argument : referrals) {
      Path path = argument.isEmpty() ? null : FileNames.resolve(workingFolder, argument);
      if (path != null && Files.isDirectory(path) && examples.startsWith(path.toRealPath())) {
        return "the referrals of " + argument + " are in this folder, or around it";
      }
      Search search = new Search(examples);
      sources.visit(argument, search);
      if (search.found != null) {
        return "the referrals of " + search.found + " are in this folder";
      }
    }
    return null;
  }

  /** The path after every link, of a folder that need not exist. */
  private static Path real(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath();
    Path there = whole;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(whole)).normalize();
  }

  /**
   * Whether nothing is lost if an example is written to this path: there is no file, or it is an
   * earlier example of this name.
   */
  static boolean mayReplace(Path path, Bytes example) throws IOException {
    if (!Files.exists(path)) {
      return true;
    }
    byte[] there = Files.isRegularFile(path) ? FileBytes.read(path, LARGEST) : null;
    return there != null && reference(there).equals(reference(example.toByteArray()));
  }

  /** The reference of an example as it is written; empty if the file is not an example. */
  private static String reference(byte[] file) {
    for (String line : new String(file, StandardCharsets.UTF_8).split("\n", -1)) {
      if (line.startsWith(REFERENCE)) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
      }
    }
    return "";
  }

  private static final class Search implements Sources.Visitor<IOException> {
    private final Path examples;
    private @Nullable String found;

    Search(Path examples) {
      this.examples = examples;
    }

    @Override
    public void visit(Source source) throws IOException {
      Path file = source.file();
      if (file != null && examples.equals(file.toRealPath().getParent())) {
        found = source.name();
      }
    }
  }
}
