package clin087.revision;

import clin087.policy.Rule;
import clin087.proof.Example;

/**
 * Complete referrals that one rule of the old policy decides, and one of the new policy with
 * another verdict.
 *
 * @param example one of them
 */
public record RuleChange(Rule before, Rule after, Example example) {}
