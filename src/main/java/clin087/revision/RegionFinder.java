package clin087.revision;

import clin087.policy.Rule;
import clin087.proof.Diagrams;
import clin087.revision.Boxes.Box;
import clin087.revision.Region.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the regions of a difference, and says of each what its referrals have in common. */
final class RegionFinder {
  private final Edition[] editions;
  private final CommonReferrals referrals;
  private final Diagrams nodes;
  private final Answers answers;
  private final ExampleMaker examples;

  /** The answers of both policies with their clauses; null where these are not known. */
  private final int @Nullable [] withClauses;

  RegionFinder(
      Edition[] editions,
      CommonReferrals referrals,
      Diagrams nodes,
      Answers answers,
      int @Nullable [] withClauses) {
    this.editions = editions.clone();
    this.referrals = referrals;
    this.nodes = nodes;
    this.answers = answers;
    this.examples = new ExampleMaker(editions, referrals, nodes);
    this.withClauses = withClauses == null ? null : withClauses.clone();
  }

  /** The regions of a function whose results are differences, those that are usual first. */
  List<Region> regions(int difference) {
    List<Region> regions = new ArrayList<>();
    for (Box box : new Boxes(referrals, nodes, ~Answers.NONE).of(difference)) {
      int existing = within(box);
      if (existing != Diagrams.NO) {
        regions.add(region(box, existing));
      }
    }
    Collections.sort(regions);
    return regions;
  }

  private Region region(Box box, int existing) {
    List<SharedFact> bound = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (SharedFact fact : referrals.facts()) {
      Part part = part(box, fact);
      if (part != null) {
        bound.add(fact);
        parts.add(part);
      }
    }
    Answer[] difference = answers.difference(box.result());
    return new Region(
        answer(difference[0], 0, existing),
        answer(difference[1], 1, existing),
        parts,
        examples.example(box, existing, bound));
  }

  /** The referrals of a box that exist. */
  private int within(Box box) {
    int within = Diagrams.YES;
    List<SharedFact> facts = referrals.facts();
    for (int i = facts.size() - 1; i >= 0; i--) {
      SharedFact fact = facts.get(i);
      int behind = within;
      for (int j = fact.members.size(); j > 0 && fact.isSet(); j--) {
        BitSet values = box.values().get(fact.level + j);
        within =
            nodes.node(
                fact.level + j,
                values.get(0) ? within : Diagrams.NO,
                values.get(1) ? within : Diagrams.NO);
      }
      int[] to = new int[fact.branches()];
      for (int v = 0; v < to.length; v++) {
        boolean allowed = box.values().get(fact.level).get(v);
        boolean unstated = v == fact.unstated();
        to[v] = !allowed ? Diagrams.NO : unstated ? behind : within;
      }
      within = nodes.node(fact.level, to);
    }
    return nodes.and(within, referrals.exist());
  }

  /** What a box says of a fact; null when it allows whatever there is. */
  private @Nullable Part part(Box box, SharedFact fact) {
    if (allowsAll(box, fact)) {
      return null;
    }
    BitSet allowed = box.values().get(fact.level);
    BitSet possible = new BitSet();
    addPossible(referrals.exist(), box, fact, possible, new BitSet(), new BitSet());
    long present = 0;
    long absent = 0;
    for (int i = 0; i < fact.members.size() && fact.isSet() && allowed.get(0); i++) {
      BitSet values = box.values().get(fact.level + 1 + i);
      long bit = 1L << Math.max(0, fact.shown.choice(fact.members.get(i).word()));
      boolean common = fact.members.get(i).common();
      present |= common && !values.get(0) ? bit : 0;
      absent |= common && !values.get(1) ? bit : 0;
    }
    BitSet left = (BitSet) possible.clone();
    left.and(allowed);
    if (left.equals(possible) && present == 0 && absent == 0) {
      return null;
    }
    List<Interval> values = new ArrayList<>();
    for (int i = 0; i < fact.cells.size(); i++) {
      values.addAll(left.get(i) ? fact.cells.get(i).values() : List.of());
    }
    Collections.sort(values);
    boolean unstated = left.get(fact.unstated());
    boolean stated = left.nextSetBit(0) != fact.unstated();
    return new Part(fact.shown, joined(values), present, absent, stated, unstated, fact.literal);
  }

  /** Adds the values of a fact that some referral has for which the box allows all the others. */
  private void addPossible(
      int node, Box box, SharedFact fact, BitSet possible, BitSet seen, BitSet closed) {
    if (Diagrams.isResult(node) || nodes.level(node) > fact.level) {
      if (exists(node, box, closed)) {
        possible.set(0, fact.branches());
      }
    } else if (nodes.level(node) == fact.level) {
      for (int value = 0; value < fact.branches(); value++) {
        possible.set(value, possible.get(value) || exists(nodes.branch(node, value), box, closed));
      }
    } else if (!seen.get(node)) {
      seen.set(node);
      BitSet allowed = box.values().get(nodes.level(node));
      for (int i = allowed.nextSetBit(0); i >= 0; i = allowed.nextSetBit(i + 1)) {
        addPossible(nodes.branch(node, i), box, fact, possible, seen, closed);
      }
    }
  }

  /**
   * Whether some referral of a box exists.
   *
   * @param closed the nodes that lead to none
   */
  private boolean exists(int node, Box box, BitSet closed) {
    if (Diagrams.isResult(node) || closed.get(node)) {
      return node == Diagrams.YES;
    }
    BitSet allowed = box.values().get(nodes.level(node));
    for (int i = allowed.nextSetBit(0); i >= 0; i = allowed.nextSetBit(i + 1)) {
      if (exists(nodes.branch(node, i), box, closed)) {
        return true;
      }
    }
    closed.set(node);
    return false;
  }

  private static boolean allowsAll(Box box, SharedFact fact) {
    boolean all = box.values().get(fact.level).cardinality() == fact.branches();
    for (int i = 0; i < fact.members.size(); i++) {
      all &= box.values().get(fact.level + 1 + i).cardinality() == 2;
    }
    return all;
  }

  private static List<Interval> joined(List<Interval> sorted) {
    List<Interval> joined = new ArrayList<>();
    for (Interval next : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).max() + 1 == next.min()) {
        joined.set(last, new Interval(joined.get(last).min(), next.max()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /** The answer with every clause that decides some referral of the region. */
  private Answer answer(Answer plain, int side, int existing) {
    Set<String> found = new HashSet<>(plain.clauses());
    if (withClauses != null && !plain.open() && found.isEmpty()) {
      collect(withClauses[side], existing, found, new HashSet<>());
    }
    Set<String> inOrder = new LinkedHashSet<>();
    for (Rule rule : editions[side].policy.rules()) {
      if (found.contains(rule.clause().id())) {
        inOrder.add(rule.clause().id());
      }
    }
    return new Answer(plain.verdict(), plain.open(), List.copyOf(inOrder));
  }

  private void collect(int node, int existing, Set<String> clauses, Set<List<Integer>> seen) {
    if (existing == Diagrams.NO || !seen.add(List.of(node, existing))) {
      return;
    }
    if (Diagrams.isResult(node)) {
      clauses.addAll(answers.answer(~node).clauses());
      return;
    }
    int top = Math.min(nodes.level(node), nodes.level(existing));
    int shape = nodes.level(node) == top ? node : existing;
    for (int i = 0; i < nodes.branches(shape); i++) {
      collect(nodes.branch(node, top, i), nodes.branch(existing, top, i), clauses, seen);
    }
  }
}
