package clin087.form;

import clin087.cli.InProcess;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the form is held to: the policy in a file, and what the program itself decides by it. */
final class ByCheck {
  private ByCheck() {}

  /** The policy in a file, which has to be right. */
  static Policy policy(Path path) throws IOException {
    byte[] yaml = Files.readAllBytes(path);
    PolicyFile file =
        PolicyFile.read(
            String.valueOf(path.getFileName()), yaml, path.toAbsolutePath().getParent());
    return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
  }

  /**
   * The decisions on referrals, less what is about their file and not about them.
   *
   * @param folder where the file is written
   */
  static List<JsonNode> decisions(Path folder, Path policy, LocalDate asOf, List<String> referrals)
      throws IOException {
    Path input = Files.write(folder.resolve("referrals.ndjson"), referrals);
    InProcess ran =
        InProcess.of(
            List.of(
                "check",
                "--policy",
                policy.toString(),
                "--as-of",
                asOf.toString(),
                "--format",
                "ndjson",
                input.toString()));
    List<JsonNode> decisions = new ArrayList<>();
    for (String line : ran.out().lines().toList()) {
      decisions.add(comparable((ObjectNode) JsonMapper.shared().readTree(line)));
    }
    return decisions;
  }

  private static ObjectNode comparable(ObjectNode decision) {
    decision.remove(List.of("source", "index", "policy"));
    if (decision.get("problems") instanceof ArrayNode problems) {
      problems.forEach(each -> ((ObjectNode) each).remove(List.of("line", "column", "message")));
      decision.remove("reference");
    }
    return decision;
  }
}
