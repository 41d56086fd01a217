package clin087.cli;

import clin087.batch.Failure;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.referral.SingleValueReader;
import clin087.text.NearestName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The facts that {@code --assume} states for every referral that states nothing of them. */
final class AssumedFacts {
  private final Policy policy;
  private final LocalDate asOf;
  private final String command;

  private AssumedFacts(Policy policy, LocalDate asOf, String command) {
    this.policy = policy;
    this.asOf = asOf;
    this.command = command;
  }

  /**
   * Reads the facts and their values.
   *
   * @param assumptions each as {@code POINTER=VALUE}
   * @param asOf the date of the check
   * @param command the command, as messages name it
   * @throws Failure if one of them is wrong
   */
  static List<Setting> of(List<String> assumptions, Policy policy, LocalDate asOf, String command)
      throws Failure {
    AssumedFacts assumed = new AssumedFacts(policy, asOf, command);
    List<Setting> settings = new ArrayList<>();
    BitSet seen = new BitSet();
    for (String assumption : assumptions) {
      int equals = assumption.indexOf('=');
      if (equals < 0) {
        throw assumed.usage(" expects POINTER=VALUE");
      }
      Fact fact = assumed.fact(assumption.substring(0, equals));
      if (seen.get(fact.index())) {
        throw assumed.usage(" gives " + fact.path() + " twice");
      }
      seen.set(fact.index());
      long code = assumed.code(fact, assumption.substring(equals + 1));
      settings.add(new Setting(fact.index(), code));
    }
    return settings;
  }

  private Fact fact(String pointer) throws Failure {
    List<String> known = new ArrayList<>();
    Fact found = null;
    for (Fact fact : policy.factsOfRules()) {
      found = fact.path().equals(pointer) ? fact : found;
      if (fact.assumable()) {
        known.add(fact.path());
      }
    }
    if (found == null) {
      throw usage(": unknown pointer '" + pointer + "'" + NearestName.hint(pointer, known));
    }
    if (!found.assumable()) {
      throw usage(
          ": "
              + pointer
              + " cannot be assumed for all referrals; let each referral state it, expected "
              + String.join(", ", known));
    }
    return found;
  }

  private long code(Fact fact, String text) throws Failure {
    long code = SingleValueReader.code(fact, text);
    boolean date = fact.type() == FactType.DATE;
    if (code == Fact.UNSTATED || (date && !fact.limits().allows(code, asOf.toEpochDay()))) {
      String expected = date ? fact.expected(asOf.toEpochDay()) : fact.expected();
      throw usage(": " + fact.path() + " expects " + expected);
    }
    return code;
  }

  private Failure usage(String message) {
    return Options.usage(CheckOptions.ASSUME + message, command);
  }
}
