package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.cases.Case;
import clin087.cases.CasesFile;
import clin087.policy.Policy;
import clin087.yaml.FileKind;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cases of a policy, from the file beside it unless another is named. */
final class CasesLoader {
  /** The cases of the policy in the program's own folder. */
  private static final String INSTALLED = "policies/CMICB_Clin087.tests.yaml";

  private static final List<String> ENDINGS = List.of(".yaml", ".yml");
  private static final String KIND = "file of cases";
  private static final String TESTS = ".tests.yaml";

  private final Environment environment;
  private final PolicyOptions options;

  CasesLoader(Environment environment, PolicyOptions options) {
    this.environment = environment;
    this.options = options;
  }

  /**
   * The cases of a policy.
   *
   * @param policyFile null for the installed policy
   * @param casesFile null for the file beside the policy
   * @param optional whether the file may be missing or empty, which means no cases
   */
  List<Case> load(
      Policy policy, @Nullable String policyFile, @Nullable String casesFile, boolean optional)
      throws Failure {
    if (casesFile == null && policyFile == null) {
      byte[] yaml = PolicyLoader.installedBytes(INSTALLED, KIND);
      return valid(
          INSTALLED,
          yaml,
          CasesFile.read(INSTALLED, yaml, policy, PolicyLoader.transcript(INSTALLED, yaml)));
    }
    String name = casesFile == null ? beside(policyFile == null ? "" : policyFile) : casesFile;
    if (casesFile == null && !Files.exists(options.path(name))) {
      if (optional) {
        return List.of();
      }
      throw new Failure(
          ExitCode.INVALID_POLICY,
          "there is no " + name + " with cases of this policy; write it, or name another: --cases");
    }
    byte[] yaml = PolicyLoader.bytes(name, KIND, options.input(name));
    if (optional && yaml.length == 0) {
      // a shell leaves an empty file where proposals are to be appended
      return List.of();
    }
    return valid(name, yaml, CasesFile.read(name, yaml, policy));
  }

  private List<Case> valid(String name, byte[] yaml, CasesFile file) throws Failure {
    if (!file.problems().isEmpty()) {
      FileKind.Shown shown =
          FileKind.shown(file.problems(), Map.of(name, yaml), "a " + KIND, Set.of(FileKind.CASES));
      throw new PolicyLoader(environment).invalid(name, KIND, shown.problems(), shown.files());
    }
    return file.cases();
  }

  private static String beside(String policyFile) {
    for (String ending : ENDINGS) {
      if (policyFile.endsWith(ending)) {
        return policyFile.substring(0, policyFile.length() - ending.length()) + TESTS;
      }
    }
    return policyFile + TESTS;
  }
}
