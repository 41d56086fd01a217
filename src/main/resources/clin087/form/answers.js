/* The answers on the page as a referral, and a referral as answers. */

/** A set's member, as the name of its control and as a step of its pointer. */
function memberName(fact, choice) {
  return fact.path + '/' + choice.value.replace(/~/g, '~0').replace(/\//g, '~1');
}

function stepsOf(path) {
  return path.slice(1).split('/').map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** The value at a path of a referral; undefined where there is none. */
function valueAt(referral, path) {
  return stepsOf(path).reduce((value, step) =>
    isObject(value) && Object.prototype.hasOwnProperty.call(value, step) ? value[step] : undefined,
  referral);
}

function put(referral, path, value) {
  const steps = stepsOf(path);
  const last = steps.pop();
  const parent = steps.reduce((object, step) => object[step] = object[step] || {}, referral);
  parent[last] = value;
}

/** The controls of the page, each named by the pointer of its fact. */
class Answers {
  constructor(policy, form) {
    this.facts = policy.facts;
    this.controls = form.elements;
    /** What an opened referral states that the page has no control for, such as its format. */
    this.kept = [];
  }

  get(name) {
    return this.controls.namedItem(name).value;
  }

  set(name, value) {
    this.controls.namedItem(name).value = value;
  }

  has(fact) {
    return fact.type === 'set' || this.controls.namedItem(fact.path) !== null;
  }

  /** What is answered, as a referral. */
  referral() {
    const referral = {};
    for (const fact of this.facts) {
      const kept = this.kept.find(([path]) => path === fact.path);
      const value = kept ? kept[1] : this.has(fact) ? this.value(fact) : undefined;
      if (value !== undefined) {
        put(referral, fact.path, value);
      }
    }
    return referral;
  }

  value(fact) {
    if (fact.type === 'set') {
      return this.members(fact);
    }
    const control = this.controls.namedItem(fact.path);
    const answer = control.value;
    if (control.validity && control.validity.badInput) {
      return '?'; // half a date, which the control keeps to itself
    }
    if (fact.type === 'text' ? answer === '' : answer.trim() === '') {
      return undefined;
    }
    switch (fact.type) {
      case 'boolean': return answer === 'true';
      case 'integer':
      case 'decimal': return /^[-+]?\d+([.,]\d+)?$/.test(answer.trim())
        ? Number(answer.trim().replace(',', '.')) : answer;
      default: return answer;
    }
  }

  /** A set of which every member is answered is an array, any other an object of the answers. */
  members(fact) {
    const answered = fact.choices.filter(choice => this.get(memberName(fact, choice)) !== '');
    const yes = answered.filter(choice => this.get(memberName(fact, choice)) === 'true');
    if (answered.length === fact.choices.length) {
      return yes.map(choice => choice.value);
    }
    const members = {};
    answered.forEach(choice => members[choice.value] = yes.includes(choice));
    return answered.length === 0 ? undefined : members;
  }

  /** The members of a set that nobody has answered. */
  openMembers(fact) {
    return fact.choices.filter(choice => this.get(memberName(fact, choice)) === '');
  }

  /** Answers the open members of a set with no. */
  denyOthers(fact) {
    this.openMembers(fact).forEach(choice => this.set(memberName(fact, choice), 'false'));
  }

  /** Answers what a referral states, and nothing else. */
  fill(referral) {
    this.kept = [];
    for (const fact of this.facts) {
      const value = valueAt(referral, fact.path);
      const stated = value !== undefined && value !== null;
      if (fact.type === 'set') {
        fact.choices.forEach(choice =>
          this.set(memberName(fact, choice), stated ? answerOf(value, choice.value) : ''));
      } else if (this.has(fact)) {
        this.set(fact.path, stated ? String(value) : '');
      } else if (stated) {
        this.kept.push([fact.path, value]);
      }
    }
  }
}

/** What a set answers of a member. */
function answerOf(set, member) {
  const value = Array.isArray(set) ? set.includes(member) : set[member];
  return value === undefined || value === null ? '' : String(value);
}

/** Whether an object of a JSON text has a name twice, of which JSON.parse would keep the last. */
function hasRepeatedName(text) {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}:]/g) || [];
  const names = [];
  return tokens.some((token, i) => {
    if (token === '{') {
      names.push(new Set());
    } else if (token === '}') {
      names.pop();
    } else if (token !== ':' && tokens[i + 1] === ':') {
      const name = JSON.parse(token);
      const known = names[names.length - 1];
      return known.has(name) || !known.add(name);
    }
    return false;
  });
}
