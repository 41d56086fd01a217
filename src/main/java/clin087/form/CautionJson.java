package clin087.form;

import clin087.decision.Decision.Notice;
import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.report.OwnCautions;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caution as data for the script, or one of the rules that a caution guards.
 *
 * @param isGuard whether it is raised only if the decision does not report its clause
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CautionJson(
    String code,
    @Nullable String clause,
    ConditionJson when,
    @Nullable String outcome,
    boolean isGuard,
    String message,
    boolean attention) {

  /** The cautions of a policy, those for guarded rules one by one. */
  static List<CautionJson> all(Policy policy, VariablesJson conditions) {
    List<CautionJson> cautions = new ArrayList<>();
    for (Caution caution : policy.cautions()) {
      for (Rule rule : caution.notReported()) {
        String message = caution.message(rule);
        cautions.add(of(caution, rule.clause(), conditions.of(rule.when()), true, message));
      }
      if (caution.when() != null) {
        ConditionJson when = conditions.of(caution.when());
        cautions.add(of(caution, caution.clause(), when, false, caution.message()));
      }
    }
    return cautions;
  }

  private static CautionJson of(
      Caution caution,
      @Nullable Clause clause,
      ConditionJson when,
      boolean isGuard,
      String message) {
    Outcome outcome = caution.outcome();
    return new CautionJson(
        caution.id(),
        clause == null ? null : clause.id(),
        when,
        outcome == null ? null : outcome.word(),
        isGuard,
        message,
        caution.attention());
  }

  /** The caution about an NHS number, which the script raises by itself. */
  static CautionJson ofNhsNumber() {
    Notice notice = OwnCautions.nhsNumber();
    return new CautionJson(
        notice.code(), null, ConditionJson.NEVER, null, false, notice.message(), false);
  }
}
