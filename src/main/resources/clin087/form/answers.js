/* The answers on the page as a referral, and a referral as answers. */

/** What an object states under a name of its own; undefined if nothing. */
function statedIn(object, name) {
  const isStated = isObject(object) && Object.prototype.hasOwnProperty.call(object, name);
  return isStated && object[name] !== null ? object[name] : undefined;
}

/** The value at a fact's path, which needs no escapes; undefined if nothing is stated. */
function valueAt(referral, path) {
  return path.slice(1).split('/').reduce(statedIn, referral);
}

function put(referral, path, value) {
  const steps = path.slice(1).split('/');
  const last = steps.pop();
  const parent = steps.reduce((object, step) => object[step] = object[step] || {}, referral);
  parent[last] = value;
}

/** The controls of the page, each named by the pointer of its fact or of a set's member. */
class Answers {
  constructor(policy, form) {
    this.facts = policy.facts;
    this.form = form;
    /** What an opened referral states that the page has no control for, such as its format. */
    this.kept = {};
  }

  control(name) {
    return this.form.elements.namedItem(name);
  }

  /** Answers a control; a group of radio buttons does not take an empty value in every browser. */
  set(name, answer) {
    const control = this.control(name);
    if (control instanceof RadioNodeList) {
      control.forEach(radio => radio.checked = radio.value === answer);
    } else {
      control.value = answer;
    }
  }

  /** What is answered, as a referral. */
  referral() {
    const referral = {...this.kept};
    for (const fact of this.facts) {
      const value = fact.type === 'set' ? this.members(fact)
        : fact.controls.length > 0 ? this.value(fact) : undefined;
      if (value !== undefined) {
        put(referral, fact.path, value);
      }
    }
    return referral;
  }

  /** What is answered; an incomplete date, which its control does not reveal, is read as '?'. */
  value({path, type}) {
    const {value, validity} = this.control(path);
    const answer = type === 'text' ? value : value.trim();
    if (validity && validity.badInput) {
      return '?';
    }
    if (answer === '') {
      return undefined;
    }
    switch (type) {
      case 'boolean': return answer === 'true';
      case 'integer':
      case 'decimal':
        return /^[-+]?\d+([.,]\d+)?$/.test(answer) ? Number(answer.replace(',', '.')) : answer;
      default: return answer;
    }
  }

  /** A set of which every member is answered is an array, any other an object of the answers. */
  members(fact) {
    const answers = fact.controls.map(name => this.control(name).value);
    if (!answers.includes('')) {
      return fact.values.filter((_, i) => answers[i] === 'true');
    }
    const members = fact.values.map((member, i) => [member, answers[i] === 'true'])
      .filter((_, i) => answers[i] !== '');
    return members.length > 0 ? Object.fromEntries(members) : undefined;
  }

  /** The positions of a set's members that nobody has answered. */
  open(fact) {
    return fact.controls.flatMap((name, i) => this.control(name).value === '' ? [i] : []);
  }

  /** Answers the open members of a set with no. */
  denyOthers(fact) {
    this.open(fact).forEach(i => this.set(fact.controls[i], 'false'));
  }

  /** Answers what a referral states, and nothing else. */
  fill(referral) {
    this.kept = {};
    for (const fact of this.facts) {
      const value = valueAt(referral, fact.path);
      if (fact.controls.length === 0 && value !== undefined) {
        put(this.kept, fact.path, value);
      }
      fact.controls.forEach((name, i) => {
        const answer = fact.type === 'set' ? memberOf(value, fact.values[i]) : value;
        this.set(name, answer === undefined || answer === null ? '' : String(answer));
      });
    }
  }
}

/** The value that a set states for a member. */
function memberOf(set, member) {
  return Array.isArray(set) ? set.includes(member) : statedIn(set, member);
}
