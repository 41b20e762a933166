// What the certificate's sets of vertices add to trios, beside plain sums, worked out for two people or for three groups of people at once. Written
// for the certificate and for nothing else: it shares no line with the engine.
import type { Bound, Held, Scale } from './scale.ts';

/** Not more numbers than this are kept. */
const MOST_KEPT = 2 ** 22;
/** So many even sets at most are taken into account; what others add is left out, which makes a bound no sharper than it is. */
const MOST_SETS = 24;

/** What pairs of a vertex cost inside a trio in one group, with the z of odd sets that hold both: these are lost whoever the third is. */
export type PairRow = (u: number, at: number) => Float64Array;

/** The same for one pair. */
export function pairCost({ inside }: Scale, { held, around }: Bound, [u, v]: readonly [number, number], at: number): number {
  let sum = inside(u)[at]?.[v] as number;
  for (const place of around[u] ?? []) {
    const { count, has, z } = held[place] as Held;
    if (count % 2 === 1 && has[v] === 1) sum += z[at] as number;
  }
  return sum;
}

export function pairRowsOf({ inside, question: { size }, groups }: Scale, { held, around }: Bound): PairRow {
  const known = groups.map((): (Float64Array | undefined)[] => []);
  const counts = groups.map((_, at) => Uint8Array.from(held, ({ count, z }) => (count % 2 === 1 && z[at] !== 0 ? 1 : 0)));
  const members = held.map(membersOf);
  let left = Math.floor(MOST_KEPT / size);
  return (u, at) => {
    const before = known[at]?.[u];
    if (before) return before;
    const plain = inside(u)[at] as Float64Array;
    const places = (around[u] ?? []).filter((place) => counts[at]?.[place] === 1);
    const row = places.length === 0 ? plain : plain.slice();
    for (const place of places) {
      const [lost, all] = [held[place]?.z[at] as number, members[place] as Int32Array];
      for (let i = 0; i < all.length; i++) row[all[i] as number] = (row[all[i] as number] as number) + lost;
    }
    if (places.length === 0 || left-- > 0) (known[at] as Float64Array[])[u] = row;
    return row;
  };
}

function membersOf({ has }: Held): Int32Array {
  return Int32Array.from(has.keys()).filter((v) => has[v] === 1);
}

/** An even set loses half its z for each of a trio that it holds, and half more where that is an odd number of them. */
export interface EvenSets {
  /** What each vertex brings into a trio with these halves. */
  own: readonly Float64Array[];
  /** People held by the same of the sets have the same number. */
  side: Int32Array;
  /** What is lost beyond those halves for two such numbers and each third one, group by group. */
  odd: (one: number, other: number) => readonly Float64Array[];
}

export function evenSetsOf({ own: plain, held }: Bound): EvenSets {
  const sets = held
    .filter(({ count }) => count % 2 === 0)
    .sort(heaviestFirst)
    .slice(0, MOST_SETS);
  const own = plain.map((each, at) =>
    each.map((brought, v) => sets.reduce((sum, { has, z }) => sum + ((has[v] as number) * (z[at] as number)) / 2, brought)),
  );
  const sides = new Map<string, number>();
  const samples: number[] = [];
  const side = (own[0] as Float64Array).reduce(
    (all, _, v) => {
      const key = sets.map(({ has }) => has[v]).join('');
      if (!sides.has(key)) sides.set(key, samples.push(v) - 1);
      all[v] = sides.get(key) as number;
      return all;
    },
    new Int32Array(own[0]?.length ?? 0),
  );
  const known = new Map<string, readonly Float64Array[]>();
  const oddWith = (one: number, other: number, third: number, at: number) =>
    sets.reduce((sum, { has, z }) => {
      const three = (has[samples[one] as number] as number) + (has[samples[other] as number] as number) + (has[third] as number);
      return three % 2 === 1 ? sum + (z[at] as number) / 2 : sum;
    }, 0);
  const odd = (one: number, other: number) => {
    const key = `${one} ${other}`;
    const rows = known.get(key) ?? own.map((_, at) => Float64Array.from(samples, (third) => oddWith(one, other, third, at)));
    known.set(key, rows);
    return rows;
  };
  return { own, side, odd };
}

function heaviestFirst(one: Held, other: Held): number {
  const at = one.z.findIndex((z, group) => z !== other.z[group]);
  return at < 0 ? 0 : (other.z[at] as number) - (one.z[at] as number);
}
