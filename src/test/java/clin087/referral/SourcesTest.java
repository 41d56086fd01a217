package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a path names, and which form and encoding each is read in. */
class SourcesTest {
  private static final String A = "{\"reference\":\"A\"}";
  private static final String B = "{\"reference\":\"B\"}";

  /** A link for each file that this process has open, on Linux. */
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private List<Source> find(String argument) {
    List<Source> found = new ArrayList<>();
    new Sources(folder).visit(argument, found::add);
    return found;
  }

  private List<String> names(String argument) {
    return find(argument).stream().map(Source::name).toList();
  }

  /** What the sources that an argument names hold, in few words. */
  private List<String> shape(String argument) {
    List<String> shape = new ArrayList<>();
    for (Source source : find(argument)) {
      if (source.problem() != null) {
        shape.add(source.problem().code());
      } else {
        shape.addAll(ReadAll.shape(ReadAll.source(source, new byte[0])));
      }
    }
    return shape;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reference,date\nA,\n", "\n\"Date\";\"Reference\"\r\n;A", "/reference\t/date"})
  void aTableThatNobodyCallsOneIsToldSo(String table) {
    List<ReferralReading> readings = ReadAll.standardInput(table.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("not-json 1:1"), ReadAll.shape(readings));
    String message = readings.get(0).problems().get(0).message();
    assertEquals("this seems to be a table; name the file .csv, or say --input csv", message);
    assertEquals(
        1,
        ReadAll.standardInput("{\"reference\":\"a,reference\"}".getBytes(StandardCharsets.UTF_8))
            .size());
    assertEquals(
        2,
        ReadAll.standardInput("a,b\n{\"reference\":\"A\"}".getBytes(StandardCharsets.UTF_8))
            .size());
  }

  @Test
  void aFolderIsSearchedAtEveryDepthInTheOrderOfNames() throws IOException {
    for (String name :
        List.of(
            "in/b.json",
            "in/a/z.ndjson",
            "in/a/y/x/deep.jsonl",
            "in/a.json",
            "in/B.JSON",
            "in/c",
            "in/.hidden.json",
            "in/notes.txt",
            "in/json",
            "in/x.json.bak",
            "in/a/readme.md")) {
      write(name, A);
    }
    Files.createDirectories(folder.resolve("in/empty"));
    Files.createDirectories(folder.resolve("in/folder.json"));
    write("in/folder.json/inside.json", B);
    assertEquals(
        List.of(
            "in/.hidden.json",
            "in/B.JSON",
            "in/a/y/x/deep.jsonl",
            "in/a/z.ndjson",
            "in/a.json",
            "in/b.json",
            "in/folder.json/inside.json"),
        names("in"));
    assertEquals(names("in"), names("in/"));
    assertEquals(List.of("in/a/y/../y/x/deep.jsonl"), names("in/a/y/../y"));
    assertEquals("./in/.hidden.json", names(".").get(0));
    assertEquals("./in/.hidden.json", names("./").get(0));
    String absolute = folder.resolve("in/a").toString();
    assertEquals(absolute + "/y/x/deep.jsonl", names(absolute).get(0));
  }

  @Test
  void aFolderWithoutReferralsIsEmpty() throws IOException {
    write("in/notes.txt", A);
    Files.createDirectories(folder.resolve("in/deeper/still"));
    assertEquals(List.of("empty"), shape("in"));
    assertEquals(List.of("in/"), names("in/"));
  }

  @Test
  void linksAreFollowedButNeverRound() throws IOException {
    write("in/a.json", A);
    write("elsewhere/b.json", B);
    Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/up"), folder);
    Files.createSymbolicLink(folder.resolve("in/other"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("in/file.json"), folder.resolve("elsewhere/b.json"));
    Files.createSymbolicLink(folder.resolve("in/self.json"), folder.resolve("in/self.json"));
    List<String> names = names("in");
    assertTrue(
        names.containsAll(List.of("in/a.json", "in/other/b.json", "in/file.json")),
        names::toString);
    assertTrue(names.stream().noneMatch(name -> name.contains("loop")), names::toString);
    assertTrue(names.stream().noneMatch(name -> name.startsWith("in/up/in/")), names::toString);
  }

  /** What is wrong with the sources that cannot be looked at, and why. */
  private Map<String, String> wrong(String argument) {
    Map<String, String> wrong = new TreeMap<>();
    for (Source source : find(argument)) {
      if (source.problem() != null) {
        wrong.put(source.name(), source.problem().code() + ": " + source.problem().message());
      }
    }
    return wrong;
  }

  @Test
  void aPipeInAFolderIsNotWaitedForAndNotLeftOut() throws Exception {
    write("in/a.json", A);
    run("mkfifo in/pipe.json in/pipe");
    assertEquals(
        Map.of("in/pipe.json", "unreadable: it is neither a file nor a folder"), wrong("in"));
    assertEquals(List.of("in/a.json", "in/pipe.json"), names("in"));
  }

  @Test
  void aLinkThatCannotBeFollowedIsNeverLeftOut() throws IOException {
    write("in/a.json", A);
    link("in/archive", "nowhere");
    link("in/one", "two");
    link("in/two", "one");
    link("in/self.json", "self.json");
    String loop = "unreadable: it is a loop of links";
    assertEquals(
        Map.of(
            "in/archive", "unreadable: the link leads nowhere",
            "in/one", loop,
            "in/two", loop,
            "in/self.json", loop),
        wrong("in"));
    assertEquals("unreadable: the link leads nowhere", wrong("in/archive").get("in/archive"));
    assertEquals(loop, wrong("in/one").get("in/one"));
    assertEquals(loop, wrong("in/one/a.json").get("in/one/a.json"));
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), Path.of(target));
  }

  @Test
  void aPathThatIsTooLongIsNeverLeftOut() throws Exception {
    String step = "x".repeat(250);
    run("for i in $(seq 20); do mkdir -p in/" + step + " && cd in/" + step + "; done; true");
    try {
      Map<String, String> wrong = wrong("in");
      assertEquals(List.of("unreadable: the path is too long"), List.copyOf(wrong.values()));
      assertEquals("unreadable: the path is too long", wrong("x".repeat(300)).get("x".repeat(300)));
    } finally {
      run("rm -rf in");
    }
  }

  @Test
  void aNameThatIsNotUtf8CanBeRead() throws Exception {
    write("in/a.json", A);
    run("printf '{\"reference\":\"B\"}' > in/$(printf 'caf\\351.json')");
    assertEquals(List.of("in/a.json", "in/caf\uFFFD.json"), names("in"));
    assertEquals(List.of("A", "B"), shape("in"));
    assertEquals(List.of("B"), shape("in/caf\uFFFD.json"));
    run("printf '{\"reference\":\"C\"}' > in/$(printf 'caf\\350.json')");
    assertEquals(List.of("A", "C", "B"), shape("in"));
    assertEquals(List.of("unreadable"), shape("in/caf\uFFFD.json"), "it could be either");
  }

  private void run(String command) throws Exception {
    Process process = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).start();
    assumeTrue(process.waitFor() == 0, command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.json", "missing/", "a.json/b.json", "nul\0.json", ""})
  void whatIsNotThereIsUnreadable(String argument) throws IOException {
    write("a.json", A);
    List<Source> found = find(argument);
    assertEquals(1, found.size());
    assertEquals(argument, found.get(0).name());
    assertEquals("unreadable", found.get(0).problem().code());
    assertEquals(1, found.get(0).problem().line());
    assertEquals(1, found.get(0).problem().column());
  }

  @Test
  void theNameOfAFileTellsItsForm() throws IOException {
    String both = A + "\n" + B + "\n";
    write("x.json", both);
    write("x.ndjson", both);
    write("x.JsonL", both);
    write("array.ndjson", "[" + A + "]\n" + B);
    write("lines.json", "[\n" + A + "\n,\n" + B + "\n]");
    assertEquals(List.of("not-json 2:1"), shape("x.json"));
    assertEquals(List.of("A", "B"), shape("x.ndjson"));
    assertEquals(List.of("A", "B"), shape("x.JsonL"));
    assertEquals(List.of("wrong-type 1:1", "B"), shape("array.ndjson"));
    assertEquals(List.of("A", "B"), shape("lines.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.json", "x.ndjson", "x.jsonl", "x.txt"})
  void aFileWithoutAReferralIsNeverASuccess(String name) throws IOException {
    for (String blank : List.of("", "\n", " \r\n\t\n ", "\uFEFF", "\uFEFF\n\n")) {
      write(name, blank);
      List<ReferralReading> readings = ReadAll.source(find(name).get(0), new byte[0]);
      // the run reports a source of which nothing comes as empty
      assertTrue(
          readings.isEmpty() || ReadAll.shape(readings).equals(List.of("empty 1:1")),
          () -> ReadAll.shape(readings).toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the text, ⏎ for a line break | what comes of it as JSON or, told apart by it, as NDJSON
        "[{'reference':'A'}⏎,{'reference':'B'}] | A, B",
        "⏎ ⏎ [⏎{'reference':'A'}] | A",
        "[] | empty 1:1",
        "[⏎] | empty 1:1",
        "{⏎'reference':'A'} | A",
        "⏎⏎  { 'reference' : ⏎ 'A' } | A",
        "{'reference'⏎:'A'} | A",
        "{'reference':'A',⏎'notes':[ | not-json 2:10",
        "{'mcas':{'seen':true},'coreCriteria':['urgent',⏎'nice-tag'],'reference':'A'} | A",
        "{'mcas':{'seen':true,⏎'available':false},'reference':'A'} | A",
        "{,⏎} | not-json 1:2, not-json 2:1",
        "{'reference':'A',,⏎} | not-json 1:18, not-json 2:1",
        "{'mcas':{'seen':tru⏎e}} | not-json 1:17, not-json 2:1",
        "{'reference':'A⏎'} | not-json 1:16, not-json 2:3",
        "{'reference':'A'}⏎{'reference':'B'} | A, B",
        "{'reference':'A'}⏎x⏎{'reference':'B'} | A, not-json 2:1, B",
        "⏎⏎{'reference':'A'}⏎⏎⏎{'reference':'B'}⏎ | A, B",
        "{'reference':'A'} {⏎'reference':'B'} | not-json 1:19, not-json 2:12",
        "'text'⏎{'reference':'B'} | wrong-type 1:1, B",
        "12 | wrong-type 1:1",
        "nonsense⏎{'reference':'B'} | not-json 1:1, B",
        "{,⏎{'reference':'B'} | not-json 1:2, B",
      })
  void standardInputTellsItsFormByItsFirstLine(String text, String expected) throws IOException {
    String json = text.replace('\'', '"').replace("⏎", "\n");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String found = String.join(", ", ReadAll.shape(ReadAll.standardInput(bytes)));
    assertEquals(expected, found);
    String crlf = json.replace("\n", "\r\n");
    bytes = crlf.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        lines(found), lines(String.join(", ", ReadAll.shape(ReadAll.standardInput(bytes)))));
    write("referrals.txt", json);
    assertEquals(found, String.join(", ", shape("referrals.txt")));
  }

  private static String lines(String shape) {
    return shape.replaceAll("(\\d+):\\d+", "$1");
  }

  @Test
  void onlyTheFirstLineThatIsNotBlankTellsTheForm() {
    String blank = " \t\n".repeat(50_000);
    assertEquals(List.of("A"), standard(blank + "{\n\"reference\":\"A\"}"));
    assertEquals(List.of("A", "B"), standard(blank + A + "\n" + B));
    String longLine = "{\"notes\":\"" + "x".repeat(100_000) + "\",";
    assertEquals(List.of("A"), standard(longLine + "\n\"reference\":\"A\"}"));
    String number = "{\"reference\":\"A\",\"x\":" + "1".repeat(5000) + ",";
    assertEquals(List.of("unknown-field 1:18"), standard(number + "\n\"notes\":\"\"}"));
    String deep = "{\"reference\":\"A\",\"x\":" + "[".repeat(800);
    assertEquals("unknown-field 1:18", standard(deep + "\n" + "]".repeat(800) + "}").get(0));
  }

  private static List<String> standard(String text) {
    return ReadAll.shape(ReadAll.standardInput(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void standardInputIsADash() {
    Source source = find("-").get(0);
    assertEquals("-", source.name());
    assertNull(source.file());
    assertEquals(List.of(), ReadAll.source(source, new byte[0]));
  }

  @Test
  void aFileThatCannotBeReadIsClosed() throws IOException {
    Path unreadable = Path.of("/proc/self/mem"); // can be opened, but not read from its beginning
    assumeTrue(Files.isReadable(unreadable) && Files.isDirectory(DESCRIPTORS));
    for (int i = 0; i < 20; i++) {
      Source source = new Source("x.json", unreadable, null);
      assertThrows(IOException.class, () -> source.open(InputStream.nullInputStream()));
    }
    try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
      assertEquals(0, descriptors.filter(SourcesTest::isMemory).count());
    }
  }

  private static boolean isMemory(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).endsWith("mem");
    } catch (IOException e) {
      return false; // another thread has closed it
    }
  }
}
