package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of referrals gives the results of the same referrals in NDJSON. */
class TableReferralsTest {
  private static final int ROWS = 400;
  private static final Pattern PROBLEM = Pattern.compile("\"code\":\"[^\"]*\",\"path\":\"[^\"]*\"");
  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final List<String> YES = List.of("true", "YES", "y", "1");
  private static final List<String> NO = List.of("False", "no", "N", "0");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
  }

  /** One fact as JSON and as the cells of its columns; null where it is not stated. */
  private record Stated(String json, List<String> cells) {}

  private static final Stated NOTHING = new Stated("null", List.of());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aTableGivesTheResultsOfTheSameReferralsInNdjson(int seed) throws Exception {
    Random random = new Random(seed);
    char separator = ",;\t".charAt(seed % 3);
    boolean members = seed % 2 == 0;
    String lineEnd = seed > 3 ? "\r\n" : "\n";
    StringBuilder lines = new StringBuilder();
    StringBuilder table = new StringBuilder(header(separator, members)).append(lineEnd);
    for (int i = 0; i < ROWS; i++) {
      Map<String, String> json = new TreeMap<>();
      List<String> row = new ArrayList<>();
      for (Fact fact : Given.POLICY.facts()) {
        Stated stated = fact.isReference() ? reference(i) : stated(fact, members, random);
        json.put(fact.path(), stated.json());
        int columns = columns(fact, members);
        row.addAll(stated.equals(NOTHING) ? Collections.nCopies(columns, "") : stated.cells());
      }
      lines.append(object("", json)).append('\n');
      table.append(row(row, separator, random)).append(lineEnd);
    }
    cli.write("a.ndjson", lines.toString());
    Charset charset =
        Charset.forName(seed == 5 ? "windows-1252" : seed == 6 ? "UTF-16LE" : "UTF-8");
    String text = (seed == 6 || seed == 4 ? "\uFEFF" : "") + table;
    Files.write(folder.resolve("a.csv"), text.getBytes(charset));
    for (String jobs : List.of("1", "3")) {
      List<String> expected = results("a.ndjson", jobs);
      List<String> found = results("a.csv", jobs);
      assertEquals(ROWS, expected.size());
      for (int i = 0; i < ROWS; i++) {
        assertEquals(expected.get(i), found.get(i));
      }
    }
  }

  private List<String> results(String source, String jobs) {
    String out =
        cli.run("check", "--as-of", "2026-11-22", "-f", "ndjson", "--explain", "-j", jobs, source)
            .out();
    return out.lines()
        .map(line -> line.replace(source, "SOURCE"))
        .map(line -> line.replaceAll("\"inputSha256\":\"[0-9a-f]+\"", ""))
        .map(TableReferralsTest::withoutPlaces)
        .toList();
  }

  /** Problems by code and pointer alone: a cell has another place and other ways to be written. */
  private static String withoutPlaces(String line) {
    if (!line.contains("\"problems\":")) {
      return line;
    }
    return PROBLEM.matcher(line).results().map(MatchResult::group).sorted().toList()
        + line.substring(0, line.indexOf("\"problems\":"));
  }

  private static int columns(Fact fact, boolean members) {
    return members && fact.type() == FactType.SET ? fact.choices().size() : 1;
  }

  private static String header(char separator, boolean members) {
    List<String> names = new ArrayList<>();
    for (Fact fact : Given.POLICY.facts()) {
      if (columns(fact, members) == 1) {
        names.add(members ? fact.path() : fact.name().toUpperCase(Locale.ROOT));
      } else {
        fact.values().forEach(value -> names.add(fact.name() + "." + value));
      }
    }
    return String.join(String.valueOf(separator), names);
  }

  private static Stated reference(int number) {
    return new Stated("\"R-" + number + "é\"", List.of("R-" + number + "é"));
  }

  private static Stated stated(Fact fact, boolean members, Random random) {
    if (random.nextInt(3) == 0) {
      return NOTHING;
    }
    return switch (fact.type()) {
      case BOOLEAN -> truth(random.nextBoolean(), random);
      case CHOICE -> choice(fact.choices().get(random.nextInt(fact.choices().size())), random);
      case SET -> members ? members(fact, random) : whole(fact, random);
      case INTEGER, DECIMAL -> {
        String number = String.valueOf(random.nextInt(140));
        yield new Stated(number, List.of(number));
      }
      case DATE -> {
        LocalDate date = LocalDate.of(2026, 12, 31).minusDays(random.nextInt(9000));
        String iso = date.toString();
        yield new Stated(
            "\"" + iso + "\"", List.of(random.nextBoolean() ? iso : DAY_FIRST.format(date)));
      }
      case TEXT -> {
        String text = "text, \"with\"; quotes\n and 943 476 5919"; // a valid NHS number
        String cut = random.nextBoolean() ? text : "plain";
        yield new Stated(
            "\"" + cut.replace("\"", "\\\"").replace("\n", "\\n") + "\"", List.of(cut));
      }
    };
  }

  private static Stated truth(boolean truth, Random random) {
    List<String> words = truth ? YES : NO;
    return new Stated(String.valueOf(truth), List.of(words.get(random.nextInt(words.size()))));
  }

  private static Stated choice(Choice choice, Random random) {
    String word = random.nextBoolean() ? choice.value() : choice.label();
    return new Stated(
        "\"" + choice.value() + "\"",
        List.of(random.nextBoolean() ? word : word.toUpperCase(Locale.ROOT)));
  }

  private static Stated whole(Fact fact, Random random) {
    List<String> has = new ArrayList<>();
    List<String> json = new ArrayList<>();
    for (Choice choice : fact.choices()) {
      if (random.nextInt(4) == 0) {
        has.add(random.nextBoolean() ? choice.value() : choice.label());
        json.add("\"" + choice.value() + "\"");
      }
    }
    return new Stated(
        "[" + String.join(",", json) + "]",
        List.of(has.isEmpty() ? "None" : String.join("; ", has)));
  }

  private static Stated members(Fact fact, Random random) {
    List<String> json = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (Choice choice : fact.choices()) {
      if (random.nextInt(3) == 0) {
        cells.add("");
      } else {
        Stated truth = truth(random.nextBoolean(), random);
        cells.addAll(truth.cells());
        json.add("\"" + choice.value() + "\":" + truth.json());
      }
    }
    return new Stated("{" + String.join(",", json) + "}", cells);
  }

  private static String row(List<String> cells, char separator, Random random) {
    List<String> written = new ArrayList<>();
    for (String cell : cells) {
      boolean quoted =
          cell.chars().anyMatch(c -> c == separator || c == '"' || c == '\n')
              || random.nextInt(5) == 0;
      String blank = random.nextInt(5) == 0 ? " " : "";
      written.add(blank + (quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell) + blank);
    }
    return String.join(String.valueOf(separator), written);
  }

  /** The object at a path, of the values by their pointers. */
  private static String object(String path, Map<String, String> values) {
    Map<String, String> fields = new TreeMap<>();
    values.forEach(
        (pointer, json) -> {
          if (pointer.startsWith(path + "/")) {
            String rest = pointer.substring(path.length() + 1);
            String name = rest.split("/", -1)[0];
            fields.put(name, rest.equals(name) ? json : object(path + "/" + name, values));
          }
        });
    List<String> written = new ArrayList<>();
    fields.forEach((name, json) -> written.add("\"" + name + "\":" + json));
    return "{" + String.join(",", written) + "}";
  }

  @Test
  void aFolderHoldsTablesTooAndStandardInputIsOneWhereThatIsSaid() {
    String table = "reference,request.procedure\nA,other\nB,other\n";
    cli.write("in/a.csv", table);
    cli.write("in/b.json", "{\"reference\":\"C\",\"request\":{\"procedure\":\"other\"}}");
    String found = cli.run("check", "-f", "csv", "in").out();
    assertEquals(
        List.of("in/a.csv,0,A", "in/a.csv,1,B", "in/b.json,0,C"),
        found.lines().skip(1).map(line -> line.replaceAll("^(([^,]*,){2}[^,]*).*", "$1")).toList());
    cli.in(table);
    assertEquals(2, cli.run("check", "-f", "ndjson", "--input", "csv", "-").out().lines().count());
    cli.in("{\"reference\":\"A\"}\n{\"reference\":\"B\"}");
    assertEquals(1, cli.run("check", "-f", "ndjson", "--input", "json", "-").out().lines().count());
    Cli.Ran wrong = cli.run("check", "--input", "cvs", "-");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("did you mean 'csv'"), wrong.err());
  }

  @Test
  void theHashIsOfTheRowsOwnBytes() throws Exception {
    cli.write("a.csv", "reference,notes\r\n\"A\", x \r\nB,\"y\nz\"");
    String out = cli.run("check", "-f", "ndjson", "--explain", "a.csv").out();
    for (String row : List.of("\"A\", x ", "B,\"y\nz\"")) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
      assertTrue(out.contains(HexFormat.of().formatHex(digest)), row);
    }
  }

  @Test
  void progressIsSaidOnlyWhereItIsAskedFor() {
    cli.in("{\"reference\":\"A\"}");
    assertEquals("", cli.run("check", "-f", "csv", "-").err());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals("", cli.run(out, "check", "--progress", "always", "-f", "csv", "-").err());
    assertEquals(2, cli.run("check", "--progress", "sometimes", "-").code());
  }
}
