package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.TextDifference;
import clin087.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code policy diff} on revisions that somebody might make of the built-in policy. */
class DiffTest {
  private static final Path POLICY = Path.of("policies/CMICB_Clin087.yaml").toAbsolutePath();
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;
  private Cli cli;
  private String old = "";

  @BeforeEach
  void start() throws IOException {
    cli = new Cli(folder);
    old = Files.readString(POLICY);
    cli.write("old.yaml", old);
  }

  /** What somebody might change. */
  enum Change {
    NEW_CLAUSE {
      @Override
      String in(String policy) {
        String rule =
            """
              - rule: no-mcas
                clause: 3.3
                when:
                  all:
                    - not mcas.available
                    - request.type is treatment
                verdict: ELIGIBLE
                action: Refer to a consultant, since there is no MCAS service.

              - rule: mcas-first
            """;
        String clause =
            """
                  - clause: 3.3
                    text: Where no MCAS service is in place the patient is eligible.
                    encodedBy: [no-mcas]

              - section: 4
            """;
        String twice = replace(policy, "  - rule: mcas-first\n", rule);
        return replace(replace(twice, "  - section: 4\n", clause), "version: 1\n", "version: 2\n");
      }
    },
    DEFAULT {
      @Override
      String in(String policy) {
        return replace(policy, "    default: none\n    defaultUnless: [ifr.reference]\n", "");
      }
    },
    ORDER {
      @Override
      String in(String policy) {
        int first = policy.indexOf("  - rule: mcas-first");
        int second = policy.indexOf("  - rule: opinion-only");
        int end = policy.indexOf("  - rule: ifr-pending\n");
        return policy.substring(0, first)
            + policy.substring(second, end)
            + policy.substring(first, second)
            + policy.substring(end);
      }
    },
    WORDS {
      @Override
      String in(String policy) {
        return replace(policy, "needs to be seen in a", "should be seen within six weeks in a");
      }
    },
    RENAMED_VALUE {
      @Override
      String in(String policy) {
        return policy.replace("ifr-panel", "panel");
      }
    },
    REMOVED_FACT {
      @Override
      String in(String policy) {
        int fact = policy.indexOf("  - path: /mcas/available");
        int next = policy.indexOf("  - path: /mcas/seen\n");
        String without = policy.substring(0, fact) + policy.substring(next);
        return replace(without, "        - mcas.available\n", "");
      }
    },
    OTHER_CLAUSE {
      @Override
      String in(String policy) {
        String cites = "rule: opinion-only\n    clause: 6.5(";
        String moved = replace(policy, cites + "b)", cites + "a)");
        String named = replace(moved, "diagnostic-other, ", "diagnostic-other, opinion-only, ");
        return replace(named, "encodedBy: [opinion-only]", "informative: part of 6.5(a)");
      }
    };

    abstract String in(String policy);

    private static String replace(String policy, String words, String others) {
      assertTrue(policy.contains(words), words);
      int at = policy.indexOf(words);
      return policy.substring(0, at) + others + policy.substring(at + words.length());
    }

    String file() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private Ran diff(String... args) {
    String[] all = new String[args.length + 4];
    all[0] = "policy";
    all[1] = "diff";
    all[2] = "--as-of";
    all[3] = "2026-11-22";
    System.arraycopy(args, 0, all, 4, args.length);
    return cli.run(all);
  }

  /** Without the hashes, which change with every word of the policy. */
  private static String shown(Ran ran) {
    assertEquals("", ran.err());
    return ran.out().replaceAll("\\b[0-9a-f]{64}\\b|\\b(?=[0-9a-f]*[0-9])[0-9a-f]{12}\\b", "HASH");
  }

  private static void golden(String name, String actual) throws IOException {
    Path file = Path.of("src/test/resources/clin087/diff", name);
    if (Boolean.getBoolean("update.golden")) {
      Files.writeString(file, actual);
    }
    TextDifference.assertSame(name, Files.readString(file), actual);
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void sayWhatARevisionChanges(Change change) throws IOException {
    cli.write("new.yaml", change.in(old));
    Ran text = diff("new.yaml");
    assertEquals(1, text.code());
    golden(change.file() + ".txt", shown(text));
    Ran json = diff("old.yaml", "new.yaml", "--format", "json");
    assertEquals(1, json.code());
    golden(change.file() + ".json", shown(json));
    text.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void theExamplesGetTheTwoVerdicts(Change change) {
    cli.write("new.yaml", change.in(old));
    JsonNode verdicts =
        JSON.readTree(diff("new.yaml", "-f", "json", "--examples", "examples").out())
            .get("verdicts");
    int number = 1;
    for (String part :
        new String[] {
          "both", "sameVerdict", "onlyNew", "onlyOld", "partial", "partialSameVerdict"
        }) {
      JsonNode groups = verdicts.get(part);
      for (JsonNode group : groups.isArray() ? groups : groups.get("groups")) {
        String file = "examples/DIFF-" + number++ + ".json";
        assertEquals(group.get("example"), JSON.readTree(cli.read(file)));
        for (String side : new String[] {"old", "new"}) {
          Ran check =
              cli.run(
                  "check", "-p", side + ".yaml", "--ignore-unknown-fields", "-f", "ndjson", file);
          JsonNode decision = JSON.readTree(check.out());
          boolean leftOut = part.equals(side.equals("old") ? "onlyNew" : "onlyOld");
          String verdict = group.get(side).get("verdict").asString();
          if (!leftOut) {
            assertEquals(verdict, decision.get("verdict").asString(), file + " " + side);
            JsonNode cited = group.get(side).get("clauses");
            if (!verdict.equals("INFORMATION_NEEDED") && !cited.isEmpty()) {
              decision
                  .get("clauses")
                  .forEach(c -> assertTrue(cited.toString().contains(c.get("id").asString())));
            }
          }
        }
      }
    }
    assertFalse(Files.exists(folder.resolve("examples/DIFF-" + number + ".json")));
  }

  @Test
  void aReferralThatOnlyOnePolicyReadsIsNotTheSame() {
    cli.write("new.yaml", Change.RENAMED_VALUE.in(old));
    JsonNode verdicts = JSON.readTree(diff("new.yaml", "-f", "json").out()).get("verdicts");
    assertFalse(verdicts.get("proved").asBoolean());
    assertTrue(verdicts.get("complete").asBoolean());
    assertTrue(verdicts.get("both").get("groups").isEmpty());
    assertTrue(verdicts.get("onlyNew").toString().contains("\"values\":[\"panel\"]"));
    assertTrue(verdicts.get("onlyOld").toString().contains("\"values\":[\"ifr-panel\"]"));
    cli.write("words.yaml", Change.WORDS.in(old));
    verdicts = JSON.readTree(diff("words.yaml", "-f", "json").out()).get("verdicts");
    assertTrue(verdicts.get("proved").asBoolean());
  }

  /** What a board reads fits on a page, and tells every group, in IN SHORT or in THE GROUPS. */
  @ParameterizedTest
  @CsvSource({"bmi >= 35.5, bmi >= 40.0, 31", "atLeast: 3, atLeast: 2, 36"})
  void aNumberOfOneCriterionIsToldOnAPage(String number, String other, int groups) {
    String text = kneeDiff(number, other);
    assertTrue(text.contains(": " + groups + " groups of referrals"), text);
    assertTrue(text.lines().count() < 60, text);
    assertEquals(IntStream.rangeClosed(1, groups).boxed().toList(), List.copyOf(told(text)), text);
  }

  @Test
  void aLongListShowsItsFirstGroupsAndCountsTheRest() {
    String text = kneeDiff("age < 18", "age < 16").split("\nTHE SAME VERDICT", -1)[0];
    int more = 0;
    Matcher left = Pattern.compile("and (\\d+) more; --partial lists all").matcher(text);
    while (left.find()) {
      more += Integer.parseInt(left.group(1));
    }
    assertTrue(more > 0, text);
    assertEquals(56, told(text).size() + more, text);
    assertEquals(
        IntStream.rangeClosed(1, 56).boxed().toList(),
        List.copyOf(
            told(
                kneeDiff("age < 18", "age < 16", "--partial").split("\nTHE SAME VERDICT", -1)[0])));
  }

  /** What is said of a revision of the invented suite's policy. */
  private String kneeDiff(String words, String others, String... options) {
    String knee = Given.resource("suite/EXAMPLE_Knee02.yaml");
    cli.write("core.yaml", Given.resource("suite/core.yaml"));
    cli.write("knee.yaml", knee);
    cli.write("new.yaml", Change.replace(knee, words, others));
    List<String> args = new ArrayList<>(List.of("knee.yaml", "new.yaml"));
    args.addAll(List.of(options));
    return diff(args.toArray(new String[0])).out();
  }

  /** The numbers of the groups that a text tells, such as {@code 4 to 9.} */
  private static SortedSet<Integer> told(String text) {
    SortedSet<Integer> told = new TreeSet<>();
    Matcher numbers = Pattern.compile("(?m)^    (\\d+)(?: to (\\d+))?\\. ").matcher(text);
    while (numbers.find()) {
      int first = Integer.parseInt(numbers.group(1));
      int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
      IntStream.rangeClosed(first, last).forEach(told::add);
    }
    return told;
  }

  @Test
  void whatLeavesFactsOutIsListedOnRequest() {
    cli.write("new.yaml", Change.ORDER.in(old));
    String heading = "REFERRALS THAT LEAVE OUT SOMETHING THAT MATTERS";
    Ran brief = diff("new.yaml");
    assertTrue(brief.out().contains("--partial lists them"), brief.out());
    assertFalse(brief.out().contains(heading), brief.out());
    assertTrue(diff("new.yaml", "--partial").out().contains(heading));
  }

  @Test
  void aChangeOfTheActionAloneIsReported() {
    String action = "action: Refer to MCAS first";
    assertTrue(old.contains("rule: mcas-first"));
    int at = old.indexOf("action:", old.indexOf("rule: mcas-first"));
    cli.write("new.yaml", old.substring(0, at) + "action: Ask MCAS. #" + old.substring(at + 7));
    Ran ran = diff("new.yaml");
    assertTrue(ran.out().startsWith("SAME VERDICTS: "), ran.out() + action);
    assertTrue(ran.out().contains("MCAS_FIRST (1.1), another action"), ran.out());
  }

  /** The changes of verdict that a pipeline lets pass. */
  @ParameterizedTest
  @CsvSource({
    "--no-new refuse, 0",
    "'--no-new refuse,redirect', 1",
    "'--no-new redirect --allow MCAS_FIRST:OPINION_ONLY', 1",
    "--no-new proceed, 0",
    "--allow MCAS_FIRST:OPINION_ONLY, 1",
    "--no-new never, 2",
    "--allow MCAS_FIRST, 2",
    "--allow MCAS_FIRST:NOTHING, 2",
    "--budget 0, 2",
    "--budget soon, 2"
  })
  void aPipelineIsStoppedOnlyByWhatItForbids(String options, int code) {
    cli.write("new.yaml", Change.ORDER.in(old));
    String[] args = ("new.yaml " + options).split(" ", -1);
    Ran ran = diff(args);
    assertEquals(code, ran.code(), ran.out() + ran.err());
  }

  @Test
  void nothingChangesInACopy() {
    Ran text = diff("old.yaml");
    assertEquals(0, text.code());
    assertTrue(text.out().startsWith("NOTHING CHANGES: "), text.out());
    Ran json = diff("old.yaml", "old.yaml", "-f", "json");
    assertEquals(0, json.code());
    assertFalse(JSON.readTree(json.out()).get("changed").asBoolean());
  }

  @Test
  void theExamplesKeepToTheShorterOfTwoLengths() {
    String about = "Individual Funding Request\n    maxLength: ";
    cli.write("new.yaml", Change.DEFAULT.in(Change.replace(old, about + 64, about + 5)));
    Ran ran = diff("new.yaml", "--examples", "examples");
    assertEquals(1, ran.code(), ran.err());
    for (String policy : List.of("old.yaml", "new.yaml")) {
      assertNotEquals(5, cli.run("check", "-p", policy, "examples").code(), policy);
    }
  }

  @Test
  void referralsAreListedByNameOnly() {
    cli.write("new.yaml", Change.NEW_CLAUSE.in(old));
    String refused = Cli.REFUSED.replace("{\"ref", "{\"notes\":\"SECRET\",\"ref");
    String lines = refused + "\n" + Cli.ELIGIBLE + "\n" + Cli.INVALID + "\n\n" + refused + "\n";
    cli.write("in/list.ndjson", lines);
    cli.write("in/none.json", "");
    Ran text = diff("new.yaml", "--referrals", "in", "--referrals", "missing.json");
    assertEquals(5, text.code());
    String expected =
        """
        THE REFERRALS
          in/list.ndjson, index 0, N-1
            NOT_COMMISSIONED -> ELIGIBLE
          in/list.ndjson, index 2, X-1: invalid
            1:1: unknown-field /dat
          in/list.ndjson, index 3, N-1
            NOT_COMMISSIONED -> ELIGIBLE
          in/none.json, index 0: invalid
            1:1: empty
          missing.json, index 0: invalid
            1:1: unreadable

          2 of 6 referrals are decided differently; 3 are invalid
            NOT_COMMISSIONED -> ELIGIBLE: 2
        """;
    assertTrue(text.out().endsWith(expected), text.out());
    assertFalse(text.out().contains("SECRET"));
    Ran json =
        cli.in(lines)
            .run("policy", "diff", "new.yaml", "--referrals", "-", "-f", "json", "-o", "out.json");
    assertEquals(5, json.code());
    JsonNode referrals = JSON.readTree(cli.read("out.json")).get("referrals");
    assertEquals(4, referrals.get("total").asInt());
    assertEquals(2, referrals.get("changed").asInt());
    assertEquals(1, referrals.get("invalid").asInt());
    assertEquals(
        "{\"source\":\"-\",\"index\":0,\"reference\":\"N-1\",\"old\":\"NOT_COMMISSIONED\",\"new\":\"ELIGIBLE\"}",
        referrals.get("results").get(0).toString());
  }

  @Test
  void aReferralWithTheSameVerdictIsListedIfItsAttentionOrNextStepChanges() {
    cli.write("new.yaml", old.replaceAll("attention: true", "attention: false"));
    cli.write("a.json", "{\"reference\": \"A-1\", \"coreCriteria\": {\"urgent\": true}}");
    Ran text = diff("new.yaml", "--referrals", "a.json");
    assertEquals(1, text.code());
    String expected =
        """
          a.json, index 0, A-1
            INFORMATION_NEEDED stays; different: attention

          0 of 1 referral is decided differently; 1 gets the same verdict in another way
        """;
    assertTrue(text.out().endsWith(expected), text.out());
    JsonNode json =
        JSON.readTree(diff("new.yaml", "--referrals", "a.json", "-f", "json").out())
            .get("referrals");
    assertEquals(1, json.get("otherwise").asInt());
    assertEquals("[\"attention\"]", json.get("results").get(0).get("otherwise").toString());
  }

  @Test
  void aFactOfOnePolicyIsNoProblemForTheOther() {
    cli.write("new.yaml", Change.REMOVED_FACT.in(old));
    cli.write("a.json", Cli.REDIRECTED);
    Ran text = diff("new.yaml", "--referrals", "a.json");
    assertEquals(1, text.code());
    assertTrue(text.out().endsWith("  0 of 1 referral is decided differently\n"), text.out());
  }

  @Test
  void colourMarksTheChangedWordsToo() {
    cli.write("new.yaml", Change.WORDS.in(old));
    cli.color(true);
    Ran text = diff("new.yaml");
    assertTrue(text.out().contains("\u001b[31m[-needs"), text.out());
    assertTrue(text.out().contains("\u001b[32m{+should"), text.out());
    Ran plain = new Cli(folder).run("policy", "diff", "new.yaml", "--as-of", "2026-11-22");
    assertEquals(plain.out(), text.out().replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b c", "new.yaml -f csv", "new.yaml --as-of never"})
  void aWrongCommandLineIsSaidToBe(String args) {
    assertEquals(2, cli.run(("policy diff " + args).strip().split(" ", -1)).code());
  }

  @Test
  void anInvalidPolicyHasItsOwnCode() {
    cli.write("bad.yaml", old.replace("when: otherwise", "when: maybe"));
    assertEquals(6, diff("bad.yaml").code());
    assertEquals(6, diff("bad.yaml", "old.yaml").code());
    assertEquals(6, diff("missing.yaml").code());
  }
}
