package clin087.comparison;

import clin087.text.Bytes;

/** Writes a revision, and then real referrals one after another, as they are decided. */
public interface RevisionReport {
  /** Writes everything but the referrals. */
  void begin(Revision revision, Bytes out);

  /** Writes a referral that changes or is invalid. */
  void add(ReferralChange change, Bytes out);

  /** Writes the counts of the referrals, if there were any. */
  void end(ReferralCounts counts, Bytes out);
}
