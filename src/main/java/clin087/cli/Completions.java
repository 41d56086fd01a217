package clin087.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;

/** Run by the build: writes the completion script for bash and zsh. */
public final class Completions {
  private Completions() {}

  /**
   * Writes the script.
   *
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(target, AutoComplete.bash(Commands.NAME, Commands.commandLine()));
  }
}
