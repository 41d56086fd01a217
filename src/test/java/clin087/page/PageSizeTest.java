package clin087.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clin087.Given;
import clin087.cli.InProcess;
import clin087.form.Chromium;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long and how wide the page of the shipped policy is, in headless Chromium. */
@TestInstance(Lifecycle.PER_CLASS)
final class PageSizeTest {
  /** It is 7,971 pixels high with the fonts of Debian; others are a little wider. */
  private static final int MOST_PIXELS = 8600;

  private static final int MOST_SHEETS = 12;
  private static final Pattern SHEETS = Pattern.compile("/Count (\\d+)");

  /** The words that are shown in two lines, although they have no sign to break after. */
  private static final String BROKEN =
      """
      (() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const broken = [];
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (!text.parentElement.checkVisibility()) continue;
          for (const word of text.data.matchAll(/[A-Za-z0-9]+/g)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = [...range.getClientRects()].filter(box => box.width > 0);
            if (new Set(lines.map(box => Math.round(box.top))).size > 1) broken.push(word[0]);
          }
        }
        return broken.join(' ');
      })()
      """;

  private URI shipped;
  private Path folder;
  private Chromium browser;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    assumeTrue(Chromium.INSTALLED.isPresent(), "Chromium is not installed");
    InProcess page = InProcess.of(List.of("policy", "page"));
    assertEquals(0, page.code(), page.err());
    browser = new Chromium(folder.resolve("profile"));
    shipped = Files.writeString(folder.resolve("page.html"), page.out()).toUri();
  }

  @BeforeEach
  void open() throws Exception {
    browser.open(shipped);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private int measured(String of) throws Exception {
    return browser.run("document.documentElement." + of).asInt();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 480, 768, 1024, 1280, 1920})
  void thePageFitsEveryWidthAndBreaksNoWord(int width) throws Exception {
    browser.size(width, 900);
    assertTrue(measured("scrollWidth") <= width, () -> "wider than " + width);
    assertEquals("", browser.run(BROKEN).asString());
  }

  @Test
  void thePageIsShortOnADesk() throws Exception {
    browser.size(1280, 900);
    int pixels = measured("scrollHeight");
    assertTrue(pixels <= MOST_PIXELS, pixels + " pixels");
  }

  @Test
  void thePagePrintsOnFewSheetsWithItsCases() throws Exception {
    String pdf =
        browser.send("Page.printToPDF", Map.of("preferCSSPageSize", true)).get("data").asString();
    String text = new String(Base64.getDecoder().decode(pdf), StandardCharsets.ISO_8859_1);
    // the root of the tree of pages counts them all, its branches some of them
    int count =
        SHEETS
            .matcher(text)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .max()
            .orElseThrow();
    assertTrue(count <= MOST_SHEETS, count + " sheets");
  }

  @Test
  void casesAreOpenOnPaper() throws Exception {
    String shown =
        "document.querySelector('.given').checkVisibility({contentVisibilityAuto: true})";
    assertEquals("false", browser.run(shown).toString());
    browser.send("Emulation.setEmulatedMedia", Map.of("media", "print"));
    // a browser shows it with its next frame
    browser.until(shown);
    browser.send("Emulation.setEmulatedMedia", Map.of("media", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void casesThatFailAndThoseThatPassAreBesideEachOther(int width) throws Exception {
    List<String> clauses = List.of("1.1");
    NamedCase passes = new NamedCase("one", List.of(), "B", clauses, List.of());
    NamedCase fails = new NamedCase("other", List.of(), "B", clauses, List.of("verdict: not A"));
    String page = PolicyPageTest.page(Given.POLICY, passes, fails);
    browser.open(Files.writeString(folder.resolve("failing.html"), page).toUri());
    browser.size(width, 900);
    browser.run("document.querySelector('details').open = true");
    assertTrue(measured("scrollWidth") <= width, () -> "wider than " + width);
    assertTrue(
        browser
            .run(
                "document.querySelector('details').getBoundingClientRect().bottom <="
                    + " document.querySelector('.tests.failing').getBoundingClientRect().top"
                    + " || document.querySelector('.tests.failing').getBoundingClientRect().bottom"
                    + " <= document.querySelector('details').getBoundingClientRect().top")
            .asBoolean(),
        "one covers the other");
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "320, false", "320, true"})
  void axeHasNothingToReport(int width, boolean dark) throws Exception {
    browser.size(width, 900);
    browser.dark(dark);
    assertEquals("[]", browser.violations().toString());
  }
}
