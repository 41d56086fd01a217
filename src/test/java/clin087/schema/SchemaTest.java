package clin087.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.TextDifference;
import clin087.policyfile.WrongPolicy;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas say of files what the program says of them. */
class SchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** The codes of what is wrong with a policy file whatever its names mean. */
  private static final Set<String> IN_SHAPE =
      Set.of("unknown-key", "missing-key", "unknown-type", "unknown-outcome");

  private static com.networknt.schema.Schema schema(Schema of) {
    return REGISTRY.getSchema(new String(of.of(Given.POLICY), StandardCharsets.UTF_8));
  }

  private static List<String> errors(Schema of, String text, InputFormat format) {
    return schema(of).validate(text, format).stream().map(Object::toString).toList();
  }

  private static Stream<Path> files(String folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
    }
  }

  static Stream<Path> referrals() throws IOException {
    return files("examples/referrals", ".json");
  }

  @ParameterizedTest
  @MethodSource("referrals")
  void everyExampleOfAReferralIsValid(Path file) throws IOException {
    assertEquals(List.of(), errors(Schema.REFERRAL, Files.readString(file), InputFormat.JSON));
  }

  static Stream<Path> answers() throws IOException {
    return files("examples/expected", ".json");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyExpectedAnswerIsValid(Path file) throws IOException {
    assertEquals(List.of(), errors(Schema.RESULT, Files.readString(file), InputFormat.JSON));
  }

  static Stream<Path> policies() {
    return Stream.of(
            "policies/CMICB_Clin087.yaml",
            "src/test/resources/clin087/every-feature.yaml",
            "src/test/resources/clin087/suite/EXAMPLE_Knee02.yaml",
            "src/test/resources/clin087/suite/core.yaml")
        .map(Path::of);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyPolicyIsValid(Path file) throws IOException {
    assertEquals(List.of(), errors(Schema.POLICY, Files.readString(file), InputFormat.YAML));
  }

  static List<WrongPolicy> wrongInShape() {
    return WrongPolicy.all().stream()
        .filter(
            each -> IN_SHAPE.contains(each.codes().get(0)) || each.message().contains(", found a "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("wrongInShape")
  void aPolicyThatIsWrongInItsShapeIsNotValid(WrongPolicy wrong) {
    assertNotEquals(List.of(), errors(Schema.POLICY, wrong.yaml(), InputFormat.YAML));
  }

  @Test
  void theShippedCasesAreValid() throws IOException {
    String cases = Files.readString(Path.of("policies/CMICB_Clin087.tests.yaml"));
    assertEquals(List.of(), errors(Schema.CASES, cases, InputFormat.YAML));
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaThatIsShippedIsCurrent(Schema schema) throws IOException {
    Path file = Path.of("policies/schemas", schema.word() + ".schema.json");
    if (Boolean.getBoolean("update.golden")) {
      Files.createDirectories(file.getParent());
      Files.write(file, schema.of(Given.POLICY));
    }
    String expected = new String(schema.of(Given.POLICY), StandardCharsets.UTF_8);
    TextDifference.assertSame(file.toString(), Files.readString(file), expected);
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaIsOneItself(Schema schema) {
    assertTrue(schema(schema).getSchemaNode().has("$schema"));
  }
}
