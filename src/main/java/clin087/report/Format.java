package clin087.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The formats that results can be written in. */
public enum Format {
  TEXT,
  JSON,
  NDJSON,
  CSV,
  EXCEL;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The name that the command line uses. */
  public String word() {
    return word;
  }

  /** Those of all formats. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Format format : values()) {
      words.add(format.word);
    }
    return words;
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
