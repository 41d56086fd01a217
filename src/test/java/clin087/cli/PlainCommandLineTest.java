package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParseResult;

/** The command lines of a check that are not parsed by picocli. */
class PlainCommandLineTest {
  private static final List<String> WORDS =
      List.of("a.json", "b", "-", "", "json", "csv=x y", "2", "0", "x=y", "'q'", "\"q\"", "@a");
  private static final List<String> OPTIONS =
      List.of("-f", "-j", "-f", "-j", "-fjson", "-j2", "-f=csv", "--format", "-q", "--", "-x");

  @Test
  void arePlainAsScriptsWriteThem() {
    for (String line :
        List.of("a.json", "- b", "-f json a.json", "folder -f ndjson -j 2", "-f csv -f json=x a")) {
      assertTrue(PlainCommandLine.checkOptions(List.of(line.split(" "))) != null, line);
    }
  }

  @Test
  void meanWhatPicocliMakesOfThem() {
    Random random = new Random(87);
    int plain = 0;
    for (int i = 0; i < 3_000; i++) {
      List<String> words = new ArrayList<>();
      for (int count = random.nextInt(6); words.size() < count; ) {
        List<String> from = random.nextInt(3) == 0 ? OPTIONS : WORDS;
        words.add(from.get(random.nextInt(from.size())));
      }
      CheckOptions found = PlainCommandLine.checkOptions(words);
      if (found != null) {
        plain++;
        assertEquals(byPicocli(words), found, words.toString());
      }
    }
    assertTrue(plain > 300, plain + " were plain");
  }

  private static CheckOptions byPicocli(List<String> words) {
    List<String> args = new ArrayList<>(List.of(Commands.CHECK));
    args.addAll(words);
    String[] line = args.toArray(new String[0]);
    ParseResult check = Commands.commandLine(line).parseArgs(line).subcommand();
    return CheckOptions.of(Arguments.of(check));
  }
}
