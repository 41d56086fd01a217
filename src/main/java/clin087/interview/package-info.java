/** An interview that makes a referral: it asks only what can still change the decision. */
@NullMarked
package clin087.interview;

import org.jspecify.annotations.NullMarked;
