/** Writes the results of a policy's cases. */
@NullMarked
package clin087.caseresults;

import org.jspecify.annotations.NullMarked;
