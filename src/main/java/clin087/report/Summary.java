package clin087.report;

import clin087.policy.Outcome;
import clin087.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/** How many referrals came to what. */
public final class Summary {
  private final List<Verdict> verdicts;
  private final long[] byVerdict;
  private long invalid;

  /** An empty one for the verdicts of a policy. */
  public Summary(List<Verdict> verdicts) {
    this.verdicts = verdicts;
    this.byVerdict = new long[verdicts.size()];
  }

  /** Counts one more. */
  public void add(Result result) {
    if (result instanceof Result.Decided decided) {
      byVerdict[decided.decision().verdict().index()]++;
    } else {
      invalid++;
    }
  }

  /** Adds what another has counted. */
  public void add(Summary other) {
    for (int i = 0; i < byVerdict.length; i++) {
      byVerdict[i] += other.byVerdict[i];
    }
    invalid += other.invalid;
  }

  /** All of them, the invalid ones included. */
  public long total() {
    long total = invalid;
    for (long count : byVerdict) {
      total += count;
    }
    return total;
  }

  public long invalid() {
    return invalid;
  }

  public long count(Outcome outcome) {
    long count = 0;
    for (Verdict verdict : verdicts) {
      count += verdict.outcome() == outcome ? byVerdict[verdict.index()] : 0;
    }
    return count;
  }

  /** How often a verdict was given. */
  public long count(Verdict verdict) {
    return byVerdict[verdict.index()];
  }

  /** The verdicts that were given at all, in the policy's order. */
  public List<Verdict> given() {
    List<Verdict> given = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (count(verdict) > 0) {
        given.add(verdict);
      }
    }
    return given;
  }
}
