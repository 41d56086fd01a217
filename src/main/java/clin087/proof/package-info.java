/** All reasoning over every way to fill in what a referral leaves unknown. */
@NullMarked
package clin087.proof;

import org.jspecify.annotations.NullMarked;
