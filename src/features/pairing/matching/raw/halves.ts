// Prices in halves become whole ones: readers of a certificate then need whole numbers only, and can have them exactly.
import type { OddSet } from './uncrossed.ts';

/**
 * Takes the halves out of prices that stand doubled in `twice`; returns the sets that go with them, smallest first, none of which cross.
 *
 * Vertices with half a unit are matched among themselves, and no pair that is tight joins them to others. One of them gains the missing half; all
 * others lose theirs, and make up for it as a set of their own, which is odd and matched outwards once: to that one. A set among them can stand
 * for the one vertex: what it gains, its own pairs need less.
 */
export function withoutHalves(sets: OddSet[], twice: bigint[]): OddSet[] {
  const halves = new Set(twice.flatMap((price, v) => (price % 2n === 0n ? [] : [v])));
  if (halves.size === 0) return sets;
  const chosen = chosenOf(sets, halves);
  for (const v of halves) twice[v] = (twice[v] as bigint) + (chosen.has(v) ? 1n : -1n);
  return withOneMore(
    sets,
    Uint8Array.from(twice, (_, v) => (halves.has(v) && !chosen.has(v) ? 1 : 0)),
    twice,
  );
}

/** One vertex that lies in no set, or else a set of them, which gives up one unit, or else any vertex. */
function chosenOf(sets: OddSet[], halves: ReadonlySet<number>): Set<number> {
  const held = new Set<number>();
  for (const { members } of sets.toReversed()) if (!held.has(members[0] as number)) for (const v of members) held.add(v);
  for (const v of halves) if (!held.has(v)) return new Set([v]);
  const at = sets.findLastIndex(({ members }) => members.every((v) => halves.has(v)));
  const set = sets[at];
  const [any = 0] = halves;
  if (!set) return new Set([any]);
  set.z -= 1n;
  if (set.z === 0n) sets.splice(at, 1);
  return new Set(set.members);
}

/**
 * The sets, and one more of a single unit: the vertices where `inside` is 1. From the inside outwards, each set that crosses it gives up a unit,
 * and the new one grows by it or leaves it; so it never crosses again what has been passed.
 */
function withOneMore(sets: readonly OddSet[], inside: Uint8Array, twice: bigint[]): OddSet[] {
  const laid: OddSet[] = [];
  let size = inside.reduce((sum, is) => sum + is, 0);
  for (const { members, z } of sets) {
    const common = members.filter((v) => inside[v] === 1);
    const crosses = common.length > 0 && common.length < members.length && common.length < size;
    if (!crosses || z > 1n) laid.push({ members, z: crosses ? z - 1n : z });
    if (!crosses) continue;
    const grows = common.length % 2 === 1;
    laid.push({ members: grows ? common : members.filter((v) => inside[v] === 0), z: 1n });
    for (const v of members) inside[v] = grows ? 1 : 0;
    size += grows ? members.length - common.length : -common.length;
    if (!grows) for (const v of common) twice[v] = (twice[v] as bigint) + 2n;
  }
  laid.push({ members: Int32Array.from(twice.keys()).filter((v) => inside[v] === 1), z: 1n });
  return laid.sort((one, other) => one.members.length - other.members.length);
}
