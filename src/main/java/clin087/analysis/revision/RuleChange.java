package clin087.analysis.revision;

import clin087.analysis.Example;
import clin087.policy.Rule;

/**
 * Referrals that state every fact, and that a rule of the old policy and a rule of the new one with
 * another verdict decide.
 *
 * @param example one of them
 */
public record RuleChange(Rule before, Rule after, Example example) {}
