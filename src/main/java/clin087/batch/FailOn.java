package clin087.batch;

import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Verdict;
import clin087.report.OwnCautions;
import clin087.report.Summary;
import java.util.ArrayList;
import java.util.List;

/**
 * What ends a run with exit code 1: every refusal, and whatever the user names.
 *
 * @param cautions by their codes
 * @param attention whether a referral with attention counts
 */
public record FailOn(List<Verdict> verdicts, List<String> cautions, boolean attention) {
  private static final String ATTENTION = "attention";

  public FailOn {
    verdicts = List.copyOf(verdicts);
    cautions = List.copyOf(cautions);
  }

  /** Every name that the user can give. */
  public static List<String> names(Policy policy) {
    List<String> names = new ArrayList<>();
    for (Verdict verdict : policy.verdicts()) {
      names.add(verdict.id());
    }
    names.addAll(OwnCautions.codes(policy));
    names.add(ATTENTION);
    return names;
  }

  /** Reads the names, each of them one of {@link #names}. */
  public static FailOn of(List<String> names, Policy policy) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Verdict verdict : policy.verdicts()) {
      if (verdict.outcome() == Outcome.REFUSE || names.contains(verdict.id())) {
        verdicts.add(verdict);
      }
    }
    return new FailOn(verdicts, names, names.contains(ATTENTION));
  }

  /** Whether the results have any of it. */
  boolean applies(Summary summary) {
    for (Verdict verdict : verdicts) {
      if (summary.count(verdict) > 0) {
        return true;
      }
    }
    for (String caution : cautions) {
      if (summary.count(caution) > 0) {
        return true;
      }
    }
    return attention && summary.attention() > 0;
  }
}
