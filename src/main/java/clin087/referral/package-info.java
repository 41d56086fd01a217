/**
 * From sources and bytes to referrals as typed facts, each stated or not, or to their problems. On
 * the way of a plain check stand loops where a lambda or a stream would be shorter: Java takes
 * longer to link the first of each in a run than the whole check takes.
 */
@NullMarked
package clin087.referral;

import org.jspecify.annotations.NullMarked;
