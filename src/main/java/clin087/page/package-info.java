/** Writes a policy as one HTML page, for review and publication. */
@NullMarked
package clin087.page;

import org.jspecify.annotations.NullMarked;
