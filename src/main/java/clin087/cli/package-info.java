/** The command line: options in, exit code out. */
@NullMarked
package clin087.cli;

import org.jspecify.annotations.NullMarked;
