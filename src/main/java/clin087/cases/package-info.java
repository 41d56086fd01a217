/** The cases of a policy: read, decided, and compared with their expectations. */
@NullMarked
package clin087.cases;

import org.jspecify.annotations.NullMarked;
