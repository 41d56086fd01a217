package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Fingerprint KNOWN = new Fingerprint("abc");

  @Test
  void oneThatIsWorkedOutIsAskedForOnce() {
    Iterator<String> once = List.of("abc").iterator();
    Fingerprint workedOut = new Fingerprint(once::next);
    assertEquals("abc", workedOut.sha256());
    assertEquals("abc", workedOut.sha256());
  }

  @Test
  void itIsTheSameHoweverItIsKnown() {
    assertEquals(KNOWN, new Fingerprint(() -> "abc"));
    assertEquals(KNOWN.hashCode(), new Fingerprint(() -> "abc").hashCode());
    assertEquals("abc", KNOWN.toString());
    assertNotEquals(KNOWN, new Fingerprint("abd"));
    assertNotEquals(KNOWN, new Object());
  }
}
