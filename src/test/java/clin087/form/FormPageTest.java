package clin087.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.cli.InProcess;
import clin087.page.Hostile;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.text.Bytes;
import clin087.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The structure of the form; a browser tests what it does. */
class FormPageTest {
  private static final int LARGEST = 150_000;

  @TempDir Path folder;

  private static String page(Policy policy) {
    Bytes page = new Bytes();
    FormPage.write(policy, page);
    return new String(page.toByteArray(), StandardCharsets.UTF_8);
  }

  private static Set<String> found(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void everyFactHasControlsNamedByItsPointer() {
    Set<String> names = new TreeSet<>();
    for (Fact fact : Given.POLICY.facts()) {
      if (fact.type() == FactType.SET) {
        fact.values().forEach(member -> names.add(fact.path() + "/" + member));
      } else if (!fact.path().equals("/$schema")) {
        names.add(fact.path());
      }
    }
    String body = page(Given.POLICY).replaceAll("(?s)<head>.*?</head>|<script.*?</script>", "");
    assertEquals(names, found(" name=\"([^\"]*)\"", body));
  }

  @Test
  void itsContentSecurityPolicyAllowsItsOwnScriptAndStyleAlone() {
    String page = page(Given.POLICY);
    String script = page.substring(page.lastIndexOf("<script>") + 8, page.lastIndexOf("</script>"));
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    assertEquals(
        Set.of(
            "default-src 'none'; script-src 'sha256-"
                + hash(script)
                + "'; style-src 'sha256-"
                + hash(style)
                + "'; base-uri 'none'; form-action 'none'"),
        found("Content-Security-Policy\" content=\"([^\"]*)\"", page.replace("&#39;", "'")));
    assertEquals(Set.of(), found(" (on[a-z]+|style)=\"", page));
    assertEquals(Set.of(), found("(?:src|href)=\"([^#\"][^\"]*)\"", page));
  }

  private static String hash(String text) {
    String sha256 = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
  }

  @Test
  void itIsSmallAndSaysWhichPolicyItIs() {
    String page = page(Given.POLICY);
    assertTrue(page.getBytes(StandardCharsets.UTF_8).length < LARGEST);
    for (String text :
        List.of(
            Given.POLICY.identity().id(),
            Given.POLICY.identity().title(),
            Given.POLICY.identity().sha256())) {
      assertTrue(page.contains(text), text);
    }
  }

  @Test
  void noTextOfAPolicyIsMarkUp() {
    String page = page(Hostile.policy());
    assertFalse(page.contains("<img"), "an attack became an element");
    assertEquals(2, page.split("<script", -1).length - 1);
  }

  @Test
  void theCommandWritesAPageForAnyPolicy() throws Exception {
    Path file = folder.resolve("form.html");
    InProcess ran =
        InProcess.of(
            List.of(
                "policy",
                "form",
                "src/test/resources/clin087/every-feature.yaml",
                "-o",
                file.toString()));
    assertEquals(0, ran.code(), ran.err());
    assertTrue(Files.readString(file).contains("A made-up policy"));
  }

  @Test
  void aPolicyThatNoPageCanLayOutIsRefusedWithAReason() throws Exception {
    // which of 13 pairs hold has to be remembered, since all first halves are asked for before
    int pairs = 24;
    String facts =
        IntStream.range(0, 2 * pairs)
            .mapToObj(
                i -> "  - path: /f" + i + "\n    type: boolean\n    question: Is it " + i + "?\n")
            .collect(Collectors.joining());
    String first =
        IntStream.range(0, pairs)
            .mapToObj(i -> "        - f" + i + "\n")
            .collect(Collectors.joining());
    String both =
        IntStream.range(0, pairs)
            .mapToObj(i -> "        - all: [f" + i + ", f" + (i + pairs) + "]\n")
            .collect(Collectors.joining());
    String yaml =
        Given.resource("small.yaml")
            .replace(
                "\nrules:\n",
                "\n"
                    + facts
                    + "\nrules:\n  - rule: all-first\n    clause: 1.1\n    when:\n      all:\n"
                    + first
                    + "    verdict: YES\n    action: Do.\n  - rule: pairs\n    clause: 1.1\n    when:\n      any:\n"
                    + both
                    + "    verdict: NO\n    action: Do.\n");
    Path file =
        Files.writeString(
            folder.resolve("large.yaml"),
            yaml.replaceFirst("encodedBy: \\[", "encodedBy: [all-first, pairs, "));
    InProcess ran = InProcess.of(List.of("policy", "form", file.toString()));
    assertEquals(6, ran.code(), ran.err());
    assertTrue(ran.err().contains("at once"), ran.err());
    assertEquals("", ran.out());
  }
}
