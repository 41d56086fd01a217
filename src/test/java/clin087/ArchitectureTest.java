package clin087;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
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
    "policy, ''",
    "referral, policy",
    "decision, policy referral",
    "analysis, policy referral decision",
    "analysis.lint, policy referral decision analysis",
    "analysis.coverage, policy referral decision analysis",
    "analysis.revision, policy referral decision analysis",
    "reading, policy referral decision analysis analysis.lint analysis.coverage",
    "report, policy referral decision analysis reading",
    "review, policy referral decision analysis analysis.lint analysis.coverage"
        + " analysis.revision reading report",
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
  void packagesHaveNoCycles() {
    slices().matching("clin087.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void onlyReadersAndTheWritersOfJsonAndCsvKnowJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackage("clin087.reading")
        .and()
        .haveNameNotMatching("clin087\\.(report|review)\\.\\w*(Json|Csv)\\w*(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(JACKSON)
        .check(OURS);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml..")
        .because("the program has the streaming parsers only")
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
        .should()
        .callMethod(Throwable.class, "printStackTrace")
        .because("no stack trace is ever shown")
        .check(OURS);
  }

  @Test
  void nothingLogsOrOpensTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "java.net..", "javax.net..")
        .because("what a patient's referral says stays where it is")
        .check(OURS);
  }

  @Test
  void theRulesSeeTheClassesThatTheyAreAbout() {
    for (String name :
        List.of(
            "policy", "referral", "decision", "analysis", "reading", "report", "review", "cli")) {
      assertTrue(OURS.stream().anyMatch(each -> each.getPackageName().equals(ROOT + name)), name);
    }
    assertFalse(OURS.contain(ArchitectureTest.class));
  }
}
