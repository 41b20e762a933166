// First prices for a large dense graph, learnt from a third of its vertices: what these pay tells nearly what the others will. So the nearest
// pairs are about the right ones from the beginning.
import type { HalfRows, PairLists } from '../costs.ts';
import { type Dice, shuffledPlaces } from '../dice.ts';

/** One vertex in so many is in a sample. */
const ONE_IN = 3;

/** Some of the vertices as a problem of its own. */
export interface Sample {
  members: Int32Array;
  costs: HalfRows;
  /** A perfect matching of them, by their places among the members. */
  mate: Int32Array;
}

/** A sample by chance. Partners are in it together, so that it has a perfect matching too. */
export function sampleOf(costs: HalfRows, mate: Int32Array, dice: Dice): Sample {
  const place = new Int32Array(costs.size).fill(-1);
  let left = Math.ceil(costs.size / ONE_IN / 2);
  for (const u of shuffledPlaces(costs.size, dice)) {
    if (place[u] === 0) continue;
    place[u] = 0;
    place[mate[u] as number] = 0;
    if (--left === 0) break;
  }
  const members = Int32Array.from(mate.keys()).filter((v) => place[v] === 0);
  members.forEach((v, at) => {
    place[v] = at;
  });
  const among = costs.lists ? amongLists(costs, costs.lists, members, place) : amongRows(costs, members);
  return { members, costs: among, mate: members.map((v) => place[mate[v] as number] as number) };
}

/** What the members cost each other, written out: it is read many times. */
function amongRows({ size, lower }: HalfRows, members: Int32Array): HalfRows {
  const begin = (u: number) => (u * (u - 1)) / 2;
  const triangle = new Float64Array(begin(members.length));
  const row = new Float64Array(size);
  members.forEach((u, at) => {
    lower(u, row);
    for (let other = 0; other < at; other++) triangle[begin(at) + other] = row[members[other] as number] as number;
  });
  return { size: members.length, lower: (u, into) => into.set(triangle.subarray(begin(u), begin(u + 1))), lists: undefined };
}

function amongLists({ lower }: HalfRows, { first, ends, cost }: PairLists, members: Int32Array, place: Int32Array): HalfRows {
  const lists = { first: new Int32Array(members.length + 1), ends: new Int32Array(ends.length), cost: new Float64Array(ends.length) };
  let count = 0;
  members.forEach((u, own) => {
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      const other = place[ends[at] as number] as number;
      if (other < 0) continue;
      lists.ends[count] = other;
      lists.cost[count++] = cost[at] as number;
    }
    lists.first[own + 1] = count;
  });
  return { size: members.length, lower, lists };
}

/** Prices for everyone: besides the members, each pays the most that does not go beyond the cost of a pair with a member. */
export function spread(costs: HalfRows, members: Int32Array, prices: Float64Array): Float64Array {
  const y = new Float64Array(costs.size).fill(Infinity);
  const isMember = new Uint8Array(costs.size);
  members.forEach((u, at) => {
    isMember[u] = 1;
    y[u] = prices[at] as number;
  });
  if (costs.lists) spreadAlong(costs.lists, y, isMember);
  else spreadInRows(costs, y, isMember);
  return y.map((price) => (price < Infinity ? price : 0));
}

function spreadAlong({ first, ends, cost }: PairLists, y: Float64Array, isMember: Uint8Array): void {
  for (let u = 0; u < isMember.length; u++) {
    if (isMember[u] === 1) continue;
    for (let at = first[u] as number; at < (first[u + 1] as number); at++) {
      const v = ends[at] as number;
      if (isMember[v] === 1) y[u] = Math.min(y[u] as number, (cost[at] as number) - (y[v] as number));
    }
  }
}

function spreadInRows({ size, lower }: HalfRows, y: Float64Array, isMember: Uint8Array): void {
  const row = new Float64Array(size);
  for (let u = 1; u < size; u++) {
    lower(u, row);
    if (isMember[u] === 1) lowerOthers(row, y, isMember, u);
    else y[u] = leastBeside(row, y, isMember, u);
  }
}

/** What a member leaves to those before it who are none. */
function lowerOthers(row: Float64Array, y: Float64Array, isMember: Uint8Array, u: number): void {
  const own = y[u] as number;
  for (let v = 0; v < u; v++) {
    const most = (row[v] as number) - own;
    if (most < (y[v] as number) && isMember[v] === 0) y[v] = most;
  }
}

/** What the members before it, and those that had their turn, leave to a vertex that is none. */
function leastBeside(row: Float64Array, y: Float64Array, isMember: Uint8Array, u: number): number {
  let least = y[u] as number;
  for (let v = 0; v < u; v++) {
    const most = (row[v] as number) - (y[v] as number);
    if (most < least && isMember[v] === 1) least = most;
  }
  return least;
}
