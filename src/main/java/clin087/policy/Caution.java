package clin087.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person should look at beside the verdict. It is raised either by a condition of its own or
 * for rules that the referral meets but the decision does not report.
 *
 * @param id its code in the output
 * @param attention whether a referral that it is raised for must not be lost
 * @param clause the clause that it rests on; a guarded rule has its own
 * @param when its condition; null when it goes by {@code notReported}
 * @param outcome the outcome that it is limited to, if any
 * @param notReported the rules that it guards: a referral that meets one is not to go without its
 *     clause
 * @param message its words, in which {@code {clause}} and {@code {action}} stand for those of the
 *     rule
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

  /** The message for one of the {@code notReported} rules. */
  public String message(Rule rule) {
    return message.replace("{clause}", rule.clause().id()).replace("{action}", rule.action());
  }
}
