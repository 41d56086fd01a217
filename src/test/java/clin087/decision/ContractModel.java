package clin087.decision;

import clin087.decision.Model.Answer;
import clin087.decision.Model.Cond;
import clin087.decision.Model.Days;
import clin087.decision.Model.Group;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Law;
import clin087.decision.Model.Otherwise;
import clin087.decision.Model.Question;
import clin087.decision.Model.Test;
import clin087.policy.Caution;
import clin087.policy.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sections 2 to 6 of the contract as a {@link Model}, typed from its tables. Only the sentences of
 * actions and cautions, which the contract leaves to the policy, are the policy's own.
 */
final class ContractModel {
  private static final String BACK_PAIN = "non-specific-mechanical-back-pain";

  private static final List<String> PATHS =
      List.of(
          "/date",
          "/patient/age",
          "/patient/commissioner",
          "/request/procedure",
          "/request/type",
          "/request/cosmetic",
          "/request/trialContinuation",
          "/request/soleFeasibility",
          "/request/approvedBy",
          "/indication/category",
          "/indication/features",
          "/coreCriteria",
          "/mcas/available",
          "/mcas/seen",
          "/mcas/seenOn",
          "/ifr/status",
          "/ifr/reference");

  private static final List<String> VERDICTS =
      List.of(
          "ELIGIBLE proceed",
          "IFR_APPROVED proceed",
          "OUT_OF_SCOPE proceed",
          "NOT_COMMISSIONED refuse",
          "URGENT_ASSESSMENT redirect",
          "MCAS_FIRST redirect",
          "OPINION_ONLY redirect",
          "AWAIT_IFR redirect",
          "SEE_OTHER_POLICY redirect",
          "INFORMATION_NEEDED incomplete");

  private final List<Law> rules = new ArrayList<>();
  private final List<Rule> words;

  private ContractModel(List<Rule> words) {
    this.words = words;
  }

  /**
   * The contract, with the policy's own words.
   *
   * @param incomplete the action of the verdict for missing facts
   */
  static Model of(List<Rule> words, List<Caution> cautions, String incomplete) {
    List<Answer> verdicts = new ArrayList<>();
    for (String line : VERDICTS) {
      String[] cells = line.split(" ", -1);
      verdicts.add(
          new Answer(
              cells[0],
              cells[1],
              cells[0].equals("INFORMATION_NEEDED") ? incomplete : "",
              cells[0].equals("MCAS_FIRST") ? Map.of(fact("/mcas/seen"), true) : Map.of()));
    }
    List<Law> rules = new ContractModel(words).rules();
    return new Model(facts(), verdicts, rules, new ContractCautions(rules, cautions).notices());
  }

  // ------------------------------------------------------------------------------------ section 2

  private static List<Question> facts() {
    Days untilToday = new Days(LocalDate.of(2000, 1, 1), "today");
    return List.of(
        new Fact("/date", Kind.DATE, "").days(untilToday).question(),
        new Fact("/patient/age", Kind.INTEGER, "").upTo(130).question(),
        new Fact("/patient/commissioner", Kind.CHOICE, "6.1(a)")
            .values("this-icb", "another-icb", "nhs-england", "outside-england")
            .otherwise("this-icb")
            .question(),
        new Fact("/request/procedure", Kind.CHOICE, "2.1")
            .values("spinal-fusion", "other")
            .question(),
        new Fact("/request/type", Kind.CHOICE, "6.5(a)")
            .values("treatment", "opinion", "diagnostic")
            .otherwise("treatment", "/request/soleFeasibility", "/request/approvedBy")
            .question(),
        new Fact("/request/cosmetic", Kind.BOOLEAN, "6.4(b)").otherwise(false).question(),
        new Fact("/request/trialContinuation", Kind.BOOLEAN, "6.6").otherwise(false).question(),
        new Fact("/request/soleFeasibility", Kind.BOOLEAN, "6.5(a)").question(),
        new Fact("/request/approvedBy", Kind.CHOICE, "6.5(a)")
            .values("none", "icb", "gp", "ifr-panel")
            .question(),
        new Fact("/indication/category", Kind.CHOICE, "2.1").values(BACK_PAIN, "other").question(),
        new Fact("/indication/features", Kind.SET, "")
            .values(
                "leg-pain",
                "neurological-deficit",
                "instability",
                "deformity",
                "fracture",
                "infection",
                "tumour",
                "inflammatory",
                "earlier-fusion",
                "not-low-back")
            .question(),
        new Fact("/coreCriteria", Kind.SET, "3.2")
            .values(
                "urgent",
                "nice-tag",
                "suspected-malignancy",
                "reconstruction",
                "congenital-deformity",
                "tissue-degenerative",
                "gender-incongruence")
            .question(),
        new Fact("/mcas/available", Kind.BOOLEAN, "1.1").question(),
        new Fact("/mcas/seen", Kind.BOOLEAN, "1.1").question(),
        new Fact("/mcas/seenOn", Kind.DATE, "").days(untilToday).states("/mcas/seen").question(),
        new Fact("/ifr/status", Kind.CHOICE, "6.3(a)")
            .values("none", "pending", "approved", "declined")
            .otherwise("none", "/ifr/reference")
            .question(),
        new Fact("/ifr/reference", Kind.TEXT, "").question());
  }

  /** A line of the table, to be filled in. */
  private static final class Fact {
    private final String path;
    private final Kind kind;
    private final String clause;
    private List<String> values = List.of();
    private BigDecimal max = BigDecimal.ZERO;
    private Days days = Days.ANY;
    private @Nullable Object otherwise;
    private final List<Integer> unless = new ArrayList<>();
    private Map<Integer, Object> states = Map.of();

    Fact(String path, Kind kind, String clause) {
      this.path = path;
      this.kind = kind;
      this.clause = clause;
    }

    Fact values(String... all) {
      values = List.of(all);
      return this;
    }

    Fact upTo(int greatest) {
      max = BigDecimal.valueOf(greatest);
      return this;
    }

    Fact days(Days allowed) {
      days = allowed;
      return this;
    }

    Fact otherwise(Object value, String... givesWayTo) {
      otherwise = value;
      for (String other : givesWayTo) {
        unless.add(fact(other));
      }
      return this;
    }

    Fact states(String other) {
      states = Map.of(fact(other), true);
      return this;
    }

    Question question() {
      return new Question(
          path, kind, values, 0, BigDecimal.ZERO, max, days, otherwise, unless, states, clause);
    }
  }

  // ------------------------------------------------------------------------------------ section 4

  private List<Law> rules() {
    Cond other = is("/request/procedure", "other");
    Cond trial = is("/request/trialContinuation", true);
    Cond cosmetic = is("/request/cosmetic", true);
    Cond treatment = is("/request/type", "treatment");
    Cond diagnostic = is("/request/type", "diagnostic");
    Cond sole = is("/request/soleFeasibility", true);
    Cond notApproved = all(diagnostic, sole, is("/request/approvedBy", "none"));
    Cond pending = is("/ifr/status", "pending");
    rule(
        "! urgent-other-procedure", "OUT_OF_SCOPE", all(other, has("urgent")), "3.2(a) 2.1 6.1(c)");
    rule(
        "! suspected-malignancy-other-procedure",
        "OUT_OF_SCOPE",
        all(other, has("suspected-malignancy")),
        "3.2(c) 2.1 6.1(c)");
    rule("other-procedure", "OUT_OF_SCOPE", other, "2.1 6.1(c)");
    rule("! core-urgent", "ELIGIBLE", has("urgent"), "3.2(a) 3.1");
    rule(
        "! core-suspected-malignancy",
        "URGENT_ASSESSMENT",
        has("suspected-malignancy"),
        "3.2(c) 3.1");
    Cond elsewhere = new Test(fact("/patient/commissioner"), "is not", List.of("this-icb"));
    rule("other-commissioner", "SEE_OTHER_POLICY", elsewhere, "6.1(a) 6.5(a)");
    rule("core-nice-tag", "ELIGIBLE", has("nice-tag"), "3.2(b) 3.1");
    rule("core-reconstruction", "ELIGIBLE", has("reconstruction"), "3.2(d) 3.1");
    rule("core-congenital-deformity", "ELIGIBLE", has("congenital-deformity"), "3.2(e) 3.1");
    rule("core-tissue-degenerative", "ELIGIBLE", has("tissue-degenerative"), "3.2(f) 3.1");
    rule("other-indication", "OUT_OF_SCOPE", is("/indication/category", "other"), "2.1");
    rule("ifr-approved", "IFR_APPROVED", is("/ifr/status", "approved"), "6.3(a) 6.3(b)");
    Cond excluded = any(all(trial, treatment), all(cosmetic, treatment), notApproved);
    rule("ifr-pending-excluded", "AWAIT_IFR", all(pending, excluded), "6.3(a) 6.3(b)");
    rule("trial-continuation", "NOT_COMMISSIONED", all(trial, treatment), "6.6 1.2 6.3(a)");
    rule("cosmetic", "NOT_COMMISSIONED", all(cosmetic, treatment), "6.4(b) 1.2 6.3(a)");
    Cond byIcbOrGp = is("/request/approvedBy", "icb", "gp");
    rule("diagnostic-approved", "ELIGIBLE", all(diagnostic, sole, byIcbOrGp), "6.5(a)");
    Cond byPanel = is("/request/approvedBy", "ifr-panel");
    rule(
        "diagnostic-ifr-approved", "IFR_APPROVED", all(diagnostic, sole, byPanel), "6.5(a) 6.3(a)");
    rule("diagnostic-not-approved", "NOT_COMMISSIONED", notApproved, "6.5(a) 6.3(a)");
    Cond notSole = is("/request/soleFeasibility", false);
    rule("diagnostic-other", "OUT_OF_SCOPE", all(diagnostic, notSole), "6.5(a)");
    Cond unseen = all(is("/mcas/available", true), is("/mcas/seen", false));
    rule("mcas-first", "MCAS_FIRST", unseen, "1.1");
    rule("opinion-only", "OPINION_ONLY", is("/request/type", "opinion"), "6.5(b)");
    rule("ifr-pending", "AWAIT_IFR", pending, "6.3(a) 6.3(b) 1.2");
    rule("gender-incongruence", "SEE_OTHER_POLICY", has("gender-incongruence"), "3.2(g) 3.1 1.2");
    Cond declined = is("/ifr/status", "declined");
    rule("ifr-declined", "NOT_COMMISSIONED", declined, "1.2 6.3(a) 6.3(b)");
    rule("not-routinely-commissioned", "NOT_COMMISSIONED", new Otherwise(), "1.2 6.3(a)");
    return rules;
  }

  /**
   * The next rule.
   *
   * @param name after a "!" where it has attention
   * @param clauses its clause, then those to see also
   */
  private void rule(String name, String verdict, Cond when, String clauses) {
    int index = VERDICTS.stream().map(line -> line.split(" ", -1)[0]).toList().indexOf(verdict);
    List<String> all = List.of(clauses.split(" ", -1));
    rules.add(
        new Law(
            name.replace("! ", ""),
            name.startsWith("! "),
            all.get(0),
            all.subList(1, all.size()),
            when,
            index,
            words.get(rules.size()).action()));
  }

  static Cond all(Cond... parts) {
    return new Group("all", 0, List.of(parts));
  }

  static Cond any(Cond... parts) {
    return new Group("any", 0, List.of(parts));
  }

  static Cond is(String path, Object... values) {
    return new Test(fact(path), "is", List.of(values));
  }

  static Cond has(String criterion) {
    return new Test(fact("/coreCriteria"), "has", List.of(criterion));
  }

  static Cond backPain() {
    return is("/indication/category", BACK_PAIN);
  }

  /** The number of a fact; that of the date of the check is the next after the last. */
  static int fact(String path) {
    return path.equals("/asOf") ? PATHS.size() : PATHS.indexOf(path);
  }
}
