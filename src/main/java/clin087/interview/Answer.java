package clin087.interview;

import clin087.policy.Choice;
import java.util.List;

/** A person's answer to a question. */
sealed interface Answer {
  /** A value of a fact that is not a set, by its code. */
  record Value(long code) implements Answer {}

  /** A text, such as a reference. */
  record Text(String text) implements Answer {}

  /**
   * The members of a set that apply.
   *
   * @param only whether the other members that were offered do not apply
   */
  record Members(List<Choice> apply, boolean only) implements Answer {
    public Members {
      apply = List.copyOf(apply);
    }
  }

  /** A line that cannot be understood, with what was expected instead. */
  record Unclear(String expected) implements Answer {}

  /** The commands, which a person can give at any question. */
  enum Command implements Answer {
    /** The person does not know the answer. */
    UNKNOWN("?", "d", "don't know", "dont know"),
    /** Show the words of the clause. */
    HELP("help", "h"),
    /** Ask the previous question again. */
    BACK("back", "b"),
    /** End the interview. */
    QUIT("quit", "q");

    private final List<String> words;

    Command(String... words) {
      this.words = List.of(words);
    }

    /** Whether a word, in lower case, means this command. */
    boolean isSaidBy(String word) {
      return words.contains(word);
    }
  }
}
