// Aims in strict order of importance, as whole numbers. What a pair costs under each aim becomes a digit; the digits of several aims make one
// number, in which no sum of lower digits over a whole plan reaches one unit of a higher one. Aims that do not fit into a number exactly are
// left to a later stage.
import type { Costs } from '../costs.ts';
import { addKinds, MOST_KINDS, summed, type Table, writeKinds } from './kinds.ts';
import { pairsThatDiffer, reachesOf } from './reach.ts';

/** One aim: what it costs to pair `u` with each vertex, as whole numbers from 0 up, fewer being better. */
export interface Tier {
  readonly name: string;
  /** Writes at least the places before `until`; all, where that is not given. */
  readonly row: (u: number, into: Float64Array, until?: number) => void;
  /** What it costs each vertex to be one of three. */
  readonly duty?: Float64Array;
  /** What a trio costs, whoever is in it, instead of what its pairs do; no less than any pair. */
  readonly flat?: number;
  /** No pair costs less, and none more. Where it is missing, all pairs are looked at. */
  readonly reach?: readonly [least: number, most: number];
  /** 1 for vertices without which all pairs would cost the same. */
  readonly few?: Uint8Array;
  /** The same costs once more, for whoever adds up several tiers. Who gives a tier another `row` has to leave this out. */
  readonly made?: Made;
}

/** Costs by kinds of vertices, with exceptions for single pairs. */
export interface Made {
  table: Table;
  /** Adds what pairs of `u` cost beside what their kinds say, `times` over, at least to the places before `until`. */
  besides?: (u: number, into: Float64Array, until: number, times: number) => void;
}

/** Who may be matched with whom, and what for. */
export interface Question {
  readonly size: number;
  readonly open: Uint8Array;
  readonly tiers: readonly Tier[];
}

/** A tier's place in a number: (cost − least) × place. */
export interface Digit {
  tier: number;
  least: number;
  place: number;
}

/** The tiers that are settled together, most important first. */
export type Group = readonly Digit[];

/** Where whole plans are compared by their sums in a group's numbers, these stay below this. */
export const LARGEST_SUM = 2 ** 46;
/**
 * Where no sum of a whole plan is needed, what one pair costs stays below this. Prices are of the order of costs, tolls of earlier groups come to no
 * more, and halves of such numbers are exact. The certificate shows for each plan that they were.
 */
export const LARGEST_COST = 2 ** 47;

/** How far the costs under a tier reach. */
interface Reach {
  tier: number;
  least: number;
  /** Two plans differ by less than this. */
  radix: number;
}

/**
 * Sorts the tiers into groups; a tier under which all pairs cost the same drops out. `mosts` may tell of higher costs than the question has. In no
 * group does a pair cost more than `largest`.
 */
export function groupsOf(question: Question, mosts: readonly number[] = [], largest = (2 * LARGEST_SUM) / question.size): Group[] {
  const groups: Reach[][] = [];
  let cost = Infinity;
  reachesOf(question).forEach(([low, high], tier) => {
    const most = Math.max(high, mosts[tier] ?? 0);
    const least = Math.min(low, most);
    const radix = pairsThatDiffer(question, tier) * (most - least) + 1;
    if (radix === 1) return;
    cost = cost * radix + most - least;
    if (cost > largest) {
      groups.push([]);
      cost = most - least;
    }
    groups.at(-1)?.push({ tier, least, radix });
  });
  return groups.map(placed);
}

function placed(group: Reach[]): Digit[] {
  let place = 1;
  const digits: Digit[] = [];
  for (const { tier, least, radix } of group.toReversed()) {
    digits.unshift({ tier, least, place });
    place *= radix;
  }
  return digits;
}

/** A group's costs as one number for each pair, whether it is allowed or not. */
export function numbersOf({ size, tiers }: Question, group: Group): Costs {
  const digits = group.map(({ tier, least, place }) => ({ tier: tiers[tier] as Tier, least, place }));
  const parts = digits.flatMap(({ tier: { made }, least, place }) => (made ? [{ table: made.table, least, place }] : []));
  const [first, ...more] = summed(parts, size, Math.min(MOST_KINDS, size >> 1)) as [Table, ...Table[]];
  const besides = digits.flatMap(({ tier: { made }, place }) => (made?.besides ? [{ add: made.besides, place }] : []));
  const others = digits.filter(({ tier }) => !tier.made);
  const scratch = new Float64Array(size);
  const write = (u: number, into: Float64Array, until: number) => {
    writeKinds(first, u, into, until);
    for (const table of more) addKinds(table, u, into, until);
    for (const { add, place } of besides) add(u, into, until, place);
    for (const { tier, least, place } of others) {
      tier.row(u, scratch, until);
      for (let v = 0; v < until; v++) into[v] = (into[v] as number) + ((scratch[v] as number) - least) * place;
    }
  };
  return { size, row: (u, into) => write(u, into, size), lower: (u, into) => write(u, into, u) };
}

/** The question for some of the vertices, numbered anew. */
export function restricted({ size, open, tiers }: Question, members: Int32Array): Question {
  const wide = new Float64Array(size);
  return {
    size: members.length,
    open: Uint8Array.from({ length: members.length ** 2 }, (_, at) => {
      const u = members[Math.floor(at / members.length)] as number;
      return open[u * size + (members[at % members.length] as number)] as number;
    }),
    tiers: tiers.map(({ name, row }) => ({
      name,
      row: (u: number, into: Float64Array) => {
        row(members[u] as number, wide);
        for (let v = 0; v < members.length; v++) into[v] = wide[members[v] as number] as number;
      },
    })),
  };
}
