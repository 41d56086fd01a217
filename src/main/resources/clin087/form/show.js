/* A decision in words: on the page, and as a text to copy. */

/** An element with texts and elements inside; texts are never mark-up. */
function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...inside);
  return made;
}

function paragraph(text, className = '') {
  return element('p', className ? {class: className} : {}, text);
}

function list(items) {
  return element('ul', {}, ...items.map(item => element('li', {}, ...[].concat(item))));
}

function titled(title, ...inside) {
  return [element('h3', {}, title), ...inside];
}

function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A link to a question, with its words. */
function questionLink(policy, path, words) {
  const index = policy.facts.findIndex(fact => fact.path === path);
  return element('a', {href: '#question-' + index, 'data-question': index}, words);
}

/** A value in words: of a choice its label, of a boolean yes or no. */
function wordsOf(fact, value) {
  const choiceOf = each => (fact.choices.find(choice => choice.value === String(each)) || {}).label;
  if (fact.type === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (fact.type === 'set') {
    const names = wanted => fact.choices.map(choice => choice.value)
      .filter(member => answerOf(value, member) === wanted).map(choiceOf);
    const not = Array.isArray(value) ? [] : names('false').map(label => 'not ' + label);
    return [...names('true'), ...not].join('; ') || 'none';
  }
  return fact.choices.length > 0 ? choiceOf(value) : value + (fact.unit ? ' ' + fact.unit : '');
}

/** The members of a set that a question is still about; nothing where it is about all of them. */
function openWords({open = [], values = []}) {
  return open.length === values.length ? ''
    : open.map(member => values.find(each => each.value === member).label).join(', ');
}

/** The next steps in the order of reading: the last rule's stands, the others are conditions. */
function stepsOfDecision({decision, deciding}) {
  const {action, actions} = decision;
  if (action) {
    return [action];
  }
  const usual = actions.find(step => step.action === deciding[deciding.length - 1].action);
  const others = actions.filter(step => step !== usual);
  return [usual.action, ...others.map(step =>
    'If ' + conditionOf(step, usual, deciding) + ': ' + step.action)];
}

/** A clause tells when a step applies, unless it is one of the usual step too. */
function conditionOf(step, usual, deciding) {
  const clauses = step.clauses.filter(clause => !usual.clauses.includes(clause));
  const words = deciding
    .filter(rule => rule.action === step.action && usual.clauses.includes(rule.clause))
    .map(rule => rule.words);
  const applies = clauses.length === 0 ? []
    : [clauses.join(' or ') + (clauses.length > 1 ? ' apply' : ' applies')];
  return [...applies, ...words].join(' or ');
}

/** What must not be lost. */
function alarmsOf({urgent, alarms}) {
  return [
    ...urgent.map(rule => 'Clause ' + rule.clause + ': ' + rule.action),
    ...alarms.map(caution => caution.message),
  ].filter((words, i, all) => all.indexOf(words) === i);
}

/** What follows the next step, in brackets its name and clauses. */
function afterwardsOf(policy, {afterwards}) {
  return afterwards ? 'Afterwards: ' + labelOf(policy, afterwards.verdict)
    + ' (' + [afterwards.verdict, ...afterwards.clauses].join(', ') + ').' : '';
}

function labelOf(policy, verdict) {
  return policy.verdicts.find(each => each.id === verdict).label;
}

/** What a verdict means, and its name, which may break after each of its words. */
function headlineOf(label, name, after) {
  const pieces = name.split('_').flatMap((piece, i) => i === 0 ? [piece] : ['_', element('wbr', {}), piece]);
  return [
    element('p', {}, element('strong', {}, label)),
    element('p', {class: 'name'}, ...pieces),
    ...(after ? [paragraph(after)] : []),
  ];
}

/** The parts of the decision on the page, by the class of their place. */
function partsOf(policy, considered, referral, asOf) {
  const {decision, verdict, alarms} = considered;
  const {missing, missingForAction, assumed, cautions, clauses, seeAlso, alsoMet} = decision;
  const shown = alarmsOf(considered);
  const quiet = cautions.filter(({message}) => !alarms.some(alarm => alarm.message === message));
  const ask = questions => list(questions.map(each => [
    questionLink(policy, each.path, each.question),
    ...(openWords(each) ? [element('span', {class: 'quiet'}, ' ' + openWords(each))] : []),
  ]));
  const steps = stepsOfDecision(considered);
  const settled = decision.outcome !== 'incomplete';
  return {
    alarm: shown.length > 0 ? titled('Attention', list(shown)) : [],
    headline: headlineOf(verdict.label, decision.verdict
      + (settled ? (clauses.length > 1 ? ', clauses ' : ', clause ')
        + clauses.map(clause => clause.id).join(', ') : ''), afterwardsOf(policy, decision)),
    steps: titled('Next step', paragraph(steps[0]), ...steps.slice(1).map(step => paragraph(step, 'condition')),
      ...(decision.outcome === 'refuse'
        ? [paragraph('This is about what is requested, not about the patient’s care.', 'quiet')] : [])),
    asked: [
      ...(missing.length > 0 ? titled('Questions that can change the verdict', ask(missing)) : []),
      ...(missing.length > 0 ? [paragraph('Still possible: '
        + decision.possibleVerdicts.map(id => labelOf(policy, id)).join('; ') + '.', 'quiet')] : []),
      ...(missingForAction.length > 0
        ? titled('Questions that can change the next step', ask(missingForAction)) : []),
    ],
    cautions: quiet.length > 0 ? titled('Please check', list(quiet.map(each => each.message))) : [],
    assumed: assumed.length > 0 ? titled('Assumed, since it is not stated', list(assumed.map(each => [
      sentence(each.label) + ': ' + wordsOf(factAt(policy, each.path), each.value) + ' ',
      questionLink(policy, each.path, 'change'),
    ]))) : [],
    reasons: [
      ...titled('Why', ...clauses.flatMap(({id, text}) =>
        [element('h4', {}, 'Clause ' + id), element('blockquote', {}, paragraph(text))])),
      ...(seeAlso.length > 0 ? [paragraph('See also ' + seeAlso.join(', ') + '.', 'quiet')] : []),
      ...alsoMet.map(({clause, action}) => paragraph('Also met, clause ' + clause + ': ' + action)),
    ],
    answers: titled('What the referral states', list(statedIn(policy, referral))),
    identity: [paragraph(identityOf(policy, asOf), 'quiet')],
  };
}

function factAt(policy, path) {
  return policy.facts.find(fact => fact.path === path);
}

/** What a referral states, a line each; free text is never repeated. */
function statedIn(policy, referral) {
  return policy.facts
    .map(fact => [fact, valueAt(referral, fact.path)])
    .filter(([fact, value]) => value !== undefined && (fact.type !== 'text' || fact.required))
    .map(([fact, value]) => sentence(fact.label) + ': ' + wordsOf(fact, value));
}

function identityOf({policy}, asOf) {
  return 'Checked on ' + asOf + ' by ' + policy.id + ', version ' + policy.version + ', SHA-256 '
    + policy.sha256 + '. An administrative check: it does not replace clinical judgement, and it'
    + ' approves no funding.';
}

/** The decision as a text. */
function textOf(policy, considered, referral, asOf) {
  const parts = partsOf(policy, considered, referral, asOf);
  const lines = [];
  for (const each of Object.values(parts).flat()) {
    const items = each.tagName === 'UL' ? [...each.children].map(item => '- ' + item.firstChild.textContent.trim())
      : [each.tagName === 'H3' ? '\n' + each.textContent.toUpperCase() : each.textContent];
    lines.push(...items);
  }
  return lines.join('\n').trim() + '\n';
}
