/** What can be said of a policy without any referral: proofs, coverage, differences. */
@NullMarked
package clin087.analysis;

import org.jspecify.annotations.NullMarked;
