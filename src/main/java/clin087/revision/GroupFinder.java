package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.proof.Diagrams;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the groups of referrals with a difference, and what the referrals of each group have in
 * common.
 */
final class GroupFinder {
  private final ComparedPolicy[] policies;
  private final ComparedReferrals referrals;
  private final ComparedFacts facts;
  private final Diagrams diagrams;
  private final NumberedAnswers answers;
  private final ExampleMaker examples;
  private final GroupWords words;
  private final GroupWidening widening;

  GroupFinder(
      ComparedPolicy[] policies,
      ComparedReferrals referrals,
      Diagrams diagrams,
      NumberedAnswers answers,
      GroupWidening widening) {
    this.policies = policies.clone();
    this.referrals = referrals;
    this.facts = referrals.facts();
    this.diagrams = diagrams;
    this.answers = answers;
    this.examples = new ExampleMaker(policies, facts, diagrams);
    this.words = new GroupWords(diagrams, facts);
    this.widening = widening;
  }

  /** The boxes of a difference. */
  List<Box> boxes(int difference, int exist) {
    List<Box> boxes = new ArrayList<>();
    for (Box box : new Boxes(facts, diagrams, ~NumberedAnswers.NONE).of(difference, exist)) {
      if (within(box, exist) != Diagrams.NO) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  /**
   * The groups of boxes, in the order of their verdicts.
   *
   * @param shown the referrals from which examples are taken
   * @param withReasons the answers of both policies with their reasons; null if they are unknown
   */
  List<ReferralGroup> groups(List<Box> boxes, int exist, int shown, int @Nullable [] withReasons) {
    List<ReferralGroup> groups = new ArrayList<>();
    for (Box box : boxes) {
      PolicyAnswer[] difference = answers.difference(box.result());
      int existing = within(box, exist);
      groups.add(
          new ReferralGroup(
              citing(difference[0], 0, existing, withReasons),
              citing(difference[1], 1, existing, withReasons),
              words.all(box, exist),
              examples.example(
                  shown == exist ? existing : diagrams.and(widening.speaksFor(box), shown), box)));
    }
    Collections.sort(groups);
    return groups;
  }

  private int within(Box box, int exist) {
    return diagrams.and(box.referrals(facts, diagrams), exist);
  }

  /** What the referrals of all groups have in common, for each pair of verdicts. */
  List<GroupSummary> summaries(List<Box> boxes, int exist, List<ReferralGroup> groups) {
    List<GroupSummary> summaries = new ArrayList<>();
    List<ReferralGroup> left = new ArrayList<>(groups);
    while (!left.isEmpty()) {
      ReferralGroup first = left.get(0);
      List<ReferralGroup> same = new ArrayList<>();
      for (ReferralGroup group : left) {
        if (group.hasVerdictsOf(first)) {
          same.add(group);
        }
      }
      left.removeAll(same);
      summaries.add(summary(common(boxes, exist, first), same));
    }
    return summaries;
  }

  /** What all boxes with the verdicts of a group have in common. */
  private List<FactValues> common(List<Box> boxes, int exist, ReferralGroup group) {
    List<BitSet> values = noValues();
    for (Box box : boxes) {
      PolicyAnswer[] pair = answers.difference(box.result());
      if (!pair[0].hasOtherVerdict(group.before()) && !pair[1].hasOtherVerdict(group.after())) {
        addProjection(values, within(box, exist));
      }
    }
    return words.all(widening.asStated(new Box(values, 0)), exist);
  }

  private GroupSummary summary(List<FactValues> common, List<ReferralGroup> groups) {
    ReferralGroup first = groups.get(0);
    Set<Fact> different = new LinkedHashSet<>();
    for (ReferralGroup group : groups) {
      for (FactValues values : group.facts()) {
        if (!common.contains(values)) {
          different.add(values.fact());
        }
      }
    }
    return new GroupSummary(
        first.before().citing(clauses(groups, 0)),
        first.after().citing(clauses(groups, 1)),
        common,
        List.copyOf(different),
        groups.size());
  }

  private List<String> clauses(List<ReferralGroup> groups, int side) {
    Set<String> found = new HashSet<>();
    for (ReferralGroup group : groups) {
      found.addAll(side == 0 ? group.before().clauses() : group.after().clauses());
    }
    return inOrder(found, side);
  }

  /** The values of each level that occur in the referrals of a function. */
  private Box projection(int function) {
    List<BitSet> values = noValues();
    addProjection(values, function);
    return new Box(values, 0);
  }

  private List<BitSet> noValues() {
    List<BitSet> values = new ArrayList<>();
    for (int level = 0; level < facts.levels(); level++) {
      values.add(new BitSet());
    }
    return values;
  }

  private void addProjection(List<BitSet> values, int function) {
    free(values, 0, function);
    BitSet nodes = diagrams.nodes(function);
    for (int n = nodes.nextSetBit(0); n >= 0; n = nodes.nextSetBit(n + 1)) {
      for (int value = 0; value < diagrams.branches(n); value++) {
        int branch = diagrams.branch(n, value);
        if (branch != Diagrams.NO) {
          values.get(diagrams.level(n)).set(value);
          free(values, diagrams.level(n) + 1, branch);
        }
      }
    }
  }

  /** Allows every value of the levels that a path skips. */
  private void free(List<BitSet> values, int from, int to) {
    for (int level = from; level < Math.min(diagrams.level(to), values.size()); level++) {
      values.get(level).set(0, facts.at(level).branches());
    }
  }

  /**
   * The referrals that only one policy can read, by what the other one cannot read and by both
   * answers.
   *
   * @param pairs the answers of both policies for complete referrals
   */
  List<OneSidedGroup> oneSided(int side, int pairs, int exist) {
    List<OneSidedGroup> groups = new ArrayList<>();
    int rest = exist;
    for (OneSidedReasons.Reason reason : new OneSidedReasons(referrals, diagrams).of(side)) {
      int because = diagrams.and(exist, reason.where());
      rest = diagrams.and(rest, diagrams.not(reason.where()));
      addOneSided(groups, said(reason, because), pairs, because);
    }
    addOneSided(groups, null, pairs, rest);
    return groups;
  }

  /** The values of a reason's own fact, without whatever else its referrals have in common. */
  private @Nullable FactValues said(OneSidedReasons.Reason reason, int because) {
    Box box = projection(because);
    BitSet every = new BitSet();
    every.set(0, reason.fact().branches());
    BitSet asked = diagrams.levels(reason.where());
    for (int level = 0; level < facts.levels(); level++) {
      if (facts.at(level) == reason.fact() && !asked.get(level)) {
        box = box.with(level, every);
      }
    }
    FactValues said = words.of(box, reason.fact(), Diagrams.YES);
    return said == null || !reason.fact().isSet() ? said : said.withoutNote();
  }

  private void addOneSided(
      List<OneSidedGroup> groups, @Nullable FactValues reason, int pairs, int exist) {
    if (exist == Diagrams.NO) {
      return;
    }
    BitSet results = diagrams.results(pairs);
    for (int d = results.nextSetBit(0); d >= 0; d = results.nextSetBit(d + 1)) {
      int[] wanted = new int[results.length()];
      wanted[d] = 1;
      int within = diagrams.and(diagrams.relabelled(pairs, wanted), exist);
      if (within != Diagrams.NO) {
        Box box = projection(within);
        PolicyAnswer[] pair = answers.difference(d);
        groups.add(
            new OneSidedGroup(
                reason,
                pair[0],
                pair[1],
                words.all(widening.asStated(box), exist),
                examples.example(within, box)));
      }
    }
  }

  /** The answer with all clauses that decide referrals of a group. */
  private PolicyAnswer citing(
      PolicyAnswer plain, int side, int existing, int @Nullable [] withReasons) {
    if (withReasons == null || !plain.rules().isEmpty()) {
      return plain;
    }
    Set<String> found = new HashSet<>();
    if (!plain.open()) {
      collect(withReasons[side], existing, found, new HashSet<>());
    }
    return plain.citing(inOrder(found, side));
  }

  private List<String> inOrder(Set<String> clauses, int side) {
    Set<String> inOrder = new LinkedHashSet<>();
    for (Rule rule : policies[side].policy.rules()) {
      if (clauses.contains(rule.clause().id())) {
        inOrder.add(rule.clause().id());
      }
    }
    return List.copyOf(inOrder);
  }

  private void collect(int node, int existing, Set<String> clauses, Set<List<Integer>> seen) {
    if (existing == Diagrams.NO || !seen.add(List.of(node, existing))) {
      return;
    }
    if (Diagrams.isResult(node)) {
      clauses.addAll(answers.answer(~node).clauses());
      return;
    }
    int top = Math.min(diagrams.level(node), diagrams.level(existing));
    int shape = diagrams.level(node) == top ? node : existing;
    for (int i = 0; i < diagrams.branches(shape); i++) {
      collect(diagrams.branch(node, top, i), diagrams.branch(existing, top, i), clauses, seen);
    }
  }
}
