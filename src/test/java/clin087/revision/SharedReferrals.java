package clin087.revision;

import clin087.Given;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.referral.Block;
import clin087.referral.BlockReader;
import clin087.referral.Referral;
import clin087.referral.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Referrals of two policies, one of every kind. */
final class SharedReferrals {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, List<Object>> values = new LinkedHashMap<>();
  private final Map<Policy, BlockReader> readers = new HashMap<>();
  boolean sampled;

  SharedReferrals(Policy... policies) {
    for (Policy policy : policies) {
      readers.put(policy, new BlockReader(policy, Given.AS_OF, false));
      for (Fact fact : policy.facts()) {
        if (!fact.path().equals("/reference")) {
          List<Object> all = values.computeIfAbsent(fact.path(), path -> new ArrayList<>());
          values(fact, policy).stream().filter(v -> !all.contains(v)).forEach(all::add);
        }
      }
    }
  }

  private static List<Object> values(Fact fact, Policy policy) {
    List<Object> values = new ArrayList<>();
    switch (fact.type()) {
      case BOOLEAN -> values.addAll(List.of("true", "false"));
      case TEXT -> values.add("stated");
      case CHOICE -> values.addAll(fact.values());
      case SET -> {
        for (long bits = 0; bits < 1L << fact.choices().size(); bits++) {
          values.add(new LinkedHashSet<>(fact.words(bits)));
          // the same members said of one by one, the others not at all or not to be there
          for (boolean others : new boolean[] {false, true}) {
            Map<String, Boolean> members = new LinkedHashMap<>();
            for (int i = 0; i < fact.choices().size(); i++) {
              boolean has = (bits >> i & 1) == 1;
              if (has || (others && i % 2 == 0)) {
                members.put(fact.values().get(i), has);
              }
            }
            values.add(members);
          }
        }
      }
      default -> {
        Set<Long> codes = new TreeSet<>(List.of(fact.limits().min(), fact.limits().max()));
        for (Rule rule : policy.rules()) {
          List<Comparison> comparisons = new ArrayList<>();
          rule.when().collectInto(comparisons);
          for (Comparison comparison : comparisons) {
            for (Operand operand : comparison.operands()) {
              long code = operand.code(Given.AS_OF.toEpochDay());
              if (comparison.fact().equals(fact)) {
                codes.addAll(List.of(code - 1, code, code + 1));
              }
            }
          }
        }
        for (Fact other : policy.facts()) {
          other.states().stream()
              .filter(setting -> setting.fact() == fact.index())
              .forEach(setting -> codes.add(setting.value()));
        }
        codes.add(fact.assumed() == Fact.UNSTATED ? fact.limits().min() : fact.assumed());
        codes.removeIf(code -> code < fact.limits().min() || code > fact.limits().max());
        codes.forEach(code -> values.add(fact.words(code).get(0)));
      }
    }
    return values;
  }

  List<Map<String, Object>> all(int most, long seed) {
    long count = 1;
    for (List<Object> each : values.values()) {
      count *= 1 + each.size();
    }
    sampled = count > most;
    Random random = new Random(seed);
    List<Map<String, Object>> all = new ArrayList<>();
    for (long i = 0; i < Math.min(count, most); i++) {
      long rest = i;
      Map<String, Object> stated = new LinkedHashMap<>();
      int known = random.nextInt(4);
      for (Map.Entry<String, List<Object>> entry : values.entrySet()) {
        int many = entry.getValue().size();
        int value = (int) (rest % (many + 1));
        rest /= many + 1;
        if (sampled) {
          value = random.nextInt(4) < known ? random.nextInt(many) : many;
        }
        if (value < many) {
          stated.put(entry.getKey(), entry.getValue().get(value));
        }
      }
      all.add(stated);
    }
    return all;
  }

  String json(Map<String, Object> stated) {
    ObjectNode json = JSON.createObjectNode();
    json.put("reference", "R");
    stated.forEach(
        (path, value) -> {
          String[] names = path.substring(1).split("/", -1);
          ObjectNode parent = names.length == 1 ? json : json.withObject("/" + names[0]);
          String name = names[names.length - 1];
          if (value instanceof Set<?>
              || value instanceof Map<?, ?>
              || !String.valueOf(value).matches("-?[0-9.]+|true|false")) {
            parent.set(name, JSON.valueToTree(value));
          } else {
            parent.set(name, JSON.readTree(value.toString()));
          }
        });
    return json.toString();
  }

  /** What is left once a policy's reader has nothing to complain of but contradictions. */
  Map<String, Object> without(Policy policy, Map<String, Object> stated) {
    Map<String, Object> left = new LinkedHashMap<>();
    stated.forEach(
        (path, value) -> {
          Object kept = kept(policy, path, value);
          if (kept != null) {
            left.put(path, kept);
          }
        });
    return left;
  }

  private static @Nullable Object kept(Policy policy, String path, Object value) {
    for (Fact fact : policy.facts()) {
      if (!fact.path().equals(path)) {
        continue;
      }
      boolean set = value instanceof Set<?> || value instanceof Map<?, ?>;
      if (set != (fact.type() == FactType.SET)) {
        return null;
      }
      if (value instanceof Set<?> members) {
        Set<Object> known = new LinkedHashSet<>(members);
        known.removeIf(member -> fact.choice((String) member) < 0);
        return known;
      }
      if (value instanceof Map<?, ?> members) {
        Map<Object, Object> known = new LinkedHashMap<>(members);
        known.keySet().removeIf(member -> fact.choice((String) member) < 0);
        return known;
      }
      String word = (String) value;
      boolean bare = word.matches("-?[0-9.]+|true|false");
      return switch (fact.type()) {
        case TEXT -> bare ? null : word;
        case BOOLEAN, INTEGER, DECIMAL -> bare && fact.code(word) != Fact.UNSTATED ? word : null;
        default -> !bare && fact.code(word) != Fact.UNSTATED ? word : null;
      };
    }
    return null;
  }

  @Nullable Referral read(Policy policy, String json) {
    byte[] bytes = json.strip().getBytes(StandardCharsets.UTF_8);
    Span span = new Span(0, bytes.length, 1, 1, null);
    @Nullable Referral[] read = new Referral[1];
    readers
        .get(policy)
        .read(
            new Block(bytes, bytes.length, List.of(span), true),
            (reading, at) -> read[0] = reading.referral());
    return read[0];
  }
}
