package clin087.policy;

import clin087.Given;
import clin087.TextDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The table of all clauses is that of the policy. With {@code -Dupdate.golden=true} it is written
 * anew.
 */
final class ClauseTableTest {
  private static final Path TABLE = Path.of("policies", "CMICB_Clin087.clauses.md");

  @Test
  void everyClauseIsAccountedFor() throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            # CMICB_Clin087, clause by clause

            Every clause of the document, and the rules and cautions of
            [the policy](CMICB_Clin087.yaml) that encode it, or why it decides nothing. The tests
            write this page from the policy. `clin087 policy show 3.2` shows a clause with its words.

            | clause | encoded by | or why it decides nothing |
            |---|---|---|
            """);
    for (Section section : Given.POLICY.sections()) {
      for (Clause clause : section.clauses()) {
        List<String> names = clause.encodedBy().stream().map(name -> "`" + name + "`").toList();
        String reason = clause.informative() == null ? "" : clause.informative();
        table.append("| ").append(clause.id()).append(" | ").append(String.join(", ", names));
        table.append(" | ").append(reason).append(" |\n");
      }
    }
    if (Boolean.getBoolean("update.golden")) {
      Files.writeString(TABLE, table);
    }
    TextDifference.assertSame(TABLE.toString(), Files.readString(TABLE), table.toString());
  }
}
