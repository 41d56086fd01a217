package clin087.page;

import clin087.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A style or a script inside a page.
 *
 * @param text exactly as in the page
 */
public record Embedded(String text) {

  /** Joins resources of the program from the package of a class. */
  public static Embedded of(Class<?> neighbour, String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      try (InputStream in = neighbour.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the program carries " + name);
        }
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Embedded(text.toString());
  }

  /** This one and another, joined. */
  public Embedded and(Embedded more) {
    return new Embedded(text + more.text);
  }

  /** The hash by which a content security policy allows this one and no other. */
  public String hash() {
    String sha256 = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + "'";
  }
}
