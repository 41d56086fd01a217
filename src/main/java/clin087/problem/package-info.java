/** What is wrong with an input: where, what, and how it is shown. */
@NullMarked
package clin087.problem;

import org.jspecify.annotations.NullMarked;
