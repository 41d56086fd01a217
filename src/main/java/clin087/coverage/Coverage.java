package clin087.coverage;

import clin087.cases.Case;
import clin087.cases.Deciders;
import clin087.cases.TestedCase;
import clin087.coverage.Reachability.Answer;
import clin087.coverage.Reachability.Witness;
import clin087.proof.Budget;
import clin087.referral.Referral;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of a policy its cases exercise, compared with what referrals could. Only the dates of
 * the cases count.
 *
 * @param items one for each point, by its index
 */
public record Coverage(Points points, List<Item> items) {
  private static final int WHOLE = 100;

  /** What is known of a point. */
  public enum Status {
    /** A case reaches it. */
    COVERED,
    /** No case does, but a referral can. */
    GAP,
    /** No referral can reach it. */
    IMPOSSIBLE,
    /** No case does; whether a referral can was not found within the budget. */
    NOT_PROVED;
  }

  /**
   * A point, with what is known of it.
   *
   * @param cases the cases that reach it
   * @param example a referral that reaches it, if no case does
   */
  public record Item(
      Point point, Status status, List<Case> cases, @Nullable DatedReferral example) {
    public Item {
      cases = List.copyOf(cases);
    }
  }

  /** A referral, and the date of the check. */
  public record DatedReferral(Referral referral, LocalDate asOf) {}

  public Coverage {
    items = List.copyOf(items);
  }

  /** The coverage of tested cases. */
  public static Coverage of(List<TestedCase> cases, Deciders deciders, Budget budget) {
    Points points = new Points(deciders.policy());
    List<List<Case>> reaching = new ArrayList<>();
    for (int i = 0; i < points.all().size(); i++) {
      reaching.add(new ArrayList<>());
    }
    Set<LocalDate> dates = new TreeSet<>();
    for (TestedCase each : cases) {
      BitSet reached = points.reached(each.decision(), each.asOf());
      for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
        reaching.get(i).add(each.example());
      }
      dates.add(each.asOf());
    }
    if (dates.isEmpty()) {
      dates.add(deciders.asOf());
    }
    @Nullable Item[] items = new @Nullable Item[reaching.size()];
    for (Point point : points.all()) {
      List<Case> own = reaching.get(point.index());
      if (!own.isEmpty()) {
        items[point.index()] = new Item(point, Status.COVERED, own, null);
      } else if (point.isImpossible(deciders.policy())) {
        items[point.index()] = new Item(point, Status.IMPOSSIBLE, own, null);
      }
    }
    for (LocalDate date : dates) {
      search(points, deciders, date, budget, items);
    }
    List<Item> all = new ArrayList<>();
    for (Point point : points.all()) {
      Item item = items[point.index()];
      all.add(item == null ? new Item(point, Status.IMPOSSIBLE, List.of(), null) : item);
    }
    return new Coverage(points, all);
  }

  /**
   * Finds referrals for points that no case reaches. A point that is impossible on this date
   * remains open, since another date may reach it.
   */
  private static void search(
      Points points, Deciders deciders, LocalDate date, Budget budget, @Nullable Item[] items) {
    Reachability reachability = null;
    for (Point point : points.all()) {
      Item known = items[point.index()];
      if (known != null && known.status() != Status.NOT_PROVED) {
        continue;
      }
      if (reachability == null) {
        reachability = new Reachability(points, deciders, date, budget);
      }
      Answer answer = reachability.of(point);
      Witness witness = answer.witness();
      if (witness != null) {
        // it may reach other points, which then need no search of their own
        take(witness, points, items);
      } else if (!answer.proved()) {
        items[point.index()] = new Item(point, Status.NOT_PROVED, List.of(), null);
      }
    }
  }

  private static void take(Witness witness, Points points, @Nullable Item[] items) {
    DatedReferral example = new DatedReferral(witness.referral(), witness.asOf());
    BitSet reached = witness.reached();
    for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
      Item known = items[i];
      if (known == null || known.status() == Status.NOT_PROVED) {
        items[i] = new Item(points.all().get(i), Status.GAP, List.of(), example);
      }
    }
  }

  /** What is known of a point. */
  public Item of(Point point) {
    return items.get(point.index());
  }

  /** The points with a status, in the order of the policy. */
  public List<Item> with(Status status) {
    List<Item> found = new ArrayList<>();
    for (Item item : items) {
      if (item.status() == status) {
        found.add(item);
      }
    }
    return found;
  }

  /** How many points have a status. */
  public int count(Status status) {
    return with(status).size();
  }

  /** How many points count: all but those that no referral can reach. */
  public int total() {
    return items.size() - count(Status.IMPOSSIBLE);
  }

  /** The covered part in whole percent, rounded down; 100 if every point that counts is covered. */
  public int percent() {
    int total = total();
    return total == 0 ? WHOLE : (int) ((long) WHOLE * count(Status.COVERED) / total);
  }
}
