/** What {@code policy show} writes about a policy. */
@NullMarked
package clin087.show;

import org.jspecify.annotations.NullMarked;
