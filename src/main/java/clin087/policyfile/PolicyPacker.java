package clin087.policyfile;

import clin087.yaml.Node;
import clin087.yaml.PackedNodes;
import clin087.yaml.Problems;
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
    Path path = Path.of(args[0], name);
    byte[] yaml = Files.readAllBytes(path);
    Problems problems = new Problems();
    PolicyDocument document = new PolicyDocument(name, path.getParent(), problems);
    Node whole = document.read(yaml);
    if (whole != null) {
      new PolicyReader(problems, new Origins()).read(whole, document.fingerprint());
    }
    if (whole == null || !problems.isEmpty()) {
      throw new IllegalArgumentException(name + ": " + problems.sorted());
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    String header = PolicyFile.header(document.fingerprint().sha256(), yaml.length);
    packed.write(header.getBytes(StandardCharsets.US_ASCII));
    packed.write(PackedNodes.write(whole));
    Path folder = Path.of(args[2]);
    Files.createDirectories(folder);
    Files.write(folder.resolve(PolicyFile.BUILT_IN), packed.toByteArray());
  }
}
