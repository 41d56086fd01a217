'use strict';

/*
 * Reduced ordered decision diagrams (R. E. Bryant, 1986), as in the program's package `proof`:
 * functions of facts that may be unknown, without any question that cannot matter. A fact matters
 * exactly when a node asks for it.
 */

/** The level of a result, after every question. */
const LAST = Infinity;

/** The distinct values, in their order. */
function once(values) {
  return [...new Set(values)];
}

/** Makes diagrams. Two of one maker are the same function exactly if they are the same node. */
class Diagrams {
  constructor() {
    this.made = new Map();
    this.no = this.result(false);
    this.yes = this.result(true);
  }

  /** What was made under a key before, else what is made now. */
  shared(key, make) {
    if (!this.made.has(key)) {
      this.made.set(key, make());
    }
    return this.made.get(key);
  }

  /** The diagram that always gives the same result. */
  result(value) {
    return this.shared('result ' + JSON.stringify(value), () =>
      ({id: this.made.size, level: LAST, value, branches: []}));
  }

  /** The diagram that asks for a variable, with a branch for each of its regions. */
  node(variable, branches) {
    if (branches.every(branch => branch === branches[0])) {
      return branches[0];
    }
    const key = 'node ' + variable.level + ' ' + branches.map(branch => branch.id);
    return this.shared(key, () =>
      ({id: this.made.size, level: variable.level, variable, branches}));
  }

  /** The diagram that gives what `then` gives where the condition holds. */
  choose(condition, then, otherwise) {
    if (condition.level === LAST || then === otherwise) {
      return condition.value === false ? otherwise : then;
    }
    const parts = [condition, then, otherwise];
    return this.shared('choose ' + parts.map(part => part.id), () => {
      const level = Math.min(...parts.map(part => part.level));
      const {variable, branches} = parts.find(part => part.level === level);
      return this.node(variable, branches.map((_, i) =>
        this.choose(...parts.map(part => part.level === level ? part.branches[i] : part))));
    });
  }

  /** The diagram that holds where at least so many of some conditions do. */
  atLeast(count, conditions) {
    // needed[k]: at least k of the conditions from the current one on
    const needed = [this.yes, ...Array(count).fill(this.no)];
    for (const condition of [...conditions].reverse()) {
      for (let k = count; k > 0; k--) {
        needed[k] = this.choose(condition, needed[k - 1], needed[k]);
      }
    }
    return needed[count];
  }
}

/** Nodes, with all that can be reached from them. */
function reached(node, next) {
  const nodes = new Set([node]);
  // a loop over a Set also visits what is added during the loop
  nodes.forEach(each => next(each).forEach(branch => nodes.add(branch)));
  return [...nodes];
}

/**
 * The results that a diagram can still have.
 *
 * @param known tells the regions that a variable's value may lie in
 */
function resultsOf(diagram, known) {
  const next = ({level, variable, branches}) =>
    level === LAST ? [] : known.regionsOf(variable).map(region => branches[region]);
  return reached(diagram, next).filter(node => node.level === LAST).map(node => node.value);
}

/**
 * The variables that can still change what a diagram gives.
 *
 * @param labelOf what each of its results gives
 */
function variablesOf(diagram, known, labelOf = result => result) {
  const left = new Diagrams();
  const remainder = ({id, level, value, variable, branches}) => left.shared('of ' + id, () =>
    level === LAST ? left.result(labelOf(value))
      : left.node(variable, known.regionsOf(variable).map(region => remainder(branches[region]))));
  const asking = reached(remainder(diagram), node => node.branches)
    .filter(node => node.level !== LAST);
  return once(asking.map(node => node.variable));
}
