/**
 * From documents to records: policies, referrals and the sources that hold them, and every problem
 * found on the way. On the way of a plain check stand loops where a lambda or a stream would be
 * shorter: Java takes longer to link the first of each in a run than the whole check takes.
 */
@NullMarked
package clin087.reading;

import org.jspecify.annotations.NullMarked;
