package clin087.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A commissioning policy as data: its publisher, its document in its own words, the facts that it
 * asks for, and the rules that decide.
 *
 * @param rules in the order in which they are tried; the last one always holds
 */
public record Policy(
    Identity identity,
    List<Section> sections,
    List<Fact> facts,
    List<Verdict> verdicts,
    List<Rule> rules,
    List<Caution> cautions) {

  /**
   * The identity of a policy.
   *
   * @param published and {@code reviewDue}: as the document gives them, such as {@code 2024-03}
   * @param fingerprint of its files
   */
  public record Identity(
      String id,
      String title,
      String publisher,
      String category,
      String version,
      String published,
      String reviewDue,
      String source,
      String supersedes,
      Fingerprint fingerprint) {

    /** The SHA-256 of the bytes of the policy file and those that it includes, in hexadecimal. */
    public String sha256() {
      return fingerprint.sha256();
    }

    /** The policy's name and version, for people. */
    public String name() {
      return id + " version " + version;
    }

    /** The policy's name, version and fingerprint, short enough for every line of an output. */
    public String label() {
      return id + "@" + version + "#" + sha256().substring(0, 12);
    }
  }

  public Policy {
    sections = List.copyOf(sections);
    facts = List.copyOf(facts);
    verdicts = List.copyOf(verdicts);
    rules = List.copyOf(rules);
    cautions = List.copyOf(cautions);
  }

  /** The codes of the facts, by index, of a referral that states nothing. */
  public long[] nothingStated() {
    long[] codes = new long[facts.size()];
    Arrays.fill(codes, Fact.UNSTATED);
    return codes;
  }

  /** The facts that the rules name, in the order in which they first name them. */
  public List<Fact> factsOfRules() {
    Set<Fact> named = new LinkedHashSet<>();
    for (Rule rule : rules) {
      named.addAll(rule.facts());
    }
    return new ArrayList<>(named);
  }

  /** The sender's own reference, which every policy requires. */
  public Fact reference() {
    for (Fact fact : facts) {
      if (fact.isReference()) {
        return fact;
      }
    }
    throw new IllegalStateException("the policy reader lets no policy without one pass");
  }

  /** The conditions of the rules, then those of the cautions. */
  public List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    for (Rule rule : rules) {
      conditions.add(rule.when());
    }
    for (Caution caution : cautions) {
      if (caution.when() != null) {
        conditions.add(caution.when());
      }
    }
    return conditions;
  }

  /** The verdict for a referral whose missing facts decide. */
  public Verdict incomplete() {
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() == Outcome.INCOMPLETE) {
        return verdict;
      }
    }
    throw new IllegalStateException("the policy reader lets no policy without one pass");
  }

  /** The clause with a number, and its bullets after it. */
  public List<Clause> clauseWithBullets(String id) {
    List<Clause> clauses = new ArrayList<>();
    for (Section section : sections) {
      for (Clause clause : section.clauses()) {
        if (Clause.isIn(clause.id(), id)) {
          clauses.add(clause);
        }
      }
    }
    return clauses;
  }

  /** The clause with a number. */
  public Clause clause(String id) {
    for (Section section : sections) {
      for (Clause clause : section.clauses()) {
        if (clause.id().equals(id)) {
          return clause;
        }
      }
    }
    throw new IllegalArgumentException(id);
  }
}
