/* A decision in words: on the page, and as a text to copy. */

/** An element with texts and elements inside; texts are never mark-up. */
function el(name, attributes, ...inside) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...inside);
  return made;
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

  stated(fact, value) {
    return sentence(fact.label) + ': ' + this.value(fact, value);
  }

  /** What to do about a problem. */
  problem({code, path}) {
    const fact = this.factAt(path);
    const expected = fact ? fact.expected + '.' : 'not what a referral has here.';
    return (fact ? sentence(fact.label) : path) + ': ' + (this.policy.problems[code] || expected);
  }

  /** The members of a set that a question is still about; nothing where it is about all. */
  members({open = [], values = []}) {
    const asked = values.filter(each => open.includes(each.value)).map(each => each.label);
    return asked.length === values.length ? '' : asked.join(', ');
  }

  verdict(id) {
    return this.policy.verdicts.find(verdict => verdict.id === id).label;
  }

  /** A link to a question. */
  link(path, ...words) {
    const question = 'question-' + this.policy.paths[path];
    return el('a', {href: '#' + question, 'data-does': 'go'}, ...words);
  }

  questions(questions) {
    return questions.map(each => [
      this.link(each.path, each.question), el('span', {class: 'quiet'}, ' ' + this.members(each)),
    ]);
  }

  /** The next steps in the order of reading: that of the last rule, the others conditions. */
  steps({decision, deciding}) {
    const {action, actions} = decision;
    const last = deciding[deciding.length - 1].action;
    const usual = actions.find(step => step.action === last);
    return action ? [action]
      : [usual.action, ...actions.filter(step => step !== usual).map(step =>
        el('p', {class: 'condition'}, 'If ' + this.condition(step, usual, deciding) + ': ' + step.action))];
  }

  /** A clause tells when a step applies, unless it is one of the usual step too. */
  condition(step, usual, deciding) {
    const clauses = step.clauses.filter(clause => !usual.clauses.includes(clause));
    const applies = clauses.join(' or ') + (clauses.length > 1 ? ' apply' : ' applies');
    const rules = deciding.filter(rule =>
      rule.action === step.action && usual.clauses.includes(rule.clause));
    return [...(clauses.length > 0 ? [applies] : []), ...rules.map(rule => rule.words)].join(' or ');
  }

  /** What a verdict means, and its name, which may break after each of its words. */
  headline(label, name, afterwards) {
    const pieces = name.split('_').flatMap(piece => ['_', el('wbr', {}), piece]).slice(2);
    return [[el('strong', {}, label)], el('p', {class: 'name'}, ...pieces), ...afterwards];
  }

  /** What the panel shows of a decision, by the class of its parts. */
  parts({decision, verdict, deciding, urgent, raised}, referral, asOf) {
    const {afterwards, clauses, missing, seeAlso} = decision;
    const isOpen = verdict.outcome === 'incomplete';
    const alarms = once([
      ...urgent.map(rule => 'Clause ' + rule.clause + ': ' + rule.action),
      ...raised.filter(caution => caution.attention).map(caution => caution.message),
    ]);
    const ids = clauses.map(clause => clause.id).join(', ');
    const name = verdict.id
      + (isOpen ? '' : (clauses.length > 1 ? ', clauses ' : ', clause ') + ids);
    return {
      alarm: alarms,
      headline: this.headline(verdict.label, name, !afterwards ? [] : [
        'Afterwards: ' + this.verdict(afterwards.verdict)
          + ' (' + [afterwards.verdict, ...afterwards.clauses].join(', ') + ').']),
      steps: [...this.steps({decision, deciding}), ...(verdict.outcome === 'refuse' ? [el('p',
        {class: 'quiet'}, 'This is about what is requested, not about the patient’s care.')] : [])],
      missing: this.questions(missing),
      possible: isOpen ? ['Still possible: '
        + decision.possibleVerdicts.map(id => this.verdict(id)).join('; ') + '.'] : [],
      open: this.questions(decision.missingForAction),
      cautions: decision.cautions.map(caution => caution.message)
        .filter(message => !alarms.includes(message)),
      assumed: decision.assumed.map(({path, value}) =>
        [this.stated(this.factAt(path), value) + ' ', this.link(path, 'change')]),
      reasons: [
        ...clauses.flatMap(({id, text}) =>
          [el('h4', {}, 'Clause ' + id), el('blockquote', {}, el('p', {}, text))]),
        ...(seeAlso.length > 0 ? ['See also ' + seeAlso.join(', ') + '.'] : []),
        ...decision.alsoMet.map(({clause, action}) => 'Also met, clause ' + clause + ': ' + action),
      ],
      answers: this.policy.facts
        .filter(fact => fact.type !== 'text' || fact.required) // free text is never repeated
        .map(fact => [fact, valueAt(referral, fact.path)])
        .filter(([, value]) => value !== undefined)
        .map(([fact, value]) => this.stated(fact, value)),
      identity: ['Checked on ' + asOf + ' ' + this.policy.checkedBy],
    };
  }
}
