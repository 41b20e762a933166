// How a change is put to a settled question without disturbing what is settled: by a few more vertices. Two people are taken out of the round by
// giving each a vertex of their own to be matched with; a pair is forbidden by two vertices on the way between its ends, which are then taken
// out. All prices and blossoms stay right, and two vertices are bare: one search settles everything again.
import { blossomsUp, type DeepFlower, widened } from './again-flower.ts';
import { type Altered, lookUp, type Rows, withAltered } from './again-rows.ts';
import { matchBare } from './again-search.ts';
import type { Flower, Joint } from './blossoms.ts';

/** A question as it is settled at present. Nothing in it is changed by what follows. */
export interface Present {
  deep: DeepFlower;
  rows: Rows;
}

/** Takes people out: whoever is to be matched without them is left bare. */
export function without({ deep, rows }: Present, people: readonly number[]): Present {
  const { size } = deep.flower;
  const wide = widened(deep, people.length);
  for (const y of wide.y) {
    people.forEach((v, at) => {
      y[size + at] = -(y[v] as number);
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

/** A joint of a ring. */
interface Place {
  blossom: number;
  /** The joint leads from this part of the ring to the next one. */
  at: number;
  /** Whether it is noted from the second end of the pair to the first. */
  back: boolean;
}

/** Where the pair is a joint of a ring, on the innermost blossom that holds both ends. */
function placeOnRing(flower: Flower, [u, v]: readonly [number, number]): Place | undefined {
  const around = new Set(blossomsUp(flower, v));
  const blossom = blossomsUp(flower, u).find((b) => around.has(b));
  if (blossom === undefined) return undefined;
  for (const [at, [from, to]] of (flower.joints[blossom] as Joint[]).entries()) {
    if ((from === u && to === v) || (from === v && to === u)) return { blossom, at, back: from === v };
  }
  return undefined;
}

/** Puts two vertices a and b on the way between u and v: u–a and b–v together cost what u–v did more than a–b. Stays as settled as it was. */
function parted({ deep, rows }: Present, [u, v]: readonly [number, number], place: Place | undefined): Present {
  const wide = widened(deep, 2);
  const a = deep.flower.size;
  const b = a + 1;
  const inside = place ? blossomsUp(wide.flower, u).filter((each) => blossomsUp(wide.flower, v).includes(each)) : [];
  const shared = wide.z.map((z) => inside.reduce((sum, each) => sum + (z[each] as number), 0));
  const between = wide.y.map((y, level) => {
    y[a] = -(y[u] as number);
    y[b] = -(y[v] as number);
    return (y[a] as number) + (y[b] as number) - (shared[level] as number);
  });
  const outward = shared.map((z) => -z);
  pairUp(wide.flower, [u, a, b, v]);
  if (place) putOnRing(wide.flower, { ...place, blossom: place.blossom + 2 }, [u, a, b, v]);
  const altered: Altered[] = [
    { pair: [u, v], cost: undefined },
    { pair: [u, a], cost: outward },
    { pair: [a, b], cost: between },
    { pair: [b, v], cost: outward },
  ];
  return { deep: wide, rows: withAltered(rows, wide.flower.size, altered) };
}

type Way = readonly [u: number, a: number, b: number, v: number];

function pairUp({ mate }: Flower, [u, a, b, v]: Way): void {
  for (const [one, other] of mate[u] === v ? [[u, a] as const, [b, v] as const] : [[a, b] as const]) {
    mate[one] = other;
    mate[other] = one;
  }
}

function putOnRing({ parts, joints, above, top }: Flower, { blossom, at, back }: Place, [u, a, b, v]: Way): void {
  const way: readonly [number, number, number, number] = back ? [v, b, a, u] : [u, a, b, v];
  parts[blossom]?.splice(at + 1, 0, way[1], way[2]);
  joints[blossom]?.splice(at, 1, [way[0], way[1]], [way[1], way[2]], [way[2], way[3]]);
  for (const each of [a, b]) {
    above[each] = blossom;
    top[each] = top[u] as number;
  }
}
