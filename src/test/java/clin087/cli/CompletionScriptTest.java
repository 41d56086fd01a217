package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clin087.Given;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bash and zsh make of the beginning of a word. */
class CompletionScriptTest {
  /** Stands in for a shell at a terminal: it hands the line over, and prints what comes back. */
  private static final String ASK =
      """
      [ -z "${ZSH_VERSION-}" ] || { emulate sh; autoload() { builtin autoload "$@"; }; }
      . ./clin087.bash
      COMP_LINE=$1
      COMP_POINT=${#1}
      shift
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _clin087
      printf '%s\\n' "${COMPREPLY[@]-}"
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("clin087.bash"), CompletionScript.of(Given.POLICY));
    Files.writeString(folder.resolve("ask.sh"), ASK);
    Files.createFile(folder.resolve("out.json"));
  }

  /** Empty where the shell itself completes file names. */
  private String completed(String shell, String line) throws IOException {
    boolean zsh = shell.equals("zsh");
    assumeTrue(isInstalled(shell), shell);
    // bash takes '=' for a word of its own
    String words = zsh ? line : line.replace("=", " = ");
    List<String> command = new java.util.ArrayList<>(List.of(shell));
    command.addAll(zsh ? List.of("-f", "ask.sh", line) : List.of("ask.sh", line));
    command.addAll(List.of(words.split(" ", -1)));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String last = line.substring(line.lastIndexOf(' ') + 1);
    String typed = zsh ? last : last.substring(last.lastIndexOf('=') + 1);
    // zsh chooses among the words itself
    return String.join(" ", out.lines().filter(word -> word.startsWith(typed)).toList());
  }

  private static boolean isInstalled(String shell) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clin087 ch | check",
        "clin087 policy gra | graph",
        "clin087 policy lint --str | --strict",
        "clin087 check --fail | --fail-on",
        "clin087 check a.json -f nd | ndjson",
        "clin087 check --format nd | ndjson",
        "clin087 policy graph -f do | dot",
        "clin087 check --color al | always",
        "clin087 check --fail-on ELIG | ELIGIBLE",
        "clin087 check --fail-on ELIGIBLE,MCA | ELIGIBLE,MCAS_FIRST",
        "clin087 check --fail-on suite | suite-limit",
        "clin087 check --fail-on nhs | nhs-number",
        "clin087 check --fail-on ELIGIBLE,unk | ELIGIBLE,unknown-field",
        "clin087 check --fail-on atten | attention",
      })
  void commandsOptionsAndValuesComplete(String line, String word) throws IOException {
    assertEquals(word, completed("bash", line));
    assertEquals(word, completed("zsh", line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clin087 check --format=nd | ndjson | --format=ndjson",
        "clin087 check --fail-on=ELIGIBLE,MCA | ELIGIBLE,MCAS_FIRST | --fail-on=ELIGIBLE,MCAS_FIRST",
        "clin087 check --format json=ou | '' | json=out.json",
        "clin087 check --format=json=ou | '' | --format=json=out.json",
        "clin087 check --policy=ou | '' | --policy=out.json",
      })
  void whatFollowsAnEqualsSignCompletes(String line, String bash, String zsh) throws IOException {
    assertEquals(bash, completed("bash", line));
    assertEquals(zsh, completed("zsh", line));
  }

  @ParameterizedTest
  @CsvSource({
    "clin087 check ou",
    "clin087 check -p ou",
    "clin087 policy lint ou",
    "clin087 policy test --cases ou",
  })
  void fileNamesAreLeftToTheShell(String line) throws IOException {
    assertEquals("", completed("bash", line));
    assertEquals("", completed("zsh", line));
  }
}
