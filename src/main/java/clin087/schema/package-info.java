/**
 * What a referral, a policy file and an answer look like: JSON Schemas, and a referral to fill in.
 */
@NullMarked
package clin087.schema;

import org.jspecify.annotations.NullMarked;
