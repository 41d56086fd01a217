/*
 * The conditions of a policy, laid out as diagrams for one date of the check.
 *
 * A fact's value is held as one number, its code, as in the program: 0 and 1 for a boolean, the
 * position among the choices, a number in units of its last decimal place, the days since
 * 1970-01-01. A set is an object of two bit masks: the members that it `has`, and those that are
 * `open`, of which nothing is known.
 */

const MILLISECONDS = 86400000;

/** The days 0000-01-01 and 9999-12-31. */
const FIRST_DAY = -719528;
const LAST_DAY = 2932896;

/** What a comparison names in place of a fact where it is about the date of the check. */
const OUTSIDE = -1;

/** The day of a date YYYY-MM-DD of the calendar; undefined when it is none. */
function dayOf(text) {
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (date) {
    const day = dayAt(Number(date[1]), Number(date[2]) - 1, Number(date[3]));
    return dateOf(day) === text ? day : undefined;
  }
  return undefined;
}

function dayAt(year, month, dayOfMonth) {
  // not by Date.UTC, which takes the year 99 for 1999
  return new Date(0).setUTCFullYear(year, month, dayOfMonth) / MILLISECONDS;
}

/** The date YYYY-MM-DD of a day. */
function dateOf(day) {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** The day so long before another; of a month that is too short, its last day. */
function dayBefore(day, {code: count, ago: unit}) {
  if (unit === 'days' || unit === 'weeks') {
    return day - count * (unit === 'weeks' ? 7 : 1);
  }
  const date = new Date(day * MILLISECONDS);
  const months = unit === 'years' ? 12 * count : count;
  const month = dayAt(date.getUTCFullYear(), date.getUTCMonth() - months, 1);
  const next = dayAt(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 1);
  return month + Math.min(date.getUTCDate(), next - month) - 1;
}

/** Whether a value passes a comparison, by the words of the policy language. */
const PASSES = {
  '': value => value === 1,
  'not': value => value === 0,
  'is': (value, operands) => value === operands[0],
  'is not': (value, operands) => value !== operands[0],
  'in': (value, operands) => operands.includes(value),
  'not in': (value, operands) => !operands.includes(value),
  'has': value => value === 1,
  'lacks': value => value === 0,
  '>=': (value, operands) => value >= operands[0],
  '>': (value, operands) => value > operands[0],
  '<=': (value, operands) => value <= operands[0],
  '<': (value, operands) => value < operands[0],
  '=': (value, operands) => value === operands[0],
  'before': (value, operands) => value < operands[0],
  'after': (value, operands) => value > operands[0],
  'on or before': (value, operands) => value <= operands[0],
  'on or after': (value, operands) => value >= operands[0],
  'is stated': value => value === 1,
  'is not stated': value => value === 0,
};

/**
 * A question of the diagrams: a fact, one member of a set, or whether a fact is stated. Its values
 * are cut into regions, of which all values pass the same comparisons of the policy.
 */
class Variable {
  constructor(level, index, fact, member, asksWhetherStated) {
    this.level = level;
    this.index = index;
    this.fact = fact;
    this.member = member;
    this.asksWhetherStated = asksWhetherStated;
    this.comparisons = [];
    this.regions = new Map();
    this.representatives = [];
  }

  /** The values that begin a run of equal ones. */
  starts(min, max) {
    const {type, choices} = this.fact;
    if (this.member !== undefined || this.asksWhetherStated || type === 'boolean') {
      return [0, 1];
    }
    if (type === 'choice') {
      return choices.map((_, i) => i);
    }
    const cuts = this.comparisons.flatMap(each => each.operands.flatMap(code => [code, code + 1]));
    return [min, ...cuts.filter(code => code > min && code <= max).sort((a, b) => a - b)];
  }

  cut(min, max) {
    for (const value of this.starts(min, max)) {
      const signature = this.signature(value);
      if (!this.regions.has(signature)) {
        this.regions.set(signature, this.regions.size);
        this.representatives.push(value);
      }
    }
  }

  signature(value) {
    return this.comparisons.map(each => PASSES[each.words](value, each.operands) ? 1 : 0).join('');
  }

  /** The region of a known value; undefined for an unknown one. */
  regionOf(value) {
    return value === undefined ? undefined : this.regions.get(this.signature(value));
  }
}

/** A policy's rules and cautions as diagrams. */
class Layout {
  constructor(policy, asOf) {
    this.policy = policy;
    this.asOf = asOf;
    this.diagrams = new Diagrams();
    this.variables = new Map();
    const conditions = [...policy.rules, ...policy.cautions.filter(each => each.when)]
      .map(each => each.when);
    /** For each rule, the facts that it names. */
    this.factsOfRule = conditions.map(condition => this.collect(condition, []))
      .slice(0, policy.rules.length);
    /** The facts that the rules name, in the order in which they first ask for them. */
    this.factsOfRules = [...new Set(this.factsOfRule.flat())];
    for (const variable of this.variables.values()) {
      const min = this.limit(variable.fact.min);
      // where no day is allowed, the first one stands for what nobody can state
      variable.cut(min, Math.max(min, this.limit(variable.fact.max)));
    }
    this.holds = new Map();
    conditions.forEach(condition => this.holds.set(condition, this.fold(condition)));
    const rules = policy.rules.map((rule, i) => [this.holds.get(rule.when), i]).reverse();
    /** For every complete referral, the position of the rule that decides. */
    this.decides = rules.reduce((otherwise, [holds, i]) =>
      this.diagrams.choose(holds, this.diagrams.result(i), otherwise), this.diagrams.no);
    this.implications = new Map();
    const cautions = policy.cautions.filter(each => each.when).map(each => this.holds.get(each.when));
    this.named = [this.decides, ...cautions].map(diagram =>
      [diagram, new Set([...variablesOf(diagram)].map(variable => variable.index))]);
  }

  /** What decides, and the cautions, as far as they ask for a fact. */
  diagramsNaming(i) {
    return this.named.filter(([, facts]) => facts.has(i)).map(([diagram]) => diagram);
  }

  /** A limit of a fact's values: a code, or the date of the check. */
  limit(limit) {
    return limit === 'today' ? this.asOf : limit;
  }

  /** Gives a condition's variables its comparisons, and adds the facts that it names to a list. */
  collect(condition, named) {
    if (condition.of || condition.not) {
      (condition.of || [condition.not]).forEach(part => this.collect(part, named));
    } else if (condition.operands && condition.fact !== OUTSIDE) {
      this.variableOf(condition).comparisons.push(this.comparison(condition));
      named.push(condition.fact);
    }
    return named;
  }

  /** The facts that the rules up to one name. */
  factsNamedUpTo(rule) {
    return this.factsOfRule.slice(0, rule + 1).flat();
  }

  comparison({words, operands}) {
    const codes = operands.map(each =>
      each.ago === '' ? each.code : dayBefore(this.asOf, each));
    return {words, operands: codes};
  }

  variableOf({fact, words, operands}) {
    const asksWhetherStated = words.endsWith('stated');
    const member = words === 'has' || words === 'lacks' ? operands[0].code : undefined;
    const key = fact + ',' + member + ',' + asksWhetherStated;
    if (!this.variables.has(key)) {
      const level = this.variables.size;
      const declared = this.policy.facts[fact];
      this.variables.set(key, new Variable(level, fact, declared, member, asksWhetherStated));
    }
    return this.variables.get(key);
  }

  /** A condition as a diagram. */
  fold(condition) {
    if (condition.of) {
      return this.diagrams.atLeast(
        condition.atLeast, condition.of.map(part => this.fold(part)));
    }
    if (condition.not) {
      const {no, yes} = this.diagrams;
      return this.diagrams.choose(this.fold(condition.not), no, yes);
    }
    return condition.operands ? this.test(condition) : this.diagrams.result(condition.always);
  }

  test(condition) {
    const {words, operands} = this.comparison(condition);
    const passes = value => this.diagrams.result(PASSES[words](value, operands));
    if (condition.fact === OUTSIDE) {
      return passes(this.asOf);
    }
    const variable = this.variableOf(condition);
    return this.diagrams.node(variable, variable.representatives.map(passes));
  }

  /** Whether one rule holds in every referral in which another does. */
  implies(rule, other) {
    const key = rule.id + ' ' + other.id;
    if (!this.implications.has(key)) {
      const {yes} = this.diagrams;
      const both = this.diagrams.choose(this.holds.get(rule.when), this.holds.get(other.when), yes);
      this.implications.set(key, both === yes);
    }
    return this.implications.get(key);
  }
}
