package clin087.revision;

import clin087.policy.Policy;
import clin087.revision.Alteration.Part;
import clin087.revision.Alteration.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a revision changes, element by element. */
public final class Alterations {
  private final List<Alteration> all = new ArrayList<>();

  private Alterations() {}

  /** The changes of the document: of clauses and the titles of sections. */
  public static List<Alteration> ofWords(Policy before, Policy after) {
    Alterations words = new Alterations();
    words.add("section", PolicyElement.sections(before), PolicyElement.sections(after));
    words.add("clause", PolicyElement.clauses(before), PolicyElement.clauses(after));
    return words.all;
  }

  /** The changes of the encoding: of everything else. */
  public static List<Alteration> ofEncoding(Policy before, Policy after) {
    Alterations encoding = new Alterations();
    encoding.add("policy", PolicyElement.identity(before), PolicyElement.identity(after));
    encoding.add("verdict", PolicyElement.verdicts(before), PolicyElement.verdicts(after));
    encoding.add("fact", PolicyElement.facts(before), PolicyElement.facts(after));
    encoding.add("rule", PolicyElement.rules(before), PolicyElement.rules(after));
    encoding.add("caution", PolicyElement.cautions(before), PolicyElement.cautions(after));
    encoding.addEncodings(PolicyElement.encodings(before), PolicyElement.encodings(after));
    return encoding.all;
  }

  /**
   * Adds changes of what encodes clauses. New, removed and moved clauses are changes of the
   * document.
   */
  private void addEncodings(List<PolicyElement> before, List<PolicyElement> after) {
    Pairing pairing = new Pairing(before, after);
    for (int i = 0; i < after.size(); i++) {
      addUnlessNone("clause", pairing.partner(i), after.get(i), List.of());
    }
    for (PolicyElement piece : pairing.alone()) {
      addUnlessNone("clause", piece, null, List.of());
    }
  }

  private void add(String kind, List<PolicyElement> before, List<PolicyElement> after) {
    Pairing pairing = new Pairing(before, after);
    for (int i = 0; i < after.size(); i++) {
      PolicyElement partner = pairing.partner(i);
      if (partner == null) {
        all.add(new Alteration(Sort.ADDED, kind, after.get(i).id(), different(null, after.get(i))));
      } else {
        addUnlessNone(kind, partner, after.get(i), pairing.place(i));
      }
    }
    for (PolicyElement piece : pairing.alone()) {
      all.add(new Alteration(Sort.REMOVED, kind, piece.id(), different(piece, null)));
    }
  }

  private void addUnlessNone(
      String kind,
      @Nullable PolicyElement before,
      @Nullable PolicyElement after,
      List<Part> place) {
    List<Part> parts = new ArrayList<>(different(before, after));
    parts.addAll(place);
    PolicyElement piece = after == null ? before : after;
    if (!parts.isEmpty() && piece != null) {
      Sort sort = before == null ? Sort.ADDED : after == null ? Sort.REMOVED : Sort.CHANGED;
      all.add(new Alteration(sort, kind, piece.id(), parts));
    }
  }

  private static List<Part> different(
      @Nullable PolicyElement before, @Nullable PolicyElement after) {
    Map<String, String> olds = before == null ? Map.of() : before.parts();
    Map<String, String> nows = after == null ? Map.of() : after.parts();
    Set<String> names = new LinkedHashSet<>(nows.keySet());
    names.addAll(olds.keySet());
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      String old = olds.getOrDefault(name, "");
      String now = nows.getOrDefault(name, "");
      if (!old.equals(now)) {
        parts.add(new Part(name, old, now));
      }
    }
    return parts;
  }

  /**
   * Pairs the elements of two lists: those with the same identifier. If several have it, those that
   * are alike come before others.
   */
  private static final class Pairing {
    private final List<PolicyElement> before;
    private final int[] partners;
    private final Map<String, List<Integer>> left = new HashMap<>();
    private final boolean[] moved;

    Pairing(List<PolicyElement> before, List<PolicyElement> after) {
      this.before = before;
      this.partners = new int[after.size()];
      for (int i = 0; i < before.size(); i++) {
        List<Integer> same = left.get(before.get(i).id());
        if (same == null) {
          same = new ArrayList<>();
          left.put(before.get(i).id(), same);
        }
        same.add(i);
      }
      for (int i = 0; i < partners.length; i++) {
        partners[i] = take(after.get(i), true);
      }
      for (int i = 0; i < partners.length; i++) {
        partners[i] = partners[i] < 0 ? take(after.get(i), false) : partners[i];
      }
      this.moved = moved();
    }

    /** Removes a matching old element from those that are left; -1 if there is none. */
    private int take(PolicyElement piece, boolean alike) {
      List<Integer> same = left.getOrDefault(piece.id(), List.of());
      for (int i = 0; i < same.size(); i++) {
        if (!alike || before.get(same.get(i)).parts().equals(piece.parts())) {
          return same.remove(i);
        }
      }
      return -1;
    }

    /** The old element of a new one; null if there is none. */
    @Nullable PolicyElement partner(int now) {
      return partners[now] < 0 ? null : before.get(partners[now]);
    }

    /** The old elements without a new one. */
    List<PolicyElement> alone() {
      List<PolicyElement> alone = new ArrayList<>();
      for (int i = 0; i < before.size(); i++) {
        if (left.getOrDefault(before.get(i).id(), List.of()).contains(i)) {
          alone.add(before.get(i));
        }
      }
      return alone;
    }

    /** The old and the new place of an element, if it was moved. */
    List<Part> place(int now) {
      return moved[now]
          ? List.of(
              new Part(
                  "place",
                  partners[now] + 1 + " of " + before.size(),
                  now + 1 + " of " + partners.length))
          : List.of();
    }

    /**
     * The smallest set of elements whose move gives the new order: all but those of a longest
     * sequence that is in order.
     */
    private boolean[] moved() {
      int[] lasts = new int[partners.length];
      int[] previous = new int[partners.length];
      int length = 0;
      for (int i = 0; i < partners.length; i++) {
        int at = 0;
        while (at < length && partners[lasts[at]] < partners[i]) {
          at++;
        }
        if (partners[i] >= 0) {
          previous[i] = at == 0 ? -1 : lasts[at - 1];
          lasts[at] = i;
          length = Math.max(length, at + 1);
        }
      }
      boolean[] moved = new boolean[partners.length];
      for (int i = 0; i < partners.length; i++) {
        moved[i] = partners[i] >= 0;
      }
      for (int i = length == 0 ? -1 : lasts[length - 1]; i >= 0; i = previous[i]) {
        moved[i] = false;
      }
      return moved;
    }
  }
}
