package clin087.form;

import clin087.page.Embedded;
import clin087.policy.Policy;
import java.time.LocalDate;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import tools.jackson.databind.JsonNode;

/** The part of the page's script that decides, without any page. */
final class Script implements AutoCloseable {
  /** Shared, so that each text is parsed once, however many policies there are. */
  private static final Engine ENGINE =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

  private static final Source DECIDING =
      Source.create(
          "js",
          Embedded.of(FormPage.class, "diagrams.js", "layout.js", "referral.js", "decide.js")
              .text());

  private final Context context = Context.newBuilder("js").engine(ENGINE).build();
  private final Value decide;
  private final Value normal;

  Script(Policy policy) {
    context.eval(DECIDING);
    normal = context.eval("js", "json => JSON.stringify(JSON.parse(json))");
    context.getBindings("js").putMember("data", FormPolicyJson.of(policy).text());
    decide =
        context.eval(
            "js",
            """
            (() => {
              const policy = JSON.parse(data);
              const deciders = new Map();
              return (referral, date) => {
                if (!deciders.has(date)) {
                  deciders.set(date, new Decider(policy, dayOf(date)));
                }
                return JSON.stringify(deciders.get(date).decide(JSON.parse(referral)));
              };
            })()
            """);
  }

  /** What the page decides of a referral on a date of the check. */
  String decide(String referral, LocalDate asOf) {
    return decide.execute(referral, asOf.toString()).asString();
  }

  /** JSON as the script writes it, which has no decimal point in a whole number. */
  String normal(JsonNode json) {
    return normal.execute(json.toString()).asString();
  }

  @Override
  public void close() {
    context.close();
  }
}
