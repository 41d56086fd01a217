/** Problems of inputs: what is wrong, where, and how it is shown. */
@NullMarked
package clin087.problem;

import org.jspecify.annotations.NullMarked;
