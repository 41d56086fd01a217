package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Text, JSON, NDJSON, CSV, the summary and the exit code say the same of random referrals. */
class AgreementTest {
  private static final Policy POLICY = Given.POLICY;
  private static final JsonMapper JSON = new JsonMapper();
  private static final int REFERRALS = 300;

  @TempDir static Path folder;
  private static String in = "";
  private static List<JsonNode> results = List.of();
  private static JsonNode summary = JSON.createObjectNode();

  @BeforeAll
  static void decide() {
    Random random = new Random(42);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < REFERRALS; i++) {
      lines.append(referral(i, random)).append('\n');
    }
    in = lines.toString();
    JsonNode document = JSON.readTree(run("json"));
    summary = document.get("summary");
    results = document.get("results").valueStream().toList();
    assertEquals(REFERRALS, results.size());
  }

  private static String run(String format) {
    return new Cli(folder).in(in).run("check", "-f", format, "--as-of", "2026-11-22", "-").out();
  }

  private static String referral(int number, Random random) {
    ObjectNode referral = JSON.createObjectNode();
    referral.put("reference", "R-" + number);
    double stated = random.nextDouble();
    for (Fact fact : POLICY.facts()) {
      if (!fact.choices().isEmpty() && random.nextDouble() < stated) {
        String[] steps = fact.path().substring(1).split("/", -1);
        ObjectNode parent = referral;
        for (int i = 0; i < steps.length - 1; i++) {
          parent = parent.withObjectProperty(steps[i]);
        }
        state(fact, parent, steps[steps.length - 1], random);
      }
    }
    return referral.toString();
  }

  private static void state(Fact fact, ObjectNode parent, String name, Random random) {
    int choice = random.nextInt(fact.choices().size());
    switch (fact.type()) {
      case BOOLEAN -> parent.put(name, choice == 1);
      case CHOICE -> parent.put(name, fact.choices().get(choice).value());
      default -> {
        ObjectNode members = parent.putObject(name);
        boolean none = random.nextBoolean();
        for (Choice member : fact.choices()) {
          if (none || random.nextInt(3) > 0) {
            members.put(member.value(), !none && random.nextInt(6) == 0);
          }
        }
      }
    }
  }

  @Test
  void ndjsonHasTheResultsOfJson() {
    List<String> lines = run("ndjson").lines().toList();
    for (int i = 0; i < REFERRALS; i++) {
      ObjectNode line = (ObjectNode) JSON.readTree(lines.get(i));
      line.remove("policy");
      assertEquals(results.get(i), line);
    }
  }

  @Test
  void csvSaysWhatJsonSays() {
    List<Map<String, String>> rows = rows(run("csv"));
    for (int i = 0; i < REFERRALS; i++) {
      JsonNode result = results.get(i);
      Map<String, String> row = rows.get(i);
      for (String name :
          List.of("source", "index", "reference", "verdict", "outcome", "attention")) {
        assertEquals(result.get(name).asString(), row.get(name), name + result);
      }
      assertEquals(joined(result.get("rules"), ""), row.get("rule"));
      assertEquals(joined(result.get("clauses"), "id"), row.get("clauses"));
      List<String> missing = new ArrayList<>();
      for (String name : List.of("missing", "missingForAction")) {
        result.get(name).forEach(question -> missing.add(question.get("path").asString()));
      }
      assertEquals(String.join(";", missing), row.get("missing"));
      assertEquals(cautions(result), row.get("cautions"));
      assertEquals(joined(result.get("alsoMet"), "clause"), row.get("alsoMet"));
      JsonNode then = result.get("afterwards");
      String afterwards =
          then == null
              ? ""
              : then.get("verdict").asString() + " " + joined(then.get("clauses"), "");
      assertEquals(afterwards, row.get("afterwards"));
      List<String> assumed = new ArrayList<>();
      for (JsonNode each : result.get("assumed")) {
        assumed.add(each.get("path").asString() + "=" + each.get("value").asString());
      }
      assertEquals(String.join(";", assumed), row.get("assumed"));
      assertEquals(steps(result), List.of(row.get("action").split(" \\| ", -1)));
    }
  }

  private static String joined(JsonNode array, String field) {
    List<String> values = new ArrayList<>();
    array.forEach(each -> values.add((field.isEmpty() ? each : each.get(field)).asString()));
    return String.join(";", values);
  }

  private static String cautions(JsonNode result) {
    List<String> cautions = new ArrayList<>();
    for (JsonNode each : result.get("cautions")) {
      cautions.add(each.get("code").asString() + ": " + each.get("message").asString());
    }
    return String.join(" | ", cautions);
  }

  /** The next steps as the contract words them, of rules that share no clause. */
  private static List<String> steps(JsonNode result) {
    if (result.has("action")) {
      return List.of(result.get("action").asString());
    }
    List<JsonNode> actions = result.get("actions").valueStream().toList();
    JsonNode last = result.get("rules").get(result.get("rules").size() - 1);
    String usual =
        POLICY.rules().stream()
            .filter(rule -> rule.id().equals(last.asString()))
            .findFirst()
            .orElseThrow()
            .action();
    List<String> steps = new ArrayList<>(List.of(usual));
    for (JsonNode action : actions) {
      if (!action.get("action").asString().equals(usual)) {
        steps.add(condition(action, actions, usual) + ": " + action.get("action").asString());
      }
    }
    return steps;
  }

  private static String condition(JsonNode action, List<JsonNode> actions, String usual) {
    List<String> clauses = new ArrayList<>();
    for (JsonNode clause : action.get("clauses")) {
      boolean shared =
          actions.stream()
              .filter(each -> each.get("action").asString().equals(usual))
              .anyMatch(each -> each.get("clauses").toString().contains(clause.toString()));
      if (shared) {
        return action.get("action").asString().startsWith("Look for")
            ? "if procedure is another procedure"
            : "if indication is another indication";
      }
      clauses.add(clause.asString());
    }
    return "if " + String.join(" or ", clauses) + (clauses.size() == 1 ? " applies" : " apply");
  }

  @Test
  void textSaysWhatJsonSays() {
    String[] blocks = run("text").split("\n-{80}\n", -1);
    assertEquals(REFERRALS, blocks.length);
    for (int i = 0; i < REFERRALS; i++) {
      JsonNode result = results.get(i);
      String text = blocks[i].strip().replaceAll("\\s+", " ");
      assertEquals(result.get("attention").asBoolean(), text.startsWith("ATTENTION "), text);
      String clauses = joined(result.get("clauses"), "id").replace(";", ", ");
      String named = result.get("clauses").size() == 1 ? ", clause " : ", clauses ";
      String headline = result.get("verdict").asString() + named + clauses + ": ";
      assertTrue(text.contains(headline), headline + text);
      for (String step : steps(result)) {
        assertTrue(text.contains(step), step + text);
      }
      for (JsonNode each : result.get("cautions")) {
        assertTrue(text.contains(each.get("message").asString()), text);
        assertTrue(text.contains("[" + each.get("code").asString() + "]"), text);
      }
      for (String name : List.of("missing", "missingForAction")) {
        for (JsonNode each : result.get(name)) {
          assertTrue(text.contains(each.get("question").asString()), text);
        }
      }
      for (JsonNode each : result.get("assumed")) {
        assertTrue(text.contains(" " + each.get("label").asString() + ": "), text);
      }
    }
  }

  @Test
  void theSummaryCountsWhatTheResultsSay() {
    Map<String, Integer> verdicts = new TreeMap<>();
    Map<String, Integer> cautions = new TreeMap<>();
    int attention = 0;
    for (JsonNode result : results) {
      verdicts.merge(result.get("verdict").asString(), 1, Integer::sum);
      attention += result.get("attention").asBoolean() ? 1 : 0;
      result
          .get("cautions")
          .valueStream()
          .map(each -> each.get("code").asString())
          .distinct()
          .forEach(code -> cautions.merge(code, 1, Integer::sum));
    }
    assertEquals(verdicts, counts(summary.get("verdicts")));
    assertEquals(cautions, counts(summary.get("cautions")));
    assertEquals(attention, summary.get("attention").asInt());
    assertTrue(attention > 10 && cautions.size() > 5, summary.toString());
    String text = run("text");
    assertTrue(text.contains("  ! " + attention + " need attention: R-"), text);
    assertTrue(text.contains(" and " + (attention - 20) + " more."), text);
  }

  private static Map<String, Integer> counts(JsonNode object) {
    Map<String, Integer> counts = new TreeMap<>();
    object.forEachEntry((name, count) -> counts.put(name, count.asInt()));
    return counts;
  }

  @Test
  void theExitCodeIsThatOfTheOutcomeAndOfWhatMayNotBe() {
    String[] lines = in.split("\n", -1);
    for (int i = 0; i < 60; i++) {
      JsonNode result = results.get(i);
      int code =
          switch (result.get("outcome").asString()) {
            case "proceed" -> 0;
            case "refuse" -> 1;
            case "redirect" -> 3;
            default -> 4;
          };
      assertEquals(code, code(lines[i]));
      assertEquals(1, code(lines[i], "--fail-on", result.get("verdict").asString()));
      boolean attention = result.get("attention").asBoolean();
      assertEquals(attention ? 1 : code, code(lines[i], "--fail-on", "attention"));
      boolean flagged = result.get("cautions").toString().contains("\"features-stated\"");
      assertEquals(flagged ? 1 : code, code(lines[i], "--fail-on", "features-stated"));
    }
  }

  private static int code(String referral, String... options) {
    List<String> args = new ArrayList<>(List.of("check", "--as-of", "2026-11-22"));
    args.addAll(List.of(options));
    args.add("-");
    return new Cli(folder).in(referral).run(args.toArray(new String[0])).code();
  }

  /** The rows of a CSV by the names of its columns. */
  private static List<Map<String, String>> rows(String csv) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = List.of();
    for (String line : csv.lines().toList()) {
      List<String> cells = new ArrayList<>();
      for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
        boolean quoted = cell.startsWith("\"");
        cells.add(quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell);
      }
      if (header.isEmpty()) {
        header = cells;
        continue;
      }
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }
}
