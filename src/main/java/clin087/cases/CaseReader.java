package clin087.cases;

import clin087.cases.Case.Expectation;
import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Verdict;
import clin087.proof.Statements;
import clin087.proof.Statements.Contradiction;
import clin087.referral.Referral;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import clin087.yaml.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads cases from their file's nodes, and reports everything that is wrong with them at once. */
final class CaseReader {
  private static final Aspect[] ASPECTS = Aspect.values();
  private static final String[] KEYS = keys();

  private final Policy policy;
  private final Problems problems;
  private final Map<String, Fact> facts = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<Aspect, Set<String>> known = new EnumMap<>(Aspect.class);

  CaseReader(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
    for (Fact fact : policy.facts()) {
      facts.put(fact.name(), fact);
    }
  }

  private static String[] keys() {
    List<String> keys = new ArrayList<>(List.of("case", "asOf", "given"));
    for (Aspect aspect : ASPECTS) {
      keys.add(aspect.key());
    }
    return keys.toArray(new String[0]);
  }

  /** The cases; they are of use only when no problem has been reported. */
  List<Case> read(Node document) {
    Keys keys = keys(document, "cases", "asOf", "cases");
    LocalDate asOf = date(keys);
    keys.node("cases");
    List<Case> cases = new ArrayList<>();
    for (Node item : keys.items("cases")) {
      cases.add(example(item, asOf));
    }
    return cases;
  }

  /** The keys of a mapping, which is not to be empty. */
  private Keys keys(Node node, String first, String... known) {
    if (node instanceof Mapping mapping && mapping.entries().isEmpty()) {
      problems.add("missing-key", node.at(), "expected '" + first + "' here");
    }
    return new Keys(node, problems, known);
  }

  private Case example(Node item, @Nullable LocalDate ofAll) {
    Keys keys = keys(item, "case", KEYS);
    Scalar name = keys.scalar("case");
    if (!name.text().isEmpty() && !names.add(name.text())) {
      problems.add(
          "duplicate-id", name.at(), "another case has this name; give every case its own");
    }
    LocalDate own = date(keys);
    List<Expectation> expected = new ArrayList<>();
    for (Aspect aspect : ASPECTS) {
      if (aspect == Aspect.VERDICT || keys.get(aspect.key()) != null) {
        expected.add(new Expectation(aspect, words(aspect, keys)));
      }
    }
    return new Case(
        name.text(),
        name.at(),
        own == null ? ofAll : own,
        new Referral("", given(keys), List.of()),
        expected);
  }

  private @Nullable LocalDate date(Keys keys) {
    Scalar date = keys.optional("asOf");
    if (date == null) {
      return null;
    }
    long day = Fact.AS_OF.code(date.text());
    if (day == Fact.UNSTATED) {
      problems.add("unknown-value", date.at(), "expected " + Fact.AS_OF.expected());
      return null;
    }
    return LocalDate.ofEpochDay(day);
  }

  // ------------------------------------------------------------------------------ what is given

  private long[] given(Keys keys) {
    long[] stated = policy.nothingStated();
    Scalar[] at = new Scalar[stated.length];
    Node given = keys.node("given");
    for (Entry entry : keys.entries("given")) {
      Fact fact = facts.get(entry.key().text());
      if (fact == null) {
        problems.unknown("fact", entry.key(), facts.keySet());
        continue;
      }
      stated[fact.index()] = value(fact, entry.value());
      at[fact.index()] = entry.key();
    }
    for (Fact fact : policy.facts()) {
      boolean wanted = fact.limits().required() && !fact.isReference();
      if (wanted && at[fact.index()] == null && keys.get("given") != null) {
        problems.add(
            "missing-key",
            given.at(),
            "expected '" + fact.name() + "' here, since every referral must state it");
      }
    }
    Contradiction contradiction = Statements.complete(policy, stated);
    if (contradiction != null) {
      Fact other = policy.facts().get(contradiction.states().fact());
      Scalar place = at[other.index()];
      problems.add(
          "contradiction",
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

  /** The code of what is given of a fact; reported when it is not an allowed value. */
  private long value(Fact fact, Node node) {
    if (fact.type() != FactType.SET) {
      return value(fact, Keys.scalar(node, problems));
    }
    if (!(node instanceof Sequence set)) {
      problems.add("wrong-type", node.at(), "expected a list, such as [" + first(fact) + "] or []");
      return Fact.UNSTATED;
    }
    long members = 0;
    for (Node item : set.items()) {
      long member = value(fact, Keys.scalar(item, problems));
      if (member != Fact.UNSTATED && (members & member) != 0) {
        problems.add("repeated-value", item.at(), "expected each value at most once");
      }
      members |= member == Fact.UNSTATED ? 0 : member;
    }
    return members;
  }

  private static String first(Fact set) {
    return set.choices().get(0).value();
  }

  private long value(Fact fact, Scalar value) {
    if (fact.type() == FactType.TEXT) {
      if (value.text().isEmpty()) {
        problems.add("missing-key", value.at(), "expected a text for '" + fact.name() + "'");
      }
      return 1;
    }
    long code = fact.code(value.text());
    if (code == Fact.UNSTATED) {
      if (fact.type() == FactType.CHOICE || fact.type() == FactType.SET) {
        problems.unknown("value", value, fact.values());
      } else {
        problems.add("unknown-value", value.at(), "expected " + fact.expected());
      }
    }
    return code;
  }

  // --------------------------------------------------------------------------- what is expected

  private List<String> words(Aspect aspect, Keys keys) {
    List<Scalar> stated =
        aspect.isList() ? keys.scalars(aspect.key()) : List.of(keys.scalar(aspect.key()));
    List<String> words = new ArrayList<>();
    for (Scalar word : stated) {
      Set<String> known = knownOf(aspect);
      if (!word.text().isEmpty() && !known.contains(word.text())) {
        problems.unknown(kind(aspect), word, known);
      }
      words.add(word.text());
    }
    return words;
  }

  private static String kind(Aspect aspect) {
    return switch (aspect) {
      case VERDICT, AFTERWARDS -> "verdict";
      case RULE -> "rule";
      case CLAUSES -> "clause";
      case MISSING -> "fact";
      case CAUTIONS -> "caution";
    };
  }

  private Set<String> knownOf(Aspect aspect) {
    Set<String> already = known.get(aspect);
    if (already == null) {
      already = known(aspect);
      known.put(aspect, already);
    }
    return already;
  }

  /** What a decision can have of an aspect. */
  private Set<String> known(Aspect aspect) {
    Set<String> known = new LinkedHashSet<>();
    switch (aspect) {
      case VERDICT, AFTERWARDS -> {
        for (Verdict verdict : policy.verdicts()) {
          known.add(verdict.id());
        }
      }
      case RULE -> {
        for (Rule rule : policy.rules()) {
          known.add(rule.id());
        }
      }
      case CLAUSES -> {
        for (Section section : policy.sections()) {
          for (Clause clause : section.clauses()) {
            known.add(clause.id());
          }
        }
      }
      case MISSING -> {
        for (Fact fact : policy.factsOfRules()) {
          known.add(fact.name());
        }
      }
      case CAUTIONS -> {
        for (Caution caution : policy.cautions()) {
          known.add(caution.id());
        }
      }
    }
    return known;
  }
}
