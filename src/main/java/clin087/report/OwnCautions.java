package clin087.report;

import clin087.decision.Decision.Notice;
import clin087.policy.Caution;
import clin087.policy.Policy;
import clin087.referral.NhsNumber;
import clin087.referral.Referral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The cautions that the program raises itself, whatever the policy. */
public final class OwnCautions {
  /** The codes of the program's own cautions. */
  private enum Code {
    NHS_NUMBER,
    UNKNOWN_FIELD;

    final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final List<Notice> NUMBER_ALONE = List.of(nhsNumber());

  private OwnCautions() {}

  /** The codes of all cautions: the policy's, then the program's own. */
  public static List<String> codes(Policy policy) {
    List<String> codes = new ArrayList<>();
    for (Caution caution : policy.cautions()) {
      if (!codes.contains(caution.id())) {
        codes.add(caution.id());
      }
    }
    for (Code own : Code.values()) {
      codes.add(own.word);
    }
    return codes;
  }

  /** Whether the file name of a source contains an NHS number. */
  public static boolean hasNhsNumber(String source) {
    int slash = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'));
    return NhsNumber.isIn(source.substring(slash + 1));
  }

  /**
   * The program's own cautions about one referral.
   *
   * @param inFileName whether the name of its file contains an NHS number
   */
  public static List<Notice> of(Referral referral, boolean inFileName) {
    boolean number = inFileName || referral.hasNhsNumber();
    if (referral.unknownFields().isEmpty()) {
      return number ? NUMBER_ALONE : List.of();
    }
    List<Notice> notices = new ArrayList<>();
    if (number) {
      notices.add(nhsNumber());
    }
    for (String path : referral.unknownFields()) {
      notices.add(notice(Code.UNKNOWN_FIELD, "The field " + path + " is unknown and was ignored."));
    }
    if (referral.unknownFields().size() == Referral.MOST_UNKNOWN) {
      notices.add(
          notice(Code.UNKNOWN_FIELD, "There may be further unknown fields, which are not listed."));
    }
    return notices;
  }

  /** Whether cautions say only that there is an NHS number. */
  static boolean areNumberAlone(List<Notice> notices) {
    return notices.size() == 1 && notices.get(0).code().equals(Code.NHS_NUMBER.word);
  }

  /** The caution that an NHS number is where everybody reads it. */
  public static Notice nhsNumber() {
    return notice(
        Code.NHS_NUMBER,
        "A reference or the file's name has a valid NHS number in it; use one that names no"
            + " patient.");
  }

  private static Notice notice(Code code, String message) {
    return new Notice(code.word, null, message, false);
  }
}
