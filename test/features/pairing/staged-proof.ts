// Judges a proof in stages by the theorem alone, in numbers of any length and with fractions: whoever is best in the first stage uses only pairs
// at their price, and leaves each odd set once; among those the second stage decides, and so on. Shares no line with the program.
import type { Stage } from '../../../src/features/pairing/matching/order/in-order.ts';
import type { Question, Tier } from '../../../src/features/pairing/matching/order/tiers.ts';

/** What is claimed: that `stages` prove `mate` best for the question. */
export interface Proved {
  question: Question;
  mate: Int32Array;
  stages: readonly Stage[];
}

/** A number with its fractions, whole: exact for whatever has twenty binary places or fewer. */
export function exact(number: number): bigint {
  return BigInt(number * 2 ** 20);
}

/** What is wrong with the proof; nothing where it shows that no plan comes before this one. */
export function faultInStages(proved: Proved): string | undefined {
  try {
    return matesFault(proved) ?? aimsFault(proved) ?? stageFault(proved);
  } catch (fault) {
    if (fault instanceof RangeError || fault instanceof TypeError) return `not a number: ${fault.message}`;
    throw fault;
  }
}

function matesFault({ question: { size, open }, mate }: Proved): string | undefined {
  const good = mate.length === size && mate.every((v, u) => v >= 0 && v < size && v !== u && mate[v] === u && open[u * size + v] === 1);
  return good ? undefined : 'not everybody has a partner who is allowed';
}

/** Aims stand in their order, each once; one that is left out asks the same of all. */
function aimsFault({ question, stages }: Proved): string | undefined {
  const order = stages.flatMap(({ group }) => group.map(({ tier }) => tier));
  if (order.some((tier, at) => !question.tiers[tier] || (at > 0 && tier <= (order[at - 1] as number)))) return 'aims out of order';
  const pairs = openPairs(question, question.open);
  const left = question.tiers.filter((_, at) => !order.includes(at));
  return left.every((tier) => new Set(pairs.map(([u, v]) => unitsOf(question, tier, u, v))).size <= 1) ? undefined : 'an aim left out';
}

function stageFault({ question, mate, stages }: Proved): string | undefined {
  const { size } = question;
  let pairs = openPairs(question, question.open);
  const earlier: Set<number>[] = [];
  for (const { group, toll, y, blossoms } of stages) {
    if (y.length !== size) return 'prices for others';
    if (overlaps(question, group, pairs)) return 'digits overlap';
    const sets = blossoms.map(({ members, z }) => ({ set: new Set(members), count: members.length, z: exact(z) }));
    for (const { set, count, z } of sets) {
      if (count !== set.size || count % 2 === 0 || z <= 0n || [...set].some((v) => !(v >= 0 && v < size))) return 'no odd set';
      if ([...set].filter((v) => !set.has(mate[v] as number)).length !== 1) return 'a set is left more than once';
    }
    const slack = ([u, v]: readonly [number, number]) => {
      const crossed = earlier.filter((set) => set.has(u) !== set.has(v)).length;
      const around = sets.reduce((sum, { set, z }) => (set.has(u) && set.has(v) ? sum + z : sum), 0n);
      const cost = group.reduce((sum, { tier, least, place }) => {
        const units = unitsOf(question, question.tiers[tier] as Tier, u, v);
        return sum + (BigInt(units) - BigInt(least)) * exact(place);
      }, 0n);
      return cost + (crossed > 0 ? exact(toll) * BigInt(crossed) : 0n) + around - exact(y[u] as number) - exact(y[v] as number);
    };
    if (pairs.some((pair) => slack(pair) < 0n)) return 'a pair below its price';
    if (pairs.some((pair) => mate[pair[0]] === pair[1] && slack(pair) > 0n)) return 'a couple above its price';
    pairs = pairs.filter((pair) => slack(pair) === 0n);
    earlier.push(...sets.map(({ set }) => set));
  }
  return undefined;
}

/** Whether the lower aims of a group, over a whole plan, could come to one unit of a higher one. */
function overlaps(question: Question, group: Stage['group'], pairs: readonly (readonly [number, number])[]): boolean {
  let below = 0n;
  return group.toReversed().some(({ tier, place }) => {
    const units = pairs.map(([u, v]) => unitsOf(question, question.tiers[tier] as Tier, u, v));
    if (exact(place) <= below) return true;
    below += BigInt(question.size / 2) * BigInt(Math.max(...units) - Math.min(...units)) * exact(place);
    return false;
  });
}

function openPairs({ size }: Question, open: Uint8Array): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let u = 0; u < size; u++) for (let v = u + 1; v < size; v++) if (open[u * size + v] === 1) pairs.push([u, v]);
  return pairs;
}

function unitsOf({ size }: Question, { row }: Tier, u: number, v: number): number {
  const units = new Float64Array(size);
  row(u, units);
  return units[v] as number;
}
