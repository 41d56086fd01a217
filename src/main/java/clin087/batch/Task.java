package clin087.batch;

import clin087.referral.Block;

/**
 * A unit of work: some referrals of one source.
 *
 * @param source the name of the source
 * @param firstIndex the index of its first referral in the source, from 0
 */
record Task(String source, int firstIndex, Block block) {}
