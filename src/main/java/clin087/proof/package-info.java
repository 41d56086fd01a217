/** All reasoning about completions: the ways to fill in what a referral leaves unknown. */
@NullMarked
package clin087.proof;

import org.jspecify.annotations.NullMarked;
