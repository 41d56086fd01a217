/** Writes the findings of lint. */
@NullMarked
package clin087.findings;

import org.jspecify.annotations.NullMarked;
