// The ways in which a repair may go about trios: which standing trios it gives up, and which new ones it makes. What is left is settled in pairs.

import { inTurn, isBefore, minus, plus, type Value, valueAt } from '../order/values.ts';
import { type Bounds, gainOf, slackOf } from './bounds.ts';
import type { Ground } from './ground.ts';
import { placeNow, type Role, rolesFor } from './roles.ts';
import { isPromising, isTired, type Search, STATE, type State, settle } from './search.ts';
import { eachApart, eachAround, type Three } from './trios.ts';
import { MOST_ENDS, type Walks, walksBetween } from './walks.ts';

/** Looks at every way that ends with so many trios and gives up at most `limit` standing groups, as far as it may be the best. */
export function search(all: Search, trios: number, limit: number): void {
  const standing = all.ground.trios.length;
  for (let made = Math.max(0, trios - standing); made <= trios; made++) {
    const lost = standing + made - trios;
    if (lost > limit) return;
    for (const given of choices(all.ground.trios, lost)) withTrios(all, beginning(all, given, limit - lost), made);
  }
}

/** Each choice of so many out of a list. */
function choices<T>(list: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return list.flatMap((one, at) => choices(list.slice(at + 1), count - 1).map((others) => [one, ...others]));
}

function beginning({ ground, bounds }: Search, given: readonly Three[], left: number): State {
  const { levels, pairs } = ground;
  const nothing = new Array<number>(levels).fill(0);
  const open = [...ground.loose, ...given.flat()];
  return {
    open,
    ends: open,
    made: [],
    value: given.reduce<Value>((sum, three) => minus(sum, costOfThree(ground, bounds, three)), nothing),
    shares: open.reduce<Value>((sum, v) => plus(sum, bounds.share[v] as Value), nothing),
    broken: new Uint8Array(pairs.length),
    left,
    root: -1,
  };
}

/** Makes `count` trios in every way that may be the best, then pairs. Trios that hold a standing pair come first: most of the best ones do. */
function withTrios(all: Search, state: State, count: number): void {
  if (isTired(all)) return;
  if (count === 0) {
    all.walks = walksFor(all, state);
    if (isPromising(all, state)) settle(all, state);
    return;
  }
  const place = (role: Role) => (count === 1 ? placeNow(all, state, role) : { ...role, below: [] });
  for (const role of rolesFor(all, state, count === 1 ? walksFor(all, state) : undefined)) {
    const around: Three[] = [];
    for (let at = 0; at < all.ground.pairs.length; at++) eachAround(place(role), at, (three) => around.push(three));
    tryAll(all, { state, count }, around);
    for (let a = 0; a < all.ground.question.size && !isTired(all); a++) {
      const apart: Three[] = [];
      all.steps += eachApart(place(role), a, (three) => apart.push(three));
      tryAll(all, { state, count }, apart);
    }
  }
}

/** Goes on with each of these trios, the most promising first. */
function tryAll(all: Search, { state, count }: { state: State; count: number }, trios: readonly Three[]): void {
  all.steps += STATE * trios.length;
  const found = trios.map((three) => {
    const after = stateWith(all, state, three);
    return { three, bound: boundOf(all, after) };
  });
  for (const { three, bound } of found.sort((one, other) => inTurn(one.bound, other.bound))) {
    if (isTired(all) || (count === 1 && !isBefore(bound, all.best?.value))) return;
    withTrios(all, stateWith(all, state, three), count - 1);
  }
}

/** Worked out once for each set of people who are open at the beginning. With a trio, two may be open who were not then: there are too many such. */
function walksFor({ ground, bounds, known }: Search, { open, left, ends }: State): Walks | undefined {
  if (ends.length === 0 || ends.length > MOST_ENDS || left === 0) return undefined;
  if (open.filter((v) => !ends.includes(v)).length > 1) return undefined;
  const key = ends.join();
  const walks = known.get(key) ?? walksBetween(ground, bounds, ends);
  known.set(key, walks);
  return walks;
}

function boundOf({ bounds }: Search, { value, shares, left, root }: State): Value {
  return minus(plus(value, shares), gainOf(bounds, root, left));
}

/** What a trio costs beyond its prices. */
function costOfThree(ground: Ground, { prices }: Bounds, three: Three): Value {
  const { levels, within, duty } = ground;
  const [a, b, c] = three;
  const inside = plus(plus(valueAt(within(a), b, levels), valueAt(within(a), c, levels)), valueAt(within(b), c, levels));
  return three.reduce<Value>((sum, v) => plus(sum, minus(valueAt(duty, v, levels), valueAt(prices, v, levels))), inside);
}

/** What new groups cost beyond prices, less what the standing groups they take apart cost. */
export function costOf(ground: Ground, bounds: Bounds, made: readonly (readonly number[])[]): Value {
  const taken = new Set(made.flat());
  const own = ([a = 0, b = 0, c]: readonly number[]) =>
    c === undefined ? slackOf(ground, bounds.prices, a, b) : costOfThree(ground, bounds, [a, b, c]);
  const given = [...ground.pairs, ...ground.trios].filter(([v]) => taken.has(v));
  const nothing = new Array<number>(ground.levels).fill(0);
  return minus(made.map(own).reduce<Value>(plus, nothing), given.map(own).reduce<Value>(plus, nothing));
}

/** The state once these three are together: the pairs they leave are given up, and who is left of them is open. */
function stateWith({ ground, bounds }: Search, state: State, three: Three): State {
  let { shares, left } = state;
  let value = plus(state.value, costOfThree(ground, bounds, three));
  const open = state.open.filter((v) => !three.includes(v));
  const broken = state.broken.slice();
  for (const v of three) {
    if (state.open.includes(v)) {
      shares = minus(shares, bounds.share[v] as Value);
      continue;
    }
    const at = ground.pairOf[v] as number;
    if (broken[at] === 1) continue;
    broken[at] = 1;
    left--;
    value = minus(value, bounds.regret[at] as Value);
    const other = ground.partner[v] as number;
    if (three.includes(other)) continue;
    open.push(other);
    shares = plus(shares, bounds.share[other] as Value);
  }
  return { ...state, made: [...state.made, three], open, value, shares, broken, left };
}
