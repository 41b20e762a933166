// What a search with deep prices expects: each vertex that becomes outer looks at all its pairs once, and notes when one of them will be tight.
// Most pairs are passed over after a look at the numbers of the first two groups; this is where nearly all the time goes.

import { topOf } from '../search/flower.ts';
import { INNER, OUTER } from '../search/hunt-tree.ts';
import { isBefore } from './flower.ts';
import { put } from './queue.ts';
import type { DeepHunt } from './tree.ts';

/** Stands for the vertex from which another will be reached: that is whoever makes the best offer when it falls due. */
export const REACH = -1;

/** Looks at the pairs of all vertices in a part that is outer now, unless the search is at its end. */
export function scan(hunt: DeepHunt, part: number): void {
  const { head, follow, count } = hunt.flower;
  for (let v = head[part] as number, left = count[part] as number; left > 0; left--, v = follow[v] as number) {
    if (!isBefore(hunt.now, hunt.end)) return;
    scanVertex(hunt, v);
  }
}

function scanVertex(hunt: DeepHunt, u: number): void {
  const { flower, side, y, offer, end } = hunt;
  const { name } = flower;
  const rows = hunt.rowsOf(u);
  const [row, next] = firstTwo(rows);
  const [offers, offersNext] = firstTwo(offer);
  const [prices, pricesNext] = firstTwo(y);
  const own = prices[u] as number;
  const ownNext = pricesNext[u] as number;
  hunt.rank[u] = hunt.outer.length;
  for (let v = 0; v < row.length; v++) {
    const offered = (row[v] as number) - own;
    const known = offers[v] as number;
    if (offered > known || (offered === known && (next[v] as number) - ownNext > (offersNext[v] as number))) continue;
    if (offered === Infinity || side[name[v] as number] === OUTER) continue;
    if (offered - (prices[v] as number) <= (end[0] as number)) make(hunt, rows, u, v);
  }
  expectMeeting(hunt, u, true);
  hunt.outer.push(u);
}

/** The numbers of the first group and of the second; of the first twice where there is no second. */
function firstTwo(numbers: readonly Float64Array[]): readonly [Float64Array, Float64Array] {
  return [numbers[0] as Float64Array, (numbers[1] ?? numbers[0]) as Float64Array];
}

/**
 * Notes when `u` will next meet one that was outer before it: one meeting at a time, for blossoms overtake most of the later ones. A meeting with
 * the other tree ends the search; those are looked for once, at first.
 */
export function expectMeeting(hunt: DeepHunt, u: number, first: boolean): void {
  const { flower, tree, end, least, outer, when } = hunt;
  const { name } = flower;
  const rows = hunt.rowsOf(u);
  const own = name[u] as number;
  const before = first ? outer.length : (hunt.rank[u] as number);
  const isTooLate = lateness(hunt, rows, u);
  let partner = -1;
  least.set(end);
  for (let at = 0; at < before; at++) {
    const v = outer[at] as number;
    const other = name[v] as number;
    if (other === own) continue;
    const apart = tree[other] !== tree[own];
    if ((apart && !first) || isTooLate(v, apart ? end : least)) continue;
    for (let level = 0; level < when.length; level++) {
      const prices = hunt.y[level] as Float64Array;
      when[level] = ((rows[level]?.[v] as number) - (prices[u] as number) - (prices[v] as number)) / 2;
    }
    if (apart) endBy(hunt, u, v);
    else if (isBefore(when, least)) {
      least.set(when);
      partner = v;
    }
  }
  if (partner >= 0 && isBefore(least, end)) put(hunt.queue, least, u, partner);
}

/** Tells from the first two groups, as it does for most pairs, that a meeting of `u` comes after some time, or never. */
function lateness(hunt: DeepHunt, rows: readonly Float64Array[], u: number) {
  const [row, next] = firstTwo(rows);
  const [prices, pricesNext] = firstTwo(hunt.y);
  const second = Math.min(1, hunt.now.length - 1);
  const own = prices[u] as number;
  const ownNext = pricesNext[u] as number;
  return (v: number, limit: Float64Array) => {
    const twice = (row[v] as number) - own - (prices[v] as number);
    const most = 2 * (limit[0] as number);
    if (twice === Infinity) return true;
    if (twice !== most) return twice > most;
    return (next[v] as number) - ownNext - (pricesNext[v] as number) > 2 * (limit[second] as number);
  };
}

function endBy(hunt: DeepHunt, from: number, to: number): void {
  if (!isBefore(hunt.when, hunt.end)) return;
  hunt.end.set(hunt.when);
  hunt.endFrom = from;
  hunt.endTo = to;
}

/** Offers `v` to be reached from `u`, if nobody has made a better offer. One who is inner may come to need it later. */
function make(hunt: DeepHunt, rows: readonly Float64Array[], u: number, v: number): void {
  const { when, y, flower, offer, side } = hunt;
  let better = false;
  for (let level = 0; level < when.length; level++) {
    const offered = (rows[level]?.[v] as number) - (y[level]?.[u] as number);
    const known = offer[level]?.[v] as number;
    if (!better && offered > known) return;
    better ||= offered < known;
    when[level] = offered;
  }
  if (!better) return;
  for (let level = 0; level < when.length; level++) (offer[level] as Float64Array)[v] = when[level] as number;
  hunt.offeredBy[v] = u;
  hunt.offered.push(v);
  if (side[flower.name[v] as number] !== INNER) expect(hunt, v);
}

/** Notes when a vertex outside the trees will be reached; a bare one ends the search. */
export function expect(hunt: DeepHunt, v: number): void {
  const { when, y, flower, offer, end } = hunt;
  if (offer[0]?.[v] === Infinity) return;
  for (let level = 0; level < when.length; level++) when[level] = (offer[level]?.[v] as number) - (y[level]?.[v] as number);
  const isBare = (flower.mate[flower.base[topOf(flower, v)] as number] as number) < 0;
  if (isBare) endBy(hunt, hunt.offeredBy[v] as number, v);
  else if (isBefore(when, end)) put(hunt.queue, when, REACH, v);
}

/** Whether the best offer for a vertex outside the trees falls due at this moment. */
export function isDue({ offer, y, now }: DeepHunt, v: number): boolean {
  for (let level = 0; level < now.length; level++)
    if ((offer[level]?.[v] as number) - (y[level]?.[v] as number) !== now[level]) return false;
  return true;
}
