package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.cli.Cli.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mutated referrals through the whole program: whatever comes in, what comes out can be used. */
class FuzzTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<Integer> CODES = Set.of(0, 1, 3, 4, 5);
  private static final String REFERRAL =
      """
      {"$schema":"x","reference":"é-€-😀-1","date":"2025-02-28","notes":"a \\"b\\" \\\\ \\u00e9",\
      "request":{"procedure":"spinal-fusion","type":"diagnostic","cosmetic":false,\
      "trialContinuation":false,"soleFeasibility":true,"approvedBy":"gp"},\
      "indication":{"category":"non-specific-mechanical-back-pain","diagnosis":"M54.5"},\
      "coreCriteria":["urgent","nice-tag"],"mcas":{"available":true,"seen":true,\
      "seenOn":"2025-01-31"},"ifr":{"status":"pending","reference":"IFR/7"}}""";

  /** What is put in by mutations. */
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "null",
          "true",
          "0",
          "-1e9",
          "\"\\ud800\"",
          "\"\\udc00\":1,",
          "\"reference\":\"R\",",
          "\"\u202e\":[],",
          "\"\\u001b[31m\":{},",
          "\r\n",
          "\t",
          " ",
          "\u0000",
          "\uFEFF",
          "\u0085",
          "\u2028",
          "=1+1",
          "\"seen\":false,",
          "[[[[",
          "😀");

  @TempDir Path folder;

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(REFERRAL);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + random.nextInt(30));
      switch (random.nextInt(6)) {
        case 0 -> text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(7))));
        case 1 -> text.delete(at, to);
        case 2 -> text.insert(at, text.substring(at, to));
        case 3 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
        case 4 -> text.insert(at, "[{\"a\":".repeat(random.nextInt(50)));
        default -> {
          String part = text.substring(at, to);
          text.delete(at, to).insert(random.nextInt(text.length() + 1), part);
        }
      }
      if (text.length() == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  /** The bytes, some of them no UTF-8 any more. */
  private static byte[] bytes(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private List<JsonNode> check(byte[] in, String... options) {
    List<String> args =
        new ArrayList<>(
            List.of("check", "--as-of", "2026-01-01", "-f", "json=out.json", "-f", "csv=out.csv"));
    args.addAll(List.of("-f", "ndjson=out.ndjson", "-f", "text"));
    args.addAll(List.of(options));
    args.add("-");
    Cli cli = new Cli(folder).in(in);
    Ran ran = cli.run(args.toArray(new String[0]));
    String input = new String(in, StandardCharsets.ISO_8859_1);
    assertTrue(CODES.contains(ran.code()), () -> ran.err() + "\n" + input);
    assertEquals("", ran.err(), input);
    List<JsonNode> results =
        JSON.readTree(cli.read("out.json")).get("results").valueStream().toList();
    List<JsonNode> lines = cli.read("out.ndjson").lines().map(JSON::readTree).toList();
    assertEquals(results.size(), lines.size(), input);
    assertTrue(cli.read("out.csv").lines().count() > results.size(), input);
    ran.out()
        .chars()
        .forEach(
            c ->
                assertTrue(
                    c == '\n' || (c >= ' ' && c < 0x7F) || c > 0x9F,
                    () -> "control character " + c + " for " + input));
    return results;
  }

  @Test
  void oneReferralOrAnArrayOfThem() {
    Random random = new Random(4_857_773_456L);
    for (int i = 0; i < 40; i++) {
      byte[] one = bytes(mutated(random), random);
      check(one);
      StringBuilder array = new StringBuilder("[").append(REFERRAL);
      for (int j = random.nextInt(12); j >= 0; j--) {
        array.append(random.nextInt(30) == 0 ? " " : ",\n").append(mutated(random));
      }
      List<JsonNode> results = check(bytes(array.append(']').toString(), random), "--explain");
      assertTrue(!results.isEmpty() && results.size() < 100, array::toString);
    }
  }

  @Test
  void everyLineThatIsNotBlankHasAResultWhateverIsAroundIt() {
    Random random = new Random(943_476_5919L);
    for (int i = 0; i < 12; i++) {
      List<String> lines = new ArrayList<>(List.of("{}"));
      for (int j = 0; j < 100; j++) {
        lines.add(random.nextInt(10) == 0 ? " \t" : mutated(random));
      }
      byte[] all = bytes(String.join("\n", lines), random);
      List<byte[]> expected = notBlank(all);
      String[] jobs = {"--ignore-unknown-fields", "-j", random.nextBoolean() ? "1" : "3"};
      List<JsonNode> results = check(all, jobs);
      assertEquals(expected.size(), results.size());
      for (int j = 0; j < expected.size(); j++) {
        assertEquals(j, results.get(j).get("index").asInt());
      }
      // nothing but its own text decides what is said of a referral
      int one = random.nextInt(expected.size());
      byte[] alone = concat("{}\n".getBytes(StandardCharsets.UTF_8), expected.get(one));
      assertEquals(saidOf(results.get(one)), saidOf(check(alone, jobs).get(1)));
    }
  }

  private static String saidOf(JsonNode result) {
    return result
        .toString()
        .replaceFirst("\"index\":\\d+", "")
        .replaceAll("\"line\":\\d+,\"column\":\\d+", "");
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static List<byte[]> notBlank(byte[] text) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '\n') {
        byte[] line = Arrays.copyOfRange(text, start, i);
        boolean blank = true;
        for (byte b : line) {
          blank &= b == ' ' || b == '\t' || b == '\r';
        }
        if (!blank) {
          lines.add(line);
        }
        start = i + 1;
      }
    }
    return lines;
  }

  @Test
  void noiseIsOnlyEverInvalid() {
    Random random = new Random(1);
    for (int i = 0; i < 30; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      for (JsonNode result : check(noise)) {
        assertTrue(result.has("problems"), result::toString);
      }
    }
  }
}
