package clin087.comparison;

import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.revision.Alteration;
import clin087.revision.Alteration.Sort;
import clin087.revision.Impact;
import clin087.revision.Wording;
import clin087.text.Bytes;
import clin087.text.Characters;
import clin087.text.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a revision as text, for the people who decide on it. */
public final class RevisionText implements RevisionReport {
  private final boolean color;
  private final boolean referrals;
  private final String examples;
  private final boolean partial;
  private final @Nullable List<String> stopped;

  /**
   * @param referrals whether referrals will follow
   * @param examples the folder that the examples are written to; empty if they are not
   * @param partial whether to list the referrals that leave out something that matters
   * @param stopped the forbidden changes that happen; null if none is forbidden
   */
  public RevisionText(
      boolean color,
      boolean referrals,
      String examples,
      boolean partial,
      @Nullable List<String> stopped) {
    this.color = color;
    this.referrals = referrals;
    this.examples = examples;
    this.partial = partial;
    this.stopped = stopped == null ? null : List.copyOf(stopped);
  }

  @Override
  public void begin(Revision revision, Bytes out) {
    Lines lines = new Lines(color);
    headline(revision, lines);
    lines.item(0, "Old: ", label(revision.before()));
    lines.item(0, "New: ", label(revision.after()));
    String remark = remark(revision);
    if (!remark.isEmpty()) {
      lines.item(0, "", remark);
    }
    if (stopped != null) {
      lines.item(
          0,
          "",
          stopped.isEmpty()
              ? "None of the forbidden changes happens."
              : "Forbidden changes: " + String.join("; ", stopped) + ".");
    }
    if (!revision.isNothing()) {
      new ImpactText(revision, partial, lines).write();
    }
    if (!revision.words().isEmpty()) {
      lines.heading("THE WORDS");
      for (Alteration each : revision.words()) {
        alteration(each, lines);
      }
    }
    if (!revision.encoding().isEmpty()) {
      lines.heading("THE ENCODING");
      for (Alteration each : revision.encoding()) {
        alteration(each, lines);
      }
    }
    new GroupsText(revision, partial, lines).write(examples);
    if (referrals) {
      lines.heading("THE REFERRALS");
    }
    out.text(lines.toString());
  }

  private static void headline(Revision revision, Lines lines) {
    Impact impact = revision.impact();
    int count = impact.verdicts().groups().size();
    boolean some = count + impact.byRules().size() + impact.verdicts().partial().size() > 0;
    if (some && !impact.isProved()) {
      lines.headline(
          "DIFFERENT VERDICTS", Lines.RED, ", not all of which were found within the budget");
    } else if (!impact.isProved()) {
      lines.headline(
          "NOT PROVED",
          Lines.YELLOW,
          ": which referrals are decided differently was not found within the budget");
    } else if (some) {
      lines.headline(
          "DIFFERENT VERDICTS",
          Lines.RED,
          count > 0
              ? ": " + groups(count) + " decided differently"
              : impact.isOneSided()
                  ? ": of incomplete referrals; some only one policy can read"
                  : ": of referrals that leave out something that matters");
    } else if (!impact.isNone()) {
      lines.headline(
          "SAME VERDICTS",
          Lines.YELLOW,
          " for what both policies can read; some referrals only one can read");
    } else if (!revision.isNothing()) {
      lines.headline(
          "SAME VERDICTS", Lines.GREEN, ": no referral gets a different verdict, which is proved");
    } else {
      lines.headline("NOTHING CHANGES", Lines.GREEN, ": neither words nor encoding nor verdicts");
    }
  }

  private static String groups(int count) {
    return count == 1 ? "one group of referrals is" : count + " groups of referrals are";
  }

  private static String label(Policy policy) {
    return policy.identity().name() + ", SHA-256 " + policy.identity().sha256().substring(0, 12);
  }

  /** A remark on what may have been forgotten; empty if there is none. */
  private static String remark(Revision revision) {
    Policy.Identity old = revision.before().identity();
    Policy.Identity now = revision.after().identity();
    if (!old.id().equals(now.id())) {
      return "These are two policies, not two versions of one: is the old file the right one?";
    }
    return !revision.isNothing() && old.version().equals(now.version())
        ? "Both say version " + now.version() + "; a published revision needs a new version."
        : "";
  }

  private static void alteration(Alteration alteration, Lines lines) {
    String name = alteration.kind() + (alteration.id().isEmpty() ? "" : " " + alteration.id());
    lines.item(2, "", name + " " + alteration.sort().word());
    for (Alteration.Part part : alteration.parts()) {
      String title = part.name().equals("text") ? "" : part.name() + ": ";
      if (alteration.sort() == Sort.CHANGED) {
        lines.marked(4, title + marked(part.before(), part.after()));
      } else if (!isFormality(part)) {
        lines.item(4, "", title + part.before() + part.after());
      }
    }
  }

  /** Whether a part need not be shown for a new or removed element. */
  private static boolean isFormality(Alteration.Part part) {
    return part.name().equals("label") || part.name().startsWith("value ");
  }

  /** The new words, with marks around removed and added ones, readable without colour. */
  private static String marked(String before, String after) {
    List<String> runs = new ArrayList<>();
    List<Wording.Run> wording = Wording.of(before, after);
    for (Wording.Run run : wording) {
      runs.add(
          switch (run.fate()) {
            case KEPT -> run.text();
            case REMOVED -> Lines.removed(run.text());
            case ADDED -> Lines.added(run.text());
          });
    }
    boolean onlySpaces = wording.size() == 1 && wording.get(0).fate() == Wording.Fate.KEPT;
    return String.join(" ", runs) + (onlySpaces ? " (only the spaces differ)" : "");
  }

  @Override
  public void add(ReferralChange change, Bytes out) {
    Lines lines = new Lines(color);
    String name =
        (change.source().equals("-") ? "standard input" : change.source())
            + ", index "
            + change.index()
            + (change.reference() == null ? "" : ", " + change.reference());
    if (change.before() != null && change.after() != null) {
      lines.item(2, "", Characters.visible(name));
      lines.item(
          4,
          "",
          change.otherwise().isEmpty()
              ? change.before() + ReferralCounts.BECOMES + change.after()
              : change.after() + " stays; different: " + String.join(", ", change.otherwise()));
    } else {
      lines.item(2, "", Characters.visible(name) + ": invalid");
      for (Problem problem : change.problems()) {
        String path = problem.path().isEmpty() ? "" : " " + problem.path();
        lines.item(4, "", problem.line() + ":" + problem.column() + ": " + problem.code() + path);
      }
    }
    out.text(lines.toString());
  }

  @Override
  public void end(ReferralCounts counts, Bytes out) {
    if (!referrals) {
      return;
    }
    Lines lines = new Lines(color);
    if (counts.changed() + counts.otherwise() + counts.invalid() > 0) {
      lines.blank();
    }
    lines.item(
        2,
        "",
        counts.changed()
            + " of "
            + counts.total()
            + (counts.total() == 1 ? " referral is" : " referrals are")
            + " decided differently"
            + otherwise(counts.otherwise())
            + invalid(counts.invalid()));
    for (Map.Entry<String, Long> each : counts.changes().entrySet()) {
      lines.item(4, "", each.getKey() + ": " + each.getValue());
    }
    out.text(lines.toString());
  }

  private static String otherwise(long count) {
    return count == 0
        ? ""
        : "; " + count + (count == 1 ? " gets" : " get") + " the same verdict in another way";
  }

  private static String invalid(long count) {
    return count == 0 ? "" : "; " + count + (count == 1 ? " is invalid" : " are invalid");
  }
}
