package clin087.policyfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Place;
import clin087.policy.Places;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every element of a policy is found at its place in the file. */
class PlacesTest {
  private static final PolicyFile EVERY = read("every.yaml", Given.resource("every-feature.yaml"));

  private static PolicyFile read(String name, String yaml) {
    return PolicyFile.read(name, yaml.getBytes(StandardCharsets.UTF_8), null);
  }

  private static Policy policy(PolicyFile file) {
    return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
  }

  /** The text of a file from a place to the end of the line. */
  private static String textAt(PolicyFile file, Place at) {
    byte[] bytes = Objects.requireNonNull(file.files().get(at.file()), at::toString);
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .toList()
        .get(at.line() - 1)
        .substring(at.column() - 1);
  }

  @Test
  void everyElementIsAtItsFirstKey() {
    Policy policy = policy(EVERY);
    Places places = EVERY.places();
    assertEquals("policy:", textAt(EVERY, places.of(policy)));
    assertEquals("id: EVERY_FEATURE", textAt(EVERY, places.of(policy.identity())));
    for (Verdict verdict : policy.verdicts()) {
      assertEquals("verdict: " + verdict.id(), textAt(EVERY, places.of(verdict)));
    }
    for (Fact fact : policy.facts()) {
      assertEquals("path: " + fact.path(), textAt(EVERY, places.of(fact)));
    }
    for (Rule rule : policy.rules()) {
      assertEquals("rule: " + rule.id(), textAt(EVERY, places.of(rule)));
    }
    for (Caution caution : policy.cautions()) {
      assertEquals("caution: " + caution.id(), textAt(EVERY, places.of(caution)));
    }
    for (Section section : policy.sections()) {
      assertEquals("section: " + section.id(), textAt(EVERY, places.of(section)));
      for (Clause clause : section.clauses()) {
        assertEquals("clause: " + clause.id(), textAt(EVERY, places.of(clause)));
      }
    }
  }

  @Test
  void aKeyOfAnElementIsOnItsOwnLine() {
    Policy policy = policy(EVERY);
    Places places = EVERY.places();
    Fact bmi = Given.fact(policy, "/bmi");
    assertEquals("default: 25.5", textAt(EVERY, places.of(bmi, "default")));
    assertEquals(places.of(bmi), places.of(bmi, "states"), "which it does not state");
    for (Rule rule : policy.rules()) {
      assertTrue(textAt(EVERY, places.of(rule, "when")).startsWith("when:"));
      assertEquals("action: " + rule.action(), textAt(EVERY, places.of(rule, "action")));
    }
    assertEquals("rules:", textAt(EVERY, places.of(policy, "rules")));
    Choice left = Given.fact(policy, "/side").choices().get(0);
    assertTrue(textAt(EVERY, places.of(left)).startsWith("left: "));
  }

  @Test
  void everyBulletIsOnItsOwnLine() {
    List<Condition> seen = new ArrayList<>();
    for (Rule rule : policy(EVERY).rules()) {
      visit(rule.when(), seen);
    }
    assertTrue(seen.size() > 30, "the policy has fewer conditions now");
  }

  private static void visit(Condition condition, List<Condition> seen) {
    seen.add(condition);
    String text = textAt(EVERY, EVERY.places().of(condition));
    if (condition instanceof Bullets list) {
      assertTrue(text.matches("(all|any|none|atLeast|clause):.*"), text);
      for (Bullet bullet : list.bullets()) {
        String line = textAt(EVERY, EVERY.places().of(bullet));
        assertTrue(!line.startsWith("- ") && !line.startsWith(" "), line);
        if (bullet.clause() != null) {
          assertTrue(
              textAt(EVERY, EVERY.places().of(bullet, "clause")).endsWith(bullet.clause()), line);
        }
        visit(bullet.condition(), seen);
      }
    } else if (condition instanceof Comparison comparison) {
      assertTrue(text.startsWith(comparison.toString()), text);
    } else {
      assertEquals("otherwise", text);
    }
  }

  @Test
  void equalComparisonsOfTwoRulesAreToldApart() {
    Policy policy = policy(EVERY);
    Bullets first = (Bullets) policy.rules().get(0).when();
    Bullets last = (Bullets) policy.rules().get(3).when();
    Condition here = first.bullets().get(0).condition();
    Condition there = last.bullets().get(0).condition();
    assertEquals(here, there, "the policy is another now");
    assertTrue(EVERY.places().of(here).line() < EVERY.places().of(there).line());
  }

  @Test
  void whatIsNoPieceOfThePolicyHasNoPlace() {
    Rule foreign = Given.POLICY.rules().get(0);
    assertThrows(IllegalArgumentException.class, () -> EVERY.places().of(foreign));
    assertThrows(IllegalArgumentException.class, () -> Places.NONE.of(foreign, "when"));
  }

  @Test
  void theBuiltInPolicyKnowsThePlacesOfItsFile() {
    PolicyFile builtIn = Given.policyFile();
    assertTrue(builtIn.isValid());
    List<Object> pieces = pieces(policy(builtIn));
    for (Object piece : pieces) {
      assertEquals(Given.POLICY_FILE.toString(), builtIn.places().of(piece).file());
    }
    assertTrue(pieces.size() > 100, "the policy is much smaller now");
  }

  private static List<Object> pieces(Policy policy) {
    List<Object> pieces = new ArrayList<>(List.of(policy, policy.identity()));
    pieces.addAll(policy.verdicts());
    pieces.addAll(policy.facts());
    pieces.addAll(policy.cautions());
    policy.sections().forEach(section -> pieces.addAll(section.clauses()));
    for (Rule rule : policy.rules()) {
      pieces.add(rule);
      List<Comparison> comparisons = new ArrayList<>();
      rule.when().collectInto(comparisons);
      pieces.addAll(comparisons);
    }
    return pieces;
  }
}
