// What a search with deep prices expects: each vertex that becomes outer looks at all its pairs once, and notes when one of them will be tight.
// Most pairs are passed over after a look at the numbers of the first group; this is where nearly all the time goes.
import { isBefore } from './again-flower.ts';
import { put } from './again-queue.ts';
import { type DeepHunt, INNER, OUTER, place } from './again-tree.ts';
import { verticesOf } from './blossoms.ts';

/** Stands for the vertex from which another will be reached: that is whoever makes the best offer when it falls due. */
export const REACH = -1;

export function becomeOuter(hunt: DeepHunt, b: number): void {
  place(hunt, b, OUTER);
  for (const v of verticesOf(hunt.flower, b)) scan(hunt, v);
}

/** Looks at the pairs of a vertex that is outer now. */
export function scan(hunt: DeepHunt, u: number): void {
  const { flower, side, y, since, offer, end } = hunt;
  const { top } = flower;
  const rows = hunt.rowsOf(u);
  const own = top[u] as number;
  const [row, prices, begun, offers] = [rows[0], y[0], since[0], offer[0]] as [Float64Array, Float64Array, Float64Array, Float64Array];
  const base = (begun[own] as number) - (prices[u] as number);
  for (let v = 0; v < row.length; v++) {
    const b = top[v] as number;
    if (b === own) continue;
    const offered = (row[v] as number) + base;
    if (offered === Infinity) continue;
    if (side[b] === OUTER) {
      if ((offered - (prices[v] as number) + (begun[b] as number)) / 2 <= (end[0] as number)) expectMeeting(hunt, rows, u, v);
    } else if (offered <= (offers[v] as number) && offered - (prices[v] as number) <= (end[0] as number)) make(hunt, rows, u, v);
  }
}

/** Notes when two outer vertices will meet. */
function expectMeeting(hunt: DeepHunt, rows: readonly Float64Array[], u: number, v: number): void {
  const { when, since, y, flower, end } = hunt;
  const [own, other] = [flower.top[u] as number, flower.top[v] as number];
  for (let level = 0; level < when.length; level++) {
    const prices = y[level] as Float64Array;
    const begun = since[level] as Float64Array;
    const left = (rows[level]?.[v] as number) - (prices[u] as number) - (prices[v] as number);
    when[level] = (left + (begun[own] as number) + (begun[other] as number)) / 2;
  }
  if (isBefore(when, end)) put(hunt.queue, when, u, v);
}

/** Offers `v` to be reached from `u`, if nobody has made a better offer. One who is inner may come to need it later. */
function make(hunt: DeepHunt, rows: readonly Float64Array[], u: number, v: number): void {
  const { when, since, y, flower, offer, side } = hunt;
  const own = flower.top[u] as number;
  let better = false;
  for (let level = 0; level < when.length; level++) {
    const offered = (rows[level]?.[v] as number) - (y[level]?.[u] as number) + (since[level]?.[own] as number);
    const known = offer[level]?.[v] as number;
    if (!better && offered > known) return;
    better ||= offered < known;
    when[level] = offered;
  }
  if (!better) return;
  for (let level = 0; level < when.length; level++) (offer[level] as Float64Array)[v] = when[level] as number;
  hunt.offeredBy[v] = u;
  hunt.offered.push(v);
  if (side[flower.top[v] as number] !== INNER) expect(hunt, v);
}

/** Notes when a vertex outside the tree will be reached; a bare one ends the search. */
export function expect(hunt: DeepHunt, v: number): void {
  const { when, y, flower, offer, end } = hunt;
  if (offer[0]?.[v] === Infinity) return;
  for (let level = 0; level < when.length; level++) when[level] = (offer[level]?.[v] as number) - (y[level]?.[v] as number);
  if (!isBefore(when, end)) return;
  const isBare = (flower.mate[flower.base[flower.top[v] as number] as number] as number) < 0;
  if (!isBare) put(hunt.queue, when, REACH, v);
  else {
    end.set(when);
    hunt.endTo = v;
  }
}

/** Whether the best offer for a vertex outside the tree falls due at this moment. */
export function isDue({ offer, y, now }: DeepHunt, v: number): boolean {
  for (let level = 0; level < now.length; level++)
    if ((offer[level]?.[v] as number) - (y[level]?.[v] as number) !== now[level]) return false;
  return true;
}
