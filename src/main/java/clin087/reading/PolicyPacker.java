package clin087.reading;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: packs a policy file into the form that the program carries. */
public final class PolicyPacker {
  private PolicyPacker() {}

  /**
   * Packs a policy.
   *
   * @param args the YAML file, and the folder of the compiled classes of this package
   */
  public static void main(String[] args) throws IOException {
    byte[] yaml = Files.readAllBytes(Path.of(args[0]));
    PolicyFile file = PolicyFile.read(yaml);
    Node document = PolicyFile.document(yaml, new Problems());
    if (document == null || file.policy() == null) {
      throw new IllegalArgumentException(args[0] + ": " + file.problems());
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(packed);
    out.writeUTF(PolicyFile.sha256(yaml));
    PackedNodes.write(document, out);
    Path folder = Path.of(args[1]);
    Files.createDirectories(folder);
    Files.write(folder.resolve(PolicyFile.BUILT_IN), packed.toByteArray());
  }
}
