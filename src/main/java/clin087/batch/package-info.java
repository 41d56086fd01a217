/** One loop from sources to results and outputs. */
@NullMarked
package clin087.batch;

import org.jspecify.annotations.NullMarked;
