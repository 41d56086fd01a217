package clin087;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.FileDescriptor;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the packages: one direction, no way back. */
class ArchitectureTest {
  private static final String ROOT = "clin087.";
  private static final String JACKSON = "tools.jackson..";
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("clin087");

  @ParameterizedTest
  @CsvSource({
    "text, ''",
    "problem, text",
    "policy, ''",
    "proof, policy",
    "referral, policy problem text",
    "decision, policy proof referral",
    "yaml, policy problem text",
    "policyfile, policy problem text yaml",
    "lint, policy proof decision referral",
    "cases, policy proof decision referral lint problem text yaml policyfile",
    "coverage, policy proof decision referral cases",
    "revision, policy proof",
    "words, policy",
    "report, policy proof decision referral problem text words",
    "show, policy report text words",
    "graph, policy text words",
    "findings, policy proof lint problem text policyfile report",
    "caseresults, policy proof decision referral problem cases coverage report text",
    "comparison, policy problem proof report revision text words",
    "form, policy decision proof page report text words",
    "page, policy proof decision referral cases caseresults text words",
    "interview, policy decision problem referral report text words",
    "schema, policy cases policyfile",
    "batch, policy decision problem proof referral revision report comparison text",
  })
  void aPackageImportsOnlyThoseBeforeIt(String name, String mayImport) {
    List<String> allowed = List.of((name + " " + mayImport).strip().split(" ", -1));
    DescribedPredicate<JavaClass> other =
        DescribedPredicate.describe(
            "of our packages other than " + allowed,
            javaClass ->
                javaClass.getPackageName().startsWith(ROOT)
                    && !allowed.contains(javaClass.getPackageName().substring(ROOT.length())));
    noClasses()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .dependOnClassesThat(other)
        .allowEmptyShould(false)
        .check(OURS);
  }

  @Test
  void everyPackageHasARowExceptTheCommandLineWhichMayImportAll() throws NoSuchMethodException {
    Set<String> rows = new TreeSet<>(Set.of("cli"));
    String[] table =
        ArchitectureTest.class
            .getDeclaredMethod("aPackageImportsOnlyThoseBeforeIt", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    for (String row : table) {
      rows.add(row.split(",", -1)[0]);
    }
    Set<String> packages = new TreeSet<>();
    OURS.forEach(each -> packages.add(each.getPackageName().substring(ROOT.length())));
    assertEquals(packages, rows);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("clin087.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void onlyReadersAndTheWritersOfJsonAndCsvKnowJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "clin087.yaml", "clin087.referral", "clin087.schema", "clin087.interview")
        .and()
        .haveNameNotMatching(
            "clin087\\.(report|show|findings|caseresults|comparison|form)\\.\\w*(Json|Csv)\\w*(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(JACKSON)
        .check(OURS);
    noClasses()
        .that()
        .resideOutsideOfPackages("clin087.schema", "clin087.form")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml..")
        .because("a check starts faster with the streaming parsers")
        .check(OURS);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage("clin087.cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(OURS);
  }

  @Test
  void onlyMainKnowsTheStreamsOfTheProcessAndExits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("clin087.cli.Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(OURS);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("clin087.cli.Main")
        .should()
        .accessField(FileDescriptor.class, "err")
        .orShould()
        .accessField(FileDescriptor.class, "in")
        .check(OURS);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("clin087.cli.Main")
        .and()
        .doNotHaveFullyQualifiedName("clin087.batch.Output")
        .should()
        .accessField(FileDescriptor.class, "out")
        .because("an output only asks whether its stream is that of the process")
        .check(OURS);
    noClasses()
        .should()
        .callMethod(Throwable.class, "printStackTrace")
        .because("no stack trace is ever shown")
        .check(OURS);
  }

  @Test
  void nothingLogsOrOpensTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                    "java.util.logging..", "org.slf4j..", "java.net..", "javax.net..")
                // the name of a file as bytes, which java.nio tells in no other way
                .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(URI.class))))
        .because("what a patient's referral says stays where it is")
        .check(OURS);
  }

  @Test
  void theRulesSeeTheClassesThatTheyAreAbout() {
    for (String name : List.of("policy", "proof", "decision", "policyfile", "batch", "cli")) {
      assertTrue(OURS.stream().anyMatch(each -> each.getPackageName().equals(ROOT + name)), name);
    }
    assertFalse(OURS.contain(ArchitectureTest.class));
  }
}
