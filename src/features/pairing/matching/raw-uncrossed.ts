// Odd sets with weights that prove something, brought into an order in which no two cross. Two that do are replaced by what they have in common
// and what they are together, or by what is left of each: the proof stays as strong, pair by pair.

/** An odd set of vertices and what it adds to each pair inside it: whole, above 0. */
export interface OddSet {
  members: Int32Array;
  z: bigint;
}

interface Tidy {
  /** Per vertex, the sets that hold it; some of them may be gone by now. */
  holders: OddSet[][];
  kept: Set<OddSet>;
  waiting: OddSet[];
  /** Twice the price of each vertex. */
  twice: bigint[];
}

/** The sets, smallest first and none crossing another. What vertices gain instead is added to `twice`, which holds prices doubled. */
export function uncrossed(sets: readonly OddSet[], twice: bigint[]): OddSet[] {
  const bySize = (one: OddSet, other: OddSet) => one.members.length - other.members.length;
  const tidy: Tidy = { holders: twice.map(() => []), kept: new Set(), waiting: [...sets].sort(bySize).reverse(), twice };
  for (let next = tidy.waiting.pop(); next; next = tidy.waiting.pop()) if (next.members.length > 1) place(tidy, next);
  return [...tidy.kept].sort(bySize);
}

function place(tidy: Tidy, set: OddSet): void {
  const { holders, kept } = tidy;
  const common = new Map<OddSet, number>();
  for (const v of set.members) {
    holders[v] = (holders[v] as OddSet[]).filter((holder) => kept.has(holder));
    for (const holder of holders[v]) common.set(holder, (common.get(holder) ?? 0) + 1);
  }
  const size = set.members.length;
  for (const [other, count] of common) {
    if (count === size && count === other.members.length) {
      other.z += set.z;
      return;
    }
    if (count < size && count < other.members.length) {
      uncross(tidy, set, other);
      return;
    }
  }
  kept.add(set);
  for (const v of set.members) (holders[v] as OddSet[]).push(set);
}

/** Takes as much from both as the lighter one has, and gives it to sets that do not cross. */
function uncross({ kept, waiting, twice }: Tidy, one: OddSet, other: OddSet): void {
  const z = one.z < other.z ? one.z : other.z;
  const inOne = new Set(one.members);
  const inOther = new Set(other.members);
  const both = one.members.filter((v) => inOther.has(v));
  const onlyOne = one.members.filter((v) => !inOther.has(v));
  const onlyOther = other.members.filter((v) => !inOne.has(v));
  if (other.z === z) kept.delete(other);
  else other.z -= z;
  if (one.z > z) waiting.push({ members: one.members, z: one.z - z });
  if (both.length % 2 === 1) waiting.push({ members: Int32Array.from([...one.members, ...onlyOther]), z }, { members: both, z });
  else {
    waiting.push({ members: onlyOne, z }, { members: onlyOther, z });
    for (const v of both) twice[v] = (twice[v] as bigint) + 2n * z;
  }
}
