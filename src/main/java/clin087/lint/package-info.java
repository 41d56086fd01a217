/** Finds what is wrong or doubtful in a policy, proved over every referral if possible. */
@NullMarked
package clin087.lint;

import org.jspecify.annotations.NullMarked;
