/* A decision in words: on the page, and as a text to copy. */

/** An element with texts and elements inside; texts are never mark-up. */
function el(name, attributes, ...inside) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...inside);
  return made;
}

/** A remark beside what matters. */
function quiet(text) {
  return el('p', {class: 'quiet'}, text);
}

/** The items if a condition holds, else none. */
function when(condition, ...items) {
  return condition ? items : [];
}

function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A decision of a policy, in words. */
class Words {
  constructor(policy) {
    this.policy = policy;
  }

  /** The fact at a path, or around it. */
  factAt(path) {
    return this.policy.facts.find(fact => (path + '/').startsWith(fact.path + '/'));
  }

  /** A value in words: of a choice its label, of a set those of its members. */
  value(fact, value) {
    const {values = [], unit = ''} = fact.question;
    const label = stated => values.find(each => String(each.value) === String(stated)).label;
    if (fact.type === 'set') {
      const members = Array.isArray(value) ? value.map(label)
        : Object.entries(value).map(([member, has]) => (has ? '' : 'not ') + label(member));
      return members.join('; ') || 'none';
    }
    return values.length > 0 ? label(value) : (value + ' ' + unit).trim();
  }

  /** What is stated or assumed of a fact. */
  stated(fact, value) {
    return sentence(fact.label) + ': ' + this.value(fact, value);
  }

  /** What to do about a problem. */
  problem({code, path}) {
    const fact = this.factAt(path);
    const name = fact ? sentence(fact.label) : path || 'The file';
    const cure = code === 'contradiction' ? this.contradiction(fact)
      : fact ? 'please write ' + fact.expected + '.' : 'not what a referral has here.';
    return name + ': ' + (this.policy.problems[code] || cure);
  }

  /** What to do about a fact of which other answers say something else. */
  contradiction({statedBy}) {
    const others = statedBy.map(other => '“' + this.policy.facts[other].label + '”');
    return 'this contradicts ' + others.join(' or ') + '; correct one of them.';
  }

  /** In brackets, the members that a question is still about; nothing for all of them. */
  members({open = [], values = []}) {
    const asked = values.filter(each => open.includes(each.value)).map(each => each.label);
    const isWhole = asked.length === 0 || asked.length === values.length;
    return isWhole ? '' : ' (' + asked.join(', ') + ')';
  }

  /** What a verdict means. */
  verdict(id) {
    return this.policy.verdicts.find(verdict => verdict.id === id).label;
  }

  /** A link to a question. */
  link(path, words) {
    const id = 'question-' + this.policy.paths[path];
    return el('a', {href: '#' + id, 'data-does': 'go'}, words);
  }

  questions(questions) {
    return questions.map(each => [
      this.link(each.path, each.question), el('span', {class: 'quiet'}, this.members(each)),
    ]);
  }

  /** What the panel shows of a decision, by the names of its parts. */
  parts(considered, referral, asOf) {
    const {decision, verdict} = considered;
    const alarms = this.alarms(considered);
    const possible = decision.possibleVerdicts.map(id => this.verdict(id)).join('; ');
    return {
      alarm: alarms,
      headline: this.headline(considered, referral),
      steps: this.steps(considered),
      missing: this.questions(decision.missing),
      possible: when(verdict.outcome === 'incomplete', quiet('Still possible: ' + possible + '.')),
      open: this.questions(decision.missingForAction),
      cautions: decision.cautions.map(caution => caution.message)
        .filter(message => !alarms.includes(message)),
      assumed: decision.assumed.map(({path, value}) =>
        [this.stated(this.factAt(path), value) + ' ', this.link(path, 'change')]),
      reasons: this.reasons(decision),
      answers: this.answers(referral),
      identity: [quiet('Checked on ' + asOf + ' ' + this.policy.checkedBy)],
    };
  }

  /** What the panel shows while an answer cannot be read. */
  partsOfProblems(considered, referral, problems) {
    return {
      alarm: this.alarms(considered),
      headline: this.headline(considered, referral),
      steps: problems.map(problem => this.problem(problem)),
    };
  }

  /** What must not be lost. */
  alarms({urgent, raised}) {
    return once([
      ...urgent.map(rule => 'Clause ' + rule.clause + ': ' + rule.action),
      ...raised.filter(caution => caution.attention).map(caution => caution.message),
    ]);
  }

  /**
   * What a verdict means, its name, which may break after each of its words, of which referral it
   * is, and what follows.
   */
  headline({verdict: {id, outcome, label}, decision: {clauses, afterwards}}, {reference}) {
    const isSettled = outcome !== 'incomplete';
    const ids = clauses.map(clause => clause.id).join(', ');
    const name = id.split('_').flatMap((word, i) => [...when(i > 0, '_', el('wbr', {})), word]);
    return [
      [el('strong', {}, label)],
      el('p', {class: 'name'}, ...name,
        ...when(isSettled, clauses.length > 1 ? ', clauses ' : ', clause ', ids)),
      ...when(reference, quiet('Referral ' + reference)),
      ...(afterwards ? ['Afterwards: ' + this.verdict(afterwards.verdict)
        + ' (' + [afterwards.verdict, ...afterwards.clauses].join(', ') + ').'] : []),
    ];
  }

  /** The next steps in the order of reading: that of the last rule, the others conditions. */
  steps({decision: {action, actions}, deciding}) {
    if (action) {
      return [action];
    }
    const last = deciding[deciding.length - 1].action;
    const usual = actions.find(step => step.action === last);
    return [usual.action, ...actions.filter(step => step !== usual).map(step => el('p',
      {class: 'condition'}, 'If ' + this.condition(step, usual, deciding) + ': ' + step.action))];
  }

  /** A clause tells when a step applies, unless it is one of the usual step too. */
  condition(step, usual, deciding) {
    const rules = deciding.filter(rule => rule.action === step.action);
    return once(rules.map(({clause, words}) =>
      usual.clauses.includes(clause) ? words : clause + ' applies')).join(' or ');
  }

  reasons({clauses, seeAlso, alsoMet}) {
    return [
      ...clauses.flatMap(({id, text}) =>
        [el('h4', {}, 'Clause ' + id), el('blockquote', {}, el('p', {}, text))]),
      ...when(seeAlso.length > 0, quiet('See also ' + seeAlso.join(', ') + '.')),
      ...alsoMet.map(({clause, action}) => 'Also met, clause ' + clause + ': ' + action),
    ];
  }

  /** What a referral states, a line each; no text is repeated. */
  answers(referral) {
    return this.policy.facts
      .filter(({path, type}) => valueAt(referral, path) !== undefined && type !== 'text')
      .map(fact => this.stated(fact, valueAt(referral, fact.path)));
  }
}

/** A decision as text: the parts of the panel, without the buttons. */
function textOf(panel) {
  const words = line => [...line.childNodes].map(node => node.textContent)
    .filter(text => text !== 'change').join('').trim();
  const linesOf = part => [...part.querySelectorAll('h3, h4, p, li')]
    .map(line => (line.tagName === 'LI' ? '- ' : '') + words(line));
  return [...panel.querySelectorAll('.part:not([hidden])')]
    .map(part => linesOf(part).join('\n') + '\n').join('\n');
}
