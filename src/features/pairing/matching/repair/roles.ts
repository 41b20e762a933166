// What the three of a new trio are to the rest of a repair. Two of them may be led to each other again, by their partners or because they are
// partners, and only one to somebody who was open at the beginning; or all three are. Told apart, both are bounded closely.

import { isBefore, minus, plus, type Value, valueAt } from '../order/values.ts';
import { exchangeOf, gainOf } from './bounds.ts';
import { leastWithout } from './goals.ts';
import type { Search, State } from './search.ts';
import type { Place } from './trios.ts';
import { type Walks, walksTo } from './walks.ts';

/** A trio takes no more standing pairs apart than this. */
const MOST_TAKEN = 3;

/** A place, and what it takes to say what a trio has to stay below there. */
export interface Role extends Omit<Place, 'below'> {
  /** What those cost at least who are open and not led to the trio, and what can be won, for each number of pairs that the trio takes apart. */
  rest: readonly (Value | undefined)[];
  gains: readonly Value[];
}

/** What a trio has to stay below as things are: all it likes as long as nothing is found, and nothing at all where the others have no way. */
export function placeNow({ best }: Search, { value }: State, { rest, gains, ...place }: Role): Place {
  const below = rest.map((others, taken) => {
    if (!others) return value.map(() => -Infinity);
    return best && plus(minus(best.value, plus(value, others)), gains[taken] as Value);
  });
  return { ...place, below };
}

/** The ways in which a trio can be part of the repair, to be looked at one after another. */
export function rolesFor(search: Search, state: State, walks: Walks | undefined): Role[] {
  const { ground, bounds } = search;
  const taken = Array.from({ length: MOST_TAKEN + 1 }, (_, count) => Math.max(0, state.left - count));
  const gains = taken.map((left) => gainOf(bounds, state.root, left));
  const open = new Uint8Array(ground.question.size);
  for (const v of state.open) open[v] = 1;
  const free = open.map((_, v) => ((ground.pairOf[v] as number) >= 0 && state.broken[ground.pairOf[v] as number] === 0 ? 1 : 0));
  const here = { ground, open, free, left: state.left };
  const wholes = wholesOf(search);
  const near = weightsOf(search, open, (partner) => bounds.share[partner] as Value);
  if (!walks) {
    const weights = near.map((weight, v) => (open[v] === 1 ? minus(weight, bounds.share[v] as Value) : weight));
    return [{ ...here, weights, thirds: weights, wholes, rest: taken.map(() => state.shares), gains }];
  }
  const led = weightsOf(search, open, (partner) => leastWalk(walks, partner, Math.max(0, state.left - 1)));
  const one = { ...here, weights: near, thirds: led, wholes, rest: taken.map((left) => leastWithout(walks, 1, left)), gains };
  if (walks.ends.length < 3) return [one];
  const exchanges = taken.map((left) => exchangeOf(bounds, state.root, left));
  const rest = taken.map((left) => leastWithout(walks, 3, left));
  return [one, { ...here, weights: led, thirds: led, wholes: undefined, rest, gains: exchanges }];
}

/** What somebody adds who becomes one of three; for whoever leaves a partner behind, with what becomes of them. */
function weightsOf({ ground, bounds }: Search, open: Uint8Array, left: (partner: number) => Value): Value[] {
  const { pairOf, partner } = ground;
  return Array.from(open, (isOpen, v) => {
    const at = pairOf[v] as number;
    const own = ownOf({ ground, bounds }, v);
    return isOpen === 1 || at < 0 ? own : minus(plus(own, left(partner[v] as number)), bounds.regret[at] as Value);
  });
}

function ownOf({ ground: { duty, levels }, bounds: { prices } }: Pick<Search, 'ground' | 'bounds'>, v: number): Value {
  return minus(valueAt(duty, v, levels), valueAt(prices, v, levels));
}

function wholesOf({ ground, bounds }: Search): Value[] {
  return ground.pairs.map(([a, b], at) => {
    const two = plus(ownOf({ ground, bounds }, a), ownOf({ ground, bounds }, b));
    return minus(plus(two, valueAt(ground.within(a), b, ground.levels)), bounds.regret[at] as Value);
  });
}

/** What it costs at least to lead somebody to anyone who was open at the beginning. */
function leastWalk(walks: Walks, from: number, left: number): Value {
  const { levels } = walks.ground;
  return walks.ends
    .map((_, bit) => valueAt(walksTo(walks, bit, left), from, levels))
    .reduce((least, each) => (isBefore(each, least) ? each : least));
}
