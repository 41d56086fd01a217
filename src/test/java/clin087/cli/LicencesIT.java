package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever installs the program learns what it holds, and under which licence. */
class LicencesIT {
  private static final Path PROGRAM = Path.of("target", "clin087");

  /** The packages of each component that the jar may hold. */
  private static final String PACKAGES =
      "clin087/|picocli/|org/snakeyaml/engine/|com/fasterxml/jackson/annotation/|tools/jackson/"
          + "(core|databind|dataformat/(csv|yaml))/";

  private static final Set<String> COMPONENTS =
      Set.of(
          "jackson-annotations",
          "jackson-core",
          "jackson-databind",
          "jackson-dataformat-csv",
          "jackson-dataformat-yaml",
          "picocli",
          "snakeyaml-engine");

  private static JarFile jar() throws IOException {
    return new JarFile(PROGRAM.resolve("lib/clin087.jar").toFile());
  }

  private static String text(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertNotNull(entry, name);
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theJarHoldsNothingElse() throws IOException {
    try (JarFile jar = jar()) {
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .forEach(name -> assertTrue(name.matches("(" + PACKAGES + ").*"), name));
    }
  }

  @Test
  void theJarNamesEveryLicenceAndHoldsEveryNotice() throws IOException {
    try (JarFile jar = jar()) {
      String names = text(jar, "META-INF/licenses/README.txt");
      assertFalse(names.contains("${"), names);
      for (String component : COMPONENTS) {
        assertTrue(names.contains(component), component);
        if (component.startsWith("jackson")) {
          text(jar, "META-INF/licenses/" + component + "/LICENSE");
          text(jar, "META-INF/licenses/" + component + "/NOTICE");
        }
      }
      text(jar, "META-INF/licenses/jackson-core/FastDoubleParser-LICENSE");
      text(jar, "META-INF/licenses/jackson-core/Schubfach-LICENSE");
      assertEquals(Files.readString(PROGRAM.resolve("LICENSE")), text(jar, "META-INF/LICENSE"));
    }
  }

  @Test
  void theBillOfMaterialsListsWhatIsInTheJar() throws IOException {
    Path file = PROGRAM.resolve("sbom.cdx.json");
    assumeTrue(Files.exists(file), "Maven makes it online only");
    Set<String> listed = new TreeSet<>();
    for (JsonNode component : JsonMapper.shared().readTree(file.toFile()).get("components")) {
      listed.add(component.get("name").asString());
    }
    assertEquals(new TreeSet<>(COMPONENTS), listed);
  }
}
