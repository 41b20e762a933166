// Plans with a trio as the search finds them, to be held against the best one so far.

import { isBefore, minus, type Value } from '../order/values.ts';
import { costOfPlan, costOfTrio, type Trio, type TrioCosts } from './costs.ts';

export interface Found {
  trio: Trio;
  /** The partners of the others; −1 for the three. */
  mate: Int32Array;
  value: Value;
}

/** The plan of a trio and the pairs of the others; whoever has a partner beyond the people, or in the trio, has none. */
export function foundWith(costs: TrioCosts, trio: Trio, mate: Int32Array): Found {
  const { size } = costs.question;
  const others = mate.slice(0, size).map((v, u) => (trio.includes(u) || v >= size ? -1 : v));
  return { trio, mate: others, value: costOfPlan(costs, trio, others) };
}

/** The best plan in which `third` joins one of the pairs that the others make; nothing where none is allowed. */
export function joinedBy(costs: TrioCosts, third: number, mate: Int32Array): Found | undefined {
  const { size } = costs.question;
  const row = costs.within(third)[0] as Float64Array;
  let best: { trio: Trio; more: Value } | undefined;
  for (let a = 0; a < size; a++) {
    const b = mate[a] as number;
    if (b < a || b >= size || row[a] === Infinity || row[b] === Infinity) continue;
    const trio: Trio = [a, b, third];
    const more = minus(
      costOfTrio(costs, trio),
      costs.pair(a).map((each) => each[b] as number),
    );
    if (isBefore(more, best?.more)) best = { trio, more };
  }
  return best && foundWith(costs, best.trio, mate);
}

export function better(one: Found | undefined, other: Found | undefined): Found | undefined {
  return one && other ? (isBefore(other.value, one.value) ? other : one) : (one ?? other);
}
