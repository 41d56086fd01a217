package clin087.policyfile;

import clin087.policy.Places;
import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.yaml.FileKind;
import clin087.yaml.Node;
import clin087.yaml.Problems;
import clin087.yaml.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy that has been read from its file and those that the file includes.
 *
 * @param policy null if the problems leave nothing to analyse; it can decide referrals only if
 *     there are no problems
 * @param places the places of the policy's elements
 * @param problems file by file, in the order of each file
 * @param files the bytes of each file by its name
 */
public record PolicyFile(
    @Nullable Policy policy, Places places, List<Problem> problems, Map<String, byte[]> files) {

  public PolicyFile {
    problems = List.copyOf(problems);
    files = Map.copyOf(files);
  }

  /** Whether the policy can decide referrals. */
  public boolean isValid() {
    return problems.isEmpty();
  }

  /** Reads a policy without a name or a folder. */
  public static PolicyFile read(byte[] yaml) {
    return read("", yaml, null);
  }

  /**
   * Reads the bytes of a YAML file, and the files that it includes.
   *
   * @param name the file as places and problems name it: its path, as the user wrote it
   * @param folder the folder of the file; null if it can include nothing
   */
  public static PolicyFile read(String name, byte[] yaml, @Nullable Path folder) {
    return read(name, yaml, folder, null);
  }

  /**
   * Reads a policy, from its transcript if possible, which has no columns.
   *
   * @param transcript of the file; null if there is none
   */
  public static PolicyFile read(
      String name, byte[] yaml, @Nullable Path folder, @Nullable Transcript transcript) {
    Problems problems = new Problems();
    PolicyDocument document = new PolicyDocument(name, folder, problems, transcript);
    PolicyFile file = read(document.read(yaml), document, problems);
    // a problem has to be shown at its place
    return transcript != null && !file.isValid() ? read(name, yaml, folder) : file;
  }

  private static PolicyFile read(@Nullable Node whole, PolicyDocument document, Problems problems) {
    Policy policy = null;
    Origins origins = new Origins();
    if (whole != null) {
      policy = new PolicyReader(problems, origins).read(whole, document.fingerprint());
    }
    return policy != null && problems.areGaps()
        ? new PolicyFile(policy, origins.places(), problems.sorted(), document.files())
        : unreadable(problems, document);
  }

  /** The result for a file without a policy. A file of another kind altogether is not shown. */
  private static PolicyFile unreadable(Problems problems, PolicyDocument document) {
    FileKind.Shown shown =
        FileKind.shown(problems.sorted(), document.files(), "a policy", FileKind.POLICIES);
    return new PolicyFile(null, Places.NONE, shown.problems(), shown.files());
  }
}
