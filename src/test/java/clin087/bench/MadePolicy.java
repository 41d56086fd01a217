package clin087.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A policy larger than any that is published, of every type of fact, the same for each seed. */
public final class MadePolicy {
  private static final int CLAUSES = 40;
  private static final List<String> VERDICTS = List.of("GO", "STOP", "FIRST", "ELSEWHERE");

  /** A case that such a policy passes whatever its seed, so that coverage has something to do. */
  static final String CASES =
      """
      cases:
        - case: Nothing is stated
          given: {}
          expect: ASK
      """;

  private final Random random;
  private final int facts;
  private final int rules;

  /** Prepares a policy with so many facts and rules. */
  public MadePolicy(long seed, int facts, int rules) {
    this.random = new Random(seed);
    this.facts = facts;
    this.rules = rules;
  }

  void write(Path file) throws IOException {
    Files.writeString(file, yaml());
  }

  /** The same policy with two other verdicts and another bound. */
  static String revised(String yaml) {
    return yaml.replaceFirst("(?s)(rule: r20\\n.*?verdict: )\\w+", "$1" + VERDICTS.get(0))
        .replaceFirst("(?s)(rule: r40\\n.*?verdict: )\\w+", "$1" + VERDICTS.get(1))
        .replaceFirst(">= 50", ">= 60");
  }

  /** The policy file. */
  public String yaml() {
    StringBuilder yaml =
        new StringBuilder(
            """
            policy:
              id: MADE
              title: A made policy
              publisher: nobody
              version: 1
              published: 2026-01
              reviewDue: 2027-01
              source: nowhere
            verdicts:
              - {verdict: GO, outcome: proceed, label: Go}
              - {verdict: STOP, outcome: refuse, label: Stop}
              - {verdict: FIRST, outcome: redirect, label: Something first}
              - {verdict: ELSEWHERE, outcome: redirect, label: Somewhere else}
              - {verdict: ASK, outcome: incomplete, label: Ask, action: Ask.}
            facts:
              - {path: /reference, type: text, about: the reference, required: true}
            """);
    for (int i = 0; i < facts; i++) {
      yaml.append(fact(i));
    }
    yaml.append("rules:\n");
    List<List<String>> encoders = new ArrayList<>();
    for (int i = 0; i < CLAUSES; i++) {
      encoders.add(new ArrayList<>());
    }
    for (int i = 0; i < rules; i++) {
      encoders.get(i % CLAUSES).add("r" + i);
      yaml.append("  - rule: r%d%n    clause: c%d%n".formatted(i, i % CLAUSES));
      yaml.append(i == rules - 1 ? "    when: otherwise\n" : condition());
      String verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
      yaml.append("    verdict: %s%n    action: Do %d.%n".formatted(verdict, i));
    }
    yaml.append("sections:\n  - section: 1\n    title: Everything\n    clauses:\n");
    for (int i = 0; i < CLAUSES; i++) {
      String by = encoders.get(i).toString();
      yaml.append("      - {clause: c%d, text: Words %d., encodedBy: %s}%n".formatted(i, i, by));
    }
    return yaml.toString();
  }

  private String fact(int index) {
    String type =
        switch (index % 6) {
          case 0, 1 -> "boolean";
          case 2 -> "choice, values: {a: A, b: B, c: C, d: D}";
          case 3 -> "integer, max: 120";
          case 4 -> "set, values: {a: A, b: B, c: C, d: D, e: E}";
          default -> index % 12 == 5 ? "decimal, decimals: 1, max: 80" : "date";
        };
    return "  - {path: /f%d, type: %s, question: What of %d?}%n".formatted(index, type, index);
  }

  /** Three to five bullets, one of which may be a list of its own: narrow, as criteria are. */
  private String condition() {
    StringBuilder text = new StringBuilder("    when:\n      all:\n");
    int count = 3 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      text.append("        - ").append(comparison()).append('\n');
    }
    int kind = random.nextInt(4);
    if (kind > 1) {
      text.append(kind == 2 ? "        - any:\n" : "        - atLeast: 2\n          of:\n");
      for (int i = 0; i < 3; i++) {
        text.append("            - ").append(comparison()).append('\n');
      }
    }
    return text.toString();
  }

  private String comparison() {
    int index = random.nextInt(facts);
    String value = List.of("a", "b", "c", "d").get(random.nextInt(4));
    return switch (index % 6) {
      case 0, 1 -> (random.nextBoolean() ? "" : "not ") + "f" + index;
      case 2 -> "f" + index + (random.nextBoolean() ? " is " : " is not ") + value;
      case 3 -> "f" + index + (random.nextBoolean() ? " >= " : " < ") + 10 * random.nextInt(12);
      case 4 -> "f" + index + (random.nextBoolean() ? " has " : " lacks ") + value;
      default ->
          index % 12 == 5
              ? "f" + index + (random.nextBoolean() ? " > " : " <= ") + random.nextInt(80) + ".5"
              : "f" + index + " on or before " + (1 + random.nextInt(24)) + " months ago";
    };
  }
}
