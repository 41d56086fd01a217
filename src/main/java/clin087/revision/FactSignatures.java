package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.Limits;
import clin087.policy.Policy;
import clin087.policy.Setting;
import java.util.ArrayList;
import java.util.List;

/** Describes what referrals may state and what is assumed, in words that can be compared. */
final class FactSignatures {
  private FactSignatures() {}

  static List<String> of(Policy policy) {
    List<String> facts = new ArrayList<>();
    for (Fact fact : policy.facts()) {
      StringBuilder text = new StringBuilder(fact.path());
      text.append(fact.type()).append(fact.values()).append(fact.assumed());
      text.append(fact.assumedUnless());
      for (Setting setting : fact.states()) {
        text.append(' ').append(setting.fact()).append('=').append(setting.value());
      }
      // without the texts of records, which Java takes longer to link than all of this
      Limits limits = fact.limits();
      text.append(' ').append(limits.declaredMin()).append(' ').append(limits.declaredMax());
      text.append(' ').append(limits.decimals()).append(limits.unit()).append(limits.required());
      text.append(' ').append(limits.maxLength()).append(limits.controlCharacters());
      facts.add(text.toString());
    }
    return facts;
  }
}
