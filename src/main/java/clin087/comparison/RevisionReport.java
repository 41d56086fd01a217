package clin087.comparison;

import clin087.text.Bytes;

/** Writes a revision, then real referrals one after the other, as they are decided. */
public interface RevisionReport {
  /** Everything but the referrals. */
  void begin(Revision revision, Bytes out);

  /** A referral that changes, or that is invalid. */
  void add(ReferralChange change, Bytes out);

  /** What the referrals come to, where there were any. */
  void end(ReferralCounts counts, Bytes out);
}
