/**
 * From sources and bytes to referrals as typed facts, each stated or not, or to their problems. The
 * path of a plain check has loops where lambdas or streams would be shorter: Java takes longer to
 * link the first of each than to run the whole check.
 */
@NullMarked
package clin087.referral;

import org.jspecify.annotations.NullMarked;
