package clin087.decision;

import clin087.decision.Model.Answer;
import clin087.decision.Model.Cond;
import clin087.decision.Model.Group;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Law;
import clin087.decision.Model.Notice;
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
  private static final List<String> PATHS =
      List.of(
          "/date",
          "/request/procedure",
          "/request/type",
          "/request/cosmetic",
          "/request/trialContinuation",
          "/request/soleFeasibility",
          "/request/approvedBy",
          "/indication/category",
          "/coreCriteria",
          "/mcas/available",
          "/mcas/seen",
          "/ifr/status",
          "/ifr/reference");

  private static final List<String> VERDICTS =
      List.of(
          "ELIGIBLE proceed",
          "IFR_APPROVED proceed",
          "OUT_OF_SCOPE proceed",
          "NOT_COMMISSIONED refuse",
          "MCAS_FIRST redirect",
          "OPINION_ONLY redirect",
          "AWAIT_IFR redirect",
          "SEE_OTHER_POLICY redirect",
          "INFORMATION_NEEDED incomplete");

  private static final String BACK_PAIN = "non-specific-mechanical-back-pain";

  private final List<Law> rules = new ArrayList<>();
  private final List<Rule> words;

  private ContractModel(List<Rule> words) {
    this.words = words;
  }

  static Model of(List<Rule> words, List<Caution> cautions) {
    List<Answer> verdicts = new ArrayList<>();
    for (String line : VERDICTS) {
      String[] cells = line.split(" ", -1);
      verdicts.add(
          new Answer(
              cells[0],
              cells[1],
              "Send the questions back to the referrer,"
                  + " and check the referral again with the answers.",
              cells[0].equals("MCAS_FIRST") ? Map.of(fact("/mcas/seen"), true) : Map.of()));
    }
    List<Law> rules = new ContractModel(words).rules();
    return new Model(facts(), verdicts, rules, notices(rules, cautions));
  }

  private static List<Question> facts() {
    List<Integer> diagnostic =
        List.of(fact("/request/soleFeasibility"), fact("/request/approvedBy"));
    return List.of(
        fact("/date", Kind.DATE, ""),
        fact("/request/procedure", Kind.CHOICE, "2.1", "spinal-fusion", "other"),
        assumed(
            fact("/request/type", Kind.CHOICE, "6.5(a)", "treatment", "opinion", "diagnostic"),
            "treatment",
            diagnostic),
        assumed(fact("/request/cosmetic", Kind.BOOLEAN, "6.4(b)"), false, List.of()),
        assumed(fact("/request/trialContinuation", Kind.BOOLEAN, "6.6"), false, List.of()),
        fact("/request/soleFeasibility", Kind.BOOLEAN, "6.5(a)"),
        fact("/request/approvedBy", Kind.CHOICE, "6.5(a)", "none", "icb", "gp", "ifr-panel"),
        fact("/indication/category", Kind.CHOICE, "2.1", BACK_PAIN, "other"),
        fact(
            "/coreCriteria",
            Kind.SET,
            "3.2",
            "urgent",
            "nice-tag",
            "suspected-malignancy",
            "reconstruction",
            "congenital-deformity",
            "tissue-degenerative",
            "gender-incongruence"),
        fact("/mcas/available", Kind.BOOLEAN, "1.1"),
        fact("/mcas/seen", Kind.BOOLEAN, "1.1"),
        assumed(
            fact("/ifr/status", Kind.CHOICE, "6.3(a)", "none", "pending", "approved", "declined"),
            "none",
            List.of(fact("/ifr/reference"))),
        fact("/ifr/reference", Kind.TEXT, ""));
  }

  private List<Law> rules() {
    Cond trial = is("/request/trialContinuation", true);
    Cond cosmetic = is("/request/cosmetic", true);
    Cond diagnostic = is("/request/type", "diagnostic");
    Cond sole = is("/request/soleFeasibility", true);
    Cond notApproved = all(diagnostic, sole, is("/request/approvedBy", "none"));
    Cond pending = is("/ifr/status", "pending");
    rule("other-procedure", "2.1", "OUT_OF_SCOPE", is("/request/procedure", "other"));
    rule("core-urgent", "3.2(a)", "ELIGIBLE", has("urgent"));
    rule("core-nice-tag", "3.2(b)", "ELIGIBLE", has("nice-tag"));
    rule("core-suspected-malignancy", "3.2(c)", "ELIGIBLE", has("suspected-malignancy"));
    rule("core-reconstruction", "3.2(d)", "ELIGIBLE", has("reconstruction"));
    rule("core-congenital-deformity", "3.2(e)", "ELIGIBLE", has("congenital-deformity"));
    rule("core-tissue-degenerative", "3.2(f)", "ELIGIBLE", has("tissue-degenerative"));
    rule("other-indication", "2.1", "OUT_OF_SCOPE", is("/indication/category", "other"));
    rule("ifr-approved", "6.3(a)", "IFR_APPROVED", is("/ifr/status", "approved"));
    Cond excluded = new Group("any", 0, List.of(trial, cosmetic, notApproved));
    rule("ifr-pending-excluded", "6.3(a)", "AWAIT_IFR", all(pending, excluded));
    rule("trial-continuation", "6.6", "NOT_COMMISSIONED", trial);
    rule("cosmetic", "6.4(b)", "NOT_COMMISSIONED", cosmetic);
    Cond byIcbOrGp = is("/request/approvedBy", "icb", "gp");
    rule("diagnostic-approved", "6.5(a)", "ELIGIBLE", all(diagnostic, sole, byIcbOrGp));
    Cond byPanel = is("/request/approvedBy", "ifr-panel");
    rule("diagnostic-ifr-approved", "6.5(a)", "IFR_APPROVED", all(diagnostic, sole, byPanel));
    rule("diagnostic-not-approved", "6.5(a)", "NOT_COMMISSIONED", notApproved);
    Cond notSole = is("/request/soleFeasibility", false);
    rule("diagnostic-other", "6.5(a)", "OUT_OF_SCOPE", all(diagnostic, notSole));
    Cond unseen = all(is("/mcas/available", true), is("/mcas/seen", false));
    rule("mcas-first", "1.1", "MCAS_FIRST", unseen);
    rule("opinion-only", "6.5(b)", "OPINION_ONLY", is("/request/type", "opinion"));
    rule("ifr-pending", "6.3(a)", "AWAIT_IFR", pending);
    rule("gender-incongruence", "3.2(g)", "SEE_OTHER_POLICY", has("gender-incongruence"));
    rule("ifr-declined", "1.2", "NOT_COMMISSIONED", is("/ifr/status", "declined"));
    rule("not-routinely-commissioned", "1.2", "NOT_COMMISSIONED", new Otherwise());
    return rules;
  }

  private static List<Notice> notices(List<Law> rules, List<Caution> words) {
    List<Notice> notices = new ArrayList<>();
    List<Integer> criteria = new ArrayList<>();
    for (Law rule : rules) {
      if (rule.id().startsWith("core-")) {
        criteria.add(rules.indexOf(rule));
      }
    }
    notices.add(new Notice("core-criterion-stated", null, null, criteria, words.get(0).message()));
    for (String criterion :
        List.of(
            "suspected-malignancy",
            "reconstruction",
            "congenital-deformity",
            "tissue-degenerative")) {
      Cond both = all(has(criterion), is("/indication/category", BACK_PAIN));
      String text = words.get(notices.size()).message();
      notices.add(new Notice("confirm-criterion", both, null, List.of(), text));
    }
    Cond either =
        new Group(
            "any",
            0,
            List.of(is("/request/trialContinuation", true), is("/request/cosmetic", true)));
    notices.add(new Notice("suite-limit", either, "proceed", List.of(), words.get(5).message()));
    Cond before = new Test(fact("/date"), "before", List.of(LocalDate.of(2024, 3, 1)));
    notices.add(new Notice("before-ratified", before, null, List.of(), words.get(6).message()));
    Cond after = new Test(PATHS.size(), "after", List.of(LocalDate.of(2029, 3, 31)));
    notices.add(new Notice("after-review", after, null, List.of(), words.get(7).message()));
    return notices;
  }

  private void rule(String id, String clause, String verdict, Cond when) {
    int index = VERDICTS.stream().map(line -> line.split(" ", -1)[0]).toList().indexOf(verdict);
    rules.add(new Law(id, clause, when, index, words.get(rules.size()).action()));
  }

  private static Cond all(Cond... parts) {
    return new Group("all", 0, List.of(parts));
  }

  private static Cond is(String path, Object... values) {
    return new Test(fact(path), "is", List.of(values));
  }

  private static Cond has(String criterion) {
    return new Test(fact("/coreCriteria"), "has", List.of(criterion));
  }

  private static int fact(String path) {
    return PATHS.indexOf(path);
  }

  private static Question fact(String path, Kind kind, String clause, String... choices) {
    return new Question(
        path, kind, List.of(choices), 0, BigDecimal.ZERO, BigDecimal.ZERO, null, List.of(), clause);
  }

  private static Question assumed(Question fact, @Nullable Object value, List<Integer> unless) {
    return new Question(
        fact.path(),
        fact.kind(),
        fact.choices(),
        0,
        fact.min(),
        fact.max(),
        value,
        unless,
        fact.clause());
  }
}
