package clin087.page;

import clin087.policy.Outcome;

/**
 * Draws the mark of an outcome. Each has its own shape, so that nobody has to tell colours apart.
 */
public final class OutcomeMark {
  private OutcomeMark() {}

  /** Draws the mark; its meaning has to be beside it in words. */
  public static void draw(Html html, Outcome outcome) {
    html.inline(
        "svg",
        "class",
        "mark",
        "viewBox",
        "0 0 24 24",
        "width",
        "24",
        "height",
        "24",
        "aria-hidden",
        "true",
        "focusable",
        "false");
    shape(html, "shape", outline(outcome));
    shape(html, "sign", sign(outcome));
    html.close();
  }

  private static void shape(Html html, String kind, String path) {
    html.inline("path", "class", kind, "d", path).close();
  }

  private static String outline(Outcome outcome) {
    return switch (outcome) {
      case PROCEED -> "M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z";
      case REFUSE -> "M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z";
      case REDIRECT -> "M12 .5L23.5 12L12 23.5L.5 12z";
      case INCOMPLETE -> "M3 1h18a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z";
    };
  }

  private static String sign(Outcome outcome) {
    return switch (outcome) {
      case PROCEED -> "M6.5 12.5l4 4l7-8.5";
      case REFUSE -> "M6.5 12h11";
      case REDIRECT -> "M8 15.5v-4h8M13 8l3.5 3.5l-3.5 3.5";
      case INCOMPLETE -> "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.3M12 18v.5";
    };
  }

  /** The meaning of an outcome, in words. */
  public static String meaning(Outcome outcome) {
    return switch (outcome) {
      case PROCEED -> "the policy does not stop it";
      case REFUSE -> "the policy refuses it";
      case REDIRECT -> "another step comes first";
      case INCOMPLETE -> "facts that are not stated decide it";
    };
  }
}
