/** JSON Schemas of referrals, policy files, cases and results, and a referral to fill in. */
@NullMarked
package clin087.schema;

import org.jspecify.annotations.NullMarked;
