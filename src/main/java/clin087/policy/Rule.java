package clin087.policy;

import clin087.policy.Condition.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A criterion of the policy and what it decides. Rules are compared by identity. */
public final class Rule {
  private final int index;
  private final String id;
  private final boolean attention;
  private final Clause clause;
  private final List<String> seeAlso;
  private final Condition when;
  private final Verdict verdict;
  private final String action;
  private final @Nullable String interpretation;

  public Rule(
      int index,
      String id,
      boolean attention,
      Clause clause,
      List<String> seeAlso,
      Condition when,
      Verdict verdict,
      String action,
      @Nullable String interpretation) {
    this.index = index;
    this.id = id;
    this.attention = attention;
    this.clause = clause;
    this.seeAlso = List.copyOf(seeAlso);
    this.when = when;
    this.verdict = verdict;
    this.action = action;
    this.interpretation = interpretation;
  }

  /** Its position; the first rule that holds decides. */
  public int index() {
    return index;
  }

  /** Its name. */
  public String id() {
    return id;
  }

  /** Whether a referral that meets it must not be lost, whatever decides it. */
  public boolean attention() {
    return attention;
  }

  /** The clause that it encodes. */
  public Clause clause() {
    return clause;
  }

  /** Further clauses that a reader needs. */
  public List<String> seeAlso() {
    return seeAlso;
  }

  /** Its condition. */
  public Condition when() {
    return when;
  }

  /** What it decides. */
  public Verdict verdict() {
    return verdict;
  }

  /** The next step. */
  public String action() {
    return action;
  }

  /** The reading that was taken if the document leaves room. */
  public @Nullable String interpretation() {
    return interpretation;
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

  @Override
  public String toString() {
    return id;
  }
}
