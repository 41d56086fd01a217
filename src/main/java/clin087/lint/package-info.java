/** What is doubtful in a policy, proved over every referral where that is possible. */
@NullMarked
package clin087.lint;

import org.jspecify.annotations.NullMarked;
