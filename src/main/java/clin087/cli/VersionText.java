package clin087.cli;

import clin087.batch.Failure;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of {@code clin087 --version}: everything in which two installations may differ. */
final class VersionText {
  private VersionText() {}

  static String of() {
    // the JVM says only this about it: "mixed mode, sharing"
    boolean archive = System.getProperty("java.vm.info", "").contains("sharing");
    return Commands.NAME
        + " "
        + program()
        + "\npolicy "
        + policy()
        + "\nJava "
        + System.getProperty("java.version")
        + ", "
        + System.getProperty("java.vendor")
        + "\nclass archive "
        + (archive ? "in use" : "not in use, so every run starts slower")
        + "\n";
  }

  private static String policy() {
    try {
      PolicyFile file = PolicyLoader.installed(false);
      Policy policy = file.policy();
      return policy != null && file.isValid()
          ? policy.identity().name() + ", SHA-256 " + policy.identity().sha256().substring(0, 12)
          : "not valid; see 'clin087 policy lint'";
    } catch (Failure e) {
      return "not read: " + e.message();
    }
  }

  /** The program's version. The launcher tells it, so that the jar need not be opened for it. */
  static String program() {
    String told = LauncherSettings.told().version();
    if (told != null) {
      return told;
    }
    try (InputStream in = Commands.class.getResourceAsStream("version.txt")) {
      return in == null ? "?" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
