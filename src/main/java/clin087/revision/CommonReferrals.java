package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.proof.Diagrams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The referrals that two policies can both read, as far as either cares: every fact stated with
 * some value or not stated, and which of these combinations there are.
 */
final class CommonReferrals {
  private final Edition[] editions;
  private final Diagrams nodes;
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<String> literal = new LinkedHashSet<>();
  private final Map<String, SharedFact> facts = new LinkedHashMap<>();

  /** By level. */
  private final List<SharedFact> levels = new ArrayList<>();

  private int exist = Diagrams.YES;

  /** For each policy, by path: what makes a fact known that is not stated, in order. */
  private final List<Map<String, List<Implied>>> implied = new ArrayList<>();

  /** A value that a fact takes where a condition holds. */
  record Implied(int when, long value) {}

  CommonReferrals(Edition[] editions, Diagrams nodes) {
    this.editions = editions;
    this.nodes = nodes;
    // the new policy's order first: its readers are those who ask
    for (int side = 1; side >= 0; side--) {
      for (Fact fact : editions[side].policy.factsOfRules()) {
        paths.add(fact.path());
      }
    }
    while (addWhatTheyDependOn()) {
      // what was added may depend on more
    }
    for (String path : paths) {
      SharedFact fact = new SharedFact(path, editions, literal.contains(path), special(path));
      fact.level = levels.size();
      facts.put(path, fact);
      for (int i = 0; i < fact.levels(); i++) {
        levels.add(fact);
      }
    }
    for (SharedFact fact : facts.values()) {
      requireReasons(fact);
    }
    for (int side = 0; side < 2; side++) {
      implied.add(new HashMap<>());
      imply(side);
    }
  }

  /** Those that either policy cares about, in the order of their levels. */
  List<SharedFact> facts() {
    return new ArrayList<>(facts.values());
  }

  @Nullable SharedFact fact(String path) {
    return facts.get(path);
  }

  /** The fact of a level. */
  SharedFact at(int level) {
    return levels.get(level);
  }

  /** Which combinations of values there are. */
  int exist() {
    return exist;
  }

  /** What else states a literal fact in one of the policies, the first that holds deciding. */
  List<Implied> implied(int side, SharedFact fact) {
    return implied.get(side).getOrDefault(fact.path, List.of());
  }

  /** Where the assumption of a literal fact gives way. */
  int givesWay(int side, Fact fact) {
    int any = Diagrams.NO;
    for (Fact other : editions[side].unless(fact)) {
      SharedFact shared = facts.get(other.path());
      if (shared != null) {
        any = nodes.or(any, known(side, shared));
      }
    }
    return any;
  }

  /** Where a literal fact is stated, by itself or by another. */
  private int known(int side, SharedFact fact) {
    int known = stated(fact);
    for (Implied other : implied(side, fact)) {
      known = nodes.or(known, other.when);
    }
    return known;
  }

  private int stated(SharedFact fact) {
    int[] to = new int[fact.branches()];
    Arrays.fill(to, Diagrams.YES);
    to[fact.unstated()] = Diagrams.NO;
    return nodes.node(fact.level, to);
  }

  /** Where a fact is stated with a value of a policy. */
  private int is(int side, SharedFact fact, long value) {
    if (!fact.isSet()) {
      int[] to = new int[fact.branches()];
      Arrays.fill(to, Diagrams.NO);
      int cell = fact.cell(side, value);
      if (cell >= 0) {
        to[cell] = Diagrams.YES;
      }
      return nodes.node(fact.level, to);
    }
    int all = Diagrams.YES;
    for (int i = fact.members.size() - 1; i >= 0; i--) {
      int position = fact.members.get(i).position(side);
      boolean has = position >= 0 && (value >> position & 1) == 1;
      if (fact.members.get(i).common()) {
        int[] to = has ? new int[] {Diagrams.NO, all} : new int[] {all, Diagrams.NO};
        all = nodes.node(fact.level + 1 + i, to);
      } else if (has) {
        return Diagrams.NO;
      }
    }
    return nodes.node(fact.level, all, Diagrams.NO);
  }

  private boolean addWhatTheyDependOn() {
    int before = paths.size() + literal.size();
    for (String path : new ArrayList<>(paths)) {
      if (differs(path)) {
        literal.add(path);
      }
      for (Edition edition : editions) {
        Fact fact = edition.fact(path);
        if (fact == null) {
          continue;
        }
        for (Fact other : edition.unless(fact)) {
          addGround(path, other);
          if (literal.contains(other.path()) && isImplied(other.path())) {
            literal.add(path);
          }
        }
        for (Fact source : edition.sources(fact)) {
          if (literal.contains(path)) {
            addGround(path, source);
          }
        }
      }
    }
    return paths.size() + literal.size() > before;
  }

  /** Adds a fact on which it depends what another is taken to be. */
  private void addGround(String path, Fact ground) {
    if (!literal.contains(path) && isFree(ground.path())) {
      return;
    }
    paths.add(ground.path());
    if (literal.contains(path) && !isPlain(ground.path())) {
      literal.add(ground.path());
    }
  }

  /**
   * Whether it has to be known if a fact itself is stated: where the two policies do not take the
   * same for known when it is not, or where other facts hang on it.
   */
  private boolean differs(String path) {
    Fact before = editions[0].fact(path);
    Fact after = editions[1].fact(path);
    if (before != null
        && after != null
        && !editions[0].whereUnstated(before).equals(editions[1].whereUnstated(after))) {
      return true;
    }
    for (Edition edition : editions) {
      Fact fact = edition.fact(path);
      if (fact != null && fact.assumed() != Fact.UNSTATED && !fact.states().isEmpty()) {
        return true;
      }
      for (Fact source : fact == null ? List.<Fact>of() : edition.sources(fact)) {
        if (!edition.sources(source).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isImplied(String path) {
    for (Edition edition : editions) {
      Fact fact = edition.fact(path);
      if (fact != null && !edition.sources(fact).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a referral may always state a fact without saying anything else by it. */
  private boolean isFree(String path) {
    for (Edition edition : editions) {
      Fact fact = edition.fact(path);
      if (fact != null && (fact.type() != FactType.TEXT || !fact.states().isEmpty())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a fact is known exactly where it is stated. */
  private boolean isPlain(String path) {
    for (Edition edition : editions) {
      Fact fact = edition.fact(path);
      if (fact != null && !edition.whereUnstated(fact).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The values that other facts state of a fact. */
  private List<String> special(String path) {
    List<String> values = new ArrayList<>();
    for (Edition edition : editions) {
      Fact fact = edition.fact(path);
      for (Fact source : fact == null ? List.<Fact>of() : edition.sources(fact)) {
        for (Setting setting : source.states()) {
          if (fact != null && setting.fact() == fact.index()) {
            values.add(String.join(", ", fact.words(setting.value())));
          }
        }
      }
    }
    return values;
  }

  /** Leaves out what cannot be: not stated, though required or assumed. */
  private void requireReasons(SharedFact fact) {
    for (int side = 0; side < 2; side++) {
      Fact own = fact.fact(side);
      if (own == null) {
        continue;
      }
      if (own.limits().required()) {
        exist = nodes.and(exist, stated(fact));
      }
      if (!fact.literal && own.assumed() != Fact.UNSTATED) {
        int reason = stated(fact);
        for (Fact other : editions[side].unless(own)) {
          SharedFact shared = facts.get(other.path());
          reason = shared == null ? Diagrams.YES : nodes.or(reason, stated(shared));
        }
        exist = nodes.and(exist, reason);
      }
    }
  }

  /** Follows what facts state of others as a referral is read; leaves out contradictions. */
  private void imply(int side) {
    Policy policy = editions[side].policy;
    for (Fact source : policy.facts()) {
      SharedFact shared = facts.get(source.path());
      if (shared == null) {
        continue;
      }
      int known = known(side, shared);
      for (Setting setting : source.states()) {
        SharedFact target = facts.get(policy.facts().get(setting.fact()).path());
        if (target != null) {
          state(side, target, new Implied(known, setting.value()));
        }
      }
    }
  }

  private void state(int side, SharedFact target, Implied stated) {
    int is = is(side, target, stated.value);
    if (!target.literal) {
      exist = nodes.and(exist, nodes.or(nodes.not(stated.when), is));
      return;
    }
    List<Implied> others =
        implied.get(side).computeIfAbsent(target.path, path -> new ArrayList<>());
    int wrong = nodes.and(stated(target), nodes.not(is));
    for (Implied other : others) {
      if (other.value != stated.value) {
        wrong = nodes.or(wrong, other.when);
      }
    }
    exist = nodes.and(exist, nodes.not(nodes.and(stated.when, wrong)));
    others.add(stated);
  }
}
