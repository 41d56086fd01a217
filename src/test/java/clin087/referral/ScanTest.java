package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for bytes one by one and eight at a time. */
class ScanTest {

  /** A scan that has seen so much that it looks at eight bytes at a time. */
  private static Scan usedToMany() {
    Scan scan = new Scan();
    scan.endOfLine(new byte[1 << 20], 0, 1 << 20);
    return scan;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyByteIsFoundAnywhere(boolean eightAtATime) {
    Scan scan = usedToMany();
    byte[] bytes = new byte[24];
    for (int b = Byte.MIN_VALUE; b <= Byte.MAX_VALUE; b++) {
      boolean plain = b >= ' ' && b != '"' && b != '\\';
      for (int at = 0; at < bytes.length; at++) {
        Scan fresh = eightAtATime ? scan : new Scan();
        Arrays.fill(bytes, (byte) 'x');
        bytes[at] = (byte) b;
        int end = bytes.length;
        assertEquals(b == '\n' ? at : end, fresh.endOfLine(bytes, 0, end));
        assertEquals(plain ? end : at, fresh.endOfPlain(bytes, 0, end));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereverItBeginsAndEnds(boolean eightAtATime) {
    Scan scan = usedToMany();
    Random random = new Random(87);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(64)];
      for (int j = 0; j < bytes.length; j++) {
        boolean any = random.nextInt(bytes.length) == 0;
        bytes[j] = (byte) (any ? random.nextInt(256) : " !#[]~\u007f".charAt(random.nextInt(7)));
      }
      int from = random.nextInt(bytes.length);
      int to = from + random.nextInt(bytes.length - from + 1);
      int newline = from;
      while (newline < to && bytes[newline] != '\n') {
        newline++;
      }
      int plain = from;
      while (plain < to && bytes[plain] >= ' ' && bytes[plain] != '"' && bytes[plain] != '\\') {
        plain++;
      }
      Scan used = eightAtATime ? scan : new Scan();
      assertEquals(newline, used.endOfLine(bytes, from, to));
      assertEquals(plain, used.endOfPlain(bytes, from, to));
    }
  }
}
