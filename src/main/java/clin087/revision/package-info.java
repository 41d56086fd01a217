/**
 * Finds what a revision of a policy changes: its words, its encoding, and the referrals that it
 * decides differently.
 */
@NullMarked
package clin087.revision;

import org.jspecify.annotations.NullMarked;
