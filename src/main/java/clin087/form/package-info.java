/** A policy as a page that decides referrals by itself, for people who have no program. */
@NullMarked
package clin087.form;

import org.jspecify.annotations.NullMarked;
