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

  /** How long a decision may be, in characters, before it is printed smaller. */
  const LONG = 2800;
  const VERY_LONG = 5000;

  /** The date of the check where one is set; else it is today. */
  let setDate = null;
  let decider = null;
  let shown = null;
  let isReadable = false;
  let unfolded = false;
  /** What was answered before an opened file, or nothing, took its place. */
  let before = null;

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

  function show() {
    const stated = answers.referral();
    const referral = {...stated, reference: stated.reference || SOME_REFERENCE};
    const reading = current().read(referral);
    const considered = current().consider(reading, referral);
    isReadable = reading.problems.length === 0;
    shown = isReadable ? considered : unreadable(considered);
    showDecision(shown, isReadable ? words.parts(shown, stated, asOf())
      : words.partsOfProblems(shown, stated, reading.problems));
    showQuestions(reading);
  }

  /** While an answer cannot be read, nothing is decided; what has attention is not lost. */
  function unreadable({urgent, raised, decision: {attention}}) {
    return {
      verdict: {id: 'INVALID', outcome: 'incomplete', label: 'An answer cannot be read'},
      decision: {attention, clauses: [], missing: [], missingForAction: [], assumed: []},
      urgent, raised,
    };
  }

  /** Shows a decision in the panel, and in the bar of a small screen. */
  function showDecision({verdict, decision}, parts) {
    for (const place of [panel, bar]) {
      place.dataset.outcome = verdict.outcome;
      place.dataset.attention = decision.attention;
    }
    bar.querySelector('.words').textContent =
      (decision.attention ? 'Attention: ' : '') + verdict.label;
    panel.dataset.verdict = verdict.id;
    panel.dataset.clauses = decision.clauses.map(clause => clause.id).join(' ');
    panel.dataset.missing = decision.missing.map(question => question.path).join(' ');
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

  function showQuestions(reading) {
    const matters = current().mattering(reading);
    for (const row of rows) {
      const fact = factOf(row);
      const problem = reading.problems.find(({path}) => words.factAt(path) === fact);
      const isIdle = !matters[row.dataset.fact] && !fact.required && !problem;
      row.classList.toggle('idle', isIdle);
      row.hidden = isIdle && !unfolded && !row.contains(document.activeElement);
      const [state, text] = problem
        ? ['wrong', words.problem(problem)] : stateOf(fact, reading);
      row.dataset.state = state;
      row.querySelector('.state').textContent = text;
      if (fact.type === 'set') {
        showOthers(fact, row.querySelector('.none'));
      }
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

  /** Why a question is asked, or what is taken for its answer. */
  function stateOf(fact, {values}) {
    const {missing, missingForAction, assumed} = shown.decision;
    const [verdict, step, assumption] = [missing, missingForAction, assumed]
      .map(list => list.find(each => each.path === fact.path));
    const by = fact.statedBy.map(other => policy.facts[other])
      .find(other => values.has(other.path) && !values.has(fact.path));
    return verdict ? ['missing', 'Can change the verdict' + words.members(verdict)]
      : step ? ['missing', 'Can change the next step' + words.members(step)]
      : assumption ? ['assumed', 'Assumed: ' + words.value(fact, assumption.value)]
      : by ? ['known', 'Known from “' + by.label + '”'] : ['', ''];
  }

  /** Names the members of a set that "none of the others" says no to. */
  function showOthers(fact, none) {
    const open = answers.open(fact);
    none.hidden = open.length === 0;
    none.querySelector('button').textContent =
      open.length === fact.values.length ? 'None of these' : 'None of the others';
    none.querySelector('p').textContent =
      'Says no to: ' + open.map(i => fact.question.values[i].label).join(', ') + '.';
  }

  /** Says how something went, with reasons if there are any. */
  function say(text, reasons = []) {
    const list = el('ul', {}, ...reasons.map(reason => el('li', {}, reason)));
    byId('said').replaceChildren(el('p', {}, text), ...(reasons.length > 0 ? [list] : []));
  }

  function save() {
    const referral = answers.referral();
    const {problems} = current().read(referral);
    if (problems.length > 0) {
      say('Not saved yet:', problems.map(each => words.problem(each)));
      focusOn(rows.find(row => factOf(row) === words.factAt(problems[0].path)));
      return;
    }
    const name = referral.reference.replace(/[^\p{L}\p{N}._-]+/gu, '-') + '.json';
    download(name, JSON.stringify(referral, null, 2) + '\n');
    say('Saved as ' + name + ', among the downloads.');
  }

  /** Opens a referral file, which may state less than a check needs, but nothing wrong. */
  async function open(file) {
    const problemsOf = referral => current().read(referral).problems
      .filter(({code, path}) => code !== 'required' || valueAt(referral, path) !== undefined)
      .map(each => words.problem(each));
    const {referral, reasons} = await referralIn(file, problemsOf);
    if (reasons.length > 0) {
      say('The file was not opened, and no answer has changed:', reasons);
      return;
    }
    replaceAnswers(referral, 'Opened ' + file.name + '.');
  }

  /** Puts a referral in the place of all answers, which can be had back. */
  function replaceAnswers(referral, text) {
    before = answers.referral();
    answers.fill(referral);
    show();
    say(text);
    byId('said').append(el('button', {type: 'button', 'data-does': 'undo'}, 'Undo'));
  }

  async function copy() {
    if (!isReadable) {
      say('An answer cannot be read, so there is no decision to copy.');
      return;
    }
    await copyText(textOf(panel));
    say('The decision is copied.');
  }

  function focusOn(row) {
    (row.querySelector('input:checked') || row.querySelector('input, select, textarea')).focus();
  }

  /** What pressing a button or a link does, by its data-does. */
  const does = {
    copy,
    save,
    print: () => window.print(),
    open: () => byId('file').click(),
    clear: () => replaceAnswers({}, 'All answers are cleared.'),
    undo: () => replaceAnswers(before, 'The answers before are back.'),
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
      if (row.hidden) {
        does.unfold();
      }
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
