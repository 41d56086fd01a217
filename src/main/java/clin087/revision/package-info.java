/** What a revision of a policy decides differently, referral by referral. */
@NullMarked
package clin087.revision;

import org.jspecify.annotations.NullMarked;
