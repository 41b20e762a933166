// Odd sets with weights that prove something, brought into an order in which no two cross. Two that do are replaced by what they have in common
// and what they are together, or by what is left of each: the proof stays as strong, pair by pair.

/** An odd set of vertices and what it adds to each pair inside it: whole, above 0. */
export interface OddSet {
  readonly members: Int32Array;
  z: bigint;
}

/** A set that has its place: it crosses no other. */
interface Placed extends OddSet {
  /** The set right around it. */
  above: Placed | undefined;
  /** How much it has in common with the set that is looking for its place. */
  common: number;
}

interface Tidy {
  placed: Set<Placed>;
  /** The set right around each vertex. */
  around: (Placed | undefined)[];
  /** Those that still have no place, smallest first. */
  waiting: OddSet[];
  /** Twice the price of each vertex. */
  twice: bigint[];
}

/**
 * The sets, smallest first and none crossing another. What vertices gain instead is added to `twice`, which holds prices doubled. The largest finds
 * its place first: in the opposite order what is left of two sets that cross can cross others again, a million times over for fifty sets.
 */
export function uncrossed(sets: readonly OddSet[], twice: bigint[]): OddSet[] {
  const waiting = [...sets].sort((one, other) => one.members.length - other.members.length);
  const tidy: Tidy = { placed: new Set(), around: new Array(twice.length).fill(undefined), waiting, twice };
  for (let next = waiting.pop(); next; next = waiting.pop()) if (next.members.length > 1) place(tidy, next);
  const laid = [...tidy.placed].sort((one, other) => one.members.length - other.members.length);
  return laid.map(({ members, z }) => ({ members, z }));
}

function place(tidy: Tidy, set: OddSet): void {
  const size = set.members.length;
  const touched = touchedBy(tidy, set);
  const across = touched.findLast(({ common, members }) => common < size && common < members.length);
  const same = touched.find(({ common, members }) => common === size && members.length === size);
  if (across) uncross(tidy, set, across);
  else if (same) same.z += set.z;
  else settle(tidy, set, touched);
  for (const each of touched) each.common = 0;
}

/** The placed sets that share vertices with `set`, smallest first, each knowing how many. */
function touchedBy({ around }: Tidy, { members }: OddSet): Placed[] {
  const touched = new Set<Placed>();
  for (const v of members) {
    const nearest = around[v];
    if (nearest) nearest.common++;
    for (let each = nearest; each && !touched.has(each); each = each.above) touched.add(each);
  }
  const sorted = [...touched].sort((one, other) => one.members.length - other.members.length);
  for (const { above, common } of sorted) if (above) above.common += common;
  return sorted;
}

/** Gives the set its place, right inside the smallest that holds it. */
function settle({ placed, around }: Tidy, { members, z }: OddSet, touched: readonly Placed[]): void {
  const outside = touched.find(({ common, members: theirs }) => common < theirs.length);
  const fresh: Placed = { members, z, above: outside, common: 0 };
  placed.add(fresh);
  for (const each of touched) if (each.common === each.members.length && each.above === outside) each.above = fresh;
  for (const v of members) if (around[v] === outside) around[v] = fresh;
}

function leave({ placed, around }: Tidy, set: Placed): void {
  placed.delete(set);
  for (const each of placed) if (each.above === set) each.above = set.above;
  for (const v of set.members) if (around[v] === set) around[v] = set.above;
}

/** Takes as much from both as the lighter one has, and gives it to sets that do not cross. */
function uncross(tidy: Tidy, one: OddSet, other: Placed): void {
  const z = one.z < other.z ? one.z : other.z;
  const inOne = new Set(one.members);
  const inOther = new Set(other.members);
  const both = one.members.filter((v) => inOther.has(v));
  const onlyOne = one.members.filter((v) => !inOther.has(v));
  const onlyOther = other.members.filter((v) => !inOne.has(v));
  if (other.z === z) leave(tidy, other);
  else other.z -= z;
  queueUp(tidy, one.members, one.z - z);
  if (both.length % 2 === 1) {
    queueUp(tidy, both, z);
    queueUp(tidy, Int32Array.from([...one.members, ...onlyOther]), z);
  } else {
    queueUp(tidy, onlyOne, z);
    queueUp(tidy, onlyOther, z);
    for (const v of both) tidy.twice[v] = (tidy.twice[v] as bigint) + 2n * z;
  }
}

/** Puts a set among those that wait, unless nothing is left of it. */
function queueUp({ waiting }: Tidy, members: Int32Array, z: bigint): void {
  if (z === 0n) return;
  let at = waiting.length;
  while (at > 0 && (waiting[at - 1] as OddSet).members.length > members.length) at--;
  waiting.splice(at, 0, { members, z });
}
