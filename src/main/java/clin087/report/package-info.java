/** One decision, many writers. */
@NullMarked
package clin087.report;

import org.jspecify.annotations.NullMarked;
