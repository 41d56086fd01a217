package clin087.lint;

import org.junit.jupiter.api.Tag;

/** The long form: five times as many random policies. */
@Tag("long")
class LintOfManyPoliciesTest extends LintTest {
  @Override
  int policies() {
    return 200;
  }
}
