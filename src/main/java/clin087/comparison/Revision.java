package clin087.comparison;

import clin087.policy.Policy;
import clin087.proof.Example;
import clin087.proof.NamedExample;
import clin087.revision.Alteration;
import clin087.revision.Alterations;
import clin087.revision.Impact;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy beside its revision.
 *
 * @param words what is different about the document
 * @param encoding what is different about its encoding
 * @param impact what that does to referrals
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
   * @param time how long the comparison of the verdicts may take, about
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

  /** Whether words, encoding and verdicts are all the same. */
  public boolean isNothing() {
    return words.isEmpty() && encoding.isEmpty() && impact.isNone() && impact.clauses().isEmpty();
  }

  /** Whether there is an example of anything. */
  boolean hasExamples() {
    return !impact.verdicts().isEmpty()
        || !impact.byRules().isEmpty()
        || !impact.clauses().isEmpty();
  }

  /** An example of every group of referrals, numbered in this order. */
  public List<NamedExample> examples() {
    List<NamedExample> all = new ArrayList<>();
    impact.verdicts().forEach(region -> add(all, region.example()));
    impact.byRules().forEach(change -> add(all, change.example()));
    impact.clauses().forEach(region -> add(all, region.example()));
    return all;
  }

  private static void add(List<NamedExample> all, Example example) {
    all.add(new NamedExample(exampleName(all.size() + 1), example));
  }

  /** What the example of a region is called, as a file and in its reference. */
  public static String exampleName(int number) {
    return "DIFF-" + number;
  }
}
