/** The cases of a policy: read, run, and held to what they expect. */
@NullMarked
package clin087.cases;

import org.jspecify.annotations.NullMarked;
