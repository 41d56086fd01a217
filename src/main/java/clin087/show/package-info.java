/** Writes a policy, or parts of it, for {@code policy show}. */
@NullMarked
package clin087.show;

import org.jspecify.annotations.NullMarked;
