/* The page: what is answered is decided at once, and shown. */

(() => {
  const policy = JSON.parse(document.getElementById('policy').textContent);
  const form = document.getElementById('questions');
  const panel = document.getElementById('decision');
  const said = document.getElementById('said');
  const unfold = document.getElementById('unfold');
  const rows = [...form.querySelectorAll('.question')];
  const answers = new Answers(policy, form);
  const reference = policy.facts.findIndex(fact => fact.path === '/reference');

  /** What an unfinished form is decided with in place of a reference. */
  const SOME_REFERENCE = '-';

  /** How large a referral file may be, in bytes. */
  const LARGEST = 1 << 20;

  /** How long a decision may be, in characters, before it is printed smaller. */
  const LONG = 2800;
  const VERY_LONG = 5000;

  /** The date of the check where one is set; else it is today. */
  let setDate = null;
  let decider = null;
  let unfolded = false;
  let shown = null;

  function today() {
    const now = new Date();
    return dateOf(dayAt(now.getFullYear(), now.getMonth(), now.getDate()));
  }

  function asOf() {
    return setDate === null ? today() : setDate;
  }

  /** Decides on the date of the check, which may have passed since the page was opened. */
  function current() {
    const day = dayOf(asOf());
    if (decider === null || decider.asOf !== day) {
      decider = new Decider(policy, day);
    }
    return decider;
  }

  /** What is answered, with a reference where there is none yet. */
  function decidable() {
    const referral = answers.referral();
    if (referral.reference === undefined) {
      referral.reference = SOME_REFERENCE;
    }
    return referral;
  }

  // ---------------------------------------------------------------------------- the decision

  function show() {
    const referral = decidable();
    const reading = current().read(referral);
    if (reading.found.length > 0) {
      shown = null;
      showProblems(reading.problems);
    } else {
      const considered = current().consider(reading);
      shown = {considered, referral};
      showDecision(considered, referral);
    }
    showRows(reading);
  }

  function showDecision(considered, referral) {
    const {decision} = considered;
    const stated = {...referral};
    if (stated.reference === SOME_REFERENCE) {
      delete stated.reference;
    }
    mark(decision.verdict, considered.verdict.label, decision.outcome, decision.attention);
    panel.dataset.clauses = decision.clauses.map(clause => clause.id).join(' ');
    panel.dataset.missing = decision.missing.map(question => question.path).join(' ');
    fill(partsOf(policy, considered, stated, asOf()));
    // what is long is printed smaller, so that it fits one page
    const length = panel.textContent.length;
    panel.dataset.length = length > VERY_LONG ? 'very-long' : length > LONG ? 'long' : '';
  }

  function showProblems(problems) {
    mark('INVALID', 'An answer cannot be read', 'incomplete', false);
    panel.dataset.clauses = '';
    panel.dataset.missing = '';
    fill({
      headline: headlineOf('An answer cannot be read', 'INVALID', ''),
      steps: titled('Next step', list(problems.map(problem => problemWords(problem)))),
    });
  }

  function mark(verdict, label, outcome, attention) {
    panel.dataset.verdict = verdict;
    for (const place of [panel, document.querySelector('.bar')]) {
      place.dataset.outcome = outcome;
      place.dataset.attention = attention;
    }
    document.querySelector('.bar .words').textContent =
      (attention ? 'Attention: ' : '') + label;
  }

  /** Replaces the parts that have changed, so that a screen reader says these and no other. */
  function fill(parts) {
    for (const place of panel.querySelectorAll('.part')) {
      const made = element('div', {}, ...(parts[place.classList[1]] || []));
      if (place.innerHTML !== made.innerHTML) {
        place.replaceChildren(...made.childNodes);
      }
      place.hidden = place.childNodes.length === 0;
    }
  }

  function problemWords({code, path}) {
    const fact = policy.facts.find(each => path === each.path || path.startsWith(each.path + '/'));
    const name = fact ? sentence(fact.label) : path || 'The file';
    switch (code) {
      case 'required': return name + ': an answer is needed.';
      case 'too-long': return name + ': at most ' + fact.maxLength + ' characters.';
      case 'bad-date': return name + ': a date of the calendar from ' + dateOf(fact.min)
        + ' to ' + (fact.max === 'today' ? 'the date of the check' : dateOf(fact.max)) + '.';
      case 'control-character': return name + ': no line breaks or invisible characters.';
      case 'contradiction': return name + ': another answer says the opposite.';
      case 'unknown-field': return path + ': the policy knows no such field.';
      case 'duplicate-field': return 'A field is stated twice.';
      case 'repeated-value': return name + ': each value once.';
      default: return name + ': ' + expected(fact) + '.';
    }
  }

  function expected(fact) {
    if (!fact) {
      return 'not what a referral has here';
    }
    const between = fact.min === null ? '' : ' from ' + fact.min / 10 ** fact.decimals
      + ' to ' + fact.max / 10 ** fact.decimals;
    switch (fact.type) {
      case 'boolean': return 'yes or no';
      case 'integer': return 'a whole number' + between;
      case 'decimal': return 'a number' + between + ', with at most ' + fact.decimals + ' decimals';
      case 'text': return 'text';
      default: return 'one of ' + fact.choices.map(choice => choice.label).join(', ');
    }
  }

  // --------------------------------------------------------------------------- the questions

  function showRows(reading) {
    const open = current().mattering(reading);
    let folded = 0;
    for (const row of rows) {
      const fact = policy.facts[row.dataset.fact];
      const matters = open[row.dataset.fact] || fact.required
        || reading.found.some(({path}) => path === fact.path || path.startsWith(fact.path + '/'));
      row.classList.toggle('idle', !matters);
      row.hidden = !matters && !unfolded && !row.contains(document.activeElement);
      folded += matters ? 0 : 1;
      showState(row, fact, reading);
    }
    for (const group of form.querySelectorAll('.group')) {
      group.hidden = [...group.querySelectorAll('.question')].every(row => row.hidden);
    }
    unfold.parentNode.hidden = folded === 0;
    unfold.setAttribute('aria-expanded', unfolded);
    unfold.textContent = unfolded ? 'Fold away what cannot change the decision'
      : 'Show ' + folded + (folded === 1 ? ' question that' : ' questions that') + ' cannot change the decision';
  }

  /** Says of a question why it is asked, what is assumed, or what is wrong with its answer. */
  function showState(row, fact, reading) {
    const problem = reading.problems.find(({path}) => path === fact.path);
    const decision = shown ? shown.considered.decision : {missing: [], missingForAction: [], assumed: []};
    const of = questions => questions.find(each => each.path === fact.path);
    const asked = of(decision.missing) || of(decision.missingForAction);
    const changes = of(decision.missing) ? 'Can change the verdict' : 'Can change the next step';
    const assumed = decision.assumed.find(each => each.path === fact.path);
    const by = statedBy(fact, reading);
    row.dataset.state = problem ? 'wrong' : asked ? 'missing' : '';
    row.querySelector('.state').textContent = problem ? problemWords(problem)
      : asked ? changes + (openWords(asked) ? ': ' + openWords(asked) : '')
      : assumed ? 'Assumed: ' + wordsOf(fact, assumed.value)
      : by ? 'Known from “' + by.label + '”' : '';
    if (fact.type === 'set') {
      showOthers(row, fact);
    }
  }

  /** The fact that states another, which is not answered itself. */
  function statedBy(fact, reading) {
    const i = policy.facts.indexOf(fact);
    return reading.places[i].value !== undefined ? undefined : policy.facts.find((other, j) =>
      reading.places[j].value !== undefined && other.states.some(each => each.fact === i));
  }

  function showOthers(row, fact) {
    const open = answers.openMembers(fact).map(choice => choice.label);
    const none = row.querySelector('.none');
    none.hidden = open.length === 0;
    none.querySelector('button').textContent =
      open.length === fact.choices.length ? 'None of these' : 'None of the others';
    none.querySelector('p').textContent = 'Says no to: ' + open.join(', ') + '.';
  }

  // --------------------------------------------------------------------- files and the clipboard

  function say(...inside) {
    said.replaceChildren(...inside);
  }

  function save() {
    const reading = current().read(answers.referral());
    if (reading.found.length > 0) {
      say(paragraph('Not saved yet:'), list(reading.problems.map(problemWords)));
      const path = reading.problems[0].path;
      rows.find(row => path.startsWith(policy.facts[row.dataset.fact].path))
        .querySelector('input, select, textarea').focus();
      return;
    }
    const text = JSON.stringify(answers.referral(), null, 2) + '\n';
    const address = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
    const name = reading.texts[reference].replace(/[^\p{L}\p{N}._-]+/gu, '-');
    element('a', {href: address, download: name + '.json'}).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(paragraph('Saved as ' + name + '.json, among the downloads.'));
  }

  async function open(file) {
    let referral;
    if (file.size > LARGEST) {
      refuse(['The file is larger than 1 MiB.']);
      return;
    }
    try {
      const text = decoded(new Uint8Array(await file.arrayBuffer()));
      referral = JSON.parse(text);
      if (hasRepeatedName(text)) {
        refuse([problemWords({code: 'duplicate-field', path: ''})]);
        return;
      }
    } catch (e) {
      refuse(['It is no JSON.']);
      return;
    }
    if (Array.isArray(referral)) {
      refuse(['It holds a list; this form shows one referral.']);
      return;
    }
    const problems = current().read(referral).problems
      .filter(({code, path}) => code !== 'required' || valueAt(referral, path) !== undefined);
    if (problems.length > 0) {
      refuse(problems.map(problemWords));
      return;
    }
    answers.fill(referral);
    say(paragraph('Opened.'));
    show();
  }

  function refuse(reasons) {
    say(paragraph('The file was not opened, and no answer has changed:'), list(reasons));
  }

  /** The text of a file in UTF-8, or in UTF-16 with a byte-order mark. */
  function decoded(bytes) {
    const mark = bytes[0] << 8 | bytes[1];
    const encoding = mark === 0xFEFF ? 'utf-16be' : mark === 0xFFFE ? 'utf-16le' : 'utf-8';
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  }

  async function copy() {
    if (!shown) {
      say(paragraph('An answer cannot be read, so there is no decision to copy.'));
      return;
    }
    const text = textOf(policy, shown.considered, answers.referral(), asOf());
    try {
      await navigator.clipboard.writeText(text);
    } catch (e) {
      copyBySelection(text);
    }
    say(paragraph('The decision is copied.'));
  }

  /** For pages from plain http, which have no clipboard. */
  function copyBySelection(text) {
    const area = element('textarea', {class: 'offscreen', 'aria-hidden': 'true'});
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    document.getElementById('copy').focus();
  }

  // ------------------------------------------------------------------------------ what happens

  form.addEventListener('input', show);
  form.addEventListener('change', show);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('click', event => {
    const button = event.target.closest('.none button');
    if (button) {
      const fact = policy.facts[button.closest('.question').dataset.fact];
      answers.denyOthers(fact);
      form.elements.namedItem(memberName(fact, fact.choices[0])).forEach(radio =>
        radio.checked && radio.focus());
      show();
    }
  });
  panel.addEventListener('click', event => {
    const link = event.target.closest('[data-question]');
    if (link) {
      event.preventDefault();
      const row = document.getElementById('question-' + link.dataset.question);
      row.scrollIntoView({block: 'center'});
      (row.querySelector('input:checked') || row.querySelector('input, select, textarea')).focus();
    }
  });
  unfold.addEventListener('click', () => {
    unfolded = !unfolded;
    show();
  });
  const file = document.getElementById('file');
  file.addEventListener('change', () => {
    if (file.files.length > 0) {
      open(file.files[0]);
    }
    file.value = '';
  });
  const tools = {
    copy, save, print: () => window.print(), open: () => file.click(),
    clear: () => {
      answers.fill({});
      say();
      show();
    },
  };
  Object.entries(tools).forEach(([id, does]) =>
    document.getElementById(id).addEventListener('click', does));
  const bar = document.querySelector('.bar');
  new IntersectionObserver(seen => bar.hidden = seen[seen.length - 1].isIntersecting)
    .observe(panel.querySelector('.verdict'));

  window.clin087 = {
    decide: referral => current().decide(referral),
    get asOf() {
      return asOf();
    },
    set asOf(date) {
      const text = date instanceof Date
        ? dateOf(dayAt(date.getFullYear(), date.getMonth(), date.getDate())) : date;
      if (text && dayOf(text) === undefined) {
        throw new RangeError('expected a date YYYY-MM-DD');
      }
      setDate = text || null;
      show();
    },
  };
  show();
})();
