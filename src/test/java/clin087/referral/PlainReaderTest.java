package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.text.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader reads what the parser reads, or leaves it to the parser. */
class PlainReaderTest {
  private static final String REFERRAL =
      """
      {"$schema": "x", "reference": "A-1", "date": "2025-02-28", "notes": "a \\"b\\"\\n £5",
       "request": {"procedure": "spinal-fusion", "type": "diagnostic", "cosmetic": false,
                   "trialContinuation": true, "soleFeasibility": null, "approvedBy": "gp"},
       "coreCriteria": ["urgent", "nice-tag" ],
       "indication": {"category": "non-specific-mechanical-back-pain", "diagnosis": "",
                      "features": {"tumour": false, "infection": true, "fracture": null}}, "mcas":{"available":true,"seenOn":"2024-02-29"},
       "ifr": {}}
      """
          .strip();

  private static final String EVERY_FEATURE =
      """
      {"reference": "A-1", "age": 50, "bmi": 25.5, "score": 0, "treated": true, "treatedOn": "2025-02-01", "side": "both",
       "symptoms": {"list": ["pain"], "since": "2025-01-31"}}
      """
          .strip();

  /** What mutations put in. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\n",
          "\\u0041",
          "null",
          "true",
          "false",
          "0",
          "-1",
          "05",
          "1.",
          ".5",
          "1e3",
          "2.50",
          "é",
          "\u007f",
          "\u0000",
          "\uFEFF",
          "\n",
          "\t",
          " ",
          "\f",
          "\"reference\":\"B\",",
          "\"seen\":false,",
          "\"seen\":true,",
          "\"mcas\":{},",
          "\"date\":\"2023-02-29\",",
          "\"\":1,",
          "\"age\":7,",
          "nul",
          "{}",
          "{\"urgent\":true}",
          "\"leg-pain\":false,",
          "\"tumour\":true,",
          "2030-01-01",
          "[]",
          "\"\"");

  private final Both builtIn = new Both(Given.POLICY);
  private final Both everyFeature = new Both(Given.everyFeature());

  /** Both readers of one policy. */
  private static final class Both {
    final PlainReader plain;
    final SpanReader parser;
    final Policy policy;
    int plainOnes;

    Both(Policy policy) {
      ReferralFormat format = new ReferralFormat(policy, Given.AS_OF);
      this.policy = policy;
      this.plain = new PlainReader(format);
      this.parser = new SpanReader(format, false);
    }

    /** Reads a text between two others, which must not matter. */
    @Nullable Referral read(byte[] before, byte[] text, byte[] after) {
      byte[] bytes = new byte[before.length + text.length + after.length];
      System.arraycopy(before, 0, bytes, 0, before.length);
      System.arraycopy(text, 0, bytes, before.length, text.length);
      System.arraycopy(after, 0, bytes, before.length + text.length, after.length);
      Span span = new Span(before.length, before.length + text.length, 1, 1, null);
      Referral read = plain.read(bytes, span.start(), span.end());
      if (read == null || !(plain.isAscii() || Utf8.isValid(bytes, span.start(), span.end()))) {
        return null;
      }
      plainOnes++;
      ReferralReading parsed = parser.read(bytes, span);
      String where = new String(text, StandardCharsets.UTF_8);
      assertEquals(List.of(), parsed.problems(), where);
      Referral expected = parsed.referral();
      assertNotNull(expected, where);
      assertEquals(expected.reference(), read.reference(), where);
      assertArrayEquals(expected.stated(), read.stated(), where);
      assertEquals(expected.unknownFields(), read.unknownFields(), where);
      return read;
    }

    @Nullable Referral read(String text) {
      return read(new byte[0], utf8(text), new byte[0]);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> found = Files.list(Path.of("examples/referrals"))) {
      return found.filter(path -> path.toString().endsWith(".json")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsPlain(Path example) throws IOException {
    assertNotNull(builtIn.read(Files.readString(example).strip()));
  }

  @Test
  void everyKindOfFactIsRead() {
    assertNotNull(builtIn.read(REFERRAL));
    Referral referral = everyFeature.read(EVERY_FEATURE);
    assertNotNull(referral);
    for (Fact fact : everyFeature.policy.facts()) {
      assertTrue(referral.stated(fact) != Fact.UNSTATED, fact.path());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'reference': 'A'} ",
        "{'reference': 'A'",
        "{'reference': 'A',}",
        "{'reference': ''}",
        "{'reference': 'A\u007f'}",
        "{'reference': '  '}",
        "{'reference': 'A', 'coreCriteria': {}}",
        "{'reference': 'A', 'coreCriteria': {'urgent': null}}",
        "{'reference': 'A', 'coreCriteria': {'urgent': 1}}",
        "{'reference': 'A', 'coreCriteria': {'urgent': true, 'urgent': true}}",
        "{'reference': 'A', 'coreCriteria': {'other': true}}",
        "{'reference': 'A', 'date': '2026-11-23'}",
        "{'reference': 'é'}",
        "{'reference': 'A\\n'}",
        "{'reference': null}",
        "{'reference': 'A', 'reference': 'A'}",
        "{'reference': 'A', 'unknown': 1}",
        "{'referenc\\u0065': 'A'}",
        "{}",
        "[]",
        "'A'",
        "{'reference': 'A', 'date': '2023-02-29'}",
        "{'reference': 'A', 'notes': '\\u0041'}",
        "{'reference': 'A', 'notes': '\\x'}",
        "{'reference': 'A', 'notes': '\t'}",
        "{'reference': 'A', 'mcas': []}",
        "{'reference': 'A', 'mcas': {'seen': 'true'}}",
        "{'reference': 'A', 'mcas': {'seen': false, 'seenOn': '2025-01-01'}}",
        "{'reference': 'A', 'coreCriteria': ['urgent', 'urgent']}",
        "{'reference': 'A', 'coreCriteria': ['urgent',]}",
        "{'reference': 'A', 'coreCriteria': [null]}",
        "{'reference': 'A', 'request': {'type': 'Treatment'}}"
      })
  void whatIsNotPlainIsLeftToTheParser(String json) {
    assertNull(builtIn.read(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"05", "-5", "5.0", "5e0", "131", "+5", "0x5", "5 0", "''", "00"})
  void numbersThatNeedALookAreLeftToTheParser(String number) {
    String json = "{'reference': 'A', 'age': " + number + "}";
    assertNull(everyFeature.read(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25.", ".5", "025.5", "25.55", "25.5.5", "25.5e0", "9.9"})
  void decimalsThatNeedALookAreLeftToTheParser(String number) {
    assertNull(everyFeature.read("{\"reference\": \"A\", \"bmi\": " + number + "}"));
  }

  @Test
  void aReferenceHasAtMostItsLength() {
    assertNotNull(builtIn.read("{\"reference\":\"" + "x".repeat(64) + "\"}"));
    assertNull(builtIn.read("{\"reference\":\"" + "x".repeat(65) + "\"}"));
  }

  @Test
  void wordsThatJsonWritesInSeveralWaysAreLeftToTheParser() {
    WordTable words = new WordTable(List.of("a\"", "b\\", "é", "c"));
    assertEquals(-1, words.find(utf8("a\"\""), 0, 3, 0));
    assertEquals(-1, words.find(utf8("b\\\""), 0, 3, 0));
    assertEquals(-1, words.find(utf8("é\""), 0, 3, 0));
    assertEquals(-1, words.find(utf8("\""), 0, 1, 0));
    assertEquals(3, words.find(utf8("c\""), 0, 2, 4));
    assertEquals(-1, words.find(utf8("c\""), 0, 1, 0));
  }

  @Test
  void whateverIsMutatedIsReadTheSameOrLeftToTheParser() {
    Random random = new Random(20_261_125);
    for (int i = 0; i < 300_000; i++) {
      Both both = i % 2 == 0 ? builtIn : everyFeature;
      byte[] text = mutated(i % 2 == 0 ? REFERRAL : EVERY_FEATURE, random);
      both.read(piece(random), text, piece(random));
    }
    // else this would test nothing
    assertTrue(builtIn.plainOnes > 30_000, () -> "plain: " + builtIn.plainOnes);
    assertTrue(everyFeature.plainOnes > 30_000, () -> "plain: " + everyFeature.plainOnes);
  }

  private static byte[] piece(Random random) {
    return utf8(PIECES.get(random.nextInt(PIECES.size())));
  }

  private static byte[] mutated(String referral, Random random) {
    StringBuilder text = new StringBuilder(referral);
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + random.nextInt(20));
      switch (random.nextInt(7)) {
        case 0 -> text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(8))));
        case 1 -> text.delete(at, to);
        case 2 -> text.insert(at, text.substring(at, to));
        case 3 -> {
          String part = text.substring(at, to);
          text.delete(at, to).insert(random.nextInt(text.length() + 1), part);
        }
        case 4 -> member(text, random);
        default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
      text.append(text.length() == 0 ? "{" : "");
    }
    byte[] bytes = utf8(text.toString());
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** Takes something between two commas out, or puts it elsewhere: often a whole member. */
  private static void member(StringBuilder text, Random random) {
    int from = text.indexOf(",", random.nextInt(text.length()));
    int to = text.indexOf(",", from + 1);
    if (from >= 0 && to > from) {
      String member = text.substring(from, to);
      text.delete(from, to);
      int other = text.indexOf(",", random.nextInt(text.length()));
      text.insert(Math.max(0, other), random.nextBoolean() || other < 0 ? "" : member);
    }
  }
}
