package clin087.cases;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.proof.ImpliedFacts;
import clin087.proof.ImpliedFacts.Contradiction;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the facts that a case gives. */
final class GivenReader {
  private final Policy policy;
  private final Problems problems;
  private final Map<String, Fact> facts = new HashMap<>();

  GivenReader(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
    for (Fact fact : policy.facts()) {
      facts.put(fact.name(), fact);
    }
  }

  /**
   * The code of each fact that the case gives, by its index.
   *
   * @param asOf the date of the check; null if the case does not fix it
   */
  long[] read(Keys keys, @Nullable LocalDate asOf) {
    long[] stated = policy.nothingStated();
    Scalar[] at = new Scalar[stated.length];
    Node given = keys.node("given");
    for (Entry entry : keys.entries("given")) {
      Fact fact = facts.get(entry.key().text());
      if (fact == null) {
        problems.unknown(PolicyProblem.UNKNOWN_FACT, entry.key(), facts.keySet());
        continue;
      }
      stated[fact.index()] = value(fact, entry.value(), asOf);
      at[fact.index()] = entry.key();
    }
    for (Fact fact : policy.facts()) {
      boolean wanted = fact.limits().required() && !fact.isReference();
      if (wanted && at[fact.index()] == null && keys.get("given") != null) {
        problems.add(
            PolicyProblem.MISSING_KEY,
            given.at(),
            "expected '" + fact.name() + "' here, since every referral must state it");
      }
    }
    Contradiction contradiction = ImpliedFacts.complete(policy, stated);
    if (contradiction != null) {
      Fact other = policy.facts().get(contradiction.states().fact());
      Scalar place = at[other.index()];
      problems.add(
          PolicyProblem.CONTRADICTION,
          place == null ? given.at() : place.at(),
          "expected '"
              + String.join(", ", other.words(contradiction.states().value()))
              + "', as '"
              + contradiction.fact().name()
              + "' states, or no '"
              + contradiction.fact().name()
              + "'");
    }
    return stated;
  }

  /** The code of the value given for a fact; reported if it is not allowed. */
  private long value(Fact fact, Node node, @Nullable LocalDate asOf) {
    if (fact.type() != FactType.SET) {
      return value(fact, Keys.scalar(node, problems), asOf);
    }
    if (node instanceof Mapping members) {
      return members(fact, members);
    }
    if (node instanceof Sequence set) {
      return members(fact, set);
    }
    problems.add(
        PolicyProblem.WRONG_TYPE,
        node.at(),
        "expected a list, such as [" + first(fact) + "] or [], or " + first(fact) + ": true");
    return Fact.UNSTATED;
  }

  /** Reads a set that is given whole, by the members that it has. */
  private long members(Fact fact, Sequence set) {
    long members = 0;
    for (Node item : set.items()) {
      long member = value(fact, Keys.scalar(item, problems), null);
      if (member != Fact.UNSTATED && (members & member) != 0) {
        problems.add(PolicyProblem.REPEATED_VALUE, item.at(), "expected each value at most once");
      }
      members |= member == Fact.UNSTATED ? 0 : member;
    }
    return members;
  }

  /** Reads a set that is given member by member. */
  private long members(Fact fact, Mapping set) {
    long has = 0;
    long open = fact.open(Fact.UNSTATED);
    for (Entry entry : set.entries()) {
      long member = value(fact, entry.key(), null);
      Scalar holds = Keys.scalar(entry.value(), problems);
      if (!holds.text().equals("true") && !holds.text().equals("false")) {
        problems.add(PolicyProblem.UNKNOWN_VALUE, holds.at(), "expected true or false");
      }
      if (member != Fact.UNSTATED) {
        open &= ~member;
        has |= holds.text().equals("true") ? member : 0;
      }
    }
    return fact.partly(has, open);
  }

  private static String first(Fact set) {
    return set.choices().get(0).value();
  }

  private long value(Fact fact, Scalar value, @Nullable LocalDate asOf) {
    if (fact.type() == FactType.TEXT) {
      if (value.text().isEmpty()) {
        problems.add(
            PolicyProblem.MISSING_KEY, value.at(), "expected a text for '" + fact.name() + "'");
      }
      return 1;
    }
    long code = fact.code(value.text());
    if (code == Fact.UNSTATED) {
      if (fact.type() == FactType.CHOICE || fact.type() == FactType.SET) {
        problems.unknown(PolicyProblem.UNKNOWN_VALUE, value, fact.values());
      } else {
        problems.add(PolicyProblem.UNKNOWN_VALUE, value.at(), "expected " + fact.expected());
      }
    } else if (asOf != null
        && fact.type() == FactType.DATE
        && !fact.limits().allows(code, asOf.toEpochDay())) {
      problems.add(
          PolicyProblem.UNKNOWN_VALUE, value.at(), "expected " + fact.expected(asOf.toEpochDay()));
    }
    return code;
  }
}
