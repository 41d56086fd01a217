/** Cases of a policy, and what of it they exercise: {@code policy test}. */
@NullMarked
package clin087.analysis.coverage;

import org.jspecify.annotations.NullMarked;
