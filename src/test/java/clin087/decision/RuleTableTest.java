package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.Outcome;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the built-in policy, as section 4 of the contract tables them. */
class RuleTableTest {

  /** What each rule asks for and nothing else, beside an ordinary referral; ! is attention. */
  private static final String TABLE =
      """
      ! urgent-other-procedure     | OUT_OF_SCOPE     | 3.2(a) | 2.1 6.1(c)     | {'request': {'procedure': 'other'}, 'coreCriteria': ['urgent']}
      ! suspected-malignancy-other-procedure | OUT_OF_SCOPE | 3.2(c) | 2.1 6.1(c) | {'request': {'procedure': 'other'}, 'coreCriteria': ['suspected-malignancy']}
      other-procedure            | OUT_OF_SCOPE     | 2.1    | 6.1(c)         | {'request': {'procedure': 'other'}}
      ! core-urgent              | ELIGIBLE         | 3.2(a) | 3.1            | {'coreCriteria': ['urgent']}
      ! core-suspected-malignancy | URGENT_ASSESSMENT | 3.2(c) | 3.1          | {'coreCriteria': ['suspected-malignancy']}
      other-commissioner         | SEE_OTHER_POLICY | 6.1(a) | 6.5(a)         | {'patient': {'commissioner': 'nhs-england'}}
      core-nice-tag              | ELIGIBLE         | 3.2(b) | 3.1            | {'coreCriteria': ['nice-tag']}
      core-reconstruction        | ELIGIBLE         | 3.2(d) | 3.1            | {'coreCriteria': ['reconstruction']}
      core-congenital-deformity  | ELIGIBLE         | 3.2(e) | 3.1            | {'coreCriteria': ['congenital-deformity']}
      core-tissue-degenerative   | ELIGIBLE         | 3.2(f) | 3.1            | {'coreCriteria': ['tissue-degenerative']}
      other-indication           | OUT_OF_SCOPE     | 2.1    |                | {'indication': {'category': 'other'}}
      ifr-approved               | IFR_APPROVED     | 6.3(a) | 6.3(b)         | {'ifr': {'status': 'approved'}}
      ifr-pending-excluded       | AWAIT_IFR        | 6.3(a) | 6.3(b)         | {'ifr': {'status': 'pending'}, 'request': {'cosmetic': true, 'type': 'treatment'}}
      trial-continuation         | NOT_COMMISSIONED | 6.6    | 1.2 6.3(a)     | {'request': {'trialContinuation': true, 'type': 'treatment'}}
      cosmetic                   | NOT_COMMISSIONED | 6.4(b) | 1.2 6.3(a)     | {'request': {'cosmetic': true, 'type': 'treatment'}}
      diagnostic-approved        | ELIGIBLE         | 6.5(a) |                | {'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'icb'}}
      diagnostic-ifr-approved    | IFR_APPROVED     | 6.5(a) | 6.3(a)         | {'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'ifr-panel'}}
      diagnostic-not-approved    | NOT_COMMISSIONED | 6.5(a) | 6.3(a)         | {'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'none'}}
      diagnostic-other           | OUT_OF_SCOPE     | 6.5(a) |                | {'request': {'type': 'diagnostic', 'soleFeasibility': false}}
      mcas-first                 | MCAS_FIRST       | 1.1    |                | {'mcas': {'available': true, 'seen': false}}
      opinion-only               | OPINION_ONLY     | 6.5(b) |                | {'request': {'type': 'opinion'}}
      ifr-pending                | AWAIT_IFR        | 6.3(a) | 6.3(b) 1.2     | {'ifr': {'status': 'pending'}}
      gender-incongruence        | SEE_OTHER_POLICY | 3.2(g) | 3.1 1.2        | {'coreCriteria': ['gender-incongruence']}
      ifr-declined               | NOT_COMMISSIONED | 1.2    | 6.3(a) 6.3(b)  | {'ifr': {'status': 'declined'}}
      not-routinely-commissioned | NOT_COMMISSIONED | 1.2    | 6.3(a)         | {}
      """;

  /** The facts that each rule names, in the order in which the contract names them. */
  private static final Map<String, List<String>> FACTS =
      Map.of(
          "urgent-other-procedure", List.of("request.procedure", "coreCriteria"),
          "suspected-malignancy-other-procedure", List.of("request.procedure", "coreCriteria"),
          "other-commissioner", List.of("patient.commissioner"),
          "ifr-pending-excluded",
              List.of(
                  "ifr.status",
                  "request.trialContinuation",
                  "request.type",
                  "request.cosmetic",
                  "request.soleFeasibility",
                  "request.approvedBy"),
          "trial-continuation", List.of("request.trialContinuation", "request.type"),
          "cosmetic", List.of("request.cosmetic", "request.type"),
          "diagnostic-approved",
              List.of("request.type", "request.soleFeasibility", "request.approvedBy"),
          "mcas-first", List.of("mcas.available", "mcas.seen"));

  /** What opens the IFR Panel to an excluded patient: beside it, 6.3(a) waits for the Panel. */
  private static final Set<String> EXCLUSIONS =
      Set.of("trial-continuation", "cosmetic", "diagnostic-not-approved");

  /** What holds beside another procedure too: the rule that then decides. */
  private static final Map<String, String> BESIDE_ANOTHER_PROCEDURE =
      Map.of(
          "core-urgent", "urgent-other-procedure",
          "core-suspected-malignancy", "suspected-malignancy-other-procedure");

  /** One line of the table. */
  record Row(
      String rule,
      boolean attention,
      String verdict,
      String clause,
      List<String> seeAlso,
      String stated) {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    TABLE
        .lines()
        .map(line -> line.split("\\|", -1))
        .forEach(
            cells ->
                rows.add(
                    new Row(
                        cells[0].replace("!", "").strip(),
                        cells[0].startsWith("!"),
                        cells[1].strip(),
                        cells[2].strip(),
                        Arrays.stream(cells[3].strip().split(" ", -1))
                            .filter(id -> !id.isEmpty())
                            .toList(),
                        cells[4].strip())));
    return rows;
  }

  /** Every two rules that one referral can meet, the earlier first. */
  static List<List<Row>> pairs() {
    List<Row> rows = rows();
    List<List<Row>> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        if (!Given.together(rows.get(i).stated(), rows.get(j).stated()).isEmpty()) {
          pairs.add(List.of(rows.get(i), rows.get(j)));
        }
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachRuleDecidesWhenNothingElseIsStated(Row row) {
    Decision decision = Given.decide(Given.over(Given.ORDINARY, row.stated()));
    Rule rule = Objects.requireNonNull(decision.rule());
    assertEquals(row.rule(), rule.id());
    assertEquals(1, decision.deciding().size());
    assertEquals(row.verdict(), decision.verdict().id());
    assertEquals(row.clause(), decision.clauses().get(0).id());
    assertEquals(row.seeAlso(), rule.seeAlso());
    assertEquals(row.seeAlso(), decision.seeAlso());
    assertEquals(row.attention(), rule.attention());
    assertEquals(row.attention(), decision.attention());
    assertEquals(rule.action(), decision.action());
    assertEquals(List.of(decision.verdict()), decision.possible());
    assertTrue(decision.missing().isEmpty());
  }

  @Test
  void theTableIsThePolicyInItsOrder() {
    assertEquals(
        rows().stream().map(Row::rule).toList(),
        Given.POLICY.rules().stream().map(Rule::id).toList());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theEarlierOfTwoRulesDecides(List<Row> pair) {
    Row earlier = pair.get(0);
    Row later = pair.get(1);
    String both = Given.together(earlier.stated(), later.stated());
    Decision decision = Given.decide(Given.over(Given.ORDINARY, both));
    assertEquals(decides(earlier.rule(), later.rule()), ruleOf(decision), both);
  }

  /** The earlier of the two, or the rule that both together meet. */
  private static String decides(String earlier, String later) {
    if (EXCLUSIONS.contains(earlier) && later.equals("ifr-pending")) {
      return "ifr-pending-excluded";
    }
    boolean besideAnother =
        earlier.equals("other-procedure") || earlier.endsWith("-other-procedure");
    String attention = BESIDE_ANOTHER_PROCEDURE.getOrDefault(later, earlier);
    return besideAnother && index(attention) < index(earlier) ? attention : earlier;
  }

  private static int index(String id) {
    return rule(id).index();
  }

  @Test
  void factsAreNamedInTheOrderOfTheContract() {
    FACTS.forEach(
        (id, facts) -> assertEquals(facts, rule(id).facts().stream().map(Fact::name).toList(), id));
  }

  @Test
  void urgencyAndSuspicionAreActedOnInTheSameWordsBesideAnyProcedure() {
    BESIDE_ANOTHER_PROCEDURE.forEach(
        (one, other) -> assertEquals(rule(one).action(), rule(other).action()));
    assertTrue(rule("core-urgent").action().startsWith("Refer or treat urgently now"));
    assertTrue(
        rule("core-suspected-malignancy")
            .action()
            .startsWith(
                "Refer to an appropriate specialist for urgent assessment under the 2-week rule"));
  }

  @Test
  void aRefusalIsAboutTheFusionAndNotAboutTheCareOfThePatient() {
    int refusals = 0;
    for (Rule rule : Given.POLICY.rules()) {
      if (rule.verdict().outcome() == Outcome.REFUSE) {
        refusals++;
        String action = rule.action();
        assertTrue(action.contains("about the fusion"), action);
        assertTrue(action.contains("not about the patient's care"), action);
        assertFalse(action.contains(", or apply"), action);
      }
    }
    assertEquals(5, refusals);
  }

  @Test
  void noRefusalAdvisesAnApplicationThatHasBeenDeclined() {
    assertFalse(rule("ifr-declined").action().contains("apply"));
    for (String alsoBesideADeclinedOne : EXCLUSIONS) {
      String action = rule(alsoBesideADeclinedOne).action();
      assertTrue(action.contains("unless the IFR Panel has declined"), action);
    }
    assertTrue(
        rule("not-routinely-commissioned")
            .action()
            .startsWith(
                "Do not refer for spinal fusion. If the patient is clinically exceptional, the"
                    + " clinician can apply to the IFR Panel."));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anActionSaysWhoActs(Row row) {
    String action = rule(row.rule()).action();
    assertTrue(
        action.matches(
            ".*[Tt]he (referring clinician|clinician|referrer|specialist|provider|team) .*"),
        action);
  }

  @Test
  void enoughPairsCanMeet() {
    Map<String, Long> pairsOf =
        pairs().stream()
            .collect(
                Collectors.groupingBy(
                    pair -> pair.get(0).rule(), TreeMap::new, Collectors.counting()));
    assertEquals(22L, pairsOf.get("other-procedure"));
    assertEquals(21L, pairsOf.get("core-urgent"));
    assertEquals(24, pairsOf.keySet().size(), () -> "without a later rule: " + pairsOf);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          diagnostic-approved        | {'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'gp'}}
          diagnostic-other           | {'request': {'type': 'diagnostic', 'soleFeasibility': false, 'approvedBy': 'none'}}
          ifr-pending-excluded       | {'ifr': {'status': 'pending'}, 'request': {'trialContinuation': true}}
          ifr-pending-excluded       | {'ifr': {'status': 'pending'}, 'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'none'}}
          diagnostic-approved        | {'ifr': {'status': 'pending'}, 'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'icb'}}
          diagnostic-other           | {'ifr': {'status': 'pending'}, 'request': {'type': 'diagnostic', 'soleFeasibility': false, 'approvedBy': 'none'}}
          ifr-pending                | {'ifr': {'status': 'pending'}, 'request': {'type': 'treatment', 'soleFeasibility': true, 'approvedBy': 'none'}}
          not-routinely-commissioned | {'request': {'type': 'treatment', 'soleFeasibility': true, 'approvedBy': 'icb'}}
          opinion-only               | {'request': {'type': 'opinion', 'soleFeasibility': false}}
          not-routinely-commissioned | {'mcas': {'available': false, 'seen': false}}
          not-routinely-commissioned | {'mcas': {'available': false, 'seen': true}}
          not-routinely-commissioned | {'request': {'cosmetic': false, 'trialContinuation': false}}
          not-routinely-commissioned | {'ifr': {'status': 'none'}}
          core-urgent                | {'coreCriteria': ['gender-incongruence', 'tissue-degenerative', 'urgent']}
          core-urgent                | {'coreCriteria': ['urgent'], 'patient': {'commissioner': 'another-icb'}}
          core-suspected-malignancy  | {'coreCriteria': ['suspected-malignancy'], 'patient': {'commissioner': 'outside-england'}}
          other-commissioner         | {'coreCriteria': ['nice-tag'], 'patient': {'commissioner': 'another-icb'}}
          other-procedure            | {'request': {'procedure': 'other'}, 'patient': {'commissioner': 'another-icb'}}
          not-routinely-commissioned | {'patient': {'commissioner': 'this-icb'}}
          opinion-only               | {'request': {'type': 'opinion', 'cosmetic': true, 'trialContinuation': true}}
          opinion-only               | {'request': {'type': 'opinion', 'cosmetic': true}, 'ifr': {'status': 'pending'}}
          diagnostic-approved        | {'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'gp', 'cosmetic': true, 'trialContinuation': true}}
          diagnostic-other           | {'request': {'type': 'diagnostic', 'soleFeasibility': false, 'trialContinuation': true}, 'ifr': {'status': 'pending'}}
          """)
  void otherWaysToMeetARuleAndNearMisses(String rule, String stated) {
    assertEquals(rule, ruleOf(Given.decide(Given.over(Given.ORDINARY, stated))));
  }

  @Test
  void everyVerdictHasTheOutcomeOfTheContract() {
    Map<String, String> outcomes = new LinkedHashMap<>();
    Given.POLICY.verdicts().forEach(v -> outcomes.put(v.id(), v.outcome().word()));
    Map<String, String> contract = new LinkedHashMap<>();
    contract.put("ELIGIBLE", "proceed");
    contract.put("IFR_APPROVED", "proceed");
    contract.put("OUT_OF_SCOPE", "proceed");
    contract.put("NOT_COMMISSIONED", "refuse");
    contract.put("URGENT_ASSESSMENT", "redirect");
    contract.put("MCAS_FIRST", "redirect");
    contract.put("OPINION_ONLY", "redirect");
    contract.put("AWAIT_IFR", "redirect");
    contract.put("SEE_OTHER_POLICY", "redirect");
    contract.put("INFORMATION_NEEDED", "incomplete");
    assertEquals(List.copyOf(contract.entrySet()), List.copyOf(outcomes.entrySet()));
  }

  @Test
  void theReadingIsBesideTheRuleWhereverTheSourceLeavesRoom() {
    for (String id :
        List.of(
            "urgent-other-procedure",
            "suspected-malignancy-other-procedure",
            "core-urgent",
            "core-suspected-malignancy",
            "other-commissioner",
            "core-congenital-deformity",
            "core-tissue-degenerative",
            "ifr-approved",
            "ifr-pending-excluded",
            "trial-continuation",
            "cosmetic",
            "diagnostic-ifr-approved",
            "diagnostic-other",
            "mcas-first",
            "opinion-only",
            "gender-incongruence")) {
      assertNotNull(rule(id).interpretation(), id);
    }
  }

  private static Rule rule(String id) {
    return Given.POLICY.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String ruleOf(Decision decision) {
    return Objects.requireNonNull(decision.rule(), "open: " + decision.missing()).id();
  }
}
