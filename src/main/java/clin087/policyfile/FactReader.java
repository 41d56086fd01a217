package clin087.policyfile;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.policy.Setting;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the facts that a policy file declares. */
final class FactReader {
  private static final FactType[] TYPES = FactType.values();
  private static final List<String> TRUTHS = List.of("false", "true");
  private static final int MOST_CHOICES = 62;
  private static final int MOST_DECIMALS = 6;
  private static final long MOST = 1_000_000_000_000L;

  private final Problems problems;
  private final Origins origins;
  private final FactPaths paths;
  private final List<Scalar> cited = new ArrayList<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();

  FactReader(Problems problems, Origins origins) {
    this.problems = problems;
    this.origins = origins;
    this.paths = new FactPaths(problems);
  }

  /** The facts by their names, in the order of the file. */
  Map<String, Fact> read(List<Node> declarations) {
    Map<Fact, Keys> keysOf = new LinkedHashMap<>();
    for (Node declaration : declarations) {
      Keys keys =
          new Keys(
              declaration,
              problems,
              "path",
              "label",
              "type",
              "values",
              "question",
              "about",
              "clause",
              "default",
              "defaultUnless",
              "assumable",
              "states",
              "unit",
              "decimals",
              "min",
              "max",
              "required",
              "maxLength",
              "controlCharacters");
      Fact fact = fact(keys);
      if (facts.putIfAbsent(fact.name(), fact) == null) {
        keysOf.put(fact, keys);
      }
    }
    // what refers to other facts, once all of them are known
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
      // what is no path has been reported; its place tells it from others
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
    String label = keys.text("label", "");
    if (label.isEmpty()) {
      label = FactPaths.plainWords(path.text());
    }
    List<Choice> choices = choices(keys, type, label);
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
            limits(keys, type, choices.size()));
    if (question.isEmpty() && fact.question().isEmpty()) {
      problems.addGap(
          "missing-key", keys.at(), "expected 'question', or 'about' where no rule asks for it");
    }
    return withAssumption(fact, keys);
  }

  private FactType type(Scalar word) {
    List<String> known = new ArrayList<>();
    for (FactType type : TYPES) {
      known.add(type.word());
      if (type.word().equals(word.text())) {
        return type;
      }
    }
    if (!word.text().isEmpty()) {
      problems.unknown("type", word, known);
    }
    return FactType.TEXT;
  }

  private List<Choice> choices(Keys keys, FactType type, String label) {
    Node values = keys.get("values");
    List<Choice> choices = new ArrayList<>();
    for (Entry entry : keys.entries("values")) {
      Scalar means = Keys.scalar(entry.value(), problems);
      if (entry.key().text().isEmpty() || (means == entry.value() && means.text().isEmpty())) {
        problems.add("missing-key", entry.key().at(), "expected a value and its label");
      }
      choices.add(origins.note(new Choice(entry.key().text(), means.text()), entry.key()));
    }
    if (type == FactType.BOOLEAN) {
      return truths(values, choices, label);
    }
    if (type.isListed()) {
      keys.node("values");
    } else if (values != null) {
      problems.add(
          "wrong-type", values.at(), "expected 'values' on a boolean, a choice or a set only");
    }
    if (type.isListed()
        && values instanceof Mapping
        && (choices.isEmpty() || choices.size() > MOST_CHOICES)) {
      problems.add("wrong-type", values.at(), "expected 1 to " + MOST_CHOICES + " values");
    }
    return choices.size() > MOST_CHOICES ? choices.subList(0, MOST_CHOICES) : choices;
  }

  /** False and true, in the order of their codes. */
  private List<Choice> truths(@Nullable Node values, List<Choice> stated, String label) {
    if (values == null) {
      return List.of(new Choice(TRUTHS.get(0), "not " + label), new Choice(TRUTHS.get(1), label));
    }
    List<Choice> truths = new ArrayList<>();
    for (String word : TRUTHS) {
      for (Choice choice : stated) {
        if (choice.value().equals(word)) {
          truths.add(choice);
        }
      }
    }
    if (values instanceof Mapping && (truths.size() != 2 || stated.size() != 2)) {
      problems.add("wrong-type", values.at(), "expected 'true' and 'false', each with a label");
    }
    return truths;
  }

  private Limits limits(Keys keys, FactType type, int choices) {
    long decimals = keys.number("decimals", 0);
    if (decimals > MOST_DECIMALS) {
      report(keys, "decimals", "expected at most " + MOST_DECIMALS + " decimals");
      decimals = MOST_DECIMALS;
    }
    long min = 0;
    long max =
        switch (type) {
          case BOOLEAN, TEXT -> 1;
          case CHOICE -> Math.max(0, choices - 1);
          case SET -> Long.MAX_VALUE;
          case INTEGER, DECIMAL -> MOST;
          case DATE -> Limits.LAST_DAY;
        };
    if (type == FactType.DATE) {
      min = Limits.FIRST_DAY;
    }
    boolean number = type == FactType.INTEGER || type == FactType.DECIMAL;
    for (String key : List.of("min", "max", "unit", "decimals")) {
      boolean decimal = key.equals("decimals");
      if (keys.get(key) != null && (decimal ? type != FactType.DECIMAL : !number)) {
        String types = decimal ? "decimal" : "number";
        report(keys, key, "expected '" + key + "' on a " + types + " only");
      }
    }
    Limits wide =
        new Limits(
            number ? -MOST : min,
            max,
            (int) decimals,
            keys.text("unit", ""),
            keys.flag("required", false),
            (int) Math.min(keys.number("maxLength", 0), Integer.MAX_VALUE),
            keys.flag("controlCharacters", true));
    if (!number) {
      return wide;
    }
    long least = bound(keys, "min", type, wide, 0);
    long most = bound(keys, "max", type, wide, MOST);
    if (least > most) {
      report(keys, keys.get("min") == null ? "max" : "min", "expected 'min' to be below 'max'");
    }
    return new Limits(
        least,
        Math.max(least, most),
        wide.decimals(),
        wide.unit(),
        wide.required(),
        wide.maxLength(),
        wide.controlCharacters());
  }

  private void report(Keys keys, String key, String message) {
    Node node = keys.get(key);
    problems.add("wrong-type", node == null ? keys.at() : node.at(), message);
  }

  private long bound(Keys keys, String key, FactType type, Limits wide, long otherwise) {
    Scalar scalar = keys.optional(key);
    if (scalar == null) {
      return otherwise;
    }
    Fact number =
        new Fact(
            0, "/", "", type, List.of(), "", null, Fact.UNSTATED, List.of(), true, List.of(), wide);
    long code = number.code(scalar.text());
    if (code == Fact.UNSTATED) {
      problems.add("wrong-type", scalar.at(), "expected a number for '" + key + "'");
      return otherwise;
    }
    return code;
  }

  private Fact withAssumption(Fact fact, Keys keys) {
    Node node = keys.get("default");
    if (node == null) {
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

  /** The code of a value that a policy file states of a fact; reported when it is not allowed. */
  private long value(Fact fact, Scalar value) {
    long code = fact.code(value.text());
    if (code == Fact.UNSTATED) {
      if (!fact.type().isListed()) {
        problems.add("unknown-value", value.at(), "expected " + fact.expected());
      } else {
        problems.unknown("value", value, fact.values());
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
    if (!unless.isEmpty() && fact.assumed() == Fact.UNSTATED) {
      problems.add("missing-key", keys.at(), "expected 'default' beside 'defaultUnless'");
    }
    return fact.with(fact.index(), fact.assumed(), unless, settings(keys.entries("states")));
  }

  /** Facts with the values that they are given. */
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
      problems.unknown("fact", name, facts.keySet());
    }
    return fact;
  }
}
