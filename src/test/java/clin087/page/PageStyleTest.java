package clin087.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The colours of the page, light and dark, against WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for what
 * one must see to understand or operate it (1.4.11).
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2: contrast ratio</a>
 */
final class PageStyleTest {
  private static final Pattern THEME = Pattern.compile(":root \\{([^}]*)\\}");
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

  private static List<Map<String, String>> themes() {
    return THEME
        .matcher(PolicyPageTest.page(Given.POLICY))
        .results()
        .map(theme -> colours(theme.group(1)))
        .toList();
  }

  private static Map<String, String> colours(String declarations) {
    Map<String, String> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(declarations);
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  @Test
  void lightAndDarkNameTheSameColours() {
    List<Map<String, String>> themes = themes();
    assertEquals(2, themes.size());
    assertEquals(themes.get(0).keySet(), themes.get(1).keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "ink, page, 4.5",
    "ink, panel, 4.5",
    "quiet, page, 4.5",
    "quiet, panel, 4.5",
    "link, page, 4.5",
    "link, panel, 4.5",
    "on-banner, banner, 4.5",
    "on-focus, focus, 4.5",
    "on-mark, proceed, 4.5",
    "on-mark, refuse, 4.5",
    "on-mark, redirect, 4.5",
    "on-mark, incomplete, 4.5",
    "proceed, page, 3",
    "refuse, page, 3",
    "redirect, page, 3",
    "incomplete, page, 3",
    "line, page, 3",
    "line, panel, 3",
    "link, page, 3",
  })
  void coloursHaveEnoughContrast(String front, String back, double least) {
    for (Map<String, String> theme : themes()) {
      double contrast = contrast(theme.get(front), theme.get(back));
      assertTrue(contrast >= least, front + " on " + back + " is " + contrast);
    }
  }

  @Test
  void aFocusedLinkIsVisibleOnEveryBackground() {
    for (Map<String, String> theme : themes()) {
      for (String ground : List.of("page", "panel", "banner")) {
        double yellow = contrast(theme.get("focus"), theme.get(ground));
        double dark = contrast(theme.get("on-focus"), theme.get(ground));
        assertTrue(Math.max(yellow, dark) >= 3, ground);
      }
    }
  }

  @Test
  void contrastIsTheOneOfTheStandard() {
    assertEquals(21, contrast("#ffffff", "#000000"), 1e-9);
    assertEquals(4.54, contrast("#767676", "#ffffff"), 0.005);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
