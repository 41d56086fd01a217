package clin087.cli;

import clin087.batch.Environment;
import clin087.text.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Run by the build, in a JVM that writes down which classes it loads: does what the program does
 * every day, so that the archive of class data sharing holds what its runs need.
 */
public final class ArchiveTraining {
  private ArchiveTraining() {}

  /**
   * Runs the commands, and throws their output away.
   *
   * @param args the folder of the project, and one for the files that the runs write
   * @throws IOException when the policy cannot be read, or its revision not be written
   */
  public static void main(String[] args) throws IOException {
    Path work = Path.of(args[1]).toAbsolutePath();
    Environment environment =
        new Environment(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            work,
            true,
            Lines.WIDTH);
    String project = Path.of(args[0]).toAbsolutePath().toString();
    String examples = project + "/examples/referrals";
    String policy = project + "/policies/CMICB_Clin087.yaml";
    Path revision = work.resolve("training.yaml");
    String before = Files.readString(Path.of(policy));
    String after = before.replaceFirst("default: false", "default: true");
    if (before.equals(after)) {
      throw new IllegalStateException("no revision to train with");
    }
    Files.writeString(revision, after);
    List<List<String>> commands =
        List.of(
            List.of("check", examples + "/mcas-first.json"),
            List.of(
                "check",
                "-f=text",
                "-f=json=a.json",
                "-f=ndjson=a.ndjson",
                "-f=csv=a.csv",
                examples,
                project + "/examples/invalid"),
            List.of("check", "--policy", policy, "--explain", examples),
            List.of("policy", "lint"),
            List.of("policy", "lint", "--format=json", policy),
            // not written plainly, so that the YAML parser is part of it
            List.of("policy", "lint", project + "/src/test/resources/clin087/small.yaml"),
            List.of("policy", "test"),
            List.of("policy", "test", "--coverage", "--format=json"),
            List.of("policy", "diff", policy),
            List.of("policy", "diff", revision.toString()),
            List.of("policy", "diff", "--format=json", policy, revision.toString()),
            List.of("policy", "show"),
            List.of("policy", "show", "3.2"),
            List.of("policy", "page"),
            List.of("policy", "graph"));
    for (List<String> command : commands) {
      Main.run(environment, command.toArray(new String[0]));
    }
  }
}
