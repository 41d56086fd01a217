package clin087.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clin087.Given;
import clin087.cli.InProcess;
import clin087.page.Hostile;
import clin087.policy.Policy;
import clin087.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form in headless Chromium, where that is installed. */
@TestInstance(Lifecycle.PER_CLASS)
class FormInBrowserTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int QUICK = 5;

  /** A referral that goes to MCAS first, by the names of the controls. */
  private static final Map<String, String> MCAS_FIRST =
      Map.of(
          "/reference", "REF-1",
          "/request/procedure", "spinal-fusion",
          "/indication/category", "non-specific-mechanical-back-pain",
          "/mcas/available", "true",
          "/mcas/seen", "false");

  private Path folder;
  private Chromium browser;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    assumeTrue(Chromium.INSTALLED.isPresent(), "Chromium is not installed");
    folder = temporary;
    browser = new Chromium(temporary.resolve("profile"));
    browser.send(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", temporary.resolve("downloads").toString()));
  }

  @AfterAll
  void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private void open(Policy policy) throws Exception {
    Bytes page = new Bytes();
    FormPage.write(policy, page);
    Path file = Files.write(folder.resolve("form.html"), page.toByteArray());
    browser.complaints.clear();
    browser.size(1280, 900);
    browser.dark(false);
    browser.open(file.toUri());
  }

  private String decision(String about) throws Exception {
    return browser.run("document.getElementById('decision').dataset." + about).asString();
  }

  /** Clicks on an option, as a person does; or enters a text. */
  private void answer(String name, String value) throws Exception {
    String script =
        """
        (() => {
          const controls = document.getElementsByName(%s);
          const radio = [...controls].find(each => each.type === 'radio' && each.value === %s);
          if (radio) {
            radio.click();
          } else {
            controls[0].value = %s;
            controls[0].dispatchEvent(new Event('input', {bubbles: true}));
          }
        })()
        """;
    String json = JSON.writeValueAsString(value);
    browser.run(script.formatted(JSON.writeValueAsString(name), json, json));
  }

  private boolean isShown(String name) throws Exception {
    return browser
        .run(
            "document.getElementsByName("
                + JSON.writeValueAsString(name)
                + ")[0]"
                + ".getClientRects().length > 0")
        .asBoolean();
  }

  private void click(String id) throws Exception {
    browser.run("document.getElementById('" + id + "').click()");
  }

  private void denyOthers(String path) throws Exception {
    browser.run(
        "document.getElementsByName("
            + JSON.writeValueAsString(path)
            + ")[0].closest('.question').querySelector('.none button').click()");
  }

  private void answerAll(Map<String, String> answers) throws Exception {
    for (Map.Entry<String, String> each : answers.entrySet()) {
      answer(each.getKey(), each.getValue());
    }
    denyOthers("/coreCriteria/urgent");
  }

  @Test
  void anEmptyFormDecidesAndAReferralIsClickedThrough() throws Exception {
    open(Given.POLICY);
    assertEquals("INFORMATION_NEEDED", decision("verdict"));
    assertEquals(
        "/request/procedure /coreCriteria /indication/category /mcas/available /mcas/seen",
        decision("missing"));
    assertEquals("2.1 3.2 1.1", decision("clauses"));
    answerAll(MCAS_FIRST);
    assertEquals("MCAS_FIRST", decision("verdict"));
    assertEquals("1.1", decision("clauses"));
    assertEquals("", decision("missing"));
    String text = browser.run("document.getElementById('decision').innerText").asString();
    assertTrue(text.contains("Afterwards: Not routinely commissioned"), text);
    assertTrue(text.contains(Given.POLICY.clause("1.1").text()), text);
    assertEquals(List.of(), browser.complaints);
  }

  @Test
  void questionsThatCannotMatterFoldAwayAndComeBack() throws Exception {
    open(Given.POLICY);
    assertTrue(isShown("/mcas/seen"));
    answer("/request/procedure", "spinal-fusion");
    answer("/mcas/seen", "true");
    answer("/coreCriteria/urgent", "true");
    assertEquals("ELIGIBLE", decision("verdict"));
    assertTrue(isShown("/coreCriteria/urgent"));
    assertFalse(isShown("/mcas/seen"));
    answer("/coreCriteria/urgent", "");
    assertTrue(isShown("/mcas/seen"));
    assertEquals(
        "true",
        browser.run("document.querySelector('[name=\"/mcas/seen\"]:checked').value").asString());
    answer("/coreCriteria/urgent", "true");
    click("unfold");
    assertTrue(isShown("/mcas/seen"));
  }

  @Test
  void theLinkToAQuestionThatIsFoldedAwayShowsIt() throws Exception {
    open(Given.everyFeature());
    answer("/reference", "A");
    answer("/treated", "true");
    denyOthers("/symptoms/list/pain");
    assertFalse(isShown("/bmi"));
    browser.run(
        "[...document.querySelectorAll('#decision a')]"
            + ".find(each => each.parentNode.textContent.startsWith('Bmi')).click()");
    assertTrue(isShown("/bmi"));
    assertEquals("/bmi", browser.run("document.activeElement.name").asString());
    assertEquals("true", browser.run("document.getElementById('unfold').ariaExpanded").asString());
  }

  @Test
  void aWrongAnswerIsToldWhatToWriteAndWhatItContradicts() throws Exception {
    open(Given.everyFeature());
    answer("/reference", "A");
    answer("/age", "6o");
    assertEquals("Age: please write a whole number from 0 to 130 years.", stateOf("/age"));
    answer("/age", "60");
    answer("/treatedOn", "2026-01-02");
    answer("/treated", "false");
    assertEquals(
        "Treated: this contradicts “treated on”; correct one of them.", stateOf("/treated"));
  }

  private String stateOf(String name) throws Exception {
    return browser
        .run(
            "document.getElementsByName("
                + JSON.writeValueAsString(name)
                + ")[0].closest('.question').querySelector('.state').textContent")
        .asString();
  }

  @Test
  void theOthersAreDeniedByNameAndNoMore() throws Exception {
    open(Given.POLICY);
    answer("/coreCriteria/suspected-malignancy", "true");
    String denied =
        browser
            .run(
                "document.getElementsByName('/coreCriteria/urgent')[0].closest('.question').querySelector('.none').innerText")
            .asString();
    assertTrue(denied.contains("None of the others"), denied);
    assertTrue(denied.contains("urgent treatment"), denied);
    assertFalse(denied.contains("features suspicious of malignancy"), denied);
    denyOthers("/coreCriteria/urgent");
    assertEquals(
        "true",
        browser
            .run(
                "document.querySelector('[name=\"/coreCriteria/suspected-malignancy\"]:checked').value")
            .asString());
    assertEquals(
        "false",
        browser
            .run("document.querySelector('[name=\"/coreCriteria/urgent\"]:checked').value")
            .asString());
  }

  @Test
  void attentionComesFirst() throws Exception {
    open(Given.POLICY);
    answer("/request/procedure", "other");
    assertEquals("OUT_OF_SCOPE", decision("verdict"));
    assertEquals("false", decision("attention"));
    answer("/coreCriteria/urgent", "true");
    assertEquals("true", decision("attention"));
    assertTrue(
        browser.run("document.getElementById('decision').innerText").asString().indexOf("Attention")
            < 20);
  }

  @Test
  void anAnswerIsDecidedAtOnce() throws Exception {
    open(Given.POLICY);
    double milliseconds =
        browser
            .run(
                """
                (() => {
                  const radios = [...document.querySelectorAll('input[type=radio]')];
                  const times = [];
                  for (let i = 0; i < 300; i++) {
                    const start = performance.now();
                    radios[i * 7 % radios.length].click();
                    times.push(performance.now() - start);
                  }
                  return times.sort((a, b) => a - b)[150];
                })()
                """)
            .asDouble();
    assertTrue(milliseconds < QUICK, milliseconds + " ms");
  }

  @Test
  void theKeyboardAloneIsEnough() throws Exception {
    open(Given.POLICY);
    for (int i = 0; i < 40 && !focused().equals("/request/procedure"); i++) {
      browser.press("Tab");
    }
    browser.press("ArrowDown");
    assertEquals("/request/procedure", focused());
    for (int i = 0; i < 5 && !chosen("/request/procedure").equals("spinal-fusion"); i++) {
      browser.press("ArrowDown");
    }
    for (int i = 0; i < 5 && !focused().equals("/coreCriteria/urgent"); i++) {
      browser.press("Tab");
    }
    for (int i = 0; i < 5 && !chosen("/coreCriteria/urgent").equals("true"); i++) {
      browser.press("ArrowDown");
    }
    assertEquals("ELIGIBLE", decision("verdict"));
    String onNone = "document.activeElement.matches('.none button')";
    for (int i = 0; i < 30 && !browser.run(onNone).asBoolean(); i++) {
      browser.press("Tab");
    }
    browser.press("Space");
    assertEquals("false", chosen("/coreCriteria/nice-tag"));
    assertEquals("true", chosen("/coreCriteria/urgent"));
  }

  private String focused() throws Exception {
    return browser.run("document.activeElement.name || ''").asString();
  }

  private String chosen(String name) throws Exception {
    return browser
        .run("document.querySelector('[name=\"" + name + "\"]:checked').value")
        .asString();
  }

  @Test
  void aReferralIsSavedAndOpenedAgain() throws Exception {
    open(Given.POLICY);
    click("save");
    assertEquals("/reference", focused());
    assertTrue(said().contains("needed"), said());
    answerAll(MCAS_FIRST);
    answer("/mcas/seenOn", "");
    answer("/patient/age", "42");
    answer("/notes", "line one\n\"two\" <b>");
    click("save");
    Path saved = folder.resolve("downloads").resolve("REF-1.json");
    for (int i = 0; i < 1000 && !Files.exists(saved); i++) {
      Thread.sleep(10);
    }
    InProcess checked =
        InProcess.of(List.of("check", "--format", "ndjson", saved.toAbsolutePath().toString()));
    assertEquals(3, checked.code(), checked.out() + checked.err());
    assertTrue(checked.out().contains("\"MCAS_FIRST\""), checked.out());
    open(Given.POLICY);
    openFile(Files.readString(saved));
    browser.until("document.getElementById('said').textContent.includes('Opened')");
    assertEquals("MCAS_FIRST", decision("verdict"));
    assertEquals(
        "42", browser.run("document.getElementsByName('/patient/age')[0].value").asString());
    assertEquals(
        "line one\n\"two\" <b>",
        browser.run("document.getElementsByName('/notes')[0].value").asString());
  }

  @Test
  void nothingOfTheReferralBeforeOutlivesAnOpenedOrAClearedOne() throws Exception {
    open(Given.POLICY);
    answerAll(MCAS_FIRST);
    answer("/patient/age", "42");
    answer("/coreCriteria/urgent", "true");
    answer("/indication/features/tumour", "true");
    assertEquals("ELIGIBLE", decision("verdict"));
    openFile("{\"reference\": \"REF-2\", \"request\": {\"procedure\": \"spinal-fusion\"}}");
    browser.until("document.getElementById('said').textContent.includes('Opened')");
    assertEquals("INFORMATION_NEEDED", decision("verdict"));
    assertEquals("false", decision("attention"));
    assertEquals(List.of("/reference", "/request/procedure=spinal-fusion"), answered());
    click("clear");
    assertEquals(List.of(), answered());
  }

  @Test
  void answersThatWereReplacedCanBeHadBack() throws Exception {
    open(Given.POLICY);
    answerAll(MCAS_FIRST);
    List<String> all = answered();
    click("clear");
    undo();
    assertEquals(all, answered());
    openFile("{\"reference\": \"REF-2\"}");
    browser.until("document.getElementById('said').textContent.includes('Opened opened.json')");
    assertEquals(List.of("/reference"), answered());
    undo();
    assertEquals(all, answered());
    assertEquals("MCAS_FIRST", decision("verdict"));
  }

  private void undo() throws Exception {
    browser.run("document.querySelector('[data-does=undo]').click()");
  }

  @Test
  void whatHasAttentionStaysWhileAnotherAnswerCannotBeRead() throws Exception {
    open(Given.POLICY);
    answer("/coreCriteria/urgent", "true");
    String alarm = "document.querySelector('[data-part=alarm]').checkVisibility()";
    assertTrue(browser.run(alarm).asBoolean());
    answer("/patient/age", "6o");
    assertEquals("INVALID", decision("verdict"));
    assertEquals("true", decision("attention"));
    assertTrue(browser.run(alarm).asBoolean());
    answer("/coreCriteria/urgent", "");
    assertEquals("false", decision("attention"));
    assertFalse(browser.run(alarm).asBoolean());
  }

  /** The names of the controls that have an answer, with the answers that are chosen. */
  private List<String> answered() throws Exception {
    List<String> answered = new ArrayList<>();
    browser
        .run(
            "[...document.forms[0].elements].filter(e => e.name && e.value"
                + " && (e.type !== 'radio' || e.checked))"
                + ".map(e => e.name + (e.type === 'radio' ? '=' + e.value : ''))")
        .forEach(name -> answered.add(name.asString()));
    return answered;
  }

  private String said() throws Exception {
    return browser.run("document.getElementById('said').innerText").asString();
  }

  private void openFile(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("opened.json"), text);
    JsonNode document = browser.send("DOM.getDocument", Map.of());
    JsonNode input =
        browser.send(
            "DOM.querySelector",
            Map.of("nodeId", document.get("root").get("nodeId").asInt(), "selector", "#file"));
    browser.send(
        "DOM.setFileInputFiles",
        Map.of(
            "files",
            List.of(file.toAbsolutePath().toString()),
            "nodeId",
            input.get("nodeId").asInt()));
  }

  @Test
  void aFileThatIsNoReferralChangesNothing() throws Exception {
    open(Given.POLICY);
    answerAll(MCAS_FIRST);
    for (String text :
        List.of(
            "{",
            "[]",
            "{\"reference\": \"R\", \"reference\": \"S\"}",
            "{\"reference\": \"R\", \"<img src=x onerror=alert(1)>\": 1}",
            "{\"reference\": \"R\", \"mcas\": {\"seen\": \"<script>alert(1)</script>\"}}")) {
      browser.run("document.getElementById('said').textContent = ''");
      openFile(text);
      browser.until("document.getElementById('said').textContent.includes('not opened')");
      assertEquals("MCAS_FIRST", decision("verdict"));
    }
    assertEquals(
        0, browser.run("document.querySelectorAll('#said img, #said script').length").asInt());
    assertEquals(List.of(), browser.complaints);
  }

  @Test
  void theDecisionIsCopiedAsTextWithAClipboardOrWithout() throws Exception {
    String clipboard = "{writeText: text => Promise.resolve(copied = text)}";
    for (String provided : List.of(clipboard, "undefined")) {
      open(Given.POLICY);
      browser.run(
          "window.copied = '';"
              + "Object.defineProperty(navigator, 'clipboard', {value: "
              + provided
              + "});"
              + "document.execCommand = () => copied = document.activeElement.value");
      answerAll(MCAS_FIRST);
      click("copy");
      browser.until("document.getElementById('said').textContent.includes('copied')");
      String copied = browser.run("copied").asString();
      for (String line :
          List.of(
              "An MCAS assessment comes before a consultant",
              "MCAS_FIRST, clause 1.1",
              "Referral REF-1",
              "- Commissioner: this ICB's patient",
              Given.POLICY.clause("1.1").text())) {
        assertTrue(copied.lines().anyMatch(line::equals), () -> line + "\n" + copied);
      }
      assertTrue(copied.contains("Checked on "), copied);
    }
  }

  @Test
  void theDecisionIsPrintedOnOnePage() throws Exception {
    open(Given.POLICY);
    assertEquals(1, pages());
    answerAll(MCAS_FIRST);
    for (String criterion : Given.fact(Given.POLICY, "/coreCriteria").values()) {
      answer("/coreCriteria/" + criterion, "true");
    }
    for (String feature : Given.fact(Given.POLICY, "/indication/features").values()) {
      answer("/indication/features/" + feature, "true");
    }
    answer("/patient/age", "12");
    answer("/request/cosmetic", "true");
    answer("/request/trialContinuation", "true");
    answer("/ifr/status", "approved");
    answer("/date", "2024-01-01");
    assertEquals(1, pages());
  }

  private int pages() throws Exception {
    String data =
        browser.send("Page.printToPDF", Map.of("preferCSSPageSize", true)).get("data").asString();
    String pdf = new String(Base64.getDecoder().decode(data), StandardCharsets.ISO_8859_1);
    return pdf.split("/Type\\s*/Page\\b", -1).length - 1;
  }

  @Test
  void itFitsASmallScreenWithTheDecisionFirst() throws Exception {
    open(Given.POLICY);
    browser.size(320, 700);
    assertEquals(320, browser.run("innerWidth").asInt());
    assertTrue(
        browser.run("document.documentElement.scrollWidth").asInt() <= 320, "it does not scroll");
    assertTrue(
        browser
            .run(
                "document.getElementById('decision').getBoundingClientRect().top"
                    + " < document.getElementById('questions').getBoundingClientRect().top")
            .asBoolean());
    browser.run("window.scrollTo(0, 3000)");
    browser.until("!document.querySelector('.bar').hidden");
    assertEquals(
        0, browser.run("document.querySelector('.bar').getBoundingClientRect().top").asInt());
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "320, false", "320, true"})
  void axeHasNothingToReport(int width, boolean dark) throws Exception {
    open(Given.POLICY);
    browser.size(width, 900);
    browser.dark(dark);
    answer("/coreCriteria/urgent", "true");
    answer("/patient/age", "x");
    assertEquals("[]", browser.violations().toString());
    answer("/patient/age", "");
    assertEquals("[]", browser.violations().toString());
  }

  @Test
  void noLabelOrTitleOfAPolicyIsMarkUp() throws Exception {
    open(Hostile.policy());
    browser.run("document.querySelectorAll('input[type=radio]').forEach(radio => radio.click())");
    assertEquals(2, browser.run("document.querySelectorAll('script').length").asInt());
    assertEquals(0, browser.run("document.querySelectorAll('img').length").asInt());
    assertEquals(List.of(), browser.complaints);
  }

  @Test
  void theDateOfTheCheckCanBeSet() throws Exception {
    open(Given.POLICY);
    String cautions =
        "JSON.stringify(clin087.decide({reference: 'R'}).cautions.map(each => each.code))";
    browser.run("clin087.asOf = '2026-11-22'");
    assertEquals("[]", browser.run(cautions).asString());
    browser.run("clin087.asOf = '2031-01-01'");
    assertEquals("[\"after-review\"]", browser.run(cautions).asString());
    assertEquals(
        "[{\"code\":\"required\",\"path\":\"/reference\"}]",
        browser.run("JSON.stringify(clin087.decide({}).problems)").asString());
    assertTrue(
        browser
            .run("document.getElementById('decision').innerText")
            .asString()
            .contains("Checked on 2031-01-01"));
  }
}
