package clin087.cases;

import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.problem.Problem;
import clin087.yaml.Node;
import clin087.yaml.PackedNodes;
import clin087.yaml.Problems;
import clin087.yaml.YamlFile;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of cases that has been read.
 *
 * @param cases of use only when there are no problems
 * @param problems in the order of the file
 */
public record CasesFile(List<Case> cases, List<Problem> problems) {
  static final String BUILT_IN = "built-in-cases";

  public CasesFile {
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the bytes of a YAML file with cases of a policy.
   *
   * @param name what places and problems call it
   */
  public static CasesFile read(String name, byte[] yaml, Policy policy) {
    Problems problems = new Problems();
    problems.open(name);
    Node document = YamlFile.read(name, yaml, problems);
    return document == null || !problems.isEmpty()
        ? new CasesFile(List.of(), problems.sorted())
        : read(document, policy, problems);
  }

  /**
   * The cases of the policy that the program carries.
   *
   * @param unpacked where they lie outside the jar, which takes less time to read; null where they
   *     do not
   */
  public static List<Case> builtIn(Policy policy, @Nullable String unpacked) {
    try (InputStream in = open(unpacked)) {
      Node document = PackedNodes.read(in.readAllBytes(), true);
      CasesFile file = read(document, policy, new Problems());
      if (!file.problems.isEmpty()) {
        throw new IllegalStateException("the built-in cases are wrong: " + file.problems);
      }
      return file.cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(@Nullable String unpacked) throws IOException {
    if (unpacked != null) {
      return new FileInputStream(unpacked);
    }
    InputStream in = PolicyFile.class.getResourceAsStream(BUILT_IN);
    if (in == null) {
      throw new FileNotFoundException(BUILT_IN);
    }
    return in;
  }

  private static CasesFile read(Node document, Policy policy, Problems problems) {
    List<Case> cases = new CaseReader(policy, problems).read(document);
    return problems.isEmpty()
        ? new CasesFile(cases, List.of())
        : new CasesFile(List.of(), problems.sorted());
  }
}
