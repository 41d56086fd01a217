package clin087.referral;

import clin087.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the referrals of blocks: the plain ones, which are most, straight from their bytes, and the
 * others by a parser. Not for several threads at once.
 */
public final class BlockReader {
  private final Policy policy;
  private final boolean ignoreUnknownFields;
  private final Field root;
  private final PlainReader plain;

  /** Made when it is first needed: a run without need of a parser starts faster. */
  private @Nullable SpanReader others;

  /** Takes what was read of each referral. */
  public interface Sink {
    /**
     * Takes one.
     *
     * @param span where it stands in the block
     */
    void accept(Reading reading, Span span);
  }

  public BlockReader(Policy policy, boolean ignoreUnknownFields) {
    this.policy = policy;
    this.ignoreUnknownFields = ignoreUnknownFields;
    this.root = Field.of(policy.facts());
    this.plain = new PlainReader(root, policy.facts());
  }

  /**
   * Reads every referral of a block.
   *
   * @return whether the source goes on behind it
   */
  public boolean read(Block block, Sink sink) {
    boolean goesOn = true;
    for (Span span : block.spans()) {
      Reading reading = read(block, span);
      sink.accept(reading, span);
      if (block.endsSource() && reading.isBroken()) {
        goesOn = false;
        break;
      }
    }
    leaveOthers();
    return goesOn;
  }

  private Reading read(Block block, Span span) {
    if (span.problem() != null) {
      leaveOthers();
      return Reading.wrong(null, span.problem());
    }
    Referral referral = plain.read(block.bytes(), span.start(), span.end());
    if (referral == null || !(plain.isAscii() || others().isUtf8(block.bytes(), span))) {
      return others().read(block, span);
    }
    leaveOthers();
    return new Reading(referral, referral.reference(), List.of());
  }

  private SpanReader others() {
    if (others == null) {
      others = new SpanReader(policy, root, ignoreUnknownFields);
    }
    return others;
  }

  private void leaveOthers() {
    if (others != null) {
      others.leave();
    }
  }
}
