package clin087.referral;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names of fields, or values of a choice, to be recognised without making texts of bytes. */
final class WordTable {
  /** As they stand in JSON, to behind the quotation mark at their end. */
  private final byte[][] words;

  /**
   * @param words of which those that JSON cannot write as they are, are never recognised
   */
  WordTable(List<String> words) {
    this.words = new byte[words.size()][];
    for (int i = 0; i < this.words.length; i++) {
      byte[] word = (words.get(i) + '"').getBytes(StandardCharsets.UTF_8);
      boolean plain = true;
      for (int j = 0; j < word.length - 1; j++) {
        plain &= Scan.isPlain(word[j]);
      }
      this.words[i] = plain ? word : new byte[0];
    }
  }

  /**
   * Which of the words stands there, or -1.
   *
   * @param from behind the quotation mark at its beginning
   * @param likely which to look at first
   */
  int find(byte[] bytes, int from, int to, int likely) {
    int count = words.length;
    for (int i = likely; i < likely + count; i++) {
      int candidate = i < count ? i : i - count;
      byte[] word = words[candidate];
      int last = from + word.length - 1;
      if (last >= from && last < to && bytes[last] == '"' && is(word, bytes, from)) {
        return candidate;
      }
    }
    return -1;
  }

  /** How many bytes a word has, with the quotation mark at its end. */
  int length(int word) {
    return words[word].length;
  }

  /** Whether the bytes stand there, where there is room for them. */
  static boolean is(byte[] word, byte[] bytes, int from) {
    for (int i = 0; i < word.length; i++) {
      if (word[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
