package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.problem.Excerpt;
import clin087.problem.FileReason;
import clin087.problem.Problem;
import clin087.text.Characters;
import clin087.text.FileBytes;
import clin087.yaml.Transcript;
import clin087.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads a policy file or the program's own policy, and shows its problems. */
final class PolicyLoader {
  /** The policy in the program's own folder. */
  static final String INSTALLED = "policies/CMICB_Clin087.yaml";

  private static final String KIND = "policy";

  private final Environment environment;

  PolicyLoader(Environment environment) {
    this.environment = environment;
  }

  /** The policy of a file; if it is not valid, shows its problems and fails. */
  Policy valid(String name, PolicyFile file) throws Failure {
    Policy policy = file.policy();
    if (policy != null && file.isValid()) {
      return policy;
    }
    throw invalid(name, KIND, file.problems(), file.files());
  }

  /** The file, valid or not. */
  PolicyFile read(String name, Path path) throws Failure {
    return PolicyFile.read(name, bytes(name, KIND, path), path.toAbsolutePath().getParent());
  }

  /**
   * The policy in the program's own folder.
   *
   * @param withColumns whether the columns of places are needed, which takes longer
   */
  static PolicyFile installed(boolean withColumns) throws Failure {
    byte[] yaml = installedBytes(INSTALLED, KIND);
    return PolicyFile.read(
        INSTALLED,
        yaml,
        installedFile().toAbsolutePath().getParent(),
        withColumns ? null : transcript(INSTALLED, yaml));
  }

  /** The path of the policy in the program's own folder. */
  static Path installedFile() {
    return LauncherSettings.told().home().resolve(INSTALLED);
  }

  /**
   * The bytes of a file in the program's own folder.
   *
   * @throws Failure if it is missing, cannot be read, or is larger than a policy may be
   */
  static byte[] installedBytes(String name, String kind) throws Failure {
    Path file = LauncherSettings.told().home().resolve(name).toAbsolutePath().normalize();
    if (Files.exists(file)) {
      return bytes(name, kind, file);
    }
    throw new Failure(
        ExitCode.INVALID_POLICY,
        "the " + kind + " " + file + " is missing; put it back, or install the program again");
  }

  /** The transcript of a file in the program's own folder; null if there is none. */
  static @Nullable Transcript transcript(String name, byte[] yaml) {
    Path lib = LauncherSettings.told().home().resolve("lib");
    return Transcript.find(lib, name.substring(name.indexOf('/') + 1), yaml);
  }

  /**
   * Shows the problems of a file.
   *
   * @param kind what the file should have been
   * @param files the bytes of each file by its name
   * @return the failure to end the run with
   */
  Failure invalid(String name, String kind, List<Problem> problems, Map<String, byte[]> files) {
    Excerpt excerpt = new Excerpt(files);
    for (Problem problem : problems) {
      String place = problem.file() + ":" + problem.line() + ":" + problem.column();
      environment
          .err()
          .println(Characters.visible(place + ": " + problem.code() + ": " + problem.message()));
      for (String line : excerpt.of(problem)) {
        environment.err().println("    " + line);
      }
    }
    int count = problems.size();
    return new Failure(
        ExitCode.INVALID_POLICY,
        name + " is not a valid " + kind + ": " + count + (count == 1 ? " problem" : " problems"));
  }

  /**
   * The bytes of a file.
   *
   * @param kind what it should be
   * @throws Failure if it cannot be read, or is larger than a policy may be
   */
  static byte[] bytes(String name, String kind, Path path) throws Failure {
    byte[] bytes;
    try {
      bytes = FileBytes.read(path, YamlFile.LARGEST);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.INVALID_POLICY,
          "cannot read the " + kind + " " + name + ": " + FileReason.of(path, e));
    }
    if (bytes == null) {
      throw new Failure(
          ExitCode.INVALID_POLICY, "the " + kind + " " + name + " is larger than 4 MiB");
    }
    return bytes;
  }
}
