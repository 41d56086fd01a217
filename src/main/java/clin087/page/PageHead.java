package clin087.page;

import clin087.policy.Policy.Identity;

/** Writes the head of a page that contains all it needs and loads nothing. */
public final class PageHead {
  private PageHead() {}

  /**
   * Writes the head of a page without a script.
   *
   * @param style the only style that the page allows
   */
  static void write(Html html, String title, Embedded style) {
    write(html, title, "", style);
  }

  /**
   * Writes the head of a page that runs a script.
   *
   * @param style the only style that the page allows
   * @param script the only script that the page allows, which its body contains
   */
  public static void write(Html html, String title, Embedded style, Embedded script) {
    write(html, title, "script-src " + script.hash() + "; ", style);
  }

  /**
   * Writes the title of a page about a policy.
   *
   * @param safety what the page is, and what it must not be taken for
   */
  public static void title(Html html, Identity identity, String safety) {
    html.open("p", "class", "of-document");
    html.text(identity.id() + " · version " + identity.version()).close();
    html.element("h1", identity.title());
    html.element("p", safety, "class", "safety", "role", "note");
  }

  private static void write(Html html, String title, String scripts, Embedded style) {
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; "
            + scripts
            + "style-src "
            + style.hash()
            + "; base-uri 'none'; form-action 'none'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", title);
    html.open("style").raw(style.text()).close();
    html.close();
  }
}
