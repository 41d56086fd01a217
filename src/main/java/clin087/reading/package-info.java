/**
 * From documents to records: policies, referrals and the sources that hold them, and every problem
 * found on the way.
 */
@NullMarked
package clin087.reading;

import org.jspecify.annotations.NullMarked;
