/*
 * From a policy and a referral to a decision, exact about what is unknown: it is what every way to
 * fill in the unknown facts agrees on.
 */

/** Each of some values once, in their order. */
function once(values) {
  return [...new Set(values)];
}

/** What is known of one referral: what it states, what that states as well, and what is assumed. */
class Situation {
  /**
   * @param settings facts that have come true since
   * @param forgotten a fact of which nothing is known after all
   */
  constructor(policy, stated, settings = [], forgotten = undefined) {
    this.stated = stated;
    this.forgotten = forgotten;
    this.codes = policy.facts.map((fact, i) =>
      stated[i] !== undefined || fact.assumed === null || this.givesWay(fact)
        ? stated[i] : fact.assumed);
    settings.forEach(({fact, code}) => this.codes[fact] = code);
    this.regions = new Map();
  }

  givesWay(fact) {
    return fact.assumedUnless.some(other => this.stated[other] !== undefined);
  }

  /** Whether a fact has the value that the policy assumes. */
  isAssumed(i) {
    return this.stated[i] === undefined && this.codes[i] !== undefined;
  }

  /** The region of a variable's value; undefined where it is unknown. */
  regionOf(variable) {
    if (!this.regions.has(variable)) {
      this.regions.set(variable, variable.regionOf(this.valueOf(variable)));
    }
    return this.regions.get(variable);
  }

  valueOf({index, member, asksWhetherStated}) {
    const code = this.codes[index];
    if (index === this.forgotten) {
      return undefined;
    }
    if (asksWhetherStated) {
      return this.stated[index] === undefined ? 0 : 1;
    }
    if (member === undefined || code === undefined) {
      return code;
    }
    return (code.open >>> member & 1) === 1 ? undefined : code.has >>> member & 1;
  }

  /** The results that a diagram still reaches. */
  reached(diagram) {
    return resultsOf(diagram, variable => this.regionOf(variable));
  }

  /** The variables that can still change what a diagram comes to. */
  asked(diagram, labelOf) {
    return variablesOf(new Diagrams().remainder(diagram, each => this.regionOf(each), labelOf));
  }
}

/** A policy tried on what is known of one referral. */
class Evaluation {
  constructor(layout, situation) {
    this.layout = layout;
    this.rules = layout.policy.rules;
    this.situation = situation;
    const reached = situation.reached(layout.decides);
    /** The rules that decide in some completion. */
    this.deciding = this.rules.filter((_, i) => reached.has(i));
    this.possible = once(this.deciding.map(rule => rule.verdict));
    this.isSettled = this.possible.length === 1;
    this.actions = once(this.deciding.map(rule => rule.action));
    this.missing = this.isSettled ? [] : this.questions(rule => rule.verdict);
    this.missingForAction = this.isSettled && this.actions.length > 1
      ? this.questions(rule => rule.action) : [];
  }

  /** Whether a condition holds in every completion. */
  holds(condition) {
    return !this.situation.reached(this.layout.holds.get(condition)).has(false);
  }

  /** The facts that can change what a deciding rule is labelled with, and the members that can. */
  questions(labelOf) {
    const variables = [...this.situation.asked(this.layout.decides, i => labelOf(this.rules[i]))];
    return this.layout.factsOfRules.map(index => ({
      index,
      members: variables.filter(each => each.index === index).map(each => each.member),
    })).filter(question => question.members.length > 0);
  }

  /** The clauses of the deciding rules, or of the missing facts. */
  get clauses() {
    const {facts} = this.layout.policy;
    return this.isSettled
      ? once(this.deciding.map(rule => rule.clause))
      : once(this.missing.map(each => facts[each.index].clause).filter(clause => clause));
  }
}

/** Decides the referrals of one policy on one date of the check. */
class Decider {
  constructor(policy, asOf) {
    this.policy = policy;
    this.asOf = asOf;
    this.layout = new Layout(policy, asOf);
    this.shape = shapeOf(policy.facts);
  }

  read(referral) {
    return new Reading(this.policy, this.shape, this.asOf, referral);
  }

  /** The decision as `check --format ndjson` writes it, or the problems of the referral. */
  decide(referral) {
    const reading = this.read(referral);
    return reading.found.length > 0
      ? {problems: reading.problems}
      : this.consider(reading).decision;
  }

  /** The decision on what has been read, with the rules and cautions that have attention. */
  consider(reading) {
    const {policy} = this;
    const situation = new Situation(policy, reading.codes);
    const evaluation = new Evaluation(this.layout, situation);
    const {deciding, isSettled, missing} = evaluation;
    const verdict = isSettled ? policy.verdicts[deciding[0].verdict] : this.incomplete();
    const clauses = evaluation.clauses;
    const alsoMet = isSettled ? this.alsoMet(evaluation) : [];
    const urgent = policy.rules.filter(rule => rule.attention && evaluation.holds(rule.when));
    const cautions = this.cautions(evaluation, verdict, alsoMet);
    const actions = this.actions(evaluation, urgent);
    const decision = {
      reference: reading.texts[policy.facts.findIndex(fact => fact.path === '/reference')],
      verdict: verdict.id,
      outcome: verdict.outcome,
      attention: urgent.length > 0 || cautions.some(caution => caution.attention),
      ...(deciding.length === 1 ? {rule: deciding[0].id} : {}),
      rules: deciding.map(rule => rule.id),
      clauses: clauses.map(id => ({id, text: policy.clauses[id]})),
      seeAlso: isSettled
        ? once(deciding.flatMap(rule => rule.seeAlso)).filter(id => !clauses.includes(id)) : [],
      ...(actions.length > 1 ? {} : {action: actions.length === 1 ? actions[0].action : verdict.action}),
      actions,
      alsoMet: alsoMet.map(rule => ({rule: rule.id, clause: rule.clause, action: rule.action})),
      ...this.afterwards(situation, verdict),
      possibleVerdicts: evaluation.possible.map(i => policy.verdicts[i].id),
      missing: missing.map(each => this.question(each)),
      missingForAction: evaluation.missingForAction.map(each => this.question(each)),
      assumed: this.assumed(situation, deciding[deciding.length - 1]),
      cautions: [...cautions, ...(reading.nhsNumber ? [policy.nhsNumber] : [])]
        .map(({code, clause, message}) => ({code, ...(clause ? {clause} : {}), message})),
    };
    const alarms = cautions.filter(caution => caution.attention);
    return {decision, verdict, deciding, urgent, alarms};
  }

  /**
   * The facts of which another answer, all others as they are, can change the verdict, the next
   * step or a caution, and what states one of them.
   */
  mattering(reading) {
    const {facts} = this.policy;
    const own = facts.map((_, i) => this.canMatter(reading, i));
    return facts.map((fact, i) => own[i] || fact.states.some(other => own[other.fact]));
  }

  /** Whether another answer of one fact can change something. */
  canMatter(reading, i) {
    const situation = new Situation(this.policy, reading.codes, [], i);
    const {rules} = this.policy;
    const labelOf = result => rules[result] ? rules[result].verdict + rules[result].action : result;
    return this.layout.diagramsNaming(i).some(diagram =>
      [...situation.asked(diagram, labelOf)].some(variable => variable.index === i));
  }

  incomplete() {
    return this.policy.verdicts.find(verdict => verdict.outcome === 'incomplete');
  }

  /** The next steps that the rules give; of an open verdict, only one that is sure. */
  actions({deciding, isSettled, actions}, urgent) {
    const rules = isSettled || actions.length === 1 ? deciding : urgent.slice(0, 1);
    return once(rules.map(rule => rule.action)).map(action => ({
      action,
      clauses: once(rules.filter(rule => rule.action === action).map(rule => rule.clause)),
    }));
  }

  /** The rules with the same verdict that are met too, less what a deciding one says already. */
  alsoMet(evaluation) {
    const {deciding} = evaluation;
    return this.policy.rules.filter(rule => rule.verdict === deciding[0].verdict
      && !deciding.includes(rule)
      && !isOtherwise(rule.when)
      && evaluation.holds(rule.when)
      && !deciding.some(other => this.layout.implies(other, rule)));
  }

  /** What follows once the next step is done, where the verdict says what that makes true. */
  afterwards(situation, verdict) {
    if (verdict.afterwards.length === 0) {
      return {};
    }
    const {policy} = this;
    const then = new Evaluation(
      this.layout, new Situation(policy, situation.stated, verdict.afterwards));
    const next = then.isSettled ? policy.verdicts[then.possible[0]] : this.incomplete();
    const missing = then.missing.map(each => policy.facts[each.index].path);
    return {afterwards: {verdict: next.id, clauses: then.clauses, missing}};
  }

  /** A question with everything that a form needs to ask it. */
  question({index, members}) {
    const fact = this.policy.facts[index];
    const {path, label, question, clause, type, choices, unit} = fact;
    const values = type === 'boolean'
      ? [true, false].map(value => ({value, label: choices[Number(value)].label})) : choices;
    return {
      path, label, question, ...(clause ? {clause} : {}), type,
      ...(choices.length > 0 ? {values} : {}),
      ...(type === 'set'
        ? {open: choices.filter((_, i) => members.includes(i)).map(each => each.value)} : {}),
      ...(unit ? {unit} : {}),
      ...(isLimit(fact.min) ? {min: valueOf(fact, this.layout.limit(fact.min))} : {}),
      ...(isLimit(fact.max) ? {max: valueOf(fact, this.layout.limit(fact.max))} : {}),
    };
  }

  /** What is assumed of the facts that the rules name up to the last that may decide. */
  assumed(situation, last) {
    const {facts, rules} = this.policy;
    const before = new Set(this.layout.factsNamedUpTo(rules.indexOf(last)));
    return this.layout.factsOfRules.filter(i => before.has(i) && situation.isAssumed(i)).map(i => ({
      path: facts[i].path,
      label: facts[i].label,
      value: valueOf(facts[i], situation.codes[i]),
      by: 'policy',
    }));
  }

  cautions(evaluation, verdict, alsoMet) {
    const reported = evaluation.isSettled
      ? [...evaluation.deciding, ...alsoMet].map(rule => rule.clause) : [];
    const raised = this.policy.cautions.filter(({outcome}) => ['', verdict.outcome].includes(outcome));
    return raised.flatMap(({code, clause, when, guards, message, attention}) => {
      const lost = guards.map(i => this.policy.rules[i])
        .filter(rule => evaluation.holds(rule.when) && !reported.includes(rule.clause))
        .map(rule => ({code, clause: rule.clause, attention, message: messageFor(rule, message)}));
      return when && evaluation.holds(when) ? [...lost, {code, clause, attention, message}] : lost;
    });
  }
}

/** Whether a fact declares a limit: dates without one have the first and the last day. */
function isLimit(limit) {
  return limit !== null && limit !== FIRST_DAY && limit !== LAST_DAY;
}

function isOtherwise(condition) {
  return condition.always === true;
}

function messageFor(rule, message) {
  return message.split('{clause}').join(rule.clause).split('{action}').join(rule.action);
}

/** The value of a code, as a referral states it. */
function valueOf(fact, code) {
  switch (fact.type) {
    case 'boolean': return code === 1;
    case 'choice': return fact.choices[code].value;
    case 'set': return setValue(fact, code);
    case 'date': return dateOf(code);
    default: return code / 10 ** fact.decimals;
  }
}

/** A set that is known whole as an array of its members, any other as what is known of each. */
function setValue(fact, {has, open}) {
  const members = mask => fact.choices.filter((_, i) => mask >>> i & 1).map(each => each.value);
  return open === 0 ? members(has)
    : Object.fromEntries(members(~open).map(member => [member, members(has).includes(member)]));
}
