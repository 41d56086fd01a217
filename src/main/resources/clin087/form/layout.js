/*
 * The conditions of a policy as diagrams, for one date of the check.
 *
 * What is known of a fact is held as its code: 0 or 1 for a boolean, the position among the
 * choices, a number in units of its last decimal place, the days since 1970-01-01, for a set the
 * code of each member. What is unknown is null.
 */

const MILLISECONDS = 86400000;

/** The day of a date YYYY-MM-DD; null if it is not in the calendar. */
function dayOf(text) {
  const day = Date.parse(text + 'T00:00Z') / MILLISECONDS;
  return Number.isInteger(day) && dateOf(day) === text ? day : null;
}

/** The date YYYY-MM-DD of a day. */
function dateOf(day) {
  return new Date(day * MILLISECONDS).toISOString().split('T')[0];
}

/** The day that is so many months and days before another. */
function dayBefore(day, {months, days}) {
  const date = new Date(day * MILLISECONDS);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  if (date.getUTCDate() !== dayOfMonth) {
    date.setUTCDate(0); // of a month that is too short, its last day
  }
  return date / MILLISECONDS - days;
}

/** A policy's rules and cautions as diagrams. */
class Layout {
  constructor(policy, asOf) {
    this.asOf = asOf;
    this.diagrams = new Diagrams();
    this.variables = policy.variables.map((variable, level) => this.cut(variable, level));
    /** Where each rule and each caution holds. */
    this.rules = policy.rules.map(rule => this.fold(rule.when));
    this.cautions = policy.cautions.map(caution => this.fold(caution.when));
    /** For every complete referral, the position of the rule that decides. */
    this.decides = this.rules.reduceRight((otherwise, holds, i) =>
      this.diagrams.choose(holds, this.diagrams.result(i), otherwise), this.diagrams.no);
  }

  /** A code that the policy names, or a day counted back from the date of the check. */
  codeOf(named) {
    return typeof named === 'number' ? named : dayBefore(this.asOf, named);
  }

  /**
   * A variable, with its codes divided into regions: all codes of a region pass the same
   * comparisons. The first region is for days that only the policy itself can name.
   */
  cut(variable, level) {
    const starts = once(variable.starts.map(start => this.codeOf(start))).sort((a, b) => a - b);
    starts.unshift(-Infinity);
    const least = this.codeOf(variable.least);
    // if no day is allowed, the first one represents what nobody can state
    const most = Math.max(least, this.codeOf(variable.most));
    const allowed = [...starts.keys()].filter(region =>
      starts[region] <= most && !(starts[region + 1] <= least));
    return {...variable, level, starts, allowed};
  }

  /** A condition as a diagram. */
  fold(condition) {
    const {no, yes} = this.diagrams;
    if (condition.of) {
      return this.diagrams.atLeast(condition.atLeast, condition.of.map(part => this.fold(part)));
    }
    return condition.not
      ? this.diagrams.choose(this.fold(condition.not), no, yes) : this.comparison(condition);
  }

  /** A comparison tells for each code if it passes; one with a point, for before, at and after. */
  comparison({variable, point, passes}) {
    const side = code => point === null ? code : Math.sign(code - this.codeOf(point)) + 1;
    return this.diagrams.node(this.variables[variable], this.variables[variable].starts.map(start =>
      this.diagrams.result(passes[side(start)] === true)));
  }

  /** Whether one rule holds in every referral in which another does. */
  implies(rule, other) {
    const {yes} = this.diagrams;
    const implied = this.diagrams.choose(this.rules[rule], this.rules[other], yes);
    return !resultsOf(implied, {regionsOf: ({allowed}) => allowed}).includes(false);
  }
}
