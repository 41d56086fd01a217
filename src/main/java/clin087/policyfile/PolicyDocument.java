package clin087.policyfile;

import clin087.policy.Fingerprint;
import clin087.text.FileBytes;
import clin087.text.Sha256;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import clin087.yaml.Transcript;
import clin087.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Combines a policy's file and the files that it includes into one document. */
final class PolicyDocument {
  private static final int MOST_FILES = 16;

  private final String name;
  private final @Nullable Path folder;
  private final Problems problems;
  private final @Nullable Transcript transcript;
  private final SharedFiles parts;

  /** The bytes of each file by its name, in the order in which they are read. */
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private final List<Fingerprint> fingerprints = new ArrayList<>();

  /**
   * @param name the policy's own file, as places and problems name it
   * @param folder the folder of the files; null if none can be included
   * @param transcript to read instead of the policy's own file; null to read the file
   */
  PolicyDocument(
      String name, @Nullable Path folder, Problems problems, @Nullable Transcript transcript) {
    this.name = name;
    this.folder = folder;
    this.problems = problems;
    this.transcript = transcript;
    this.parts = new SharedFiles(problems);
  }

  /**
   * Reads all files.
   *
   * @param yaml the bytes of the policy's own file
   * @return null if problems prevent combining the files
   */
  @Nullable Node read(byte[] yaml) {
    Node own = openOwn(yaml);
    if (own == null || !problems.isEmpty() || isShared(own)) {
      return null;
    }
    for (Scalar path : includes(own)) {
      include(path);
    }
    Node whole = own;
    if (problems.isEmpty() && own instanceof Mapping policy) {
      whole = parts.putInto(policy);
    }
    if (problems.isEmpty()) {
      return whole;
    }
    new Keys(own, problems, PolicyKeys.FILE.names()); // reports unknown keys such as 'inclde'
    return null;
  }

  /**
   * The SHA-256 of the policy. For a single file it is that of the file. For several it is that of
   * a text with a line for each file, which holds the file's SHA-256: first the policy's own file,
   * then the included ones in their order. {@code sha256sum a.yaml b.yaml | cut -c1-64 | sha256sum}
   * prints the same.
   */
  Fingerprint fingerprint() {
    List<Fingerprint> each = List.copyOf(fingerprints);
    return each.size() == 1 ? each.get(0) : new Fingerprint(() -> sha256(each));
  }

  private static String sha256(List<Fingerprint> each) {
    StringBuilder listing = new StringBuilder();
    for (Fingerprint fingerprint : each) {
      listing.append(fingerprint.sha256()).append('\n');
    }
    return Sha256.of(listing.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** The bytes of each file by its name. */
  Map<String, byte[]> files() {
    return files;
  }

  private @Nullable Node openOwn(byte[] yaml) {
    if (transcript == null) {
      return open(name, yaml);
    }
    files.put(name, yaml);
    fingerprints.add(new Fingerprint(transcript.sha256()));
    problems.open(name);
    return transcript.node(name, false, problems);
  }

  private @Nullable Node open(String file, byte[] yaml) {
    files.put(file, yaml);
    fingerprints.add(new Fingerprint(() -> Sha256.of(yaml)));
    problems.open(file);
    return YamlFile.read(file, yaml, problems);
  }

  /** Whether the file is not a policy, but one that policies include. */
  private boolean isShared(Node own) {
    Entry part = own.entry(SharedFiles.PART);
    if (part != null) {
      problems.add(
          PolicyProblem.BAD_INCLUDE,
          part.key().at(),
          "this file is shared by policies; name a policy that includes it");
    }
    return part != null;
  }

  private List<Scalar> includes(Node own) {
    List<Scalar> paths = new ArrayList<>();
    Entry include = own.entry(SharedFiles.INCLUDE);
    if (include != null && include.value() instanceof Sequence list) {
      for (Node item : list.items()) {
        paths.add(Keys.scalar(item, problems));
      }
    } else if (include != null) {
      problems.add(
          PolicyProblem.WRONG_TYPE, include.value().at(), "expected a list of files for 'include'");
    }
    return paths;
  }

  private void include(Scalar path) {
    if (!isBelow(path.text())) {
      problems.add(
          PolicyProblem.BAD_INCLUDE,
          path.at(),
          "expected a file in the policy's folder or below it, such as shared/core.yaml");
      return;
    }
    String file = Path.of(name).resolveSibling(path.text()).toString();
    if (files.containsKey(file)) {
      problems.add(
          PolicyProblem.BAD_INCLUDE, path.at(), "this file is read already; include it once");
    } else if (files.size() == MOST_FILES) {
      problems.add(
          PolicyProblem.BAD_INCLUDE, path.at(), "expected at most " + MOST_FILES + " files in all");
    } else {
      byte[] yaml = bytes(path);
      Node shared = yaml == null ? null : open(file, yaml);
      if (shared != null) {
        parts.add(shared);
      }
    }
  }

  /** Whether a path stays in the folder on every system: no drive, no dots, no empty steps. */
  private static boolean isBelow(String path) {
    for (String step : path.split("/", -1)) {
      if (step.isEmpty() || step.startsWith(".")) {
        return false;
      }
      for (int i = 0; i < step.length(); i++) {
        char c = step.charAt(i);
        if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
          return false;
        }
      }
    }
    return true;
  }

  private byte @Nullable [] bytes(Scalar path) {
    String problem = "there is no such file";
    try {
      Path file = folder == null ? null : folder.resolve(path.text());
      if (file != null && Files.exists(file)) {
        problem = "this is a folder, a pipe or a device";
      }
      // never a pipe or a device, which reading could wait for
      if (file != null && Files.isRegularFile(file)) {
        problem = "the file cannot be read";
        byte[] bytes = FileBytes.read(file, YamlFile.LARGEST);
        if (bytes != null) {
          return bytes;
        }
        problem = "the file is larger than 4 MiB";
      }
    } catch (IOException | InvalidPathException e) {
      // reported below
    }
    problems.add(PolicyProblem.BAD_INCLUDE, path.at(), problem);
    return null;
  }
}
