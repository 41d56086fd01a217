package clin087.report;

import clin087.policy.Worded;
import java.util.Locale;

/** The formats that results can be written in. */
public enum Format implements Worded {
  TEXT,
  JSON,
  NDJSON,
  CSV,
  EXCEL;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The name that the command line uses. */
  @Override
  public String word() {
    return word;
  }

  /** A report of this format. */
  public Report report(Context context) {
    return switch (this) {
      case TEXT -> new TextReport(context);
      case JSON -> new JsonReport(context, false);
      case NDJSON -> new JsonReport(context, true);
      case CSV -> new CsvReport(context, false);
      case EXCEL -> new CsvReport(context, true);
    };
  }
}
