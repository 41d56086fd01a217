package clin087.comparison;

import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.proof.Example;
import clin087.proof.NamedExample;
import clin087.revision.Alteration;
import clin087.revision.Alterations;
import clin087.revision.Impact;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy compared with its revision.
 *
 * @param words the changes of the document
 * @param encoding the changes of the encoding
 * @param impact the referrals that are decided differently
 */
public record Revision(
    Policy before,
    Policy after,
    LocalDate asOf,
    List<Alteration> words,
    List<Alteration> encoding,
    Impact impact) {
  public Revision {
    words = List.copyOf(words);
    encoding = List.copyOf(encoding);
  }

  /**
   * Compares two policies as of a day.
   *
   * @param time about how long the comparison of the verdicts may take
   */
  public static Revision of(Policy before, Policy after, LocalDate asOf, Duration time) {
    return new Revision(
        before,
        after,
        asOf,
        Alterations.ofWords(before, after),
        Alterations.ofEncoding(before, after),
        Impact.of(before, after, asOf, time));
  }

  /** Whether nothing changes: neither words nor encoding nor verdicts. */
  public boolean isNothing() {
    return words.isEmpty() && encoding.isEmpty() && impact.isNone() && impact.reasons().isNone();
  }

  /** The rules of the new policy whose conditions differ from the old ones. */
  List<String> changedConditions() {
    List<String> changed = new ArrayList<>();
    for (Rule rule : after.rules()) {
      for (Rule old : before.rules()) {
        if (old.id().equals(rule.id()) && !old.when().toString().equals(rule.when().toString())) {
          changed.add("'" + rule.id() + "'");
        }
      }
    }
    return changed;
  }

  /** Whether there are any examples. */
  boolean hasExamples() {
    return !examples().isEmpty();
  }

  /** The examples of all groups that have one, numbered in this order. */
  public List<NamedExample> examples() {
    List<@Nullable Example> all = new ArrayList<>();
    impact.byRules().forEach(change -> all.add(change.example()));
    impact.verdicts().groups().forEach(group -> all.add(group.example()));
    impact.reasons().groups().forEach(group -> all.add(group.example()));
    impact.onlyNew().forEach(group -> all.add(group.example()));
    impact.onlyOld().forEach(group -> all.add(group.example()));
    impact.verdicts().partial().forEach(group -> all.add(group.example()));
    impact.reasons().partial().forEach(group -> all.add(group.example()));
    List<NamedExample> named = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Example example = all.get(i);
      if (example != null) {
        named.add(new NamedExample(exampleName(i + 1), example));
      }
    }
    return named;
  }

  /** The name of a group's example, as a file and in its reference. */
  public static String exampleName(int number) {
    return "DIFF-" + number;
  }
}
