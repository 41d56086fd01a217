package clin087.referral;

import clin087.policy.Policy;
import clin087.text.Utf8;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the referrals of blocks: plain ones, which are most, straight from their bytes, and others
 * with a parser. Only one thread may use it at a time.
 */
public final class BlockReader {
  private final ReferralFormat format;
  private final boolean ignoreUnknownFields;
  private final PlainReader plain;

  /**
   * The reader of all others; made when it is first needed, since a run without a parser starts
   * faster.
   */
  private @Nullable SpanReader others;

  private @Nullable RowReader rows;

  /** Receives the referrals that have been read. */
  public interface Sink {
    /**
     * Receives a referral.
     *
     * @param span its place in the block
     */
    void accept(ReferralReading reading, Span span);
  }

  /**
   * Prepares to read referrals for a policy.
   *
   * @param asOf the date of the check, which may limit dates
   * @param ignoreUnknownFields whether to ignore fields that the policy does not know
   */
  public BlockReader(Policy policy, LocalDate asOf, boolean ignoreUnknownFields) {
    this.format = new ReferralFormat(policy, asOf);
    this.ignoreUnknownFields = ignoreUnknownFields;
    this.plain = new PlainReader(format);
  }

  /**
   * Reads every referral of a block.
   *
   * @return whether the source goes on after it
   */
  public boolean read(Block block, Sink sink) {
    Table table = block.table();
    if (table != null) {
      return rows().read(block, table, sink);
    }
    boolean goesOn = true;
    for (Span span : block.spans()) {
      ReferralReading reading = read(block, span);
      sink.accept(reading, span);
      if (block.endsSource() && reading.isBroken()) {
        goesOn = false;
        break;
      }
    }
    return goesOn;
  }

  /** The reference of a referral that the text after it makes invalid; null for any other. */
  private @Nullable String reference(Block block, Span span) {
    return span.start() == span.end() ? null : others().read(block.bytes(), span).reference();
  }

  private ReferralReading read(Block block, Span span) {
    if (span.problem() != null) {
      return ReferralReading.wrong(reference(block, span), span.problem());
    }
    Referral referral = plain.read(block.bytes(), span.start(), span.end());
    if (referral == null
        || !(plain.isAscii() || Utf8.isValid(block.bytes(), span.start(), span.end()))) {
      return others().read(block.bytes(), span);
    }
    return new ReferralReading(referral, referral.reference(), List.of());
  }

  private RowReader rows() {
    if (rows == null) {
      rows = new RowReader(format, ignoreUnknownFields);
    }
    return rows;
  }

  private SpanReader others() {
    if (others == null) {
      others = new SpanReader(format, ignoreUnknownFields);
    }
    return others;
  }
}
