/** Writes a policy as a page that decides referrals by itself, for people without the program. */
@NullMarked
package clin087.form;

import org.jspecify.annotations.NullMarked;
