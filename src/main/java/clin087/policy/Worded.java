package clin087.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constant that files or command lines call by a word. */
public interface Worded {
  String word();

  /** The one of that word; null where there is none. */
  static <W extends Worded> @Nullable W find(W[] all, String word) {
    for (W each : all) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    return null;
  }

  /** The words of all. */
  static List<String> words(Worded... all) {
    List<String> words = new ArrayList<>();
    for (Worded each : all) {
      words.add(each.word());
    }
    return words;
  }
}
