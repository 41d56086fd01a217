package clin087.batch;

import clin087.referral.Block;

/**
 * A piece of work: some referrals of one source.
 *
 * @param source the name of the source
 * @param firstIndex which referral of the source its first one is, from 0
 */
record Task(String source, int firstIndex, Block block) {}
