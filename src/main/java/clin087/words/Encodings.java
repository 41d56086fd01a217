package clin087.words;

import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import java.util.List;

/**
 * Finds what belongs together in a policy: the rules of a clause, the facts of a rule and so on.
 */
public final class Encodings {
  private final Policy policy;

  public Encodings(Policy policy) {
    this.policy = policy;
  }

  /** The rules that encode a clause, in their order. */
  public List<Rule> rules(Clause clause) {
    return policy.rules().stream().filter(rule -> clause.encodedBy().contains(rule.id())).toList();
  }

  /**
   * The cautions that encode a clause. Of several with the same name, only those that rest on it.
   */
  public List<Caution> cautions(Clause clause) {
    return policy.cautions().stream()
        .filter(caution -> clause.encodedBy().contains(caution.id()))
        .filter(caution -> restsOn(caution, clause))
        .toList();
  }

  private static boolean restsOn(Caution caution, Clause clause) {
    Clause own = caution.clause();
    return own == null
        || own.id().equals(clause.id())
        || (caution.when() != null && new Words(null).of(caution.when()).cites(clause.id()));
  }

  /** The rules whose conditions name a fact. */
  public List<Rule> rules(Fact fact) {
    return policy.rules().stream().filter(rule -> rule.facts().contains(fact)).toList();
  }

  /** The rules that give a verdict. */
  public List<Rule> rules(Verdict verdict) {
    return policy.rules().stream().filter(rule -> rule.verdict().equals(verdict)).toList();
  }

  /** The cautions whose conditions name a fact. */
  public List<Caution> cautions(Fact fact) {
    return policy.cautions().stream().filter(caution -> names(caution, fact)).toList();
  }

  private static boolean names(Caution caution, Fact fact) {
    return caution.when() != null
        && caution.when().comparisons().stream().anyMatch(it -> it.fact().equals(fact));
  }

  /** The facts that state this one as well. */
  public List<Fact> statedBy(Fact fact) {
    return policy.facts().stream().filter(fact::isStatedBy).toList();
  }

  /** The facts that make the default of this one give way. */
  public List<Fact> unless(Fact fact) {
    return fact.assumedUnless().stream().map(policy.facts()::get).toList();
  }

  /** A setting in words, such as "clinic visit: seen in the foot clinic". */
  public String words(Setting setting) {
    Fact fact = policy.facts().get(setting.fact());
    return fact.label() + ": " + Words.value(fact, setting.value());
  }
}
