/**
 * What a revision of a policy changes, and for which referrals: {@code policy diff}. Loops stand
 * here where a lambda or a stream would be shorter, and so do {@code equals} of records: Java takes
 * longer to link the first of each in a run than all of this takes.
 */
@NullMarked
package clin087.analysis.revision;

import org.jspecify.annotations.NullMarked;
