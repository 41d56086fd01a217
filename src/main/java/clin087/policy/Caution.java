package clin087.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at beside the verdict. It is raised by a condition of its
 * own, or for a rule that the referral meets but the decision does not report.
 *
 * @param id its code in the output
 * @param attention whether a referral that raises it must not be lost
 * @param clause the clause that it rests on, if any; a guarded rule has its own
 * @param when its condition; null for {@code notReported}
 * @param outcome the only outcome that it is raised for; null for any
 * @param notReported the rules that it guards: it is raised if a referral meets one of them and the
 *     decision does not report the rule's clause
 * @param message its words, in which the rule's own replace {@code {clause}} and {@code {action}}
 */
public record Caution(
    String id,
    boolean attention,
    @Nullable Clause clause,
    @Nullable Condition when,
    @Nullable Outcome outcome,
    List<Rule> notReported,
    String message) {
  public Caution {
    notReported = List.copyOf(notReported);
  }

  /** The message about one of the {@code notReported} rules. */
  public String message(Rule rule) {
    return message.replace("{clause}", rule.clause().id()).replace("{action}", rule.action());
  }
}
