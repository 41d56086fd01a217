/** How much of a policy its cases exercise, and cases to exercise the rest. */
@NullMarked
package clin087.coverage;

import org.jspecify.annotations.NullMarked;
