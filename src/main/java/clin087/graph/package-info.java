/** Writes the rules of a policy as a graph, for other programs to draw. */
@NullMarked
package clin087.graph;

import org.jspecify.annotations.NullMarked;
