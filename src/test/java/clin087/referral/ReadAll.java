package clin087.referral;

import clin087.Given;
import clin087.policy.Policy;
import clin087.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole texts and sources for the built-in policy. */
final class ReadAll {
  static final Policy POLICY = Given.POLICY;

  private ReadAll() {}

  /** The one thing that a JSON document holds. */
  static ReferralReading one(String json) {
    List<ReferralReading> readings = document(json);
    if (readings.size() != 1) {
      throw new AssertionError("expected one result, found " + readings);
    }
    return readings.get(0);
  }

  static List<ReferralReading> document(String json) {
    return document(json.getBytes(StandardCharsets.UTF_8));
  }

  static List<ReferralReading> document(byte[] json) {
    return all(new DocumentBlocks(new ByteArrayInputStream(json)), false);
  }

  static List<ReferralReading> lines(String ndjson) {
    return lines(ndjson.getBytes(StandardCharsets.UTF_8));
  }

  static List<ReferralReading> lines(byte[] ndjson) {
    return all(new LineBlocks(new ByteArrayInputStream(ndjson)), false);
  }

  static List<ReferralReading> standardInput(byte[] text) {
    return source(new Source("-", null, null), text);
  }

  static List<ReferralReading> source(Source source, byte[] standardInput) {
    try {
      return all(source.open(new ByteArrayInputStream(standardInput)), false);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<ReferralReading> all(Blocks blocks, boolean ignoreUnknownFields) {
    return all(POLICY, blocks, ignoreUnknownFields);
  }

  static List<ReferralReading> all(Policy policy, Blocks blocks, boolean ignoreUnknownFields) {
    List<ReferralReading> readings = new ArrayList<>();
    BlockReader reader = new BlockReader(policy, Given.AS_OF, ignoreUnknownFields);
    try (blocks) {
      boolean goesOn = true;
      for (Block block = blocks.next(); block != null && goesOn; block = blocks.next()) {
        goesOn = reader.read(block, (reading, span) -> readings.add(reading));
      }
      return readings;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What was read, in few words: the references of referrals, the codes and places of problems. */
  static List<String> shape(List<ReferralReading> readings) {
    List<String> shape = new ArrayList<>();
    for (ReferralReading reading : readings) {
      if (reading.referral() != null) {
        shape.add(reading.referral().reference());
      }
      for (Problem problem : reading.problems()) {
        shape.add(problem.code() + " " + problem.line() + ":" + problem.column());
      }
    }
    return shape;
  }

  /** A stream that gives at most so many bytes at a time. */
  static InputStream dripping(byte[] bytes, int most) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, most));
      }
    };
  }
}
