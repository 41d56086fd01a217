/*
 * Reads a referral strictly, as `clin087 check` does: whatever the policy does not declare is a
 * problem, and all problems are found at once.
 */

/** How many levels a referral may have, and how much of a name a pointer shows. */
const DEEPEST = 32;
const LONGEST_NAME = 64;

/** How many problems of a referral are listed. */
const MOST_PROBLEMS = 1000;

/** The mark of an object that contains facts, in the policy's list of paths. */
const OBJECT = -1;

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON pointer (RFC 6901), one step further down. */
function pointer(path, name) {
  return path + '/' + name.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** A name, or the beginning of one that is too long for a message. */
function shortened(name) {
  const letters = [...name];
  return letters.length > LONGEST_NAME ? letters.slice(0, LONGEST_NAME).join('') + '...' : name;
}

/** Whether a value has more levels of objects and arrays than so many. */
function isDeeper(value, levels) {
  return typeof value === 'object' && value !== null
    && (levels === 0 || Object.values(value).some(inner => isDeeper(inner, levels - 1)));
}

/** A referral that has been read: the code of each fact that it states, or its problems. */
class Reading {
  constructor(policy, layout, referral) {
    this.policy = policy;
    this.layout = layout;
    this.codes = policy.facts.map(() => null);
    this.hasNhsNumber = false;
    /** How many values have been met so far; where each object and each fact's value was. */
    this.place = 0;
    this.objects = new Map();
    this.values = new Map();
    this.found = [];
    this.object('', referral);
    if (isObject(referral)) {
      policy.facts.filter(fact => fact.required && !this.values.has(fact.path))
        .forEach(fact => this.lacks(fact.path));
      policy.facts.forEach((fact, i) => this.follow(fact, i));
    }
    /** Every problem, in the order of the text. */
    this.problems = this.found.sort((one, other) => one.place - other.place)
      .slice(0, MOST_PROBLEMS).map(({code, path}) => ({code, path}));
  }

  /** Notes a problem; nothing is known of a value that has one. */
  problem(code, path, place = this.place) {
    this.found.push({code, path, place});
    return null;
  }

  /** Notes a problem of a skipped value, and another if it is nested too deeply. */
  refuse(code, path, value) {
    this.problem(code, path);
    const level = path.split('/').length;
    return isDeeper(value, DEEPEST - level + 1) ? this.problem('too-deep', path) : null;
  }

  /** A missing required value is reported at the start of the object that should contain it. */
  lacks(path) {
    const parent = path.slice(0, path.lastIndexOf('/'));
    return this.problem('required', path, this.objects.get(parent) || 0);
  }

  object(path, value) {
    if (isObject(value)) {
      this.objects.set(path, this.place);
      Object.entries(value).forEach(([name, inner]) => this.field(path, name, inner));
    } else {
      this.refuse('wrong-type', path, value);
    }
  }

  field(parent, name, value) {
    const path = pointer(parent, name);
    const index = this.policy.paths[path];
    this.place++;
    if (index === undefined) {
      this.refuse('unknown-field', pointer(parent, shortened(name)), value);
    } else if (value !== null && index === OBJECT) {
      this.object(path, value);
    } else if (value !== null) {
      this.value(index, path, value);
    }
  }

  /** Reads what is stated of a fact. */
  value(index, path, value) {
    const {length} = this.found;
    this.values.set(path, this.place);
    this.codes[index] = this.code(this.policy.facts[index], value);
    if (this.codes[index] === null && this.found.length === length) {
      this.values.delete(path); // a set of which no member is stated
    }
  }

  /** The code of a fact's value; null with a problem. */
  code(fact, value) {
    const isPart = fact.type === 'integer' && !Number.isInteger(value);
    if (typeof value !== fact.written || isPart) {
      return this.refuse('wrong-type', fact.path, value);
    }
    switch (fact.type) {
      case 'boolean': return Number(value);
      case 'choice': return this.choice(fact, fact.path, value);
      case 'set': return this.set(fact, value);
      case 'date': return this.within(fact, dayOf(value), 'bad-date');
      case 'text': return this.text(fact, value);
      default: return this.within(fact, numberCode(fact, value), 'not-allowed');
    }
  }

  within({path, min, max}, code, problem) {
    const [least, most] = [min, max].map(limit => this.layout.codeOf(limit));
    return code !== null && code >= least && code <= most ? code : this.problem(problem, path);
  }

  choice(fact, path, value) {
    const position = fact.values.indexOf(value);
    return position < 0 ? this.problem('not-allowed', path) : position;
  }

  /** A set is stated whole, by an array of its members, or member by member. */
  set(fact, value) {
    const isWhole = Array.isArray(value);
    const code = fact.values.map(() => isWhole ? 0 : null);
    for (const [name, inner] of Object.entries(value)) {
      this.place++;
      const path = pointer(fact.path, shortened(name));
      const member = isWhole ? inner : name;
      const position = typeof member === 'string' ? this.choice(fact, path, member) : null;
      const isWritten = isWhole ? typeof member === 'string'
        : inner === null || typeof inner === 'boolean';
      if (!isWritten) {
        this.refuse('wrong-type', path, inner);
      } else if (isWhole && code[position] === 1) {
        this.problem('repeated-value', path);
      } else if (position !== null && inner !== null) {
        code[position] = Number(isWhole || inner);
      }
    }
    return code.every(member => member === null) ? null : code;
  }

  /** A text is never interpreted: its code says that it is stated. */
  text({path, blank, wrong}, value) {
    const matches = pattern => new RegExp(pattern, 'u').test(value);
    if (matches(blank)) {
      return this.lacks(path);
    }
    wrong.filter(({pattern}) => matches(pattern)).forEach(({code}) => this.problem(code, path));
    this.hasNhsNumber = this.hasNhsNumber || (wrong.length > 0 && hasNhsNumber(value));
    return 1;
  }

  /** States what a stated fact states as well, unless something else says otherwise. */
  follow({path, states}, index) {
    const isStated = this.codes[index] !== null || this.values.has(path);
    for (const {fact: other, code} of isStated ? states : []) {
      if (agree(this.codes[other], code)) {
        this.codes[other] = code;
      } else {
        const contradicted = this.policy.facts[other].path;
        const place = this.values.get(contradicted) || this.values.get(path) || 0;
        this.problem('contradiction', contradicted, place);
      }
    }
  }
}

/** Whether the known part of a fact, perhaps nothing, agrees with a whole value. */
function agree(known, whole) {
  const parts = [].concat(whole);
  return [].concat(known).every((part, i) => part === null || part === parts[i]);
}

/** The code of a number; null with more decimal places than the fact allows. */
function numberCode(fact, value) {
  const unit = 10 ** fact.decimals;
  const code = Math.round(value * unit);
  return code / unit === value ? code : null;
}

/** Ten digits with no digit before or after them, and only spaces and dashes between them. */
const TEN_DIGITS = (() => {
  const between = '[\\p{Z}\\p{Pd}\\u2212\\t-\\r\\x1c-\\x1f]*';
  return new RegExp('(?:^|\\P{Nd})(\\p{Nd}(?:' + between + '\\p{Nd}){9})(?!\\p{Nd})', 'gu');
})();

/** Whether a text contains an NHS number: ten digits with a correct modulus 11 check digit. */
function hasNhsNumber(text) {
  return [...text.matchAll(TEN_DIGITS)].some(([, found]) => {
    const digits = found.match(/\p{Nd}/gu).map(digitOf);
    const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0);
    return (11 - sum % 11) % 11 === digits[9];
  });
}

/** The value of a digit of any script: Unicode has each script's digits in a row of ten. */
function digitOf(character) {
  const code = character.codePointAt(0);
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) {
    first--;
  }
  return (code - first) % 10;
}
