package clin087.decision;

import clin087.decision.Completions.Reached;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Law;
import clin087.decision.Model.Question;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the referrals of a random policy can reach, found by deciding every one of them, complete or
 * not, with the {@link BruteForce} evaluator. For tests of other packages.
 */
public final class EveryPartialReferral {
  private final Model model;
  private final BruteForce evaluator;

  private EveryPartialReferral(Model model) {
    this.model = model;
    this.evaluator = new BruteForce(model, BruteForceTest.AS_OF);
  }

  /**
   * What a policy's referrals reach.
   *
   * @param points as {@code r0 decides}, {@code r0#1 holds}, {@code c2 decides}; the second is the
   *     rule's second comparison
   */
  public record Tried(Policy policy, String yaml, Set<String> points) {}

  /** Null where there are more than so many referrals. */
  public static @Nullable Tried of(long seed, long most) {
    Model model = new RandomModel(seed).next();
    EveryPartialReferral every = new EveryPartialReferral(model);
    long count = 1;
    for (int fact = 0; fact < model.facts().size(); fact++) {
      count *= every.choices(fact).size();
    }
    if (count > most) {
      return null;
    }
    Set<String> points = new HashSet<>();
    every.tryAll(new @Nullable Object[model.facts().size()], 0, points);
    String yaml = new ModelText(model).policy();
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    return new Tried(policy, yaml, points);
  }

  /** What can be stated of a fact, and null. */
  private List<@Nullable Object> choices(int fact) {
    List<@Nullable Object> choices = new ArrayList<>();
    choices.add(null);
    choices.addAll(evaluator.completions().candidates(fact));
    return choices;
  }

  private void tryAll(@Nullable Object[] stated, int fact, Set<String> points) {
    if (fact == stated.length) {
      reach(stated, points);
      return;
    }
    for (Object choice : choices(fact)) {
      stated[fact] = choice;
      tryAll(stated, fact + 1, points);
    }
  }

  private void reach(@Nullable Object[] stated, Set<String> points) {
    @Nullable Object[] known =
        evaluator.known(stated, Map.of(), new @Nullable String[stated.length]);
    Reached reached = evaluator.completions().reach(known);
    int last = reached.rules().get(reached.rules().size() - 1);
    for (int rule : reached.rules()) {
      points.add("r" + rule + " decides");
      if (reached.verdicts().size() == 1) {
        points.add(model.rules().get(rule).clause() + " decides");
      }
    }
    for (Law rule : model.rules().subList(0, last + 1)) {
      points.add(rule.id() + does(evaluator.completions().truth(rule.when(), known)));
      List<Model.Test> tests = rule.when().tests();
      for (int i = 0; i < tests.size(); i++) {
        String truth = evaluator.completions().truth(tests.get(i), known);
        points.add(rule.id() + "#" + i + does(truth));
      }
    }
  }

  private static String does(String truth) {
    return switch (truth) {
      case "true" -> " holds";
      case "false" -> " fails";
      default -> " is unknown";
    };
  }

  /** Whether a policy has a fact whose default can give way. */
  public static boolean hasOpenDefault(long seed) {
    Model model = new RandomModel(seed).next();
    for (Question fact : model.facts()) {
      if (fact.kind() != Kind.TEXT && fact.otherwise() != null && !fact.unless().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
