package clin087.policyfile;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Setting;
import clin087.policy.Worded;
import clin087.text.NearestName;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the facts that a policy file declares. */
final class FactReader {
  private static final FactType[] TYPES = FactType.values();

  private final Problems problems;
  private final Origins origins;
  private final FactPaths paths;
  private final ChoicesReader choicesReader;
  private final LimitsReader limitsReader;
  private final List<Scalar> cited = new ArrayList<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();

  /** The labels by their lower case. */
  private final Map<String, String> labels = new HashMap<>();

  FactReader(Problems problems, Origins origins) {
    this.problems = problems;
    this.origins = origins;
    this.paths = new FactPaths(problems);
    this.choicesReader = new ChoicesReader(problems, origins);
    this.limitsReader = new LimitsReader(problems);
  }

  /** The facts by their names, in the order of the file. */
  Map<String, Fact> read(List<Node> declarations) {
    Map<Fact, Keys> keysOf = new LinkedHashMap<>();
    for (Node declaration : declarations) {
      Keys keys = new Keys(declaration, problems, PolicyKeys.FACT.names());
      Fact fact = fact(keys);
      if (facts.putIfAbsent(fact.name(), fact) == null) {
        keysOf.put(fact, keys);
      }
    }
    // references to other facts, once all of them are known
    for (Map.Entry<Fact, Keys> declared : keysOf.entrySet()) {
      Fact fact = declared.getKey();
      Keys keys = declared.getValue();
      facts.put(fact.name(), origins.note(withReferences(fact, keys), keys.item()));
    }
    return facts;
  }

  /** The clauses that the facts cite. */
  List<Scalar> cited() {
    return cited;
  }

  private Fact fact(Keys keys) {
    Scalar path = keys.scalar("path");
    if (path.text().isEmpty() || !paths.isPath(path)) {
      // a wrong path has been reported; a placeholder makes it unique
      path = new Scalar("/" + facts.size() + "?", path.at());
    } else {
      paths.add(path);
    }
    FactType type = type(keys.scalar("type"));
    Scalar clause = keys.optional("clause");
    if (clause != null) {
      cited.add(clause);
    }
    String question = keys.text("question", "");
    String label = label(keys, path.text());
    List<Choice> choices = choicesReader.read(keys, type, label);
    Fact fact =
        new Fact(
            facts.size(),
            path.text(),
            label,
            type,
            choices,
            question.isEmpty() ? keys.text("about", "") : question,
            clause == null ? null : clause.text(),
            Fact.UNSTATED,
            List.of(),
            keys.flag("assumable", true),
            List.of(),
            limitsReader.read(keys, type, choices.size()));
    if (question.isEmpty() && fact.question().isEmpty()) {
      problems.addGap(
          PolicyProblem.MISSING_KEY,
          keys.at(),
          "expected 'question', or 'about' where no rule asks for it");
    }
    return withAssumption(fact, keys);
  }

  private String label(Keys keys, String path) {
    Scalar stated = keys.optional("label");
    String label =
        stated == null || stated.text().isEmpty() ? FactPaths.plainWords(path) : stated.text();
    String other = labels.putIfAbsent(label.toLowerCase(Locale.ROOT), label);
    if (other != null && !other.equals(label)) {
      problems.add(
          PolicyProblem.DUPLICATE_ID,
          stated == null ? keys.at() : stated.at(),
          "the label '"
              + NearestName.shorten(label)
              + "' differs from another fact's only in capitals; give each its own");
    }
    return label;
  }

  private FactType type(Scalar word) {
    FactType type = Worded.find(TYPES, word.text());
    if (type == null && !word.text().isEmpty()) {
      problems.unknown(PolicyProblem.UNKNOWN_TYPE, word, Worded.words(TYPES));
    }
    return type == null ? FactType.TEXT : type;
  }

  private Fact withAssumption(Fact fact, Keys keys) {
    Node node = keys.get("default");
    if (node == null) {
      return fact;
    }
    if (node instanceof Sequence && fact.type() != FactType.SET) {
      problems.add(
          PolicyProblem.WRONG_TYPE, node.at(), "expected one value for 'default', found a list");
      return fact;
    }
    long code =
        node instanceof Sequence set
            ? members(fact, set)
            : value(fact, Keys.scalar(node, problems));
    return fact.with(fact.index(), code, List.of(), List.of());
  }

  private long members(Fact fact, Sequence set) {
    long code = 0;
    for (Node item : set.items()) {
      code |= value(fact, Keys.scalar(item, problems));
    }
    return fact.type() == FactType.SET ? code : Fact.UNSTATED;
  }

  /** The code of a value that a policy file gives for a fact; reported if it is not allowed. */
  private long value(Fact fact, Scalar value) {
    long code = fact.code(value.text());
    if (code == Fact.UNSTATED) {
      if (!fact.type().isListed()) {
        problems.add(PolicyProblem.UNKNOWN_VALUE, value.at(), "expected " + fact.expected());
      } else {
        problems.unknown(PolicyProblem.UNKNOWN_VALUE, value, fact.values());
      }
    }
    return code;
  }

  private Fact withReferences(Fact fact, Keys keys) {
    List<Integer> unless = new ArrayList<>();
    for (Scalar name : keys.scalars("defaultUnless")) {
      Fact other = known(name);
      if (other != null) {
        unless.add(other.index());
      }
    }
    if (!unless.isEmpty() && keys.get("default") == null) {
      problems.add(
          PolicyProblem.MISSING_KEY, keys.at(), "expected 'default' beside 'defaultUnless'");
    }
    return fact.with(fact.index(), fact.assumed(), unless, settings(keys.entries("states")));
  }

  /** Reads facts and the values that they are given. */
  List<Setting> settings(List<Entry> entries) {
    List<Setting> settings = new ArrayList<>();
    for (Entry entry : entries) {
      Fact fact = known(entry.key());
      if (fact != null) {
        settings.add(new Setting(fact.index(), value(fact, Keys.scalar(entry.value(), problems))));
      }
    }
    return settings;
  }

  private @Nullable Fact known(Scalar name) {
    Fact fact = facts.get(name.text());
    if (fact == null) {
      problems.unknown(PolicyProblem.UNKNOWN_FACT, name, facts.keySet());
    }
    return fact;
  }
}
