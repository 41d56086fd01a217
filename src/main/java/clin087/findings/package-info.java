/** The findings of lint, written. */
@NullMarked
package clin087.findings;

import org.jspecify.annotations.NullMarked;
