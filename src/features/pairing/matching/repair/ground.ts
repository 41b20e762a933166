// What a repair is worked out on: the groups that stand, whoever needs a place, and what pairs and trios cost. A value has one number for each
// group of tiers, most important first, in quarters of a unit: so that prices and half shares of them are whole.
import { type Group, groupsOf, numbersOf, type Question, type Tier } from '../order/tiers.ts';

/** Costs are counted in so many parts of a unit. */
export const PARTS = 4;

export interface Ground {
  question: Question;
  groups: readonly Group[];
  /** How many numbers a value has. */
  levels: number;
  /** The pairs and the trios that stand and may change. */
  pairs: readonly (readonly [number, number])[];
  trios: readonly (readonly [number, number, number])[];
  /** Who needs a place. */
  loose: readonly number[];
  /** The standing pair that each vertex is in, by its place in `pairs`, and the partner; −1 where there is none. */
  pairOf: Int32Array;
  partner: Int32Array;
  /** What pairing `u` with each vertex costs, a value for each; and what the pair costs inside a trio. */
  costs: (u: number) => Float64Array;
  within: (u: number) => Float64Array;
  /** What being one of three costs each vertex. */
  duty: Float64Array;
}

/** The ground for groups of two or three that stand; whoever is in none of them is loose. */
export function groundOf(question: Question, standing: readonly (readonly number[])[]): Ground {
  const { size } = question;
  const groups = levelsOf(withStanding(question, standing));
  const pairs = standing.filter((group): group is [number, number] => group.length === 2);
  const pairOf = new Int32Array(size).fill(-1);
  const partner = new Int32Array(size).fill(-1);
  pairs.forEach(([v, w], at) => {
    pairOf[v] = at;
    pairOf[w] = at;
    partner[v] = w;
    partner[w] = v;
  });
  const placed = new Set(standing.flat());
  const counted = groups.map((group) => group.filter(({ tier }) => question.tiers[tier]?.flat === undefined));
  const costs = rowsOf(question, groups);
  return {
    ...{ question, groups, levels: groups.length, pairs, pairOf, partner, costs },
    trios: standing.filter((group): group is [number, number, number] => group.length === 3),
    loose: Array.from({ length: size }, (_, v) => v).filter((v) => !placed.has(v)),
    within: counted.every((group, at) => group.length === groups[at]?.length) ? costs : rowsOf(question, counted),
    duty: dutyOf(question, groups),
  };
}

/** The question in which whoever stands together may: what they cost counts, even if it would not be allowed any more. */
export function withStanding(question: Question, standing: readonly (readonly number[])[]): Question {
  const open = question.open.slice();
  for (const group of standing) for (const u of group) for (const v of group) if (u !== v) open[u * question.size + v] = 1;
  return { ...question, open };
}

/** The groups of tiers, at least one, with room for trios. */
function levelsOf(question: Question): Group[] {
  const groups = groupsOf(
    question,
    question.tiers.map((tier) => mostInTrio(question, tier)),
  );
  return groups.length > 0 ? groups : [[]];
}

/** The most that a trio comes to under a tier, so that the digits leave room for it. */
function mostInTrio({ size, open }: Question, { row: read, duty, flat, reach }: Tier): number {
  if (flat !== undefined) return flat;
  let most = reach?.[1] ?? 0;
  const row = new Float64Array(size);
  for (let u = 0; u < size && !reach; u++) {
    read(u, row);
    for (let v = 0; v < size; v++) if (open[u * size + v] === 1 && (row[v] as number) > most) most = row[v] as number;
  }
  return 3 * most + 3 * Math.max(0, ...(duty ?? []));
}

/** Rows of values, each written when it is first asked for. */
function rowsOf(question: Question, groups: readonly Group[]): (u: number) => Float64Array {
  const { size } = question;
  const numbers = groups.map((group) => numbersOf(question, group));
  const rows: (Float64Array | undefined)[] = new Array(size);
  const level = new Float64Array(size);
  return (u) => {
    const known = rows[u];
    if (known) return known;
    const row = new Float64Array(size * groups.length);
    numbers.forEach((costs, at) => {
      costs.row(u, level);
      for (let v = 0; v < size; v++) row[v * groups.length + at] = PARTS * (level[v] as number);
    });
    rows[u] = row;
    return row;
  };
}

function dutyOf({ size, tiers }: Question, groups: readonly Group[]): Float64Array {
  const levels = groups.length;
  const duty = new Float64Array(size * levels);
  groups.forEach((group, at) => {
    for (const { tier, place } of group) {
      const own = tiers[tier]?.duty;
      for (let v = 0; own && v < size; v++) duty[v * levels + at] = (duty[v * levels + at] as number) + PARTS * (own[v] as number) * place;
    }
  });
  return duty;
}
