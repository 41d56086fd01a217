package clin087.form;

import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.List;

/** The controls of the page for a fact. */
final class FormControls {
  /** The field in which a referral names its format; nobody is asked for it. */
  private static final String SCHEMA = "/$schema";

  private FormControls() {}

  /** The names of a fact's controls: JSON pointers (RFC 6901), for a set one for each member. */
  static List<String> names(Fact fact) {
    if (fact.type() == FactType.SET) {
      return fact.values().stream().map(member -> member(fact, member)).toList();
    }
    return fact.path().equals(SCHEMA) ? List.of() : List.of(fact.path());
  }

  /** The name of the control for a member of a set. */
  static String member(Fact set, String member) {
    return set.path() + "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
