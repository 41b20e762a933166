// How a change is put to a settled question without disturbing what is settled: by a few more vertices. Two people are taken out of the round by
// giving each a vertex of their own to be matched with; a pair is forbidden by two vertices on the way between its ends, which are then taken
// out. All prices and blossoms stay right, and two vertices are bare: one search settles everything again.

import type { Flower } from '../search/flower.ts';
import { blossomsUp, type DeepFlower, widened } from './flower.ts';
import { type Altered, lookUp, type Rows, withAltered } from './rows.ts';
import { matchBare } from './search.ts';

/** A question as it is settled at present. Nothing in it is changed by what follows. */
export interface Present {
  deep: DeepFlower;
  rows: Rows;
}

/**
 * Takes people out: the vertices that they are to be matched with instead are bare. Whoever is bare has a whole price, or prices would not stay
 * whole or halves, and exact.
 */
export function without({ deep, rows }: Present, people: readonly number[]): Present {
  const { size } = deep.flower;
  const wide = widened(deep, people.length);
  for (const y of wide.y) {
    people.forEach((v, at) => {
      y[size + at] = Math.floor(-(y[v] as number));
    });
  }
  const nothing = wide.y.map(() => 0);
  const more = people.map((v, at): Altered => ({ pair: [v, size + at], cost: nothing }));
  return { deep: wide, rows: withAltered(rows, wide.flower.size, more) };
}

/** Forbids a pair. */
export function withoutPair(present: Present, pair: readonly [number, number]): Present {
  const { deep, rows } = present;
  const { size, mate } = deep.flower;
  const place = placeOnRing(deep.flower, pair);
  if (place || mate[pair[0]] === pair[1]) return without(parted(present, pair, place), [size, size + 1]);
  return { deep, rows: withAltered(rows, size, [{ pair, cost: undefined }]) };
}

/** Matches everyone who is bare, as well as can be; `undefined` where that cannot be. */
export function settledAgain({ deep, rows }: Present): Present | undefined {
  const own = widened(deep, 0);
  return matchBare(own, lookUp(rows)) ? { deep: own, rows } : undefined;
}

/** Where a pair joins two parts of a ring: the one after which it comes, and the blossom. */
interface Place {
  blossom: number;
  part: number;
  /** The end of the pair that lies in this part, and the other one. */
  ends: readonly [number, number];
}

/** Where the pair joins two parts, on the innermost blossom that holds both ends. */
function placeOnRing(flower: Flower, [u, v]: readonly [number, number]): Place | undefined {
  const { above, leaves, enters } = flower;
  const around = new Set(blossomsUp(flower, v));
  const blossom = blossomsUp(flower, u).find((b) => around.has(b));
  if (blossom === undefined) return undefined;
  for (const ends of [
    [u, v],
    [v, u],
  ] as const) {
    let part: number = ends[0];
    while (above[part] !== blossom) part = above[part] as number;
    if (leaves[part] === ends[0] && enters[part] === ends[1]) return { blossom, part, ends };
  }
  return undefined;
}

/** Puts two vertices a and b on the way between u and v: u–a and b–v together cost what u–v did more than a–b. Stays as settled as it was. */
function parted({ deep, rows }: Present, pair: readonly [number, number], place: Place | undefined): Present {
  const wide = widened(deep, 2);
  const [u, v] = place?.ends ?? pair;
  const a = deep.flower.size;
  const b = a + 1;
  const inside = place ? blossomsUp(deep.flower, place.part) : [];
  const shared = deep.z.map((z) => inside.reduce((sum, each) => sum + (z[each] as number), 0));
  const between = wide.y.map((y, level) => {
    y[a] = -(y[u] as number);
    y[b] = -(y[v] as number);
    return (y[a] as number) + (y[b] as number) - (shared[level] as number);
  });
  const outward = shared.map((z) => -z);
  if (place) putOnRing(wide.flower, place, a);
  else
    for (const [one, other] of [
      [u, a],
      [a, u],
      [b, v],
      [v, b],
    ] as const)
      wide.flower.mate[one] = other;
  const altered: Altered[] = [
    { pair: [u, v], cost: undefined },
    { pair: [u, a], cost: outward },
    { pair: [a, b], cost: between },
    { pair: [b, v], cost: outward },
  ];
  return { deep: wide, rows: withAltered(rows, wide.flower.size, altered) };
}

/** Puts `a` and the vertex after it on a ring, at a place that was found before they were there. */
function putOnRing(flower: Flower, { part: was, ends: [u, v] }: Place, a: number): void {
  const { above, after, leaves, enters, tail, follow, count, name } = flower;
  const b = a + 1;
  const part = was < a ? was : was + 2;
  const next = after[part] as number;
  const last = tail[part] as number;
  for (const [from, to, ends] of [
    [part, a, [u, a]],
    [a, b, [a, b]],
    [b, next, [b, v]],
  ] as const) {
    after[from] = to;
    leaves[from] = ends[0];
    enters[from] = ends[1];
  }
  follow[b] = follow[last] as number;
  follow[last] = a;
  follow[a] = b;
  for (const each of [a, b]) {
    above[each] = above[part] as number;
    name[each] = name[u] as number;
  }
  for (const each of blossomsUp(flower, a)) {
    count[each] = (count[each] as number) + 2;
    if (tail[each] === last) tail[each] = b;
  }
}
