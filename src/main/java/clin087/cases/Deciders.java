package clin087.cases;

import clin087.decision.Decider;
import clin087.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides cases of one policy, each on its own date. */
public final class Deciders {
  private final Policy policy;
  private final LocalDate asOf;
  private final Map<LocalDate, Decider> deciders = new HashMap<>();

  /**
   * @param asOf the date of the cases that state none
   */
  public Deciders(Policy policy, LocalDate asOf) {
    this.policy = policy;
    this.asOf = asOf;
  }

  /** The policy that decides. */
  public Policy policy() {
    return policy;
  }

  public LocalDate asOf() {
    return asOf;
  }

  public Decider on(LocalDate date) {
    Decider known = deciders.get(date);
    if (known == null) {
      known = new Decider(policy, date, List.of());
      deciders.put(date, known);
    }
    return known;
  }

  /** Decides the cases, and compares each with its expectations. */
  public List<TestedCase> test(List<Case> cases) {
    List<TestedCase> tested = new ArrayList<>(cases.size());
    for (Case each : cases) {
      LocalDate date = each.asOf() == null ? asOf : each.asOf();
      tested.add(TestedCase.of(each, date, on(date).decide(each.referral())));
    }
    return tested;
  }
}
