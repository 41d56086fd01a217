/** Writes the difference between two policies. */
@NullMarked
package clin087.comparison;

import org.jspecify.annotations.NullMarked;
