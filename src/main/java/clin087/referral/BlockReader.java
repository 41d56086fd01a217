package clin087.referral;

import clin087.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the referrals of blocks: the plain ones, which are most, straight from their bytes, and the
 * others by a parser. Not for several threads at once.
 */
public final class BlockReader {
  private final ReferralFormat format;
  private final boolean ignoreUnknownFields;
  private final PlainReader plain;

  /** Made when it is first needed: a run without need of a parser starts faster. */
  private @Nullable SpanReader others;

  private @Nullable RowReader rows;

  /** Takes what was read of each referral. */
  public interface Sink {
    /**
     * Takes one.
     *
     * @param span where it stands in the block
     */
    void accept(ReferralReading reading, Span span);
  }

  /**
   * Reads referrals to a policy.
   *
   * @param asOf the date of the check, which limits of dates may go by
   * @param ignoreUnknownFields whether fields that the policy does not know are let pass
   */
  public BlockReader(Policy policy, LocalDate asOf, boolean ignoreUnknownFields) {
    this.format = new ReferralFormat(policy, asOf);
    this.ignoreUnknownFields = ignoreUnknownFields;
    this.plain = new PlainReader(format);
  }

  /**
   * Reads every referral of a block.
   *
   * @return whether the source goes on behind it
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

  /** The reference of a referral that is spoiled by what comes after it; null of any other. */
  private @Nullable String reference(Block block, Span span) {
    return span.start() == span.end() ? null : others().read(block.bytes(), span).reference();
  }

  private ReferralReading read(Block block, Span span) {
    if (span.problem() != null) {
      return ReferralReading.wrong(reference(block, span), span.problem());
    }
    Referral referral = plain.read(block.bytes(), span.start(), span.end());
    if (referral == null || !(plain.isAscii() || others().isUtf8(block.bytes(), span))) {
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
