/** A policy as one page of HTML, to be reviewed and published. */
@NullMarked
package clin087.page;

import org.jspecify.annotations.NullMarked;
