package clin087.report;

import clin087.decision.Decision.Notice;
import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Verdict;
import clin087.report.Result.Decided;
import java.util.ArrayList;
import java.util.List;

/** Counts the referrals by outcome, verdict and caution. */
public final class Summary {
  /** How many referrals with attention are named, so that memory does not grow with the input. */
  private static final int MOST_NAMED = 20;

  private final List<Verdict> verdicts;
  private final List<String> cautions;
  private final long[] byVerdict;
  private final long[] byCaution;

  /** For each caution, the last referral that was counted for it. */
  private final long[] lastCounted;

  private final List<String> named = new ArrayList<>();
  private long decided;
  private long invalid;
  private long attention;
  private long routine;

  /** An empty summary for the verdicts and cautions of a policy. */
  public Summary(Policy policy) {
    this(policy.verdicts(), OwnCautions.codes(policy));
  }

  private Summary(List<Verdict> verdicts, List<String> cautions) {
    this.verdicts = verdicts;
    this.cautions = cautions;
    this.byVerdict = new long[verdicts.size()];
    this.byCaution = new long[cautions.size()];
    this.lastCounted = new long[cautions.size()];
  }

  /** An empty summary of the same policy. */
  public Summary empty() {
    return new Summary(verdicts, cautions);
  }

  /** Counts a result. */
  public void add(Result result) {
    if (!(result instanceof Decided one)) {
      invalid++;
      return;
    }
    decided++;
    byVerdict[one.decision().verdict().index()]++;
    count(one.decision().cautions());
    count(one.notices());
    routine += one.isRoutine() ? 1 : 0;
    if (one.decision().attention()) {
      attention++;
      if (named.size() < MOST_NAMED) {
        named.add(one.reference());
      }
    }
  }

  private void count(List<Notice> notices) {
    for (int i = 0; i < notices.size(); i++) {
      int caution = cautions.indexOf(notices.get(i).code());
      if (lastCounted[caution] < decided) {
        lastCounted[caution] = decided;
        byCaution[caution]++;
      }
    }
  }

  /** Adds the counts of another summary. */
  public void add(Summary other) {
    for (int i = 0; i < byVerdict.length; i++) {
      byVerdict[i] += other.byVerdict[i];
    }
    for (int i = 0; i < byCaution.length; i++) {
      byCaution[i] += other.byCaution[i];
    }
    for (int i = 0; i < other.named.size() && named.size() < MOST_NAMED; i++) {
      named.add(other.named.get(i));
    }
    decided += other.decided;
    invalid += other.invalid;
    attention += other.attention;
    routine += other.routine;
  }

  /** How many referrals there were, including invalid ones. */
  public long total() {
    return decided + invalid;
  }

  public long invalid() {
    return invalid;
  }

  /** How many referrals have attention. */
  public long attention() {
    return attention;
  }

  /** The references of the first referrals with attention. */
  public List<String> named() {
    return List.copyOf(named);
  }

  /** How many referrals nobody needs to look at. */
  long routine() {
    return routine;
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

  /** How many referrals got a caution, by its code. */
  public long count(String caution) {
    int index = cautions.indexOf(caution);
    return index < 0 ? 0 : byCaution[index];
  }

  /** The verdicts that were given, in the policy's order. */
  public List<Verdict> given() {
    List<Verdict> given = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (count(verdict) > 0) {
        given.add(verdict);
      }
    }
    return given;
  }

  /** The codes of the cautions that were raised, in the policy's order. */
  public List<String> raised() {
    List<String> raised = new ArrayList<>();
    for (int i = 0; i < byCaution.length; i++) {
      if (byCaution[i] > 0) {
        raised.add(cautions.get(i));
      }
    }
    return raised;
  }
}
