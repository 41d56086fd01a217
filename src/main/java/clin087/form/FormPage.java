package clin087.form;

import clin087.page.Embedded;
import clin087.page.Html;
import clin087.page.OutcomeMark;
import clin087.page.PageHead;
import clin087.page.PolicyPage;
import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Policy.Identity;
import clin087.proof.PolicyCompletions;
import clin087.report.Context;
import clin087.text.Bytes;
import java.time.LocalDate;

/**
 * Writes a policy as one HTML page that decides referrals by itself: its facts as questions, and
 * the decision beside them. The page loads nothing and stores nothing; its content security policy
 * allows only this script.
 */
public final class FormPage {
  private static final Embedded STYLE =
      Embedded.of(PolicyPage.class, "base.css").and(Embedded.of(FormPage.class, "form.css"));
  private static final Embedded SCRIPT =
      Embedded.of(
          FormPage.class,
          "diagrams.js",
          "layout.js",
          "referral.js",
          "decide.js",
          "answers.js",
          "files.js",
          "show.js",
          "form.js");

  /** The most steps for a policy's diagrams; a hundred times what a published policy takes. */
  private static final int MOST_STEPS = 1 << 16;

  private final Policy policy;
  private final Identity identity;
  private final Html html = new Html();

  private FormPage(Policy policy) {
    this.policy = policy;
    this.identity = policy.identity();
  }

  /**
   * Whether a page can decide by a policy: its diagrams must represent the whole policy, since the
   * page has no search.
   *
   * @param asOf the date of the check
   */
  public static boolean isPossible(Policy policy, LocalDate asOf) {
    return new PolicyCompletions(policy, asOf).areLaidOutIn(MOST_STEPS);
  }

  /** Writes the page. */
  public static void write(Policy policy, Bytes out) {
    out.text(new FormPage(policy).page());
  }

  private String page() {
    html.open("html", "lang", "en-GB");
    PageHead.write(html, "Check a referral: " + identity.title(), STYLE, SCRIPT);
    html.open("body");
    html.open("a", "class", "skip", "href", "#questions").text("Skip to the questions").close();
    header();
    html.open("main");
    side();
    html.open("form", "id", "questions", "autocomplete", "off", "novalidate", "novalidate");
    html.element("noscript", "This form decides by a script, which this browser does not run.");
    new QuestionsPart(policy, html).write();
    html.close().close();
    footer();
    html.open("script", "type", "application/json", "id", "policy");
    html.raw(FormPolicyJson.of(policy).text()).close();
    html.open("script").raw(SCRIPT.text()).close();
    html.close().close();
    return html.toString();
  }

  private void header() {
    html.open("header");
    PageHead.title(html, identity, Context.DISCLAIMER);
    html.close();
  }

  /** Writes the place of the decision, which the script fills, and the buttons below it. */
  private void side() {
    html.open("a", "class", "bar", "href", "#decision", "hidden", "hidden");
    marks();
    html.inline("span", "class", "words").close().close();
    html.open("div", "class", "side");
    html.open("section", "id", "decision", "aria-labelledby", "decision-title");
    html.element("h2", "The decision", "id", "decision-title", "class", "quiet");
    html.open("div", "class", "live", "aria-live", "polite");
    part("alarm", "Attention", "ul");
    html.open("div", "class", "verdict");
    marks();
    part("headline", "", "div");
    html.close();
    part("steps", "Next step", "div");
    part("missing", "Questions that can change the verdict", "ul");
    part("possible", "", "div");
    part("open", "Questions that can change the next step", "ul");
    html.close();
    part("cautions", "Please check", "ul");
    part("assumed", "Assumed, since it is not stated", "ul");
    part("reasons", "Why", "div");
    part("answers", "What the referral states", "ul");
    part("identity", "", "div");
    html.close();
    tools();
    html.close();
  }

  /** Writes a part of the decision, which the script fills with items. */
  private void part(String name, String title, String element) {
    html.open("div", "class", "part " + name, "data-part", name, "hidden", "hidden");
    if (!title.isEmpty()) {
      html.element("h3", title);
    }
    html.open(element, "class", "items").close().close();
  }

  /** Writes the marks of all outcomes; the style shows one of them. */
  private void marks() {
    html.inline("span", "class", "marks");
    for (Outcome outcome : Outcome.values()) {
      html.inline("span", "class", outcome.word());
      OutcomeMark.draw(html, outcome);
      html.close();
    }
    html.close();
  }

  private void tools() {
    html.open("div", "class", "tools", "role", "group", "aria-label", "The referral as a file");
    button("copy", "Copy as text");
    button("print", "Print");
    button("save", "Save the referral");
    button("open", "Open a referral");
    button("clear", "Clear all answers");
    html.empty(
        "input",
        "type",
        "file",
        "id",
        "file",
        "accept",
        ".json,application/json",
        "hidden",
        "hidden",
        "aria-label",
        "A referral file");
    html.open("div", "id", "said", "role", "status").close();
    html.close();
  }

  private void button(String id, String words) {
    html.element("button", words, "type", "button", "id", id, "data-does", id);
  }

  private void footer() {
    html.open("footer").open("p");
    html.text("Nothing leaves this page: it has no network, and it stores nothing. ");
    html.text("Only the document that " + identity.publisher() + " publishes (");
    html.text(identity.source() + ") is the policy; check that its version is ");
    html.text(identity.version() + ".").close();
    html.open("p").text("Decides as clin087 does, by the policy file with the SHA-256 ");
    html.span("code", identity.sha256()).text(".").close();
    html.close();
  }
}
