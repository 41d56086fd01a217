/** The difference between two policies, written. */
@NullMarked
package clin087.comparison;

import org.jspecify.annotations.NullMarked;
