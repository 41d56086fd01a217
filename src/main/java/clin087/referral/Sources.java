package clin087.referral;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the sources that the arguments of a run name, folder by folder, in the order of names. */
public final class Sources {
  private final Path workingFolder;

  /** Takes one source after the other. */
  public interface Visitor {
    void visit(Source source) throws IOException;
  }

  /**
   * @param workingFolder what relative paths start from
   */
  public Sources(Path workingFolder) {
    this.workingFolder = workingFolder;
  }

  /**
   * Visits every source that an argument names.
   *
   * @param argument the path of a file or a folder, or {@code -}
   * @throws IOException what the visitor throws
   */
  public void visit(String argument, Visitor visitor) throws IOException {
    if (argument.equals(Source.STANDARD_INPUT)) {
      visitor.visit(new Source(argument, null, null));
      return;
    }
    Path path;
    try {
      path = workingFolder.resolve(argument);
    } catch (InvalidPathException e) {
      visitor.visit(Source.wrong(argument, "unreadable", "expected the path of a file or folder"));
      return;
    }
    if (argument.isEmpty()) {
      // an unset variable of a shell, which does not mean the working folder
      visitor.visit(missing(argument));
      return;
    }
    if (!Files.isDirectory(path)) {
      visitor.visit(Files.exists(path) ? new Source(argument, path, null) : missing(argument));
      return;
    }
    boolean bare = argument.length() > 1 && (argument.endsWith("/") || argument.endsWith("\\"));
    String name = bare ? argument.substring(0, argument.length() - 1) : argument;
    int[] found = {0};
    visitFolder(
        name,
        path,
        List.of(),
        source -> {
          found[0]++;
          visitor.visit(source);
        });
    if (found[0] == 0) {
      visitor.visit(
          Source.wrong(argument, "empty", "expected .json, .ndjson or .jsonl files in the folder"));
    }
  }

  private static Source missing(String name) {
    return Source.wrong(name, "unreadable", "there is no such file or folder");
  }

  private void visitFolder(String name, Path folder, List<Object> above, Visitor visitor)
      throws IOException {
    List<Path> entries = new ArrayList<>();
    List<Object> here = new ArrayList<>(above);
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      Object key = folder.toRealPath();
      if (above.contains(key)) {
        return; // a link that leads back up
      }
      here.add(key);
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      visitor.visit(Source.wrong(name, "unreadable", "the folder cannot be read"));
      return;
    }
    entries.sort((a, b) -> fileName(a).compareTo(fileName(b)));
    String prefix = name.equals("/") ? name : name + "/";
    for (Path entry : entries) {
      String entryName = prefix + fileName(entry);
      if (Files.isDirectory(entry)) {
        visitFolder(entryName, entry, here, visitor);
      } else if (Source.isReferrals(entryName) && !isSpecial(entry)) {
        visitor.visit(new Source(entryName, entry, null));
      }
    }
  }

  /** Pipes and devices would be waited for; a dangling link is left to fail when it is opened. */
  private static boolean isSpecial(Path entry) {
    return Files.exists(entry) && !Files.isRegularFile(entry);
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
