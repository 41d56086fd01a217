package clin087.revision;

import clin087.policy.Rule;
import clin087.proof.Example;

/**
 * Referrals that state every fact, and that a rule of the old policy and a rule of the new one with
 * another verdict decide.
 *
 * @param example one of them
 */
public record RuleChange(Rule before, Rule after, Example example) {}
