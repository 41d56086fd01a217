package clin087.decision;

import clin087.decision.Model.Ago;
import clin087.decision.Model.Answer;
import clin087.decision.Model.Cond;
import clin087.decision.Model.Group;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Law;
import clin087.decision.Model.Notice;
import clin087.decision.Model.Question;
import clin087.decision.Model.Test;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a {@link Model} as a policy file, and what a referral states as JSON. */
final class ModelText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Model model;

  ModelText(Model model) {
    this.model = model;
  }

  /** The policy file. JSON is YAML. */
  String policy() {
    ObjectNode file = JSON.createObjectNode();
    ObjectNode identity = file.putObject("policy");
    for (String key : List.of("id", "title", "publisher", "version", "source")) {
      identity.put(key, key);
    }
    identity.put("published", "2024-03").put("reviewDue", "2029-03");
    ArrayNode verdicts = file.putArray("verdicts");
    model.verdicts().forEach(verdict -> verdict(verdicts.addObject(), verdict));
    ArrayNode facts = file.putArray("facts");
    facts.addObject().put("path", "/reference").put("type", "text").put("about", "it");
    ((ObjectNode) facts.get(0)).put("required", true).put("maxLength", 64);
    model.facts().forEach(fact -> fact(facts.addObject(), fact));
    ArrayNode rules = file.putArray("rules");
    model.rules().forEach(rule -> rule(rules.addObject(), rule));
    ArrayNode cautions = file.putArray("cautions");
    model.notices().forEach(notice -> notice(cautions.addObject(), notice));
    ObjectNode section = file.putArray("sections").addObject().put("section", "1");
    ArrayNode clauses = section.put("title", "All").putArray("clauses");
    for (String id : List.of("c0", "c1", "c2", "c3")) {
      ObjectNode clause = clauses.addObject().put("clause", id).put("text", "Text of " + id);
      List<String> by =
          model.rules().stream().filter(rule -> rule.clause().equals(id)).map(Law::id).toList();
      if (by.isEmpty()) {
        clause.put("informative", "says nothing");
      } else {
        by.forEach(clause.putArray("encodedBy")::add);
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file);
  }

  private void verdict(ObjectNode node, Answer verdict) {
    node.put("verdict", verdict.id()).put("outcome", verdict.outcome()).put("label", "It is so");
    if (!verdict.action().isEmpty()) {
      node.put("action", verdict.action());
    }
    if (!verdict.afterwards().isEmpty()) {
      ObjectNode afterwards = node.putObject("afterwards");
      verdict
          .afterwards()
          .forEach(
              (fact, value) -> afterwards.put(name(fact), model.facts().get(fact).show(value)));
    }
  }

  private void fact(ObjectNode node, Question fact) {
    node.put("path", fact.path()).put("type", fact.kind().name().toLowerCase(Locale.ROOT));
    node.put("question", "What of " + fact.path() + "?").put("clause", fact.clause());
    if (!fact.choices().isEmpty()) {
      ObjectNode values = node.putObject("values");
      fact.choices().forEach(choice -> values.put(choice, "the value " + choice));
    }
    if (fact.kind() == Kind.INTEGER || fact.kind() == Kind.DECIMAL) {
      node.put("min", fact.min().toPlainString()).put("max", fact.max().toPlainString());
    }
    if (fact.days().min() != null) {
      node.put("min", fact.days().min().toString());
    }
    if (fact.days().max() != null) {
      node.put("max", fact.days().max().toString());
    }
    if (!fact.states().isEmpty()) {
      ObjectNode states = node.putObject("states");
      fact.states()
          .forEach((other, value) -> states.put(name(other), model.facts().get(other).show(value)));
    }
    if (fact.kind() == Kind.DECIMAL) {
      node.put("decimals", fact.decimals()).put("unit", "kg/m2");
    }
    if (fact.otherwise() instanceof Set<?> members) {
      ArrayNode array = node.putArray("default");
      members.forEach(member -> array.add((String) member));
    } else if (fact.otherwise() != null) {
      node.put("default", fact.show(fact.otherwise()));
    }
    ArrayNode unless = node.putArray("defaultUnless");
    fact.unless().forEach(other -> unless.add(name(other)));
  }

  private void rule(ObjectNode node, Law rule) {
    node.put("rule", rule.id()).put("clause", rule.clause()).put("action", rule.action());
    node.put("verdict", model.verdicts().get(rule.verdict()).id());
    if (rule.attention()) {
      node.put("attention", true);
    }
    ArrayNode seeAlso = node.putArray("seeAlso");
    rule.seeAlso().forEach(seeAlso::add);
    when(node, rule.when());
  }

  private void notice(ObjectNode node, Notice notice) {
    node.put("caution", notice.id()).put("message", notice.text());
    if (notice.attention()) {
      node.put("attention", true);
    }
    if (!notice.clause().isEmpty()) {
      node.put("clause", notice.clause());
    }
    if (notice.when() != null) {
      when(node, notice.when());
    }
    if (notice.outcome() != null) {
      node.put("outcome", notice.outcome());
    }
    if (!notice.rules().isEmpty()) {
      ArrayNode rules = node.putArray("notReported");
      notice.rules().forEach(rule -> rules.add(model.rules().get(rule).id()));
    }
  }

  private void when(ObjectNode node, Cond condition) {
    if (condition instanceof Group group) {
      group(node.putObject("when"), group);
    } else {
      node.put("when", condition instanceof Test test ? words(test) : "otherwise");
    }
  }

  private void group(ObjectNode node, Group group) {
    boolean counted = group.word().equals("atLeast");
    if (counted) {
      node.put("atLeast", group.least());
    }
    ArrayNode bullets = node.putArray(counted ? "of" : group.word());
    for (Cond part : group.parts()) {
      if (part instanceof Group inner) {
        group(bullets.addObject(), inner);
      } else {
        bullets.add(words((Test) part));
      }
    }
  }

  private String words(Test test) {
    String fact = name(test.fact());
    String operands = test.operands().stream().map(this::word).collect(Collectors.joining(", "));
    return switch (test.operator()) {
      case "" -> fact;
      case "is stated", "is not stated" -> fact + " " + test.operator();
      case "not" -> "not " + fact;
      case "in", "not in" -> fact + " " + test.operator() + " (" + operands + ")";
      default -> {
        boolean unit =
            model.facts().size() > test.fact()
                && model.facts().get(test.fact()).kind() == Kind.DECIMAL;
        yield fact + " " + test.operator() + " " + operands + (unit ? " kg/m2" : "");
      }
    };
  }

  private String word(Object operand) {
    if (operand instanceof Ago ago) {
      String unit = ago.unit().name().toLowerCase(Locale.ROOT);
      return ago.count() == 0 ? "today" : ago.count() + " " + unit + " ago";
    }
    return operand instanceof BigDecimal number ? number.toPlainString() : operand.toString();
  }

  private String name(int fact) {
    return fact == model.facts().size()
        ? "asOf"
        : model.facts().get(fact).path().substring(1).replace('/', '.');
  }

  /** A referral that states these values. */
  String referral(@Nullable Object[] stated) {
    ObjectNode referral = JSON.createObjectNode();
    for (int i = 0; i < stated.length; i++) {
      Object value = stated[i];
      if (value != null) {
        String[] names = model.facts().get(i).path().substring(1).split("/", -1);
        ObjectNode parent = names.length == 1 ? referral : referral.withObject("/" + names[0]);
        parent.set(names[names.length - 1], JSON.valueToTree(json(value)));
      }
    }
    return referral.toString();
  }

  /** The options {@code /pointer=value} that assume these values. */
  String[] options(Map<Integer, Object> assumed) {
    return assumed.entrySet().stream()
        .map(
            entry ->
                model.facts().get(entry.getKey()).path()
                    + "="
                    + JSON.writeValueAsString(json(entry.getValue())))
        .toArray(String[]::new);
  }

  private static Object json(Object value) {
    return value instanceof LocalDate day ? day.toString() : value;
  }
}
