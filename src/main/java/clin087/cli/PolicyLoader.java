package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.problem.Excerpt;
import clin087.problem.Problem;
import clin087.text.Characters;
import clin087.yaml.YamlFile;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads a policy file, and shows what is wrong with it. */
final class PolicyLoader {
  private static final String KIND = "policy";

  private final Environment environment;

  PolicyLoader(Environment environment) {
    this.environment = environment;
  }

  /** The policy of a file; a failure that shows what is wrong with it where it is not valid. */
  Policy valid(String name, PolicyFile file) throws Failure {
    Policy policy = file.policy();
    if (policy != null && file.isValid()) {
      return policy;
    }
    throw invalid(name, KIND, file.problems(), file.files());
  }

  /** The file, valid or not. */
  PolicyFile read(String name, Path path) throws Failure {
    return PolicyFile.read(
        name,
        bytes(name, KIND, path),
        path.toAbsolutePath().getParent(),
        System.getProperty("clin087.policy"));
  }

  /**
   * Shows what is wrong with a file.
   *
   * @param kind what it should have been
   * @param files the bytes of each file by its name
   * @return what ends the run
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
   * What a file holds.
   *
   * @param kind what it should be
   * @throws Failure when it cannot be read, or is larger than a policy may be
   */
  static byte[] bytes(String name, String kind, Path path) throws Failure {
    // buffered, since of a pipe a FileInputStream alone does not read a number of bytes
    try (InputStream in = new BufferedInputStream(new FileInputStream(path.toFile()))) {
      byte[] bytes = in.readNBytes(YamlFile.LARGEST + 1);
      if (bytes.length <= YamlFile.LARGEST) {
        return bytes;
      }
    } catch (IOException e) {
      throw new Failure(ExitCode.INVALID_POLICY, "cannot read the " + kind + " " + name);
    }
    throw new Failure(
        ExitCode.INVALID_POLICY, "the " + kind + " " + name + " is larger than 4 MiB");
  }
}
