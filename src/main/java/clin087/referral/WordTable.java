package clin087.referral;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Recognises names of fields, or values of a choice, by their bytes. */
final class WordTable {
  /** The words as JSON writes them, with the quotation mark after them. */
  private final byte[][] words;

  /**
   * @param words the words; those that need escapes in JSON are never recognised
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
   * The position of the word at a place, or -1.
   *
   * @param from after the quotation mark at its beginning
   * @param likely the word to try first
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

  /** The length of a word in bytes, with the quotation mark after it. */
  int length(int word) {
    return words[word].length;
  }

  /** Whether the bytes of a word are at a place. */
  static boolean is(byte[] word, byte[] bytes, int from) {
    for (int i = 0; i < word.length; i++) {
      if (word[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
