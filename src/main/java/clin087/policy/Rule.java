package clin087.policy;

import clin087.policy.Condition.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A criterion of the policy and what it decides.
 *
 * @param index its position; the first rule that holds decides
 * @param attention whether a referral that meets it must not be lost, whatever decides it
 * @param clause the clause that it encodes
 * @param seeAlso further clauses that a reader needs
 * @param when its condition
 * @param action the next step, in one sentence
 * @param interpretation the reading taken where the document leaves room
 */
public record Rule(
    int index,
    String id,
    boolean attention,
    Clause clause,
    List<String> seeAlso,
    Condition when,
    Verdict verdict,
    String action,
    @Nullable String interpretation) {
  public Rule {
    seeAlso = List.copyOf(seeAlso);
  }

  /** Its number for people, who count from one. */
  public int number() {
    return index + 1;
  }

  /** The referral's facts that its condition names, each once, in the order of the bullets. */
  public List<Fact> facts() {
    List<Comparison> comparisons = new ArrayList<>();
    when.collectInto(comparisons);
    Set<Fact> facts = new LinkedHashSet<>();
    for (Comparison comparison : comparisons) {
      facts.add(comparison.fact());
    }
    facts.remove(Fact.AS_OF);
    return new ArrayList<>(facts);
  }

  /** A rule is its declaration: two of them are never the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return index;
  }
}
