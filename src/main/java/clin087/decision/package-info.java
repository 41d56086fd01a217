/** From a policy and a referral to a decision, exact about what is unknown. */
@NullMarked
package clin087.decision;

import org.jspecify.annotations.NullMarked;
