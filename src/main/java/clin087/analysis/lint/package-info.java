/** What can be proved wrong or risky about a policy: {@code policy lint}. */
@NullMarked
package clin087.analysis.lint;

import org.jspecify.annotations.NullMarked;
