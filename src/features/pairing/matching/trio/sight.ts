// Prices seen as bounds: what a plan with a certain trio costs at least, read off in a few sums. Prices of groups that were settled one after
// another are taken as one set of prices with a number for each group; what an earlier blossom takes as a toll is then part of its z.
import type { Stage } from '../order/in-order.ts';
import type { Value } from '../order/values.ts';
import { costOfTrio, type Trio, type TrioCosts } from './costs.ts';

export interface Sight {
  /** What the prices come to for everyone together, and what every trio pays. */
  base: Value;
  /** What a vertex adds as one of three at least: its duty, less its price; and half the z of rings that would be even without a trio. */
  own: readonly Float64Array[];
  /** The prices themselves. */
  y: readonly Float64Array[];
  rings: readonly Ring[];
  /** The rings around each vertex. */
  around: readonly (readonly Ring[])[];
}

/** A set of vertices with a z for each group. What is left of it without a trio makes so many pairs at most as go into it. */
export interface Ring {
  members: Int32Array;
  holds: Uint8Array;
  z: number[];
}

export function sightOf({ question, depth, duty, surcharge }: TrioCosts, stages: readonly Stage[]): Sight {
  const { size } = question;
  const y = Array.from({ length: depth }, (_, level) => Float64Array.from({ length: size }, (__, v) => stages[level]?.y[v] ?? 0));
  const rings = ringsOf(size, stages, y);
  const around: Ring[][] = Array.from({ length: size }, () => []);
  for (const ring of rings) for (const v of ring.members) around[v]?.push(ring);
  const base = surcharge.map((sum, level) => {
    const inside = rings.reduce((all, { members, z }) => all + (z[level] as number) * (members.length >> 1), 0);
    return sum - inside + (y[level] as Float64Array).reduce((all, price) => all + price, 0);
  });
  const own = duty.map((each, level) => each.map((cost, v) => cost - (y[level]?.[v] as number)));
  for (const { members, z } of rings) {
    if (members.length % 2 === 1) continue;
    for (const [level, each] of own.entries()) for (const v of members) each[v] = (each[v] as number) + (z[level] as number) / 2;
  }
  return { base, own, y, rings, around };
}

/** The blossoms of all stages, each once. A stage's toll for crossing an earlier blossom goes over into prices and z. */
function ringsOf(size: number, stages: readonly Stage[], y: readonly Float64Array[]): Ring[] {
  const known = new Map<string, Ring & { named: number }>();
  for (const [level, { toll, blossoms }] of stages.entries()) {
    for (const { members, z, named } of known.values()) {
      for (const v of members) (y[level] as Float64Array)[v] = (y[level]?.[v] as number) - toll * named;
      z[level] = (z[level] as number) - 2 * toll * named;
    }
    for (const { members, z } of blossoms) {
      const key = members.toSorted().join();
      const ring = known.get(key) ?? { members, holds: marked(size, members), z: stages.map(() => 0), named: 0 };
      known.set(key, ring);
      ring.z[level] = (ring.z[level] as number) + z;
      ring.named++;
    }
  }
  return [...known.values()];
}

function marked(size: number, members: Int32Array): Uint8Array {
  const marks = new Uint8Array(size);
  for (const v of members) marks[v] = 1;
  return marks;
}

/** What a plan with this trio costs at least. */
export function boundOf(costs: TrioCosts, sight: Sight, trio: Trio): number[] {
  const bound = costOfTrio(costs, trio);
  const [a, b, c] = trio;
  for (let level = 0; level < costs.depth; level++) {
    const y = sight.y[level] as Float64Array;
    const all = (sight.base[level] as number) - (costs.surcharge[level] as number);
    bound[level] = (bound[level] as number) + all - (y[a] as number) - (y[b] as number) - (y[c] as number);
  }
  const { around } = sight;
  for (const ring of around[a] as readonly Ring[]) addRing(ring, 1 + (ring.holds[b] as number) + (ring.holds[c] as number), bound);
  for (const ring of around[b] as readonly Ring[]) if (ring.holds[a] === 0) addRing(ring, 1 + (ring.holds[c] as number), bound);
  for (const ring of around[c] as readonly Ring[]) if (ring.holds[a] === 0 && ring.holds[b] === 0) addRing(ring, 1, bound);
  return bound;
}

/** What is left of a ring without the trio makes fewer pairs. */
function addRing({ members, z }: Ring, inside: number, bound: number[]): void {
  const fewer = (members.length >> 1) - ((members.length - inside) >> 1);
  if (fewer > 0) for (let level = 0; level < z.length; level++) bound[level] = (bound[level] as number) + (z[level] as number) * fewer;
}
