package clin087.policyfile;

import clin087.policy.Clause;
import clin087.policy.Place;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.text.NearestName;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the document's own words, and checks them against the rules that cite them. */
final class SectionReader {
  /** The placeholder for a clause that is reported as unknown. */
  private static final Clause NO_CLAUSE = new Clause("", "", List.of(), null);

  private final Problems problems;
  private final Origins origins;
  private final Map<String, Clause> clauses = new LinkedHashMap<>();
  private final Map<String, Scalar> clausesAt = new LinkedHashMap<>();

  /** The names of rules and cautions in the order of the file. */
  private final List<Encoding> encodings = new ArrayList<>();

  /** The clauses that each rule or caution cites. */
  private final Map<String, Set<String>> cited = new LinkedHashMap<>();

  /** The names of rules and cautions at a clause. */
  private record Encoding(String clause, List<Scalar> names) {}

  SectionReader(Problems problems, Origins origins) {
    this.problems = problems;
    this.origins = origins;
  }

  List<Section> read(List<Node> items) {
    List<Section> sections = new ArrayList<>();
    for (Node item : items) {
      Keys keys = new Keys(item, problems, PolicyKeys.SECTION.names());
      List<Clause> own = new ArrayList<>();
      for (Node node : keys.items("clauses")) {
        own.add(newClause(new Keys(node, problems, PolicyKeys.CLAUSE.names())));
      }
      Section section = new Section(keys.text("section"), keys.text("title"), own);
      sections.add(origins.note(section, item));
    }
    return sections;
  }

  private Clause newClause(Keys keys) {
    Scalar id = keys.scalar("clause");
    List<Scalar> names = keys.scalars("encodedBy");
    List<String> encodedBy = new ArrayList<>();
    for (Scalar name : names) {
      encodedBy.add(name.text());
    }
    String informative = keys.text("informative", "");
    Clause clause =
        new Clause(
            id.text(), keys.text("text"), encodedBy, informative.isEmpty() ? null : informative);
    origins.note(clause, keys.item());
    if (encodedBy.isEmpty() == informative.isEmpty()) {
      problems.addGap(
          PolicyProblem.MISSING_KEY,
          keys.at(),
          "expected either 'encodedBy' with rules or 'informative' with a reason for the clause '"
              + NearestName.shorten(clause.text())
              + "'");
    }
    if (clauses.putIfAbsent(clause.id(), clause) != null) {
      problems.add(
          PolicyProblem.DUPLICATE_ID, id.at(), "the clause '" + id.text() + "' is declared twice");
    }
    clausesAt.putIfAbsent(clause.id(), id);
    encodings.add(new Encoding(clause.id(), names));
    return clause;
  }

  /** The clauses that a rule or a caution cites, to be added to. */
  Set<String> citesOf(String name) {
    Set<String> cites = cited.get(name);
    if (cites == null) {
      cites = new LinkedHashSet<>();
      cited.put(name, cites);
    }
    return cites;
  }

  /** The clause with a number, which is noted as cited. */
  Clause cite(Scalar id, Set<String> cites) {
    cites.add(id.text());
    return clause(id);
  }

  /** The clause with a number; if it is unknown, that is reported, and a placeholder returned. */
  Clause clause(Scalar id) {
    Clause clause = clauses.get(id.text());
    if (clause == null) {
      if (!id.text().isEmpty()) {
        problems.unknown(PolicyProblem.UNKNOWN_CLAUSE, id, clauses.keySet());
      }
      return NO_CLAUSE;
    }
    return clause;
  }

  /** Checks that the clauses and the rules name each other. */
  void checkEncodings(Iterable<Rule> rules) {
    Map<String, Integer> misnamed = new HashMap<>();
    for (Encoding encoding : encodings) {
      for (Scalar name : encoding.names()) {
        if (!cited.containsKey(name.text())) {
          problems.unknown(PolicyProblem.UNKNOWN_RULE, name, cited.keySet());
          misnamed.merge(encoding.clause(), 1, Integer::sum);
        } else if (!cited.getOrDefault(name.text(), Set.of()).contains(encoding.clause())) {
          problems.addGap(
              PolicyProblem.NOT_ENCODED,
              name.at(),
              "'"
                  + name.text()
                  + "' does not cite the clause "
                  + encoding.clause()
                  + ", which names it");
        }
      }
    }
    for (Rule rule : rules) {
      Clause clause = rule.clause();
      if (clause.id().isEmpty() || clause.encodedBy().contains(rule.id())) {
        continue;
      }
      int unknown = misnamed.getOrDefault(clause.id(), 0);
      if (unknown > 0) {
        // an unknown name there is probably meant for this rule
        misnamed.put(clause.id(), unknown - 1);
      } else {
        problems.addGap(
            PolicyProblem.NOT_ENCODED,
            at(clause),
            "the clause "
                + clause.id()
                + " lacks the rule '"
                + rule.id()
                + "', which cites it: add it to its 'encodedBy'");
      }
    }
  }

  private Place at(Clause clause) {
    return Objects.requireNonNull(clausesAt.get(clause.id())).at();
  }
}
