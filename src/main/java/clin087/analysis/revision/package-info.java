/** What a revision of a policy changes, and for which referrals: {@code policy diff}. */
@NullMarked
package clin087.analysis.revision;

import org.jspecify.annotations.NullMarked;
