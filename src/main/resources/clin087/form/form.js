/* The page: what is answered is decided at once, and shown. */

(() => {
  const byId = id => document.getElementById(id);
  const policy = JSON.parse(byId('policy').textContent);
  const words = new Words(policy);
  const form = byId('questions');
  const panel = byId('decision');
  const bar = document.querySelector('.bar');
  const rows = [...form.querySelectorAll('.question')];
  const answers = new Answers(policy, form);

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
  /** What the page shows; null while an answer cannot be read. */
  let considered = null;

  /** The date of a time, in the place where the page is. */
  function localDate(time) {
    return dateOf(Math.floor((time - time.getTimezoneOffset() * 60000) / MILLISECONDS));
  }

  function asOf() {
    return setDate || localDate(new Date());
  }

  /** Decides on the date of the check, which may have passed since the page was opened. */
  function current() {
    const day = dayOf(asOf());
    if (decider === null || decider.asOf !== day) {
      decider = new Decider(policy, day);
    }
    return decider;
  }

  function factOf(row) {
    return policy.facts[row.dataset.fact];
  }

  // ---------------------------------------------------------------------------- the decision

  function show() {
    const stated = answers.referral();
    const referral = {...stated, reference: stated.reference || SOME_REFERENCE};
    const reading = current().read(referral);
    const {problems} = reading;
    considered = problems.length > 0 ? null : current().consider(reading, referral);
    if (considered) {
      const {decision, verdict} = considered;
      mark(verdict, decision, words.parts(considered, stated, asOf()));
    } else {
      const label = 'An answer cannot be read';
      mark({id: 'INVALID', outcome: 'incomplete', label},
        {attention: false, clauses: [], missing: []},
        {
          headline: words.headline(label, 'INVALID', []),
          steps: problems.map(each => words.problem(each)),
        });
    }
    showRows(reading);
  }

  /** Shows a decision, in the panel and in the bar of a small screen. */
  function mark({id, outcome, label}, {attention, clauses, missing}, parts) {
    panel.dataset.verdict = id;
    panel.dataset.clauses = clauses.map(clause => clause.id).join(' ');
    panel.dataset.missing = missing.map(question => question.path).join(' ');
    for (const place of [panel, bar]) {
      place.dataset.outcome = outcome;
      place.dataset.attention = attention;
    }
    bar.querySelector('.words').textContent = (attention ? 'Attention: ' : '') + label;
    panel.querySelectorAll('.part').forEach(part => fill(part, parts[part.dataset.part] || []));
    // what is long is printed smaller, so that it fits one page
    const {length} = panel.textContent;
    panel.dataset.length = length > VERY_LONG ? 'very-long' : length > LONG ? 'long' : '';
  }

  /** Replaces what has changed, so that a screen reader says this and nothing else. */
  function fill(part, items) {
    const place = part.querySelector('.items');
    const around = place.tagName === 'UL' ? 'li' : 'p';
    const made = el('div', {}, ...items.map(item =>
      item instanceof Element ? item : el(around, {}, ...[].concat(item))));
    if (place.innerHTML !== made.innerHTML) {
      place.replaceChildren(...made.childNodes);
    }
    part.hidden = items.length === 0;
  }

  // --------------------------------------------------------------------------- the questions

  function showRows(reading) {
    const matters = current().mattering(reading);
    for (const row of rows) {
      const fact = factOf(row);
      const problem = reading.problems.find(({path}) => words.factAt(path) === fact);
      const idle = !matters[row.dataset.fact] && !fact.required && !problem;
      row.classList.toggle('idle', idle);
      row.hidden = idle && !unfolded && !row.contains(document.activeElement);
      showState(row, fact, problem, reading);
    }
    for (const group of form.querySelectorAll('.group')) {
      group.hidden = group.querySelector('.question:not([hidden])') === null;
    }
    const idle = form.querySelectorAll('.idle').length;
    const unfold = byId('unfold');
    unfold.parentNode.hidden = idle === 0;
    unfold.setAttribute('aria-expanded', unfolded);
    unfold.textContent = unfolded ? 'Fold away what cannot change the decision'
      : 'Show ' + idle + ' question' + (idle === 1 ? '' : 's')
        + ' that cannot change the decision';
  }

  /** Says of a question why it is asked, what is assumed, or what is wrong with its answer. */
  function showState(row, fact, problem, reading) {
    const {missing, missingForAction, assumed} = considered ? considered.decision
      : {missing: [], missingForAction: [], assumed: []};
    const isOfFact = each => each.path === fact.path;
    const asked = [...missing, ...missingForAction].find(isOfFact);
    const changes = 'Can change the ' + (missing.some(isOfFact) ? 'verdict' : 'next step');
    const by = statedBy(fact, reading);
    row.dataset.state = problem ? 'wrong' : asked ? 'missing' : '';
    row.querySelector('.state').textContent = problem ? words.problem(problem)
      : asked ? [changes, words.members(asked)].filter(text => text !== '').join(': ')
      : assumed.some(isOfFact) ? 'Assumed: ' + words.value(fact, assumed.find(isOfFact).value)
      : by ? 'Known from “' + by.label + '”' : '';
    if (fact.type === 'set') {
      const open = answers.open(fact);
      const none = row.querySelector('.none');
      none.hidden = open.length === 0;
      none.querySelector('button').textContent =
        open.length === fact.values.length ? 'None of these' : 'None of the others';
      none.querySelector('p').textContent =
        'Says no to: ' + open.map(i => fact.question.values[i].label).join(', ') + '.';
    }
  }

  /** The fact that states another, which is not answered itself. */
  function statedBy({path}, {values}) {
    return values.has(path) ? undefined : policy.facts.find(other =>
      values.has(other.path) && other.states.some(({fact}) => policy.facts[fact].path === path));
  }

  // --------------------------------------------------------------------- files and the clipboard

  /** Says how something went, with reasons if there are any. */
  function say(sentence, reasons = []) {
    byId('said').replaceChildren(
      el('p', {}, sentence), el('ul', {}, ...reasons.map(reason => el('li', {}, reason))));
  }

  function save() {
    const referral = answers.referral();
    const {problems} = current().read(referral);
    if (problems.length > 0) {
      say('Not saved yet:', problems.map(each => words.problem(each)));
      focusOn(rows.find(row => factOf(row) === words.factAt(problems[0].path)));
      return;
    }
    const text = JSON.stringify(referral, null, 2) + '\n';
    const href = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
    const download = referral.reference.replace(/[^\p{L}\p{N}._-]+/gu, '-') + '.json';
    el('a', {href, download}).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
    say('Saved as ' + download + ', among the downloads.');
  }

  async function open(file) {
    const {referral, reasons} = await referralIn(file);
    if (reasons.length > 0) {
      say('The file was not opened, and no answer has changed:', reasons);
    } else {
      answers.fill(referral);
      show();
      say('Opened.');
    }
  }

  /** The referral in a file, or the reasons why it cannot be opened. */
  async function referralIn(file) {
    if (file.size > LARGEST) {
      return {reasons: ['The file is larger than 1 MiB.']};
    }
    try {
      const text = decoded(new Uint8Array(await file.arrayBuffer()));
      const referral = JSON.parse(text);
      if (Array.isArray(referral)) {
        return {reasons: ['It holds a list; this form shows one referral.']};
      }
      return hasRepeatedName(text) ? {reasons: ['A field is stated twice.']}
        : {referral, reasons: reasonsAgainst(referral)};
    } catch (e) {
      return {reasons: ['It is no JSON.']};
    }
  }

  /** The problems of a referral, but for what is not stated yet. */
  function reasonsAgainst(referral) {
    return current().read(referral).problems
      .filter(({code, path}) => code !== 'required' || valueAt(referral, path) !== undefined)
      .map(each => words.problem(each));
  }

  /** The text of a file in UTF-8, or in UTF-16 with a byte-order mark. */
  function decoded(bytes) {
    const mark = bytes[0] << 8 | bytes[1];
    const encoding = mark === 0xFEFF ? 'utf-16be' : mark === 0xFFFE ? 'utf-16le' : 'utf-8';
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  }

  async function copy() {
    if (!considered) {
      say('An answer cannot be read, so there is no decision to copy.');
      return;
    }
    const text = textOfPanel();
    try {
      await navigator.clipboard.writeText(text);
    } catch (e) {
      copyBySelection(text);
    }
    say('The decision is copied.');
  }

  /** The decision as a text: a line for each line of the panel, but for what is to be pressed. */
  function textOfPanel() {
    const before = {H3: '\n', LI: '- '};
    const textOf = line => [...line.childNodes].filter(node => node.textContent !== 'change')
      .map(node => node.textContent).join('').trim();
    return [...panel.querySelectorAll('.part:not([hidden]) :is(h3, h4, p, li)')]
      .map(line => (before[line.tagName] || '') + textOf(line)).join('\n').trim() + '\n';
  }

  /** For pages from plain http, which have no clipboard. */
  function copyBySelection(text) {
    const area = el('textarea', {class: 'offscreen', 'aria-hidden': 'true'});
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    byId('copy').focus();
  }

  // ------------------------------------------------------------------------------ what happens

  function focusOn(row) {
    (row.querySelector('input:checked') || row.querySelector('input, select, textarea')).focus();
  }

  /** What pressing a button or a link does, by its data-does. */
  const does = {
    copy,
    save,
    print: () => window.print(),
    open: () => byId('file').click(),
    clear: () => {
      answers.fill({});
      byId('said').replaceChildren();
      show();
    },
    unfold: () => {
      unfolded = !unfolded;
      show();
    },
    none: button => {
      const row = button.closest('.question');
      answers.denyOthers(factOf(row));
      show();
      focusOn(row);
    },
    go: link => {
      const row = document.querySelector(link.getAttribute('href'));
      row.scrollIntoView({block: 'center'});
      focusOn(row);
    },
  };

  document.addEventListener('click', event => {
    const pressed = event.target.closest('[data-does]');
    if (pressed) {
      event.preventDefault();
      does[pressed.dataset.does](pressed);
    }
  });
  form.addEventListener('submit', event => event.preventDefault());
  ['input', 'change'].forEach(type => form.addEventListener(type, show));
  byId('file').addEventListener('change', ({target}) => {
    [...target.files].forEach(open);
    target.value = '';
  });
  new IntersectionObserver(seen => bar.hidden = seen[seen.length - 1].isIntersecting)
    .observe(panel.querySelector('.verdict'));

  window.clin087 = {
    decide: referral => current().decide(referral),
    get asOf() {
      return asOf();
    },
    set asOf(date) {
      const text = date instanceof Date ? localDate(date) : date;
      if (text && dayOf(text) === null) {
        throw new RangeError('expected a date YYYY-MM-DD');
      }
      setDate = text || null;
      show();
    },
  };
  show();
})();
