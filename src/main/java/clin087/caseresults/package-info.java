/** The results of a policy's cases, written. */
@NullMarked
package clin087.caseresults;

import org.jspecify.annotations.NullMarked;
