package clin087.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Clause;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.text.Bytes;
import clin087.text.Characters;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page of a policy: complete, well-formed, and safe against hostile words of a policy. */
final class PolicyPageTest {
  static Stream<Policy> policies() {
    return Stream.of(Given.POLICY, Given.everyFeature(), Hostile.policy());
  }

  static String page(Policy policy, NamedCase... cases) {
    Bytes out = new Bytes();
    PolicyPage.write(policy, Map.of(), List.of(cases), Given.AS_OF, out);
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  private static Document parsed(Policy policy, NamedCase... cases) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page(policy, cases))));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document document, String name) {
    return elements(document, name).stream().map(Element::getTextContent).toList();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyIdIsUniqueAndEveryLinkLeadsToOne(Policy policy) throws Exception {
    Document document = parsed(policy);
    Set<String> ids = new HashSet<>();
    for (Element element : elements(document, "*")) {
      if (element.hasAttribute("id")) {
        assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id"));
      }
    }
    assertTrue(ids.stream().allMatch(id -> id.matches("[A-Za-z0-9-]+")), ids.toString());
    for (Element link : elements(document, "a")) {
      assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href"));
    }
    for (Element element : elements(document, "*")) {
      if (element.hasAttribute("aria-labelledby")) {
        assertTrue(ids.contains(element.getAttribute("aria-labelledby")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyClauseIsThereWordForWordAndInOrder(Policy policy) throws Exception {
    List<String> numbers = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        numbers.add(clause.id());
        clause.paragraphs().forEach(paragraph -> words.add(visible(paragraph)));
      }
    }
    Document document = parsed(policy);
    assertEquals(numbers, texts(document, "h4"));
    List<String> quoted = new ArrayList<>();
    for (Element quotation : elements(document, "blockquote")) {
      NodeList paragraphs = quotation.getElementsByTagName("p");
      for (int i = 0; i < paragraphs.getLength(); i++) {
        quoted.add(paragraphs.item(i).getTextContent());
      }
    }
    assertEquals(words, quoted);
  }

  private static String visible(String text) {
    return Characters.visible(text).replace('\uFFFE', '\uFFFD');
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyRuleIsInTheDrawingAndLinksToItsClauseAndBack(Policy policy) throws Exception {
    Document document = parsed(policy);
    Anchors anchors = new Anchors(policy);
    List<Element> steps =
        elements(document, "li").stream()
            .filter(item -> item.getAttribute("class").startsWith("step "))
            .toList();
    assertEquals(policy.rules().size(), steps.size());
    for (Rule rule : policy.rules()) {
      Element step = steps.get(rule.index());
      assertTrue(hrefs(step).contains("#" + anchors.of(rule)), rule.id());
      assertTrue(hrefs(step).contains("#" + anchors.ofClause(rule.clause().id())), rule.id());
      assertTrue(step.getTextContent().contains(rule.verdict().outcome().word()), rule.id());
      assertTrue(step.getTextContent().contains(visible(rule.verdict().id())), rule.id());
      Element card = (Element) byId(document, anchors.of(rule)).getParentNode();
      assertTrue(hrefs(card).contains("#" + anchors.ofStep(rule)), rule.id());
    }
  }

  private static Element byId(Document document, String id) {
    return elements(document, "*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id));
  }

  private static Set<String> hrefs(Element within) {
    Set<String> hrefs = new TreeSet<>();
    NodeList links = within.getElementsByTagName("a");
    for (int i = 0; i < links.getLength(); i++) {
      hrefs.add(((Element) links.item(i)).getAttribute("href"));
    }
    return hrefs;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void nothingRunsAndNothingIsLoaded(Policy policy) throws Exception {
    Document document = parsed(policy);
    Set<String> used = new TreeSet<>();
    for (Element element : elements(document, "*")) {
      used.add(element.getTagName());
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String attribute = element.getAttributes().item(i).getNodeName();
        assertFalse(attribute.startsWith("on") || attribute.equals("style"), attribute);
        assertFalse(attribute.equals("src") || attribute.equals("xlink:href"), attribute);
      }
    }
    assertEquals(
        "a article blockquote body circle code dd desc div dl dt footer h1 h2 h3 h4 h5 "
            + "head header html li line main meta nav ol p path section span strong style svg "
            + "text title ul wbr",
        String.join(" ", used));
    String style = texts(document, "style").get(0);
    assertFalse(style.contains("url(") || style.contains("@import"), "the style loads nothing");
  }

  @Test
  void theSecurityPolicyAllowsThisStyleAndNothingElse() throws Exception {
    Document document = parsed(Given.POLICY);
    byte[] style = texts(document, "style").get(0).getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    List<String> policies =
        elements(document, "meta").stream()
            .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .map(meta -> meta.getAttribute("content"))
            .toList();
    assertEquals(
        List.of(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'"),
        policies);
  }

  @Test
  void whatAHostilePolicySaysIsTextOnly() throws Exception {
    String page = page(Hostile.policy());
    assertFalse(page.contains("<script") || page.contains("<img") || page.contains("<b>"), page);
    assertTrue(texts(parsed(Hostile.policy()), "h1").get(0).contains("<script>alert(1)</script>"));
    assertFalse(page.contains("\u202e") || page.contains("\u2028"), "turns the text around");
  }

  @ParameterizedTest
  @MethodSource("policies")
  void itIsReadAloudAsADocument(Policy policy) throws Exception {
    Document document = parsed(policy);
    assertEquals("en", document.getDocumentElement().getAttribute("lang"));
    for (String landmark : List.of("header", "main", "footer", "h1")) {
      assertEquals(1, elements(document, landmark).size(), landmark);
    }
    assertEquals("#main", elements(document, "a").get(0).getAttribute("href"));
    int level = 1;
    for (Element element : elements(document, "*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int next = element.getTagName().charAt(1) - '0';
        assertTrue(
            next <= level + 1, "a level of headings is left out: " + element.getTextContent());
        level = next;
      }
    }
    for (Element drawing : elements(document, "svg")) {
      boolean inner = drawing.getParentNode().getNodeName().equals("svg");
      boolean hidden = drawing.getAttribute("aria-hidden").equals("true");
      boolean titled = drawing.getElementsByTagName("title").getLength() == 1;
      assertTrue(inner || hidden || titled, "a drawing that says nothing");
    }
  }

  @Test
  void aClauseNamesTheCasesThatItDecides() throws Exception {
    NamedCase one =
        new NamedCase("MCAS <first>", List.of("a", "b"), "MCAS_FIRST", List.of("1.1"), List.of());
    NamedCase other =
        new NamedCase("both", List.of(), "ELIGIBLE", List.of("1.1", "1.2"), List.of());
    List<String> lists =
        texts(parsed(Given.POLICY, one, other), "details").stream()
            .filter(text -> text.strip().startsWith("Tested by"))
            .map(text -> text.strip().replaceAll("\\s+", " "))
            .toList();
    assertEquals(
        List.of(
            "Tested by 2 cases MCAS <first> Given a; b: MCAS_FIRST both Given nothing: ELIGIBLE",
            "Tested by 1 case both Given nothing: ELIGIBLE"),
        lists);
    assertFalse(page(Given.POLICY).contains("Tested by"));
  }

  @Test
  void everyStepOfTheDecisionSaysWhatToDoNextWhatHasAttentionAndWhoSharesIt() {
    Bytes out = new Bytes();
    Rule shared = Given.POLICY.rules().get(0);
    PolicyPage.write(
        Given.POLICY, Map.of(shared, "core.yaml"), List.of(), LocalDate.of(2029, 4, 1), out);
    String page = new String(out.toByteArray(), StandardCharsets.UTF_8);
    String decision =
        page.substring(page.indexOf("class=\"flow\""), page.indexOf("id=\"document\""));
    for (Rule rule : Given.POLICY.rules()) {
      assertTrue(decision.contains("Next step: </strong>"), rule.id());
    }
    long attention = Given.POLICY.rules().stream().filter(Rule::attention).count();
    assertEquals(attention + 1, decision.split("<strong>attention</strong>", -1).length);
    assertEquals(2, decision.split("shared with other policies, from core.yaml", -1).length);
    assertTrue(page.contains("past its review date"));
    assertFalse(page(Given.POLICY).contains("past its review date"));
  }

  @Test
  void aCaseThatFailsIsNotToBeMissed() throws Exception {
    NamedCase fails =
        new NamedCase(
            "a GP's", List.of(), "B", List.of("6.5(a)"), List.of("verdict: expected A, found B"));
    NamedCase passes = new NamedCase("other", List.of(), "B", List.of("6.5(a)"), List.of());
    Document document = parsed(Given.POLICY, fails, passes);
    String alarm =
        texts(document, "section").stream()
            .filter(text -> text.strip().startsWith("The cases that fail"))
            .findFirst()
            .orElseThrow();
    assertTrue(alarm.contains("1 of its 2 cases"), alarm);
    assertTrue(alarm.contains("a GP's (verdict: expected A, found B)"), alarm);
    assertTrue(texts(document, "nav").get(0).contains("The cases that fail"));
    String clause =
        texts(document, "article").stream()
            .filter(text -> text.strip().startsWith("6.5(a)"))
            .findFirst()
            .orElseThrow()
            .replaceAll("\\s+", " ");
    assertTrue(clause.contains("Decided otherwise than expected a GP's ("), clause);
    assertTrue(clause.contains("Tested by 1 case other"), clause);
    assertFalse(page(Given.POLICY, passes).contains("cases that fail"));
  }

  @Test
  void itSaysWhoseWordsItQuotesAndWhatItIsNot() throws Exception {
    Document document = parsed(Given.POLICY);
    String footer = texts(document, "footer").get(0);
    assertTrue(footer.contains("NHS Cheshire and Merseyside Integrated Care Board"), footer);
    String header = texts(document, "header").get(0);
    assertTrue(header.contains("does not replace clinical judgement"), header);
    assertTrue(header.contains(Given.POLICY.identity().sha256()), header);
  }
}
