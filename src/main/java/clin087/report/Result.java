package clin087.report;

import clin087.decision.Decision;
import clin087.decision.Decision.Notice;
import clin087.policy.Outcome;
import clin087.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result for one referral: a decision, or the problems that prevented one. */
public sealed interface Result {
  /** The source of the referral, as the user named it. */
  String source();

  /** The index of the referral in its source, from 0. */
  int index();

  /**
   * A decision.
   *
   * @param notices cautions of the program, beside those of the decision
   * @param inputSha256 of the referral's own bytes, if the decision is to be explained
   */
  record Decided(
      String source,
      int index,
      String reference,
      Decision decision,
      List<Notice> notices,
      @Nullable String inputSha256)
      implements Result {

    /** All cautions. */
    List<Notice> cautions() {
      if (notices.isEmpty()) {
        return decision.cautions();
      }
      List<Notice> cautions = new ArrayList<>(decision.cautions());
      cautions.addAll(notices);
      return cautions;
    }

    /** Whether nobody needs to look at it: it proceeds without any caution or open step. */
    boolean isRoutine() {
      return decision.verdict().outcome() == Outcome.PROCEED
          && !decision.attention()
          && decision.action() != null
          && decision.cautions().isEmpty()
          && notices.isEmpty();
    }
  }

  /** The problems of a referral that could not be decided. */
  record Invalid(String source, int index, @Nullable String reference, List<Problem> problems)
      implements Result {}
}
