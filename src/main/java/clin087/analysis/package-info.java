/**
 * Exact search among all referrals that there could be, whatever they leave out: what the packages
 * inside build on, and what decides a referral that leaves very much open.
 */
@NullMarked
package clin087.analysis;

import org.jspecify.annotations.NullMarked;
