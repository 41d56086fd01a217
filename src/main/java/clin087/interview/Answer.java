package clin087.interview;

import clin087.policy.Choice;
import java.util.List;

/** What a person answers to a question. */
sealed interface Answer {
  /** A value of a fact that is no set, by its code. */
  record Value(long code) implements Answer {}

  /** A text, such as a reference. */
  record Text(String text) implements Answer {}

  /**
   * Members of a set that apply.
   *
   * @param only whether those that were offered beside them do not
   */
  record Members(List<Choice> apply, boolean only) implements Answer {
    public Members {
      apply = List.copyOf(apply);
    }
  }

  /** Something that cannot be understood, and what was expected. */
  record Unclear(String expected) implements Answer {}

  /** What a person can say to any question. */
  enum Command implements Answer {
    /** The answer is not known. */
    UNKNOWN("?", "d", "don't know", "dont know"),
    /** The words of the clause are wanted. */
    HELP("help", "h"),
    /** The question before this one is to be asked again. */
    BACK("back", "b"),
    /** The interview is over. */
    QUIT("quit", "q");

    private final List<String> words;

    Command(String... words) {
      this.words = List.of(words);
    }

    /** Whether a word, in lower case, says this. */
    boolean isSaidBy(String word) {
      return words.contains(word);
    }
  }
}
