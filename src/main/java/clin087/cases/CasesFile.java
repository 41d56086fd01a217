package clin087.cases;

import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.yaml.Node;
import clin087.yaml.Problems;
import clin087.yaml.Transcript;
import clin087.yaml.YamlFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file of cases.
 *
 * @param cases of use only if there are no problems
 * @param problems in the order of the file
 */
public record CasesFile(List<Case> cases, List<Problem> problems) {
  public CasesFile {
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the bytes of a YAML file with cases of a policy.
   *
   * @param name the file, as places and problems name it
   */
  public static CasesFile read(String name, byte[] yaml, Policy policy) {
    return read(name, yaml, policy, null);
  }

  /**
   * Reads cases, from a transcript if possible, which has no columns.
   *
   * @param transcript of the file; null if there is none
   */
  public static CasesFile read(
      String name, byte[] yaml, Policy policy, @Nullable Transcript transcript) {
    Problems problems = new Problems();
    problems.open(name);
    Node document =
        transcript == null
            ? YamlFile.read(name, yaml, problems)
            : transcript.node(name, true, problems);
    CasesFile file =
        document == null || !problems.isEmpty()
            ? new CasesFile(List.of(), problems.sorted())
            : read(document, policy, problems);
    // a problem has to be shown at its place
    return transcript != null && !file.problems.isEmpty() ? read(name, yaml, policy) : file;
  }

  private static CasesFile read(Node document, Policy policy, Problems problems) {
    List<Case> cases = new CaseReader(policy, problems).read(document);
    return problems.isEmpty()
        ? new CasesFile(cases, List.of())
        : new CasesFile(List.of(), problems.sorted());
  }
}
