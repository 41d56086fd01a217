package clin087.report;

import clin087.decision.Decision;
import clin087.decision.Decision.Notice;
import clin087.policy.Outcome;
import clin087.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one referral: a decision, or the problems that kept it from being decided. */
public sealed interface Result {
  /** Where it stands, as given by the person who runs the check. */
  String source();

  /** Which referral of the source it is, from 0. */
  int index();

  /**
   * A decision.
   *
   * @param notices what is to be looked at beside the decision's own cautions
   * @param inputSha256 of the referral's own bytes, where the decision is to be explained
   */
  record Decided(
      String source,
      int index,
      String reference,
      Decision decision,
      List<Notice> notices,
      @Nullable String inputSha256)
      implements Result {

    /** Everything that a person should look at. */
    List<Notice> cautions() {
      if (notices.isEmpty()) {
        return decision.cautions();
      }
      List<Notice> cautions = new ArrayList<>(decision.cautions());
      cautions.addAll(notices);
      return cautions;
    }

    /** Whether it proceeds without any caution or open step, so that nobody needs to look at it. */
    boolean isRoutine() {
      return decision.verdict().outcome() == Outcome.PROCEED
          && !decision.attention()
          && decision.action() != null
          && decision.cautions().isEmpty()
          && notices.isEmpty();
    }
  }

  /** No decision. */
  record Invalid(String source, int index, @Nullable String reference, List<Problem> problems)
      implements Result {}
}
