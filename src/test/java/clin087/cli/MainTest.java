package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;
import uk.org.webcompere.systemstubs.properties.SystemProperties;
import uk.org.webcompere.systemstubs.security.SystemExit;

/** What {@code main} takes from the process around it, and what it tells the shell. */
@ExtendWith(SystemStubsExtension.class)
class MainTest {
  @TempDir Path folder;
  @SystemStub private SystemProperties properties;
  @SystemStub private SystemExit exit;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("in.json"), Cli.REFUSED);
    properties.set("clin087.cwd", folder.toString());
  }

  private int exitCode(String... args) throws Exception {
    exit.execute(() -> Main.main(args));
    return exit.getExitCode();
  }

  @Test
  void itExitsWithTheCodeOfTheRun() throws Exception {
    assertEquals(1, exitCode("check", "-f", "csv=out.csv", "in.json"));
    assertEquals(2, Files.readString(folder.resolve("out.csv")).lines().count());
  }

  @Test
  void theLauncherMayAddToTheCode() throws Exception {
    properties.set("clin087.exitBase", "64");
    assertEquals(65, exitCode("check", "-o", "out.txt", "in.json"));
  }

  @Test
  void theDateIsThatOfTheLauncherOrOfToday() throws Exception {
    properties.set("clin087.today", "2029-04-01");
    exitCode("check", "-f", "json=out.json", "in.json");
    assertEquals("2029-04-01", asOf());
    exitCode("check", "--as-of", "2025-01-02", "-f", "json=out.json", "in.json");
    assertEquals("2025-01-02", asOf());
    properties.set("clin087.today", "tomorrow");
    LocalDate before = LocalDate.now(ZoneId.systemDefault());
    exitCode("check", "-f", "json=out.json", "in.json");
    LocalDate after = LocalDate.now(ZoneId.systemDefault());
    LocalDate said = LocalDate.parse(asOf());
    assertEquals(said.isEqual(before) ? before : after, said);
  }

  private String asOf() throws Exception {
    String json = Files.readString(folder.resolve("out.json"));
    return json.replaceAll("(?s).*\"asOf\": \"([^\"]*)\".*", "$1");
  }
}
