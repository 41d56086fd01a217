/*
 * The conditions of a policy, laid out as diagrams for one date of the check.
 *
 * What is known of a fact is held as its code: 0 or 1 for a boolean, the position among the
 * choices, a number in units of its last decimal place, the days since 1970-01-01, for a set the
 * code of each member. What is unknown is null.
 */

const MILLISECONDS = 86400000;

/** The day of a date YYYY-MM-DD of the calendar; null when it is none. */
function dayOf(text) {
  const day = Date.parse(text + 'T00:00Z') / MILLISECONDS;
  return Number.isInteger(day) && dateOf(day) === text ? day : null;
}

/** The date YYYY-MM-DD of a day. */
function dateOf(day) {
  return new Date(day * MILLISECONDS).toISOString().split('T')[0];
}

/** A code that the policy names, or a day counted back from the date of the check. */
function codeOf(named, asOf) {
  if (typeof named === 'number') {
    return named;
  }
  const date = new Date(asOf * MILLISECONDS);
  date.setUTCMonth(date.getUTCMonth() - named.months);
  if (date.getUTCDate() !== new Date(asOf * MILLISECONDS).getUTCDate()) {
    date.setUTCDate(0); // of a month that is too short, its last day
  }
  return date / MILLISECONDS - named.days;
}

/** A policy's rules and cautions as diagrams. */
class Layout {
  constructor(policy, asOf) {
    this.asOf = asOf;
    this.diagrams = new Diagrams();
    this.variables = policy.variables.map((variable, level) =>
      ({...variable, level, starts: this.startsOf(variable)}));
    /** Where each rule and each caution holds. */
    this.rules = policy.rules.map(rule => this.fold(rule.when));
    this.cautions = policy.cautions.map(caution => this.fold(caution.when));
    /** For every complete referral, the position of the rule that decides. */
    this.decides = this.rules.reduceRight((otherwise, holds, i) =>
      this.diagrams.choose(holds, this.diagrams.result(i), otherwise), this.diagrams.no);
  }

  /** The first value of each region: all values of one pass the same comparisons. */
  startsOf({starts, most}) {
    const [least, ...others] = starts.map(start => codeOf(start, this.asOf));
    const inside = code => code > least && code <= codeOf(most, this.asOf);
    return [least, ...once(others).filter(inside).sort((a, b) => a - b)];
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
    const side = code => point === null ? code : Math.sign(code - codeOf(point, this.asOf)) + 1;
    const {starts} = this.variables[variable];
    return this.diagrams.node(this.variables[variable], starts.map(start =>
      this.diagrams.result(passes[side(start)])));
  }

  /** Whether one rule holds in every referral in which another does. */
  implies(rule, other) {
    const {yes} = this.diagrams;
    return this.diagrams.choose(this.rules[rule], this.rules[other], yes) === yes;
  }
}
