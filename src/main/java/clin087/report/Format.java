package clin087.report;

import java.util.Locale;
import java.util.function.Function;

/** The formats that results can be written in. */
public enum Format {
  TEXT(TextReport::new),
  JSON(context -> new JsonReport(context, false)),
  NDJSON(context -> new JsonReport(context, true)),
  CSV(context -> new CsvReport());

  private final Function<Context, Report> factory;
  private final String word = name().toLowerCase(Locale.ROOT);

  Format(Function<Context, Report> factory) {
    this.factory = factory;
  }

  /** The name that the command line uses. */
  public String word() {
    return word;
  }

  /** A report of this format. */
  public Report report(Context context) {
    return factory.apply(context);
  }
}
