/** What a policy is: its clauses, facts, verdicts, rules and conditions. */
@NullMarked
package clin087.policy;

import org.jspecify.annotations.NullMarked;
