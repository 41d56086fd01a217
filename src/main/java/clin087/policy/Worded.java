package clin087.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constant that has a word in files or on the command line. */
public interface Worded {
  String word();

  /** The constant with a word; null if there is none. */
  static <W extends Worded> @Nullable W find(W[] all, String word) {
    for (W each : all) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    return null;
  }

  /** The words of several constants. */
  static List<String> words(Worded... all) {
    List<String> words = new ArrayList<>();
    for (Worded each : all) {
      words.add(each.word());
    }
    return words;
  }
}
