package clin087;

import clin087.cases.Case;
import clin087.cases.CasesFile;
import clin087.decision.Decider;
import clin087.decision.Decision;
import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.policyfile.PolicyFile;
import clin087.referral.Block;
import clin087.referral.BlockReader;
import clin087.referral.Referral;
import clin087.referral.SingleValueReader;
import clin087.referral.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests start from: the built-in policy, a date, and referrals as JSON. */
public final class Given {
  public static final Path POLICY_FILE = Path.of("policies", "CMICB_Clin087.yaml");
  public static final Policy POLICY = ownPolicy();
  public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  /** A referral that states every fact that matters, so that no rule but the last one holds. */
  public static final String ORDINARY =
      """
      {'request': {'procedure': 'spinal-fusion'},
       'indication': {'category': 'non-specific-mechanical-back-pain'},
       'coreCriteria': [],
       'mcas': {'available': true, 'seen': true}}
      """;

  private static final ObjectMapper JSON = JsonMapper.shared();

  private Given() {}

  /** The project's own policy with its places. */
  public static PolicyFile policyFile() {
    try {
      byte[] yaml = Files.readAllBytes(POLICY_FILE);
      return PolicyFile.read(POLICY_FILE.toString(), yaml, POLICY_FILE.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Policy ownPolicy() {
    PolicyFile file = policyFile();
    return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
  }

  /** The cases of the project's own policy. */
  public static List<Case> cases() {
    try {
      byte[] yaml = Files.readAllBytes(Path.of("policies", "CMICB_Clin087.tests.yaml"));
      return CasesFile.read("cases", yaml, POLICY).cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A policy of the test resources, with every construct of the format. */
  public static Policy everyFeature() {
    PolicyFile file =
        PolicyFile.read(resource("every-feature.yaml").getBytes(StandardCharsets.UTF_8));
    return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
  }

  /** The same with one more rule: its condition, as written after {@code when:}. */
  public static Condition condition(String when) {
    String rule =
        """
          - rule: probe
            clause: 1.2
            when: %s
            verdict: NO
            action: Do.
        """
            .formatted(when);
    String yaml =
        resource("every-feature.yaml")
            .replace("  - rule: rest", rule + "  - rule: rest")
            .replace("[days, nested, rest]", "[days, nested, probe, rest]");
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    return policy.rules().get(policy.rules().size() - 2).when();
  }

  /** A file of the test resources, in UTF-8. */
  public static String resource(String name) {
    try (InputStream in = Given.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A referral of the built-in policy, with {@code '} for {@code "}. */
  public static Referral referral(String json) {
    return referral(POLICY, json.replace('\'', '"'));
  }

  /** A referral of some policy; where the JSON has no reference, it gets one. */
  public static Referral referral(Policy policy, String json) {
    ObjectNode whole = object(json);
    if (!whole.has("reference")) {
      whole.put("reference", "REF-1");
    }
    byte[] bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
    Span span = new Span(0, bytes.length, 1, 1, null);
    List<Referral> read = new ArrayList<>();
    new BlockReader(policy, AS_OF, false)
        .read(
            new Block(bytes, bytes.length, List.of(span), true),
            (reading, at) -> {
              if (reading.referral() == null) {
                throw new AssertionError(json + "\nis no referral: " + reading.problems());
              }
              read.add(reading.referral());
            });
    return read.get(0);
  }

  /** What decides by a policy as the program does. */
  public static Decider decider(Policy policy, LocalDate asOf, List<Setting> options) {
    return new Decider(policy, asOf, options);
  }

  /**
   * The built-in policy's decision.
   *
   * @param assumptions each as {@code /json/pointer=value}
   */
  public static Decision decide(String json, String... assumptions) {
    return decider(POLICY, AS_OF, settings(POLICY, assumptions)).decide(referral(json));
  }

  public static List<Setting> settings(Policy policy, String... assumptions) {
    List<Setting> settings = new ArrayList<>();
    for (String assumption : assumptions) {
      int at = assumption.indexOf('=');
      Fact fact = fact(policy, assumption.substring(0, at));
      settings.add(
          new Setting(fact.index(), SingleValueReader.code(fact, assumption.substring(at + 1))));
    }
    return settings;
  }

  public static Fact fact(Policy policy, String path) {
    return policy.facts().stream()
        .filter(fact -> fact.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no fact " + path));
  }

  /** One referral with what another states put on top; {@code null} unstates. */
  public static String over(String json, String changes) {
    ObjectNode merged = object(json);
    put(merged, object(changes));
    return merged.toString();
  }

  /** What two referrals state together; empty when they contradict each other. */
  public static String together(String one, String other) {
    ObjectNode merged = object(one);
    return join(merged, object(other)) ? merged.toString() : "";
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
  }

  private static void put(ObjectNode target, ObjectNode changes) {
    changes.forEachEntry(
        (name, value) -> {
          if (value instanceof ObjectNode inner && target.get(name) instanceof ObjectNode old) {
            put(old, inner);
          } else {
            target.set(name, value);
          }
        });
  }

  private static void addOnce(ArrayNode members, JsonNode member) {
    if (members.valueStream().noneMatch(member::equals)) {
      members.add(member);
    }
  }

  private static boolean join(ObjectNode target, ObjectNode more) {
    for (String name : more.propertyNames()) {
      JsonNode value = more.get(name);
      JsonNode old = target.get(name);
      if (old == null) {
        target.set(name, value);
      } else if (old instanceof ObjectNode inner) {
        if (!join(inner, (ObjectNode) value)) {
          return false;
        }
      } else if (old instanceof ArrayNode members) {
        value.forEach(member -> addOnce(members, member));
      } else if (!old.equals(value)) {
        return false;
      }
    }
    return true;
  }
}
