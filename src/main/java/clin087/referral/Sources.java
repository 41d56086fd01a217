package clin087.referral;

import clin087.problem.FileReason;
import clin087.problem.ReferralProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the sources that the arguments of a run name, folder by folder, in the order of names.
 * Whatever cannot be read becomes a source with a problem; nothing is left out.
 */
public final class Sources {
  private final Path workingFolder;

  /** Receives the sources, one after another. */
  public interface Visitor<E extends Exception> {
    void visit(Source source) throws E;
  }

  /**
   * Prepares to find sources.
   *
   * @param workingFolder the folder that relative paths start from
   */
  public Sources(Path workingFolder) {
    this.workingFolder = workingFolder;
  }

  /**
   * Visits every source that an argument names.
   *
   * @param argument the path of a file or a folder, or {@code -}
   * @throws E what the visitor throws
   */
  public <E extends Exception> void visit(String argument, Visitor<E> visitor) throws E {
    if (argument.equals(Source.STANDARD_INPUT)) {
      visitor.visit(new Source(argument, null, null));
      return;
    }
    Path path = argument.isEmpty() ? null : FileNames.resolve(workingFolder, argument);
    if (path == null) {
      // no path can be like this; or it is an unset variable of a shell, not the working folder
      visitor.visit(unreadable(argument, "there is no such file or folder"));
      return;
    }
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      visitor.visit(unreadable(argument, FileReason.of(path, e)));
      return;
    }
    if (attributes.isDirectory()) {
      visitWhole(argument, path, visitor);
    } else {
      visitor.visit(new Source(argument, path, null));
    }
  }

  private static <E extends Exception> void visitWhole(
      String argument, Path folder, Visitor<E> visitor) throws E {
    boolean bare = argument.length() > 1 && (argument.endsWith("/") || argument.endsWith("\\"));
    String name = bare ? argument.substring(0, argument.length() - 1) : argument;
    int[] found = {0};
    Visitor<E> counting =
        source -> {
          found[0]++;
          visitor.visit(source);
        };
    visitFolder(name, folder, new HashSet<>(), counting);
    if (found[0] == 0) {
      visitor.visit(
          Source.wrong(
              argument,
              ReferralProblem.EMPTY,
              "expected .json, .ndjson, .jsonl or .csv files in the folder"));
    }
  }

  private static Source unreadable(String name, String reason) {
    return Source.wrong(name, ReferralProblem.UNREADABLE, reason);
  }

  /** What a folder is known by, whatever path leads to it. */
  private static Object identity(Path folder) throws IOException {
    Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    return key == null ? folder.toRealPath() : key; // Windows has none
  }

  /**
   * Visits a folder.
   *
   * @param above the identities of the folders around it
   */
  private static <E extends Exception> void visitFolder(
      String name, Path folder, Set<Object> above, Visitor<E> visitor) throws E {
    List<Path> entries = new ArrayList<>();
    Object identity;
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      identity = identity(folder);
      stream.forEach(entries::add);
    } catch (IOException e) {
      visitor.visit(unreadable(name, FileReason.of(folder, e)));
      return;
    } catch (DirectoryIteratorException e) {
      visitor.visit(unreadable(name, FileReason.reading(folder)));
      return;
    }
    if (!above.add(identity)) {
      return; // a link back to a folder that is being visited already
    }
    entries.sort(Comparator.comparing(FileNames::last).thenComparing(Comparator.naturalOrder()));
    visitEntries(name, entries, above, visitor);
    above.remove(identity);
  }

  private static <E extends Exception> void visitEntries(
      String name, List<Path> entries, Set<Object> above, Visitor<E> visitor) throws E {
    String prefix = name.equals("/") ? name : name + "/";
    for (Path entry : entries) {
      String entryName = prefix + FileNames.last(entry);
      BasicFileAttributes attributes;
      try {
        attributes = Files.readAttributes(entry, BasicFileAttributes.class);
      } catch (AccessDeniedException e) {
        if (!Files.isSymbolicLink(entry)) {
          // the folder may be listed but not searched, so none of its files can be read
          visitor.visit(unreadable(name, "there is no permission to look into the folder"));
          return;
        }
        visitor.visit(unreadable(entryName, FileReason.of(entry, e)));
        continue;
      } catch (IOException e) {
        visitor.visit(unreadable(entryName, FileReason.of(entry, e)));
        continue;
      }
      if (attributes.isDirectory()) {
        visitFolder(entryName, entry, above, visitor);
      } else if (Source.isReferrals(entryName)) {
        visitor.visit(file(entryName, entry, attributes));
      }
    }
  }

  /**
   * The source of a folder's entry. A pipe or a device is a problem, since reading could wait for
   * ever.
   */
  private static Source file(String name, Path entry, BasicFileAttributes attributes) {
    return attributes.isRegularFile()
        ? new Source(name, entry, null)
        : unreadable(name, "it is neither a file nor a folder");
  }
}
