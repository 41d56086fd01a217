package clin087.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Makes referrals for the benchmark: always the same ones, often with half the facts missing. */
final class Referrals {
  private static final String[] WORDS = {
    "patient", "reports", "low", "back", "pain", "for", "months", "physiotherapy", "tried",
    "without", "lasting", "effect", "imaging", "shows", "change", "at", "several", "levels",
    "walking", "distance", "reduced", "sleep", "work", "affected", "analgesia", "regular"
  };
  private static final String[] CRITERIA = {
    "urgent",
    "nice-tag",
    "suspected-malignancy",
    "reconstruction",
    "congenital-deformity",
    "tissue-degenerative",
    "gender-incongruence"
  };

  private final Random random = new Random(87);

  /** Writes so many, one to a line. */
  void write(Path file, int count) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        out.write(referral(i));
        out.write('\n');
      }
    }
  }

  /** Writes so many as CSV. */
  void writeTable(Path file, int count) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "reference,date,notes,request.procedure,request.type,indication.diagnosis,"
              + "indication.category,coreCriteria,mcas.available,mcas.seen,ifr.status\n");
      for (int i = 0; i < count; i++) {
        out.write(row(i));
        out.write('\n');
      }
    }
  }

  private String row(int number) {
    return String.join(
        ",",
        "REF-2025-" + number,
        "2025-" + two(1 + random.nextInt(12)) + '-' + two(1 + random.nextInt(28)),
        '"' + words(21) + ", " + words(21) + '"',
        oneIn(10) ? "other" : "spinal-fusion",
        pick("", "", "treatment", "opinion"),
        words(9),
        pick("", "other", "non-specific-mechanical-back-pain"),
        oneIn(5) ? pick(CRITERIA) : pick("", "none", "none"),
        pick("", "yes", "no"),
        pick("", "yes", "no"),
        pick("", "none", "none", "pending", "approved", "declined"));
  }

  private String referral(int number) {
    StringBuilder json = new StringBuilder(700);
    json.append("{\"reference\": \"REF-2025-").append(number).append('"');
    json.append(", \"date\": \"2025-")
        .append(two(1 + random.nextInt(12)))
        .append('-')
        .append(two(1 + random.nextInt(28)))
        .append('"');
    json.append(", \"notes\": \"").append(words(42)).append('"');
    json.append(", \"request\": {\"procedure\": \"")
        .append(oneIn(10) ? "other" : "spinal-fusion")
        .append('"');
    if (oneIn(2)) {
      json.append(", \"type\": \"").append(pick("treatment", "treatment", "opinion")).append('"');
    }
    if (oneIn(2)) {
      json.append(", \"cosmetic\": ").append(oneIn(20));
    }
    json.append("}, \"indication\": {\"diagnosis\": \"").append(words(9)).append('"');
    if (!oneIn(8)) {
      json.append(", \"category\": \"")
          .append(oneIn(6) ? "other" : "non-specific-mechanical-back-pain")
          .append('"');
    }
    json.append('}');
    if (!oneIn(5)) {
      json.append(", \"coreCriteria\": [");
      json.append(oneIn(5) ? '"' + pick(CRITERIA) + '"' : "").append(']');
    }
    json.append(", \"mcas\": {");
    if (!oneIn(5)) {
      json.append("\"available\": ").append(!oneIn(3));
      json.append(oneIn(3) ? "" : ", \"seen\": " + oneIn(2));
    }
    json.append('}');
    if (oneIn(2)) {
      json.append(", \"ifr\": {\"status\": \"")
          .append(pick("none", "none", "none", "pending", "approved", "declined"))
          .append("\"}");
    }
    return json.append('}').toString();
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(pick(WORDS));
    }
    return text.toString();
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
