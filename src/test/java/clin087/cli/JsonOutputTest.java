package clin087.cli;

import static clin087.cli.Cli.BACK_PAIN;
import static clin087.cli.Cli.ELIGIBLE;
import static clin087.cli.Cli.INCOMPLETE;
import static clin087.cli.Cli.INVALID;
import static clin087.cli.Cli.REDIRECTED;
import static clin087.cli.Cli.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.cli.Cli.Ran;
import clin087.text.Characters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON and NDJSON, field by field as scripts rely on them. */
class JsonOutputTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> DECISION =
      List.of(
          "source",
          "index",
          "reference",
          "verdict",
          "outcome",
          "attention",
          "rule",
          "rules",
          "clauses",
          "seeAlso",
          "action",
          "actions",
          "alsoMet",
          "possibleVerdicts",
          "missing",
          "missingForAction",
          "assumed",
          "cautions");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }

  private JsonNode document(String in, String... options) {
    String[] args = new String[options.length + 6];
    System.arraycopy(options, 0, args, 6, options.length);
    System.arraycopy(
        new String[] {"check", "-f", "json", "--as-of", "2026-11-22", "-"}, 0, args, 0, 6);
    Ran ran = cli.in(in).run(args);
    assertEquals("", ran.err());
    assertTrue(ran.out().endsWith("}\n"));
    return JSON.readTree(ran.out());
  }

  @Test
  void aSourceWithoutANameIsAnEmptyText() {
    for (String format : List.of("json", "ndjson")) {
      JsonNode out = JSON.readTree(cli.run("check", "-f", format, "").out());
      JsonNode problem = format.equals("json") ? out.get("results").get(0) : out;
      assertEquals("", problem.get("source").asString());
      assertEquals("unreadable", problem.get("problems").get(0).get("code").asString());
    }
  }

  /** JSON itself wants only those of ASCII escaped, but a terminal obeys others too. */
  @Test
  void controlCharactersAreEscapedAndLoseNothing() {
    String name = "a\u001b[1m\u007f\u009b1m\u00ad\u202e\u2028\ufeff\udb40\udc01é–\ud83d\ude00";
    String in = "{\"reference\":\"A\",\"" + name.replace("\u001b", "\\u001b") + "\":1}";
    for (String format : List.of("json", "ndjson")) {
      for (String option : List.of("--explain", "--ignore-unknown-fields")) {
        cli.write(name + ".ndjson", in);
        String out = cli.run("check", "-f", format, option, name + ".ndjson").out();
        assertEquals(
            List.of(),
            out.codePoints().filter(c -> c != '\n' && Characters.isControl(c)).boxed().toList());
        assertTrue(out.contains("é–\ud83d\ude00"));
        JsonNode result = JSON.readTree(out);
        result = format.equals("json") ? result.get("results").get(0) : result;
        assertEquals(name + ".ndjson", result.get("source").asString());
        assertTrue(result.toString().contains(JSON.writeValueAsString(name).replace("\"", "")));
      }
    }
  }

  private JsonNode only(String in, String... options) {
    JsonNode results = document(in, options).get("results");
    assertEquals(1, results.size());
    return results.get(0);
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void theDocumentSaysWhatCheckedAgainstWhatAndWhen() {
    JsonNode document = document(String.join("\n", ELIGIBLE, INVALID, REFUSED));
    assertEquals(Set.of("tool", "policy", "asOf", "results", "summary"), names(document));
    assertEquals(Set.of("name", "version"), names(document.get("tool")));
    assertEquals("clin087", document.get("tool").get("name").asString());
    assertEquals(
        Set.of("id", "version", "title", "published", "reviewDue", "sha256", "source"),
        names(document.get("policy")));
    assertEquals("CMICB_Clin087", document.get("policy").get("id").asString());
    assertEquals("1", document.get("policy").get("version").asString());
    assertTrue(document.get("policy").get("sha256").asString().matches("[0-9a-f]{64}"));
    assertEquals("2026-11-22", document.get("asOf").asString());
    JsonNode summary = document.get("summary");
    assertEquals(
        List.of(
            "total",
            "proceed",
            "refuse",
            "redirect",
            "incomplete",
            "invalid",
            "attention",
            "verdicts",
            "cautions"),
        List.copyOf(summary.propertyNames()));
    assertEquals("{\"ELIGIBLE\":1,\"NOT_COMMISSIONED\":1}", summary.get("verdicts").toString());
    assertEquals(3, summary.get("total").asInt());
    assertEquals(1, summary.get("invalid").asInt());
  }

  @Test
  void aDecisionHasEveryFieldAndNoOther() {
    JsonNode decision = only(ELIGIBLE.replace("non-specific-mechanical-back-pain", "other"));
    assertEquals(DECISION, List.copyOf(decision.propertyNames()));
    assertEquals("-", decision.get("source").asString());
    assertEquals(0, decision.get("index").asInt());
    assertEquals("E-1", decision.get("reference").asString());
    assertEquals("ELIGIBLE", decision.get("verdict").asString());
    assertEquals("proceed", decision.get("outcome").asString());
    assertEquals("core-urgent", decision.get("rule").asString());
    assertEquals("[\"core-urgent\"]", decision.get("rules").toString());
    assertEquals(decision.get("action"), decision.get("actions").get(0).get("action"));
    assertEquals("[\"3.2(a)\"]", decision.get("actions").get(0).get("clauses").toString());
    assertEquals(
        "[{\"id\":\"3.2(a)\",\"text\":\"Any patient who needs 'urgent' treatment will always be"
            + " treated.\"}]",
        decision.get("clauses").toString());
    assertEquals("[\"3.1\"]", decision.get("seeAlso").toString());
    assertTrue(decision.get("action").asString().endsWith("."));
    assertEquals("[\"ELIGIBLE\"]", decision.get("possibleVerdicts").toString());
    for (String empty : List.of("alsoMet", "missing", "missingForAction", "cautions")) {
      assertEquals("[]", decision.get(empty).toString(), empty);
    }
  }

  @Test
  void whatADecisionCarriesBesides() {
    JsonNode redirected = only(REDIRECTED);
    assertEquals(Set.of("verdict", "clauses", "missing"), names(redirected.get("afterwards")));
    assertEquals("NOT_COMMISSIONED", redirected.get("afterwards").get("verdict").asString());
    assertEquals("[\"1.2\"]", redirected.get("afterwards").get("clauses").toString());
    assertEquals("[]", redirected.get("afterwards").get("missing").toString());
    assertFalse(only(REFUSED).has("afterwards"));
    JsonNode assumed = only(REFUSED, "--assume", "/request/type=treatment").get("assumed");
    for (JsonNode each : assumed) {
      assertEquals(Set.of("path", "label", "value", "by"), names(each));
      boolean option = each.get("path").asString().equals("/request/type");
      assertEquals(option ? "option" : "policy", each.get("by").asString());
    }
    assertEquals(
        List.of(
            "/patient/commissioner",
            "/ifr/status",
            "/request/trialContinuation",
            "/request/type",
            "/request/cosmetic"),
        assumed.valueStream().map(each -> each.get("path").asString()).toList());
    JsonNode also =
        only("{\"reference\":\"A\"," + BACK_PAIN + "\"coreCriteria\":[\"urgent\",\"nice-tag\"]}");
    assertEquals(Set.of("rule", "clause", "action"), names(also.get("alsoMet").get(0)));
    assertEquals("3.2(b)", also.get("alsoMet").get(0).get("clause").asString());
  }

  @Test
  void anIncompleteDecisionNamesNoRuleButAsks() {
    JsonNode decision = only(INCOMPLETE);
    Set<String> expected = new TreeSet<>(DECISION);
    expected.remove("rule");
    assertEquals(expected, names(decision));
    assertEquals("incomplete", decision.get("outcome").asString());
    assertEquals("[]", decision.get("seeAlso").toString());
    assertEquals("[]", decision.get("alsoMet").toString());
    JsonNode missing = decision.get("missing");
    for (JsonNode each : missing) {
      Set<String> fields =
          new TreeSet<>(List.of("path", "label", "question", "clause", "type", "values"));
      if (each.get("type").asString().equals("set")) {
        fields.add("open");
      }
      assertEquals(fields, names(each));
      assertTrue(each.get("question").asString().endsWith("?"));
    }
    assertEquals(
        List.of("2.1", "3.2", "1.1"),
        decision.get("clauses").valueStream().map(each -> each.get("id").asString()).toList());
    assertTrue(strings(decision.get("possibleVerdicts")).contains("ELIGIBLE"));
  }

  @Test
  void aQuestionHasWhatAFormNeedsToAskIt() {
    JsonNode missing = only(INCOMPLETE).get("missing");
    JsonNode procedure = missing.get(0);
    assertEquals(
        List.of("path", "label", "question", "clause", "type", "values"),
        List.copyOf(procedure.propertyNames()));
    assertEquals("choice", procedure.get("type").asString());
    assertEquals(
        "[{\"value\":\"spinal-fusion\",\"label\":\"spinal fusion surgery\"},"
            + "{\"value\":\"other\",\"label\":\"another procedure\"}]",
        procedure.get("values").toString());
    JsonNode seen = missing.get(missing.size() - 1);
    assertEquals("boolean", seen.get("type").asString());
    assertEquals(List.of(true, false), values(seen).stream().map(JsonNode::asBoolean).toList());
    assertTrue(values(seen).get(0).isBoolean());
  }

  private static List<JsonNode> values(JsonNode question) {
    return question.get("values").valueStream().map(each -> each.get("value")).toList();
  }

  @Test
  void theOpenMembersOfASetAreThoseThatMatter() {
    String fusion = "{\"reference\":\"A\",\"request\":{\"procedure\":\"spinal-fusion\"},";
    JsonNode partly =
        only(
            fusion + "\"coreCriteria\":{\"urgent\":false,\"suspected-malignancy\":true}}",
            "--explain");
    assertEquals("URGENT_ASSESSMENT", partly.get("verdict").asString());
    assertEquals(
        "{\"/request/procedure\":\"spinal-fusion\","
            + "\"/coreCriteria\":{\"urgent\":false,\"suspected-malignancy\":true}}",
        partly.get("trace").get(0).get("facts").toString());
    JsonNode open = only(fusion + "\"coreCriteria\":{\"suspected-malignancy\":true}}");
    JsonNode question = open.get("missing").get(0);
    assertEquals("set", question.get("type").asString());
    assertEquals(7, question.get("values").size());
    assertEquals("[\"urgent\"]", question.get("open").toString());
    JsonNode other = only("{\"reference\":\"A\",\"request\":{\"procedure\":\"other\"}}");
    assertEquals("[]", other.get("missing").toString());
    assertEquals(
        "[\"urgent\",\"suspected-malignancy\"]",
        other.get("missingForAction").get(0).get("open").toString());
    assertFalse(other.has("action") || other.has("rule"), other.toString());
    assertEquals(3, other.get("actions").size());
  }

  @Test
  void attentionIsCountedAndNamed() {
    JsonNode document = document(String.join("\n", ELIGIBLE, REFUSED, INVALID, ELIGIBLE));
    assertEquals(2, document.get("summary").get("attention").asInt());
    assertEquals("{\"confirm-urgent\":2}", document.get("summary").get("cautions").toString());
    assertTrue(document.get("results").get(0).get("attention").asBoolean());
    assertFalse(document.get("results").get(1).get("attention").asBoolean());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reference\":\"UBRN 943 476 5919\"}",
        "{\"reference\":\"A\",\"ifr\":{\"reference\":\"IFR/943-476-5919\"}}",
        "{\"reference\":\"A\",\"ifr\":{\"reference\":\"\\u0039434765919\"}}",
      })
  void anNhsNumberIsNoticedWithoutBeingRepeated(String referral) {
    JsonNode decision = only(referral);
    List<JsonNode> found =
        decision
            .get("cautions")
            .valueStream()
            .filter(each -> each.get("code").asString().equals("nhs-number"))
            .toList();
    assertEquals(1, found.size());
    assertFalse(found.get(0).get("message").asString().contains("5919"));
  }

  @Test
  void anNhsNumberInTheNameOfAFileIsNoticed() {
    for (String name : List.of("943-476-5919.json", "folder/letter 9434765919 b.ndjson")) {
      cli.write(name, REFUSED);
      String out = cli.run("check", "-f", "ndjson", name).out();
      assertTrue(out.contains("\"code\":\"nhs-number\""), out);
    }
    cli.write(
        "19434765919.json",
        REFUSED.replace("\"coreCriteria\"", "\"notes\":\"9434765919\",\"coreCriteria\""));
    String out = cli.run("check", "-f", "ndjson", "19434765919.json").out();
    assertFalse(out.contains("nhs-number"), "a longer number, and free text that nobody reads");
  }

  @Test
  void aPolicysOwnControlCharactersAreEscaped() {
    String yaml = Given.resource("small.yaml");
    cli.write("p.yaml", yaml.replace("A small policy", "\"a\\x9bb\\u202ec\\x7fd\""));
    String out = cli.in("{}").run("check", "-p", "p.yaml", "-f", "json", "-").out();
    assertTrue(out.codePoints().noneMatch(c -> c != '\n' && Characters.isControl(c)), out);
    assertEquals(
        "a\u009bb\u202ec\u007fd", JSON.readTree(out).get("policy").get("title").asString());
  }

  @Test
  void aProblemHasItsReferenceWhereItCouldBeRead() {
    JsonNode problem = only(INVALID);
    assertEquals(Set.of("source", "index", "reference", "problems"), names(problem));
    assertEquals("X-1", problem.get("reference").asString());
    JsonNode first = problem.get("problems").get(0);
    assertEquals(Set.of("code", "path", "line", "column", "message"), names(first));
    assertEquals("/dat", first.get("path").asString());
    assertEquals(1, first.get("line").asInt());
    assertEquals(20, first.get("column").asInt());
    assertEquals(Set.of("source", "index", "problems"), names(only("{}")));
    assertEquals(Set.of("source", "index", "problems"), names(only("")));
  }

  @Test
  void explainAddsTheTraceAndTheHashOfTheInput() throws Exception {
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      String referral = REDIRECTED.replace("M-1", "é€😀").replace(",", " ,\n ");
      String array = "\uFEFF [ " + ELIGIBLE + " ,\r\n" + referral + " ] ";
      cli.in(array.getBytes(Charset.forName(charset)));
      Ran ran = cli.run("check", "--explain", "-f", "json", "-");
      JsonNode decision = JSON.readTree(ran.out()).get("results").get(1);
      assertEquals("é€😀", decision.get("reference").asString());
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(referral.getBytes(StandardCharsets.UTF_8));
      assertEquals(HexFormat.of().formatHex(sha256), decision.get("inputSha256").asString());
      JsonNode trace = decision.get("trace");
      assertEquals(20, trace.size());
      for (JsonNode step : trace) {
        assertEquals(Set.of("rule", "clause", "result", "facts"), names(step));
      }
      JsonNode last = trace.get(19);
      assertEquals("true", last.get("result").asString());
      assertTrue(last.get("result").isString());
      assertEquals("{\"/mcas/available\":true,\"/mcas/seen\":false}", last.get("facts").toString());
    }
    JsonNode open = only(INCOMPLETE, "--explain").get("trace").get(0);
    assertEquals("unknown", open.get("result").asString());
    assertTrue(open.get("facts").get("/request/procedure").isNull());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLineOfNdjsonIsTheSameDecisionWithThePolicy(boolean explain) {
    String in =
        String.join("\n", ELIGIBLE, INVALID, REFUSED, "{", INCOMPLETE, REDIRECTED, ELIGIBLE, "[1]");
    String[] options = explain ? new String[] {"--explain"} : new String[0];
    JsonNode document = document(in, options);
    String[] args = {"check", "-f", "ndjson", "--as-of", "2026-11-22", "-", "--explain"};
    Ran ran = cli.in(in).run(explain ? args : java.util.Arrays.copyOf(args, 6));
    List<String> lines = ran.out().lines().toList();
    assertEquals(document.get("results").size(), lines.size());
    JsonNode policy = document.get("policy");
    String label = "CMICB_Clin087@1#" + policy.get("sha256").asString().substring(0, 12);
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode line = (ObjectNode) JSON.readTree(lines.get(i));
      assertEquals(label, line.remove("policy").asString());
      assertEquals(document.get("results").get(i), line);
    }
    assertTrue(ran.out().endsWith("}\n"));
  }

  @Test
  void strangeNamesAreEscaped() {
    cli.write("a \"b\"\té.ndjson", REFUSED.replace("N-1", "\\\"q\\\\/<é€😀>"));
    for (String format : List.of("json", "ndjson")) {
      String out = cli.run("check", "-f", format, "a \"b\"\té.ndjson").out();
      JsonNode tree = JSON.readTree(out);
      JsonNode decision = format.equals("json") ? tree.get("results").get(0) : tree;
      assertEquals("a \"b\"\té.ndjson", decision.get("source").asString());
      assertEquals("\"q\\/<é€😀>", decision.get("reference").asString());
    }
  }
}
