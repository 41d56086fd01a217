package clin087.lint;

import clin087.proof.Budget;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of a check, and the questions that it had to leave open. */
final class Report {
  /** How many open questions are named. */
  private static final int NAMED = 6;

  private final List<Finding> findings = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  void add(Finding finding) {
    findings.add(finding);
  }

  /** Answers a question, or leaves it open if its budget is spent. */
  void ask(String about, Runnable question) {
    try {
      question.run();
    } catch (Budget.Spent e) {
      open.add(about);
    }
  }

  List<Finding> findings() {
    return findings;
  }

  boolean isComplete() {
    return open.isEmpty();
  }

  /** The open questions, in words. */
  String open() {
    int named = Math.min(NAMED, open.size());
    String names = String.join(", ", open.subList(0, named));
    return named == open.size() ? names : names + " and " + (open.size() - named) + " more";
  }
}
