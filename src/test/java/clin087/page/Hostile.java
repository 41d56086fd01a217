package clin087.page;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;

/** A policy whose every text tries to be mark-up. */
public final class Hostile {
  /** What every text ends with. */
  static final String ATTACK =
      "\"'><script>alert(1)</script><img src=x onerror=alert(1)> ]]> --> </style> &lt; &#60; "
          + "\\\" \\n #quot; %7B; `a` $1 {x} [y] |z| <br/>";

  private static final String QUOTED =
      "\"" + ATTACK.replace("\\", "\\\\").replace("\"", "\\\"") + "\\u2028\\u202e\\uFFFE\"";

  private Hostile() {}

  public static Policy policy() {
    String yaml =
        Given.resource("every-feature.yaml")
            .replaceAll(
                "(?m)^(.*\\b(?:title|publisher|source|label|about|question|action|interpretation"
                    + "|message|text|informative|published|reviewDue): ).*$",
                "$1" + Matcher.quoteReplacement(QUOTED))
            .replace("unit: years", "unit: '<u>&'")
            .replace(" years", "")
            .replace("left: left side", "left: " + QUOTED)
            .replaceAll("\\bnested\\b", "'nes<i>t&ed'")
            .replaceAll("\\bwords\\b", "\"wo\\\\\"><b>rds\"")
            .replaceAll("\\b1\\.2\\b", "'1.2<script>'")
            .replace("id: EVERY_FEATURE", "id: '</title><script>'")
            .replace("verdict: YES", "verdict: 'Y<ES'")
            .replaceAll("\\blost\\b", "'lo\"st'");
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    return Objects.requireNonNull(file.policy(), () -> file.problems() + "\n" + yaml);
  }
}
