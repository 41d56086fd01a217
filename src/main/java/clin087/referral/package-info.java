/** One referral as typed facts, each stated or not. */
@NullMarked
package clin087.referral;

import org.jspecify.annotations.NullMarked;
