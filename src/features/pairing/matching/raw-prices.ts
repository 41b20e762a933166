// From what the searches found to one certificate in whole numbers of any length: the digits put together, no two sets crossing, no halves.
import type { Matched } from './costs.ts';
import type { Second } from './raw-digits.ts';
import { type OddSet, uncrossed } from './raw-uncrossed.ts';

/** For every pair y_u + y_v and the z of the sets that hold both are at least its weight; just as much for those that are matched. */
export interface Prices {
  y: bigint[];
  /** Smallest first; no two cross. */
  sets: OddSet[];
}

/** What was settled: the first digit, and where there is one the second. */
export interface Digits {
  scale: number;
  first: Matched;
  second?: Matched & Pick<Second, 'tolls' | 'paid'>;
}

export function pricesOf(greatest: number, { scale, first, second }: Digits): Prices {
  const whole = BigInt(scale);
  const twice = Array.from(first.y, (price, v) => {
    const lower = second ? 2 * (second.y[v] as number) - 2 * (second.paid[v] as number) : 0;
    return BigInt(greatest) - whole * BigInt(2 * price) - BigInt(lower);
  });
  const sets: OddSet[] = first.blossoms.map(({ members, z }, at) => {
    const untold = second ? 2n * BigInt(second.tolls[at] as number) : 0n;
    return { members, z: whole * BigInt(z) - untold };
  });
  for (const { members, z } of second?.blossoms ?? []) sets.push({ members, z: BigInt(z) });
  const laid = uncrossed(
    sets.filter(({ z }) => z > 0n),
    twice,
  );
  const tidy = withoutHalves(laid, twice) ? uncrossed(laid, twice) : laid;
  return { y: twice.map((price) => price / 2n), sets: tidy };
}

/**
 * Vertices with half a unit are matched among themselves, and no pair that is tight joins them to others. One of them gains the missing half; all
 * others lose theirs, and make up for it as a set of their own, which is odd and matched outwards once: to that one. Adds it to `sets`; `false`
 * where there was no half. A blossom among them can stand for the one vertex: what it gains, its own pairs need less.
 */
function withoutHalves(sets: OddSet[], twice: bigint[]): boolean {
  const halves = new Set(twice.flatMap((price, v) => (price % 2n === 0n ? [] : [v])));
  if (halves.size === 0) return false;
  const chosen = chosenOf(sets, halves);
  for (const v of halves) twice[v] = (twice[v] as bigint) + (chosen.has(v) ? 1n : -1n);
  const others = Int32Array.from([...halves].filter((v) => !chosen.has(v)));
  sets.push({ members: others, z: 1n });
  return true;
}

/** One vertex that lies in no set, or else a set of them, which gives up one unit, or else any vertex. */
function chosenOf(sets: OddSet[], halves: ReadonlySet<number>): Set<number> {
  const held = new Set(sets.flatMap(({ members }) => [...members]));
  for (const v of halves) if (!held.has(v)) return new Set([v]);
  const at = sets.findLastIndex(({ members }) => members.every((v) => halves.has(v)));
  const set = sets[at];
  const [any = 0] = halves;
  if (!set) return new Set([any]);
  set.z -= 1n;
  if (set.z === 0n) sets.splice(at, 1);
  return new Set(set.members);
}
