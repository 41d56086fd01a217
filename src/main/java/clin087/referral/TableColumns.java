package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.text.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a table, and what they state, by the names in its header. */
final class TableColumns {
  private static final int WHOLE = -1;
  private static final Column NAMELESS = new Column("", null, WHOLE);

  final List<Column> columns = new ArrayList<>();

  /** The problems of the header; with any, the table cannot be read. */
  final List<Problem> problems;

  private final Drafts drafts = new Drafts();
  private final boolean ignoreUnknown;
  private final Map<String, Column> known = new LinkedHashMap<>();
  private final Set<String> stated = new HashSet<>();
  private boolean isHeaderExplained;

  /**
   * A column.
   *
   * @param path the JSON pointer that it states; empty for a column without a name
   * @param fact null for a column that the policy does not know
   * @param member the single member of a set that it states; {@link #WHOLE} for a whole fact
   */
  record Column(String path, @Nullable Fact fact, int member) {
    boolean isMember() {
      return member != WHOLE;
    }
  }

  TableColumns(Cells header, ReferralFormat format, boolean ignoreUnknown) {
    this.ignoreUnknown = ignoreUnknown;
    for (Fact fact : format.facts) {
      know(fact.path(), new Column(fact.path(), fact, WHOLE));
      List<String> members = fact.type() == FactType.SET ? fact.values() : List.of();
      for (int i = 0; i < members.size(); i++) {
        String path = fact.path() + "/" + members.get(i);
        know(path, new Column(path, fact, i));
      }
    }
    for (int i = 0; i < header.count(); i++) {
      columns.add(column(header, i));
    }
    problems = drafts.found() == 0 ? List.of() : header.placed(drafts);
  }

  private void know(String path, Column column) {
    known.put(path.toLowerCase(Locale.ROOT), column);
  }

  private Column column(Cells header, int index) {
    String name = header.text(index);
    if (name.isEmpty()) {
      return NAMELESS;
    }
    String path = pointer(name);
    Column column = known.get(path.toLowerCase(Locale.ROOT));
    if (column == null) {
      Column set = set(path);
      if (set != null && ignoreUnknown) {
        List<String> members = set.fact() == null ? List.of() : set.fact().values();
        String hint = drafts.isFull() ? "" : NearestName.hint(last(path), members);
        drafts.add(ReferralProblem.NOT_ALLOWED, path, index, "no member of the set" + hint);
      } else if (!ignoreUnknown) {
        // a hint takes time, and a hostile header has many such columns
        String hint = drafts.isFull() ? "" : hint(name);
        drafts.add(ReferralProblem.UNKNOWN_FIELD, path, index, "unknown column" + hint);
      }
      return new Column(path, null, WHOLE);
    }
    if (clashes(column) && !(ignoreUnknown && !isSetBesideMembers(column))) {
      drafts.add(ReferralProblem.DUPLICATE_FIELD, column.path(), index, duplicate(column));
    }
    stated.add(column.path());
    return column;
  }

  private boolean clashes(Column column) {
    return stated.contains(column.path()) || isSetBesideMembers(column);
  }

  private boolean isSetBesideMembers(Column column) {
    Fact fact = column.fact();
    if (fact == null || fact.type() != FactType.SET) {
      return false;
    }
    if (column.isMember()) {
      return stated.contains(fact.path());
    }
    for (String member : fact.values()) {
      if (stated.contains(fact.path() + "/" + member)) {
        return true;
      }
    }
    return false;
  }

  private String duplicate(Column column) {
    return isSetBesideMembers(column)
        ? "expected one column for the whole set, or one for each of its members, not both"
        : "expected this column once";
  }

  /** The set that a path is below; null if there is none. */
  private @Nullable Column set(String path) {
    int slash = path.lastIndexOf('/');
    Column above = slash <= 0 ? null : known.get(path.substring(0, slash).toLowerCase(Locale.ROOT));
    if (above == null || above.isMember()) {
      return null;
    }
    Fact fact = above.fact();
    return fact != null && fact.type() == FactType.SET ? above : null;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String pointer(String name) {
    String shown = NearestName.shorten(name);
    return shown.startsWith("/")
        ? shown
        : "/" + shown.replace("~", "~0").replace("/", "~1").replace('.', '/');
  }

  /** A hint at the nearest name, in the style of the column's own; if none is near, once. */
  private String hint(String name) {
    List<String> names = new ArrayList<>();
    boolean pointers = name.startsWith("/");
    for (Column column : known.values()) {
      String path = column.path();
      names.add(pointers ? path : path.substring(1).replace('/', '.'));
    }
    String meant = NearestName.meant(NearestName.to(name, names));
    if (!meant.isEmpty()) {
      return meant;
    }
    boolean said = isHeaderExplained;
    isHeaderExplained = true;
    return said
        ? ""
        : "; the first line names the columns, as 'clin087 template --format csv' does";
  }
}
