/** What can be said of a policy without a real referral: proofs, cases, coverage, differences. */
@NullMarked
package clin087.analysis;

import org.jspecify.annotations.NullMarked;
