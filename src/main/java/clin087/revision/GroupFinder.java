package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.proof.Diagrams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the groups of a difference, and says of each what its referrals have in common. */
final class GroupFinder {
  private final ComparedPolicy[] policies;
  private final ComparedReferrals referrals;
  private final ComparedFacts facts;
  private final Diagrams diagrams;
  private final NumberedAnswers answers;
  private final ExampleMaker examples;
  private final GroupWords words;

  GroupFinder(
      ComparedPolicy[] policies,
      ComparedReferrals referrals,
      Diagrams diagrams,
      NumberedAnswers answers) {
    this.policies = policies.clone();
    this.referrals = referrals;
    this.facts = referrals.facts();
    this.diagrams = diagrams;
    this.answers = answers;
    this.examples = new ExampleMaker(policies, facts, diagrams);
    this.words = new GroupWords(diagrams, facts);
  }

  /** The boxes of a difference, each with the referrals of it that there are. */
  List<Box> boxes(int difference, int exist) {
    List<Box> boxes = new ArrayList<>();
    for (Box box : new Boxes(facts, diagrams, ~NumberedAnswers.NONE).of(difference, exist)) {
      if (within(box, exist) != Diagrams.NO) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  /** The same without saying of a fact that must be stated anyway that it is. */
  Box asStated(Box box) {
    Box stated = box;
    for (ComparedFact fact : facts.all()) {
      if (referrals.mustBeStated(fact)) {
        for (int level = fact.level; level < fact.level + fact.levels(); level++) {
          BitSet values = (BitSet) stated.values().get(level).clone();
          boolean form = fact.hasForm() && level == fact.level;
          int anyway = form ? 1 : fact.branches() - 1;
          values.clear(anyway, fact.branches());
          if (values.cardinality() == anyway && !(form && fact.formDecides())) {
            values.set(anyway, fact.branches());
          }
          stated = stated.with(level, values);
        }
      }
    }
    return stated;
  }

  /**
   * The groups that some boxes are, ordered by their verdicts.
   *
   * @param shown where examples are taken from, beside the box
   * @param withReasons the answers of both policies with their reasons; null where nobody knows
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
                  shown == exist ? existing : diagrams.and(speaksFor(box), shown), box)));
    }
    Collections.sort(groups);
    return groups;
  }

  /** The referrals of a box, of those that exist. */
  private int within(Box box, int exist) {
    int within = Diagrams.YES;
    for (int level = facts.levels() - 1; level >= 0; level--) {
      if (!box.isFree(level, facts.at(level))) {
        int[] to = new int[facts.at(level).branches()];
        for (int value = 0; value < to.length; value++) {
          to[value] = box.allows(level, value) ? within : Diagrams.NO;
        }
        within = diagrams.node(level, to);
      }
    }
    return diagrams.and(within, exist);
  }

  /**
   * The referrals that a box of complete referrals speaks for, those that leave facts out among
   * them: what it names is stated as it says, or assumed by both policies to be so.
   */
  int speaksFor(Box box) {
    int all = Diagrams.YES;
    for (int i = facts.all().size() - 1; i >= 0; i--) {
      ComparedFact fact = facts.all().get(i);
      if (!box.isFree(fact)) {
        all = diagrams.and(all, speaksFor(box, fact));
      }
    }
    return all;
  }

  private int speaksFor(Box box, ComparedFact fact) {
    int all = Diagrams.YES;
    for (int level = fact.level + fact.levels() - 1; level >= fact.level; level--) {
      boolean form = fact.hasForm() && level == fact.level;
      int[] to = new int[fact.branches()];
      for (int value = 0; value < to.length; value++) {
        boolean unstated = form ? value != 0 : value == to.length - 1;
        boolean may = box.allows(level, value) && !(unstated && referrals.mustBeStated(fact));
        to[value] = may ? all : Diagrams.NO;
      }
      all = box.isFree(level, fact) ? all : diagrams.node(level, to);
    }
    if (!fact.isSet() && referrals.mustBeStated(fact)) {
      all = diagrams.or(all, assumedAlike(box, fact));
    }
    return all;
  }

  /** Where both policies assume a value of a box. */
  private int assumedAlike(Box box, ComparedFact fact) {
    int[] to = new int[fact.branches()];
    Arrays.fill(to, Diagrams.NO);
    to[fact.unstated()] = Diagrams.YES;
    int assumed = diagrams.node(fact.level, to);
    for (int side = 0; side < 2; side++) {
      Fact own = fact.fact(side);
      if (own == null || own.assumed() == Fact.UNSTATED) {
        return Diagrams.NO;
      }
      int cell = fact.cell(String.join(", ", own.words(own.assumed())));
      if (cell < 0 || !box.allows(fact.level, cell) || !referrals.implied(side, fact).isEmpty()) {
        return Diagrams.NO;
      }
      assumed = diagrams.and(assumed, diagrams.not(referrals.givesWay(side, own)));
    }
    return assumed;
  }

  /** For each pair of verdicts, what the referrals have in common that get them. */
  List<GroupSummary> summaries(int difference, int exist, List<ReferralGroup> groups) {
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
      summaries.add(summary(difference, exist, same));
    }
    return summaries;
  }

  private GroupSummary summary(int difference, int exist, List<ReferralGroup> groups) {
    ReferralGroup first = groups.get(0);
    int with = where(difference, first);
    List<FactValues> common = words.all(asStated(projection(diagrams.and(with, exist))), exist);
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

  /** Where a difference is that of a group. */
  private int where(int difference, ReferralGroup group) {
    BitSet results = diagrams.results(difference);
    int[] wanted = new int[results.length()];
    for (int d = results.nextSetBit(0); d >= 0; d = results.nextSetBit(d + 1)) {
      if (d != NumberedAnswers.NONE) {
        PolicyAnswer[] pair = answers.difference(d);
        boolean same =
            !pair[0].hasOtherVerdict(group.before()) && !pair[1].hasOtherVerdict(group.after());
        wanted[d] = same ? 1 : 0;
      }
    }
    return diagrams.relabelled(difference, wanted);
  }

  /** The values of each level that some referral of a function has. */
  private Box projection(int function) {
    List<BitSet> values = new ArrayList<>();
    for (int level = 0; level < facts.levels(); level++) {
      values.add(new BitSet());
    }
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
    return new Box(values, 0);
  }

  /** Marks the levels that a way passes over. */
  private void free(List<BitSet> values, int from, int to) {
    for (int level = from; level < Math.min(diagrams.level(to), values.size()); level++) {
      values.get(level).set(0, facts.at(level).branches());
    }
  }

  /**
   * The referrals that only one policy can read, by what the other cannot, and by both answers.
   *
   * @param pairs the answers of both, of referrals that state everything
   */
  List<OneSidedGroup> oneSided(int side, int pairs, int exist) {
    List<OneSidedGroup> groups = new ArrayList<>();
    int rest = exist;
    for (OneSidedReasons.Reason reason : new OneSidedReasons(referrals, diagrams).of(side)) {
      int because = diagrams.and(exist, reason.where());
      rest = diagrams.and(rest, diagrams.not(reason.where()));
      FactValues said = words.of(projection(because), reason.fact(), Diagrams.YES);
      addOneSided(groups, said, pairs, because);
    }
    addOneSided(groups, null, pairs, rest);
    return groups;
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
                words.all(asStated(box), exist),
                examples.example(within, box)));
      }
    }
  }

  /** The answer with every clause that decides some referral of a group. */
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
