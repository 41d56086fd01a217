/*
 * Reads a referral strictly, as `clin087 check` does: what the policy does not declare is a
 * problem, and all problems are found at once.
 */

const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const BLANK = /^\p{White_Space}*$/u;
const LONE_SURROGATE = /\p{Cs}/u;

/** The greatest code of a number. */
const MOST = 1e12;

/** How many levels a referral may have, and how much of a name a pointer shows. */
const DEEPEST = 32;
const LONGEST_NAME = 64;

/** How many problems of one referral are told. */
const MOST_PROBLEMS = 1000;

/** The code of a set of which some members are known. */
function setOf(has, open) {
  return {has, open};
}

function allMembers(fact) {
  return 2 ** fact.choices.length - 1;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON pointer, one step further down; a name that is too long is cut. */
function pointer(path, name) {
  const letters = [...name];
  const short = letters.length > LONGEST_NAME ? letters.slice(0, LONGEST_NAME).join('') + '...' : name;
  return path + '/' + short.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** The facts of a policy by the names that lead to them, as the objects of a referral nest. */
function shapeOf(facts) {
  const root = {path: '', children: new Map()};
  facts.forEach((fact, index) => {
    let shape = root;
    for (const step of fact.path.slice(1).split('/')) {
      const name = step.replace(/~1/g, '/').replace(/~0/g, '~');
      if (!shape.children.has(name)) {
        shape.children.set(name, {path: shape.path + '/' + step, children: new Map()});
      }
      shape = shape.children.get(name);
    }
    shape.index = index;
  });
  return root;
}

/** One referral, read: the code of each fact that it states, or its problems. */
class Reading {
  /**
   * @param shape the facts by their names
   * @param asOf the date of the check
   */
  constructor(policy, shape, asOf, referral) {
    this.facts = policy.facts;
    this.asOf = asOf;
    this.nhsNumber = false;
    this.codes = policy.facts.map(() => undefined);
    this.texts = policy.facts.map(() => '');
    /** Where the object that has a fact begins, and where the fact's value is, in order of reading. */
    this.places = policy.facts.map(() => ({parent: 0, value: undefined}));
    this.found = [];
    this.place = 0;
    if (isObject(referral)) {
      this.object(shape, referral);
      this.require();
      this.follow();
    } else {
      this.problem('wrong-type', '');
      this.measure('', referral, 1);
    }
    this.found.sort((one, other) => one.place - other.place);
  }

  /** Every problem, in the order of the text. */
  get problems() {
    return this.found.slice(0, MOST_PROBLEMS).map(({code, path}) => ({code, path}));
  }

  problem(code, path, place = this.place) {
    this.found.push({code, path, place});
  }

  object(shape, value) {
    const brace = this.place;
    for (const child of shape.children.values()) {
      if (child.index !== undefined) {
        this.places[child.index].parent = brace;
      }
    }
    for (const name of Object.keys(value)) {
      this.place++;
      const child = shape.children.get(name);
      if (!child) {
        const path = pointer(shape.path, name);
        this.problem('unknown-field', path);
        this.measure(path, value[name], this.depth(shape) + 1);
      } else if (value[name] !== null) {
        this.field(child, value[name]);
      }
    }
  }

  depth(shape) {
    return shape.path.split('/').length;
  }

  field(shape, value) {
    this.place++;
    if (shape.index === undefined) {
      if (isObject(value)) {
        this.object(shape, value);
      } else {
        this.wrongType(shape.path, value, this.depth(shape));
      }
      return;
    }
    this.places[shape.index].value = this.place;
    this.codes[shape.index] = this.value(this.facts[shape.index], shape, value);
  }

  wrongType(path, value, depth) {
    this.problem('wrong-type', path);
    this.measure(path, value, depth);
  }

  /** Says of a value that is passed over whether it nests too deep. */
  measure(path, value, depth) {
    const deepest = (inner, level) => typeof inner !== 'object' || inner === null
      ? level - 1
      : level > DEEPEST ? level
      : Math.max(level, ...Object.values(inner).map(each => deepest(each, level + 1)));
    if (deepest(value, depth) > DEEPEST) {
      this.problem('too-deep', path);
    }
  }

  /** The code of a fact's value; undefined with a problem. */
  value(fact, shape, value) {
    const types = {
      boolean: 'boolean', choice: 'string', integer: 'number', decimal: 'number', date: 'string', text: 'string',
    };
    if (fact.type === 'set' && typeof value === 'object') {
      return Array.isArray(value) ? this.array(fact, value) : this.members(fact, value);
    }
    const isPart = fact.type === 'integer' && !Number.isInteger(value);
    if (typeof value !== types[fact.type] || isPart) {
      this.wrongType(fact.path, value, this.depth(shape));
      return undefined;
    }
    switch (fact.type) {
      case 'boolean': return Number(value);
      case 'choice': return this.choice(fact, fact.path, value);
      case 'date': return this.within(fact, dayOf(value), 'bad-date');
      case 'text': return this.text(fact, value);
      default: return this.within(fact, numberCode(fact, value), 'not-allowed');
    }
  }

  within(fact, code, problem) {
    const max = fact.max === 'today' ? this.asOf : fact.max;
    if (code === undefined || code < fact.min || code > max) {
      this.problem(problem, fact.path);
      return undefined;
    }
    return code;
  }

  choice(fact, path, value) {
    const position = fact.choices.findIndex(choice => choice.value === value);
    if (position < 0) {
      this.problem('not-allowed', path);
      return undefined;
    }
    return position;
  }

  /** A set that is stated whole. */
  array(fact, values) {
    let has = 0;
    values.forEach((value, i) => {
      this.place++;
      const path = fact.path + '/' + i;
      if (typeof value !== 'string') {
        this.wrongType(path, value, fact.path.split('/').length + 1);
        return;
      }
      const member = this.choice(fact, path, value);
      if (member !== undefined && (has >>> member & 1) === 1) {
        this.problem('repeated-value', path);
      }
      has |= member === undefined ? 0 : 1 << member;
    });
    return setOf(has, 0);
  }

  /** A set that is stated member by member. */
  members(fact, values) {
    let has = 0;
    let open = allMembers(fact);
    for (const name of Object.keys(values)) {
      this.place++;
      const path = pointer(fact.path, name);
      const member = this.choice(fact, path, name);
      const value = values[name];
      if (value !== null && typeof value !== 'boolean') {
        this.wrongType(path, value, fact.path.split('/').length + 1);
      } else if (member !== undefined && value !== null) {
        has |= value ? 1 << member : 0;
        open &= ~(1 << member);
      }
    }
    return open === allMembers(fact) ? undefined : setOf(has, open);
  }

  text(fact, value) {
    const {path, maxLength, controlCharacters, required} = fact;
    const isFree = maxLength === 0 && controlCharacters && !required;
    const isBlank = required ? BLANK.test(value) : value === '' && maxLength > 0;
    const i = this.facts.indexOf(fact);
    if (isBlank) {
      this.problem('required', path, this.places[i].parent);
      return undefined;
    }
    if (maxLength > 0 && [...value].length > maxLength) {
      this.problem('too-long', path);
    }
    if (!controlCharacters && CONTROL.test(value)) {
      this.problem('control-character', path);
    }
    if (!isFree && LONE_SURROGATE.test(value)) {
      this.problem('not-utf8', path);
    }
    this.nhsNumber = this.nhsNumber || (!isFree && hasNhsNumber(value));
    this.texts[i] = value;
    return 1;
  }

  require() {
    this.facts.forEach((fact, i) => {
      if (fact.required && this.codes[i] === undefined && this.places[i].value === undefined) {
        this.problem('required', fact.path, this.places[i].parent);
      }
    });
  }

  /** States what a stated fact states as well, unless the referral says otherwise. */
  follow() {
    this.facts.forEach((fact, i) => {
      if (this.places[i].value === undefined) {
        return;
      }
      for (const {fact: other, code} of fact.states) {
        if (agree(this.codes[other], code)) {
          this.codes[other] = code;
        } else {
          this.problem('contradiction', this.facts[other].path, this.places[other].value);
        }
      }
    });
  }
}

/** Whether what is known of a fact, perhaps nothing, is so where it has a whole value. */
function agree(known, whole) {
  return known === undefined || known === whole
    || (isObject(whole) && ((known.has ^ whole.has) & ~known.open) === 0);
}

/** The code of a number, which has no more decimal places than the fact allows. */
function numberCode(fact, value) {
  const unit = 10 ** fact.decimals;
  const code = Math.round(value * unit) + 0;
  return Math.abs(code) <= MOST && code / unit === value ? code : undefined;
}

/** Ten digits with no digit before or after them, and nothing but spaces and dashes between. */
const TEN_DIGITS = (() => {
  const between = '[\\p{Z}\\p{Pd}\\u2212\\t-\\r\\x1c-\\x1f]*';
  return new RegExp('(^|\\P{Nd})(\\p{Nd}(?:' + between + '\\p{Nd}){9})(?!\\p{Nd})', 'gu');
})();

/** Whether a text has ten digits in it that satisfy the NHS number's modulus 11 check digit. */
function hasNhsNumber(text) {
  return [...text.matchAll(TEN_DIGITS)].some(match => {
    const digits = match[2].match(/\p{Nd}/gu).map(digitOf);
    const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0);
    return (11 - sum % 11) % 11 === digits[9];
  });
}

/** The value of a digit of any script: Unicode has them in tens, one after the other. */
function digitOf(character) {
  const code = character.codePointAt(0);
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) {
    first--;
  }
  return (code - first) % 10;
}
