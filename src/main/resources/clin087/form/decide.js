/*
 * From a policy and a referral to a decision. Unknown facts are handled exactly: a verdict is given
 * if every way to fill in the unknown facts leads to it.
 */

/** The date of the check in the place of a fact: it has one value, which nobody states. */
const DATE_OF_CHECK = -1;

/** What is known of one referral: stated facts, those that they state as well, and assumptions. */
class Situation {
  /**
   * @param stated the code of each fact
   * @param settings facts that have come true since
   * @param forgotten a fact to treat as unknown
   */
  constructor(policy, stated, settings = [], forgotten = null) {
    const givesWay = fact => fact.assumedUnless.some(other => stated[other] !== null);
    this.stated = stated;
    this.codes = policy.facts.map((fact, i) =>
      stated[i] === null && !givesWay(fact) ? fact.assumed : stated[i]);
    settings.forEach(({fact, code}) => this.codes[fact] = code);
    this.forgotten = forgotten;
  }

  /** Whether a fact has the value that the policy assumes. */
  isAssumed(fact) {
    return this.stated[fact] === null && this.codes[fact] !== null;
  }

  /** The regions that a variable's value may lie in: one where it is known. */
  regionsOf({fact, member, isOfStatement, starts, allowed}) {
    const code = isOfStatement ? Number(this.stated[fact] !== null) : this.codes[fact];
    const value = member === null || code === null ? code : code[member];
    const isKnown = fact !== DATE_OF_CHECK && fact !== this.forgotten && value !== null;
    return isKnown ? [starts.filter(start => start <= value).length - 1] : allowed;
  }

  /** Whether a condition holds in every completion. */
  isSure(diagram, seen = new Set()) {
    if (diagram.level === LAST || seen.has(diagram)) {
      return diagram.value !== false;
    }
    seen.add(diagram);
    return this.regionsOf(diagram.variable)
      .every(region => this.isSure(diagram.branches[region], seen));
  }
}

/** Decides the referrals of one policy on one date of the check. */
class Decider {
  constructor(policy, asOf) {
    this.policy = policy;
    this.asOf = asOf;
    this.layout = new Layout(policy, asOf);
  }

  read(referral) {
    return new Reading(this.policy, this.layout, referral);
  }

  /** The decision as `check --format ndjson` writes it, or the problems of the referral. */
  decide(referral) {
    const reading = this.read(referral);
    const {problems} = reading;
    const decided = problems.length > 0 ? {problems} : this.consider(reading, referral).decision;
    return JSON.parse(JSON.stringify(decided)); // without what is undefined
  }

  /** The decision on what has been read, and what of it has attention. */
  consider(reading, {reference}) {
    const {policy, layout} = this;
    const situation = new Situation(policy, reading.codes);
    const evaluation = this.evaluate(situation);
    const {deciding, isSettled, verdict, clauses} = evaluation;
    const sure = isAsked => policy.rules.filter((rule, i) =>
      isAsked(rule) && situation.isSure(layout.rules[i]));
    const urgent = sure(rule => rule.attention);
    const alsoMet = !isSettled ? []
      : sure(rule => rule.verdict === deciding[0].verdict && !deciding.includes(rule))
        .filter(rule => this.saysMore(rule, deciding));
    const raised = this.raised(situation, evaluation, alsoMet);
    const steps = this.steps(evaluation, urgent);
    const decision = {
      reference,
      verdict: verdict.id,
      outcome: verdict.outcome,
      attention: urgent.length > 0 || raised.some(caution => caution.attention),
      rule: deciding.length === 1 ? deciding[0].id : undefined,
      rules: deciding.map(rule => rule.id),
      clauses: clauses.map(id => ({id, text: policy.clauses[id]})),
      seeAlso: once(isSettled ? deciding.flatMap(rule => rule.seeAlso) : [])
        .filter(id => !clauses.includes(id)),
      action: steps.length > 1 ? undefined : (steps[0] || verdict).action,
      actions: steps,
      alsoMet: alsoMet.map(({id, clause, action}) => ({rule: id, clause, action})),
      afterwards: verdict.afterwards.length > 0
        ? this.afterwards(reading, verdict) : undefined,
      possibleVerdicts: evaluation.possible.map(each => policy.verdicts[each].id),
      missing: evaluation.missing,
      missingForAction: isSettled ? this.questions(situation, 'action') : [],
      assumed: policy.asked.slice(0, deciding[deciding.length - 1].asked)
        .filter(fact => situation.isAssumed(fact)).map(fact => policy.facts[fact].assumption),
      cautions: [...raised, ...(reading.hasNhsNumber ? [policy.nhsNumber] : [])]
        .map(({code, clause, message}) => ({code, clause, message})),
    };
    return {decision, verdict, deciding, urgent, raised};
  }

  /** What the rules come to in every completion. */
  evaluate(situation) {
    const {rules, verdicts, incomplete} = this.policy;
    const results = resultsOf(this.layout.decides, situation);
    const deciding = rules.filter((_, i) => results.includes(i));
    const possible = once(deciding.map(rule => rule.verdict));
    const isSettled = possible.length === 1;
    const missing = this.questions(situation, 'verdict');
    const clauses = once((isSettled ? deciding : missing).map(each => each.clause));
    return {
      deciding, possible, isSettled, missing,
      verdict: verdicts[isSettled ? possible[0] : incomplete],
      clauses: clauses.filter(clause => clause !== undefined),
    };
  }

  /** The questions that can still change what the rules give, in the order of the rules. */
  questions(situation, given) {
    const {policy, layout} = this;
    const variables = variablesOf(layout.decides, situation, rule => policy.rules[rule][given]);
    return policy.asked.filter(fact => variables.some(each => each.fact === fact)).map(index => {
      const fact = policy.facts[index];
      const isOpen = (_, member) =>
        variables.some(each => each.fact === index && each.member === member);
      return {
        ...fact.question,
        ...(fact.type === 'set' ? {open: fact.values.filter(isOpen)} : {}),
        ...(isObject(fact.min) ? {min: dateOf(this.asOf)} : {}),
        ...(isObject(fact.max) ? {max: dateOf(this.asOf)} : {}),
      };
    });
  }

  /** The next steps that the rules give; of an open verdict, only one that is sure. */
  steps({deciding, isSettled}, urgent) {
    const isOne = once(deciding.map(rule => rule.action)).length === 1;
    const rules = isSettled || isOne ? deciding : urgent.slice(0, 1);
    return once(rules.map(rule => rule.action)).map(action => ({
      action,
      clauses: once(rules.filter(rule => rule.action === action).map(rule => rule.clause)),
    }));
  }

  /** Whether a rule that holds says more than the deciding ones, none of which implies it. */
  saysMore(rule, deciding) {
    const {rules} = this.policy;
    return !deciding.some(other => this.layout.implies(rules.indexOf(other), rules.indexOf(rule)));
  }

  /** What follows once the next step of a verdict is done. */
  afterwards({codes}, {afterwards}) {
    const situation = new Situation(this.policy, codes, afterwards);
    const {verdict, clauses, missing} = this.evaluate(situation);
    return {verdict: verdict.id, clauses, missing: missing.map(question => question.path)};
  }

  /** The policy's cautions, less those that guard a clause which the decision reports. */
  raised(situation, {deciding, isSettled, verdict}, alsoMet) {
    const reported = isSettled ? [...deciding, ...alsoMet].map(rule => rule.clause) : [];
    return this.policy.cautions.filter(({outcome, isGuard, clause}, i) =>
      (outcome === undefined || outcome === verdict.outcome)
      && !(isGuard && reported.includes(clause))
      && situation.isSure(this.layout.cautions[i]));
  }

  /**
   * For each fact, whether another answer, with all others unchanged, can change the verdict, the
   * next step or a caution. Facts that state such a fact count too.
   */
  mattering(reading) {
    const {facts} = this.policy;
    const own = facts.map((_, fact) => this.canMatter(fact, reading));
    return own.map((matters, i) => matters || facts[i].states.some(({fact}) => own[fact]));
  }

  canMatter(fact, reading) {
    const {policy, layout} = this;
    const situation = new Situation(policy, reading.codes, [], fact);
    const asks = (diagram, labelOf) =>
      variablesOf(diagram, situation, labelOf).some(variable => variable.fact === fact);
    return asks(layout.decides, rule => [policy.rules[rule].verdict, policy.rules[rule].action])
      || policy.cautions.some((caution, i) => !caution.isGuard && asks(layout.cautions[i]));
  }
}
