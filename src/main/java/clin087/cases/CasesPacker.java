package clin087.cases;

import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.yaml.Node;
import clin087.yaml.PackedNodes;
import clin087.yaml.Problems;
import clin087.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: packs the cases of the program's own policy into the form that it carries. */
public final class CasesPacker {
  private CasesPacker() {}

  /**
   * Packs cases. The policy is the one that has been packed before.
   *
   * @param args the folder of the project, the YAML file in it, and the folder of the compiled
   *     classes of this package
   */
  public static void main(String[] args) throws IOException {
    String name = args[1];
    byte[] yaml = Files.readAllBytes(Path.of(args[0], name));
    Path folder = Path.of(args[2]);
    Policy policy = PolicyFile.builtIn(folder.resolve(PolicyFile.BUILT_IN).toString());
    CasesFile file = CasesFile.read(name, yaml, policy);
    Node document = YamlFile.read(name, yaml, new Problems());
    if (document == null || !file.problems().isEmpty()) {
      throw new IllegalArgumentException(name + ": " + file.problems());
    }
    Files.write(folder.resolve(CasesFile.BUILT_IN), PackedNodes.write(document));
  }
}
