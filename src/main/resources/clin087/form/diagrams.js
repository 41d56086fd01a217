'use strict';

/*
 * Reduced ordered decision diagrams (R. E. Bryant, 1986), as the program's package `proof` has
 * them: functions of facts that may be unknown, from which every question that cannot matter is
 * gone. A fact matters exactly when a node asks for it.
 */

/** The level of a result, after every question. */
const LAST = Infinity;

/** Makes diagrams. Two of one maker are the same function exactly when they are the same node. */
class Diagrams {
  constructor() {
    this.results = new Map();
    this.nodes = new Map();
    this.choices = new Map();
    this.count = 0;
    this.no = this.result(false);
    this.yes = this.result(true);
  }

  /** The diagram that always gives the same result. */
  result(value) {
    return this.shared(this.results, value, () => ({level: LAST, value, branches: []}));
  }

  /** The diagram that asks for a variable, with a branch for each of its regions. */
  node(variable, branches) {
    if (branches.every(branch => branch === branches[0])) {
      return branches[0];
    }
    const key = variable.level + ':' + branches.map(branch => branch.id).join();
    return this.shared(this.nodes, key, () => ({level: variable.level, variable, branches}));
  }

  shared(table, key, make) {
    let known = table.get(key);
    if (!known) {
      known = make();
      known.id = this.count++;
      table.set(key, known);
    }
    return known;
  }

  /** The diagram that gives what `then` gives where the condition holds. */
  choose(condition, then, otherwise) {
    if (condition === this.yes || then === otherwise) {
      return then;
    }
    if (condition === this.no) {
      return otherwise;
    }
    if (then === this.yes && otherwise === this.no) {
      return condition;
    }
    const key = condition.id + ',' + then.id + ',' + otherwise.id;
    let chosen = this.choices.get(key);
    if (!chosen) {
      const level = Math.min(condition.level, then.level, otherwise.level);
      const top = [condition, then, otherwise].find(each => each.level === level);
      const branch = (node, i) => node.level === level ? node.branches[i] : node;
      chosen = this.node(top.variable, top.branches.map((_, i) =>
        this.choose(branch(condition, i), branch(then, i), branch(otherwise, i))));
      this.choices.set(key, chosen);
    }
    return chosen;
  }

  /** The diagram that holds where at least so many of some conditions do. */
  atLeast(count, conditions) {
    // needed[k]: at least k of the conditions from the one in hand on
    const needed = [this.yes, ...Array(count).fill(this.no)];
    for (const condition of [...conditions].reverse()) {
      for (let k = count; k > 0; k--) {
        needed[k] = this.choose(condition, needed[k - 1], needed[k]);
      }
    }
    return needed[count];
  }

  /**
   * What is left of a diagram of another maker once some variables are known.
   *
   * @param regionOf the region that a variable's value lies in; undefined where it is unknown
   * @param labelOf what to make of each result
   */
  remainder(diagram, regionOf, labelOf = value => value) {
    const known = new Map();
    const remainder = node => {
      let left = known.get(node);
      if (!left) {
        left = node.level === LAST ? this.result(labelOf(node.value)) : below(node);
        known.set(node, left);
      }
      return left;
    };
    const below = node => {
      const region = regionOf(node.variable);
      return region === undefined
        ? this.node(node.variable, node.branches.map(remainder))
        : remainder(node.branches[region]);
    };
    return remainder(diagram);
  }
}

/** Visits what is left of a diagram once some variables are known. */
function visit(diagram, regionOf, onResult, onVariable) {
  const seen = new Set();
  const go = node => {
    if (seen.has(node)) {
      return;
    }
    seen.add(node);
    if (node.level === LAST) {
      onResult(node.value);
      return;
    }
    const region = regionOf(node.variable);
    if (region === undefined) {
      onVariable(node.variable);
      node.branches.forEach(go);
    } else {
      go(node.branches[region]);
    }
  };
  go(diagram);
}

/** The results that a diagram still reaches. */
function resultsOf(diagram, regionOf) {
  const results = new Set();
  visit(diagram, regionOf, result => results.add(result), () => {});
  return results;
}

/** The variables that a diagram asks for, which in a reduced one can all change the result. */
function variablesOf(diagram) {
  const variables = new Set();
  visit(diagram, () => undefined, () => {}, variable => variables.add(variable));
  return variables;
}
