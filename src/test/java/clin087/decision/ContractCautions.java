package clin087.decision;

import static clin087.decision.ContractModel.all;
import static clin087.decision.ContractModel.any;
import static clin087.decision.ContractModel.backPain;
import static clin087.decision.ContractModel.fact;
import static clin087.decision.ContractModel.has;
import static clin087.decision.ContractModel.is;

import clin087.decision.Model.Cond;
import clin087.decision.Model.Law;
import clin087.decision.Model.Notice;
import clin087.decision.Model.Test;
import clin087.policy.Caution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cautions of section 6 of the contract, in its order, with the policy's own words. */
final class ContractCautions {
  private static final String PROCEED = "proceed";

  private final List<Law> rules;
  private final Iterator<Caution> words;
  private final List<Notice> notices = new ArrayList<>();

  ContractCautions(List<Law> rules, List<Caution> words) {
    this.rules = rules;
    this.words = words.iterator();
  }

  List<Notice> notices() {
    Cond redFlag =
        any(
            feature("tumour"),
            feature("infection"),
            feature("fracture"),
            feature("neurological-deficit"));
    add("red-flag", true, redFlag, null);
    guard("core-urgent");
    guard("core-nice-tag");
    guard("core-suspected-malignancy");
    guard("core-reconstruction", "core-congenital-deformity", "core-tissue-degenerative");
    guard("gender-incongruence");
    add("confirm-urgent", all(has("urgent"), backPain()));
    add("confirm-criterion", all(has("nice-tag"), backPain()));
    add("confirm-criterion", all(has("reconstruction"), backPain()));
    Cond fusion = is("/request/procedure", "spinal-fusion");
    add("confirm-criterion", all(has("congenital-deformity"), fusion));
    add("confirm-criterion", all(has("tissue-degenerative"), backPain()));
    Cond features =
        any(
            feature("leg-pain"),
            feature("neurological-deficit"),
            feature("instability"),
            feature("deformity"),
            feature("fracture"),
            feature("infection"),
            feature("tumour"),
            feature("inflammatory"),
            feature("earlier-fusion"),
            feature("not-low-back"));
    add("features-stated", all(features, backPain()));
    add("age", new Test(fact("/patient/age"), "<", List.of(BigDecimal.valueOf(16))));
    Cond byPanel = all(is("/request/type", "diagnostic"), is("/request/approvedBy", "ifr-panel"));
    Cond noReference = new Test(fact("/ifr/reference"), "is not stated", List.of());
    add("ifr-reference", all(any(is("/ifr/status", "approved"), byPanel), noReference));
    Cond approved = is("/request/approvedBy", "icb", "gp", "ifr-panel");
    add("approval-conflict", all(is("/ifr/status", "declined"), approved));
    add("opinion-only", false, is("/request/type", "opinion"), PROCEED);
    add("suite-limit", false, is("/request/trialContinuation", true), PROCEED);
    add("suite-limit", false, is("/request/cosmetic", true), PROCEED);
    add("before-ratified", new Test(fact("/date"), "before", List.of(LocalDate.of(2024, 3, 1))));
    add("after-review", new Test(fact("/asOf"), "after", List.of(LocalDate.of(2029, 3, 31))));
    return notices;
  }

  private static Cond feature(String name) {
    return new Test(fact("/indication/features"), "has", List.of(name));
  }

  private void add(String code, Cond when) {
    add(code, false, when, null);
  }

  private void add(String code, boolean attention, Cond when, @Nullable String outcome) {
    Caution own = words.next();
    // which clause a caution rests on, the contract leaves to the policy
    String clause = own.clause() == null ? "" : own.clause().id();
    notices.add(new Notice(code, attention, clause, when, outcome, List.of(), own.message()));
  }

  private void guard(String... names) {
    List<Integer> guarded = new ArrayList<>();
    for (String name : names) {
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).id().equals(name)) {
          guarded.add(i);
        }
      }
    }
    String message = words.next().message();
    notices.add(new Notice("core-criterion-stated", false, "", null, null, guarded, message));
  }
}
