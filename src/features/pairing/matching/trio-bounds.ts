// What a plan with a certain trio costs at least: read off prices in a few sums. A value has one number for each group of tiers, most
// important first.
import type { Blossom } from './costs.ts';
import type { Stage } from './in-order.ts';
import { blossomsAround } from './nests.ts';
import { type Digit, type Group, numbersOf, type Question, type Tier } from './tiers.ts';

export type Trio = readonly [number, number, number];

/** What a group of tiers makes of pairs and trios, written out. */
export interface Weights {
  /** What a pair costs; what it costs inside a trio; and what a vertex, and every trio, pays on top for being three. */
  pair: Float64Array;
  within: Float64Array;
  duty: Float64Array;
  surcharge: number;
}

/** The prices of one group of tiers, for everyone or for all but a few. */
export interface Level {
  weights: Weights;
  y: Float64Array;
  /** What the prices come to for everyone together. */
  all: number;
  toll: number;
  /** The blossoms of this level, and those of the levels before, around each vertex. */
  own: Ring[][];
  earlier: Ring[][];
}

export interface Ring extends Blossom {
  holds: Set<number>;
}

export function weightsOf(question: Question, groups: readonly Group[]): Weights[] {
  const { size, tiers } = question;
  return groups.map((group) => {
    const counts = ({ tier }: Digit) => (tiers[tier] as Tier).flat === undefined;
    const pair = squareOf(size, numbersOf(question, group).row);
    const within = group.every(counts) ? pair : squareOf(size, numbersOf(question, group.filter(counts)).row);
    return { pair, within, duty: dutyOf(question, group), surcharge: surchargeOf(question, group) };
  });
}

function squareOf(size: number, row: (u: number, into: Float64Array) => void): Float64Array {
  const square = new Float64Array(size * size);
  for (let u = 0; u < size; u++) row(u, square.subarray(u * size, (u + 1) * size));
  return square;
}

function dutyOf({ size, tiers }: Question, group: Group): Float64Array {
  return Float64Array.from({ length: size }, (_, v) =>
    group.reduce((sum, { tier, place }) => sum + ((tiers[tier] as Tier).duty?.[v] ?? 0) * place, 0),
  );
}

/** A trio counts as two pairs: of what is taken off each of its three, one is put back; a flat cost stands for all three. */
function surchargeOf({ tiers }: Question, group: Group): number {
  return group.reduce((sum, { tier, least, place }) => {
    const { flat } = tiers[tier] as Tier;
    return sum + (flat === undefined ? least : flat - 2 * least) * place;
  }, 0);
}

/** Makes levels of stages whose vertices are numbered as in the weights. */
export function levelsOf(weights: readonly Weights[], stages: readonly Stage[]): Level[] {
  const earlier: Ring[] = [];
  return stages.map(({ y, toll, blossoms }, at) => {
    const own = blossoms.map((blossom) => ({ ...blossom, holds: new Set(blossom.members) }));
    const all =
      y.reduce((sum, price) => sum + price, 0) -
      own.reduce((sum, { members, z }) => sum + z * (members.length >> 1), 0) -
      earlier.reduce((sum, { members }) => sum + toll * (members.length & 1), 0);
    const level = { weights: weights[at] as Weights, y, all, toll, own: rings(y.length, own), earlier: rings(y.length, earlier) };
    earlier.push(...own);
    return level;
  });
}

function rings(size: number, all: Ring[]): Ring[][] {
  return blossomsAround(size, all) as Ring[][];
}

/** What the three pairs of a trio cost, and being three. */
export function trioCost({ within, duty, surcharge }: Weights, [a, b, c]: Trio): number {
  const size = duty.length;
  const pairs = (within[a * size + b] as number) + (within[a * size + c] as number) + (within[b * size + c] as number);
  return pairs + (duty[a] as number) + (duty[b] as number) + (duty[c] as number) + surcharge;
}

/** What a plan with this trio costs at least under one level, if it costs no more than its bound under the levels before. */
export function boundOf({ weights, y, own, earlier, toll, all }: Level, trio: Trio): number {
  const prices = (y[trio[0]] as number) + (y[trio[1]] as number) + (y[trio[2]] as number);
  let bound = trioCost(weights, trio) + all - prices;
  for (let at = 0; at < 3; at++) {
    const v = trio[at] as number;
    for (const ring of own[v] as Ring[]) {
      const { members, z } = ring;
      bound += z * ((members.length >> 1) - ((members.length - insideFrom(ring, trio, at)) >> 1));
    }
    for (const ring of earlier[v] as Ring[]) {
      bound += toll * ((ring.members.length & 1) - ((ring.members.length - insideFrom(ring, trio, at)) & 1));
    }
  }
  return bound;
}

/** How many of the trio a ring holds; none if it holds one that stands before `at`: each ring counts once. */
function insideFrom({ holds }: Ring, trio: Trio, at: number): number {
  let inside = 1;
  for (let place = 0; place < 3; place++) {
    if (place === at || !holds.has(trio[place] as number)) continue;
    if (place < at) return 0;
    inside++;
  }
  return inside;
}

/** Whether these bounds rule out that a plan with the trio comes before `value`. Where they are equal but go less deep, they do not. */
export function isWorse(levels: readonly Level[], trio: Trio, value: readonly number[]): boolean {
  for (const [at, level] of levels.entries()) {
    const bound = boundOf(level, trio);
    if (bound !== value[at]) return bound > (value[at] as number);
  }
  return levels.length === value.length;
}
