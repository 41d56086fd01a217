package clin087.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: packs a policy file into the form that the program carries. */
public final class PolicyPacker {
  private PolicyPacker() {}

  /**
   * Packs a policy.
   *
   * @param args the folder of the project, the YAML file in it, and the folder of the compiled
   *     classes of this package
   */
  public static void main(String[] args) throws IOException {
    String name = args[1];
    byte[] yaml = Files.readAllBytes(Path.of(args[0], name));
    PolicyFile file = PolicyFile.read(name, yaml);
    Node document = PolicyFile.document(name, yaml, new Problems());
    if (document == null || !file.isValid()) {
      throw new IllegalArgumentException(name + ": " + file.problems());
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(PolicyFile.sha256(yaml).getBytes(StandardCharsets.US_ASCII));
    packed.write(PackedNodes.write(document));
    Path folder = Path.of(args[2]);
    Files.createDirectories(folder);
    Files.write(folder.resolve(PolicyFile.BUILT_IN), packed.toByteArray());
  }
}
