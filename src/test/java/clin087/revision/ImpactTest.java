package clin087.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.LargePolicy;
import clin087.decision.RandomPolicies;
import clin087.policy.Policy;
import clin087.report.ReferralJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The impact of random revisions, compared with what both policies decide for every single
 * referral.
 */
class ImpactTest {
  private static final int REVISIONS = 20;

  /** How many times as much the long form of the search tries. */
  private static final int LONG = 4;

  private static final String TINY =
      """
      policy: {id: T, title: t, publisher: p, version: "1", published: "2024-01", reviewDue: "2029-01", source: s}
      sections:
        - {section: "1", title: All, clauses: [%s]}
      verdicts:
        - {verdict: "YES", outcome: proceed, label: Go on}
        - {verdict: "NO", outcome: refuse, label: Stop}
        - {verdict: OTHER, outcome: redirect, label: Go elsewhere}
        - {verdict: ASK, outcome: incomplete, label: Ask, action: Ask.}
      facts:
        - {path: /reference, type: text, about: it, required: true}
        - {path: /x, type: boolean, label: fact x, question: Is it x?, clause: z}
        - {path: /y, type: boolean, label: fact y, question: Is it y?, clause: z}
        - {path: /f, type: %s, label: fact f, question: Which f?, clause: z}
      rules:
      """;

  private final ImpactCheck check = new ImpactCheck();

  @Test
  void everyReferralIsWhereItIsSaidToBe() {
    search(1);
  }

  @Test
  @Tag("long")
  void everyReferralOfManyMoreRevisionsIsWhereItIsSaidToBe() {
    search(LONG);
  }

  private void search(int times) {
    int same = 0;
    for (int seed = 0; seed < times * REVISIONS; seed++) {
      same += isTheSame(seed) ? 1 : 0;
    }
    assertTrue(same >= times, "the same: " + same);
    assertTrue(check.different > times * 300, check.different + " of " + check.compared);
    assertTrue(check.byReason > times * 30, check.byReason + " of " + check.compared);
    assertTrue(check.onlyNew > times * 30, "only the new one reads: " + check.onlyNew);
    assertTrue(check.onlyOld > times * 30, "only the old one reads: " + check.onlyOld);
  }

  /** Whether a random revision changes nothing; holds what is said of it to every referral. */
  private boolean isTheSame(int seed) {
    String before = RandomPolicies.yaml(seed);
    boolean other = seed % 5 == 0;
    String after = other ? RandomPolicies.yaml(seed + 1) : new RandomRevision(seed).of(before);
    return check.compare("seed " + seed, before, after);
  }

  /** Limits, assumptions or what facts state are different, and matter where a fact is left out. */
  @ParameterizedTest
  @ValueSource(ints = {95, 100, 230, 360, 391, 446, 449, 1730, 3395, 12183})
  void whatIsLeftOutIsWhereItIsSaidToBe(int seed) {
    assertFalse(isTheSame(seed));
  }

  /**
   * A value that one policy alone can read, and that its rules tell apart, is one more that a fact
   * may have where it is left out: no group of complete referrals may speak for such a referral.
   *
   * @param oldFact as {@link #tiny} reads it, like the rules
   */
  @ParameterizedTest
  @CsvSource({
    // the new policy decides alike, by a clause more
    "'integer, max: 9', 'integer, max: 19', 'a NO x', 'b OTHER f >= 12, a OTHER x'",
    "'integer, max: 2', 'integer, min: -2, max: 17', 'a NO x', 'b OTHER f >= 3, a OTHER x'",
    "'integer, max: 19', 'integer, max: 9', 'b NO f >= 12, a NO x', 'a OTHER x'",
    "'integer, max: 9', 'decimal, max: 9, decimals: 1', 'b NO f >= 3, a NO x', 'b OTHER f = 2.5, a OTHER x'",
    "'choice, values: {p: P}', 'choice, values: {p: P, q: Q}', 'a NO x', 'b OTHER f is q, a OTHER x'",
    "'set, values: {p: P}', 'set, values: {p: P, q: Q}', 'a NO x', 'b OTHER f has q, a OTHER x'",
    // or cannot tell
    "'integer, max: 9', 'integer, max: 19', 'a NO x', 'b NO f >= 12, a OTHER x'",
    "'integer, max: 19', 'integer, max: 9', 'b OTHER f >= 12, a NO x', 'a OTHER x'",
    "'choice, values: {p: P}', 'choice, values: {p: P, q: Q}', 'a NO x', 'b NO f is q, a OTHER x'",
    "'choice, values: {p: P, q: Q}', 'choice, values: {p: P}', 'b OTHER f is q, a NO x', 'a OTHER x'",
    "'set, values: {p: P}', 'set, values: {p: P, q: Q}', 'a NO x', 'b NO f has q, a OTHER x'",
    "'set, values: {p: P, q: Q}', 'set, values: {p: P}', 'b OTHER f has q, a NO x', 'a OTHER x'",
    // the value is asked for after what was changed, or beside another change
    "'integer, max: 9', 'integer, max: 19', 'a NO x', 'a OTHER x, b NO f >= 12'",
    "'choice, values: {p: P}', 'choice, values: {p: P, q: Q}', 'a NO x', 'c OTHER y, b NO f is q, a OTHER x'",
    "'choice, values: {p: P, q: Q}', 'choice, values: {p: P, s: S}', 'b NO f is q, a NO x', 'c NO y, b NO f is s, a OTHER x'",
    // the fact is assumed where it is left out
    "'integer, max: 9, default: 5', 'integer, max: 19, default: 15', 'a NO x', 'b NO f >= 12, a OTHER x'",
    "'integer, max: 9, default: 5', 'integer, max: 19, default: 5', 'a NO x', 'b NO f >= 12, a OTHER x'",
    // the old policy assumes a number with more decimals than the new one reads
    "'decimal, max: 9, decimals: 1, default: 1.7', 'integer, max: 9, default: 3', 'b OTHER f = 1.5, a NO x', 'c NO f = 0, a OTHER x'",
    "'decimal, max: 9, decimals: 1, default: 2.7', 'integer, max: 9, default: 3', 'b OTHER f = 1.5, a NO x', 'c NO f = 0, a OTHER x'",
    "'decimal, max: 9, decimals: 1, default: 1.5', 'integer, max: 9, default: 3', 'b OTHER f = 1.5, a NO x', 'c NO f = 0, a OTHER x'",
    // an assumption of x gives way to the fact
    "'boolean', 'boolean', 'a NO x', 'b OTHER x, a NO f'",
    "'set, values: {p: P}', 'set, values: {p: P, q: Q}', 'a NO x', 'b OTHER x, a NO f has q'"
  })
  void noGroupSpeaksForAReferralThatIsDecidedOtherwise(
      String oldFact, String newFact, String oldRules, String newRules) {
    assertFalse(check.compare(newRules, tiny(oldFact, oldRules), tiny(newFact, newRules)));
  }

  /**
   * A policy with two yes-or-no facts x and y, and another, f.
   *
   * @param fact the type of f, then its limits or values
   * @param rules a clause, a verdict and a condition each, such as {@code a NO x}
   */
  private static String tiny(String fact, String rules) {
    StringBuilder clauses = new StringBuilder();
    StringBuilder written = new StringBuilder();
    for (String rule : (rules + ", z YES otherwise").split(", ", -1)) {
      Object[] parts = rule.split(" ", 3);
      clauses.append("{clause: %1$s, text: %1$s., encodedBy: [%1$s]}, ".formatted(parts));
      written.append(
          "  - {rule: %1$s, clause: %1$s, verdict: \"%2$s\", when: %3$s, action: Do %1$s.}%n"
              .formatted(parts));
    }
    return TINY.formatted(clauses, fact) + written;
  }

  @Test
  void aLargePolicyIsComparedByItsRules() {
    LargePolicy large = new LargePolicy();
    Policy before = RandomRevision.policy(large.text());
    large
        .rule(100)
        .put("verdict", large.rule(100).get("verdict").asString().equals("V1") ? "V2" : "V1");
    Policy after = RandomRevision.policy(large.text());
    Impact impact = Impact.of(before, after, Given.AS_OF, Duration.ofMinutes(2));
    assertFalse(impact.verdicts().proved());
    assertTrue(impact.byRulesProved());
    assertEquals(1, impact.byRules().size());
    RuleChange change = impact.byRules().get(0);
    assertEquals("r100 r100", change.before().id() + " " + change.after().id());
    SharedReferrals referrals = new SharedReferrals(before, after);
    String json =
        new String(
            ReferralJson.write(change.example(), "EXAMPLE").toByteArray(), StandardCharsets.UTF_8);
    assertEquals(
        change.before().verdict().id(),
        ImpactCheck.decisions(before).of(referrals.read(before, json)).verdict().id());
    assertEquals(
        change.after().verdict().id(),
        ImpactCheck.decisions(after).of(referrals.read(after, json)).verdict().id());
  }

  @Test
  void aLargePolicyThatOnlyLooksDifferentIsProvedTheSame() {
    LargePolicy large = new LargePolicy();
    Policy before = RandomRevision.policy(large.text());
    large.weaken(50);
    Policy after = RandomRevision.policy(large.text());
    Impact impact = Impact.of(before, after, Given.AS_OF, Duration.ofMinutes(2));
    assertTrue(impact.isNone());
    assertFalse(impact.reasons().proved());
  }

  @Test
  void whatThereIsNoTimeForIsNotGuessed() {
    Policy before = RandomPolicies.policy(1);
    Policy after = RandomPolicies.policy(2);
    Impact impact = Impact.of(before, after, Given.AS_OF, Duration.ZERO);
    assertFalse(impact.verdicts().proved());
    assertFalse(impact.byRulesProved());
    assertFalse(impact.isNone());
    assertTrue(Impact.of(before, before, Given.AS_OF, Duration.ZERO).isNone());
  }
}
