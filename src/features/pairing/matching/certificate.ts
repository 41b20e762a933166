// Proves a plan, or refuses it, without a line of the code that made it. From the pairs, the prices and the blossoms alone: nothing that is
// allowed is better in the first group of tiers; nothing that is as good there is better in the second; and so on. Linear in the pairs.
import type { Stage } from './in-order.ts';
import type { Group, Question, Tier } from './tiers.ts';

export type Verdict = { holds: true } | { holds: false; because: string };

/** Above this a sum of a few halves might be rounded. */
export const EXACT = 2 ** 50;

/** Whether `stages` prove that `mate` is a best perfect matching for the question. */
export function check(question: Question, mate: Int32Array, stages: readonly Stage[]): Verdict {
  const fault = matchingFault(question, mate) ?? orderFault(question, stages) ?? stagesFault(question, mate, stages);
  return fault === undefined ? { holds: true } : { holds: false, because: fault };
}

/** Everyone is their partner's partner, and the pair is allowed. */
export function matchingFault({ size, open }: Question, mate: Int32Array): string | undefined {
  if (mate.length !== size) return 'the matching has another size';
  for (let u = 0; u < size; u++) {
    const v = mate[u] as number;
    if (!(v >= 0 && v < size) || v === u || mate[v] !== u || open[u * size + v] !== 1) return `${u} has no partner who is allowed`;
  }
  return undefined;
}

/** The tiers are settled in their order, and under those that are passed over all pairs (and all trios) cost the same. */
export function orderFault(question: Question, stages: readonly Stage[]): string | undefined {
  const settled = stages.flatMap(({ group }) => group.map(({ tier }) => tier));
  if (settled.some((tier, at) => at > 0 && tier <= (settled[at - 1] as number))) return 'the tiers are out of order';
  const left = question.tiers.findIndex((tier, at) => {
    const [low, high] = settled.includes(at) ? [0, 0] : spread(question, question.open, tier);
    return low < high || (!settled.includes(at) && dutyOf(question, tier) > 0);
  });
  return left < 0 ? undefined : `tier ${left} was passed over`;
}

/** Each stage is sound, and the matching is best in it among those that are best in the stages before. */
export function stagesFault(question: Question, mate: Int32Array, stages: readonly Stage[]): string | undefined {
  const open = question.open.slice();
  const earlier: Int32Array[] = [];
  for (const stage of stages) {
    const fault =
      digitFault(question, open, stage.group) ?? blossomFault(mate, stage) ?? pairFault(question, { stage, open, earlier }, mate);
    if (fault) return fault;
    earlier.push(...stage.blossoms.map(({ members }) => members));
  }
  return undefined;
}

/** Within a group no sum of lower digits over a plan comes up to one unit of a higher one. */
export function digitFault(question: Question, open: Uint8Array, group: Group): string | undefined {
  let below = 0;
  for (const { tier, least, place } of group.toReversed()) {
    const [low, high] = spread(question, open, question.tiers[tier] as Tier);
    if (low < least || least < 0 || below >= place) return `the digits of tier ${tier} overlap`;
    below += mostOf(question, question.tiers[tier] as Tier, high, least) * place;
  }
  return below < EXACT ? undefined : 'the numbers are too large to be exact';
}

/** The most that a plan comes to under a tier. A trio counts as two pairs, whatever its three cost. */
function mostOf(question: Question, tier: Tier, high: number, least: number): number {
  if (question.size % 2 === 0) return (question.size / 2) * (high - least);
  const trio = tier.flat ?? 3 * high + dutyOf(question, tier);
  return ((question.size - 3) / 2) * (high - least) + trio - 2 * least;
}

/** The least and the most that an open pair costs under a tier. */
function spread({ size }: Question, open: Uint8Array, tier: Tier): [number, number] {
  const row = new Float64Array(size);
  let low = Infinity;
  let high = -Infinity;
  for (let u = 0; u < size; u++) {
    tier.row(u, row);
    for (let v = 0; v < size; v++) {
      if (open[u * size + v] === 0) continue;
      low = Math.min(low, row[v] as number);
      high = Math.max(high, row[v] as number);
    }
  }
  return [low, high];
}

/** The most that three vertices pay under a tier for being the trio; nothing where the number is even. */
function dutyOf({ size }: Question, { duty }: Tier): number {
  return size % 2 === 0 || !duty ? 0 : 3 * Math.max(...duty);
}

/** Each blossom is an odd set, its z counts, and all but one of it are matched inside it. */
function blossomFault(mate: Int32Array, { blossoms }: Stage): string | undefined {
  for (const { members, z } of blossoms) {
    const set = new Set(members);
    const outward = members.filter((v) => !set.has(mate[v] as number)).length;
    if (set.size !== members.length || set.size % 2 === 0 || outward !== 1) return 'a blossom is not full';
    if (!(z > 0)) return 'a blossom has no z';
  }
  return undefined;
}

export interface Held {
  stage: Stage;
  /** The pairs that no earlier stage has closed; this one closes those that cost more than their prices. */
  open: Uint8Array;
  /** The blossoms of earlier stages. */
  earlier: readonly Int32Array[];
}

/** No open pair costs less than its prices, and those that are matched cost no more. */
export function pairFault(question: Question, { stage, open, earlier }: Held, mate?: Int32Array): string | undefined {
  const { size } = question;
  const { y } = stage;
  if (y.length !== size || sizeOfNumbers(stage, earlier) > EXACT) return 'a price is missing, or too large to be exact';
  for (let u = 0, slack = new Float64Array(size); u < size; u++) {
    slackOf(question, { stage, open, earlier }, u, slack);
    for (let v = 0; v < size; v++) {
      if (open[u * size + v] === 0) continue;
      const left = slack[v] as number;
      if (!(left >= 0)) return `${u} and ${v} cost less than their prices`;
      if (left > 0 && mate?.[u] === v) return `${u} and ${v} cost more than their prices`;
      if (left > 0) open[u * size + v] = 0;
    }
  }
  return undefined;
}

/** What each pair of `u` costs, less its prices: its digits, a toll for each earlier blossom that it leaves, and the z around both ends. */
function slackOf({ size, tiers }: Question, { stage, earlier }: Held, u: number, slack: Float64Array): void {
  const { group, toll, y, blossoms } = stage;
  const row = new Float64Array(size);
  for (let v = 0; v < size; v++) slack[v] = -(y[u] as number) - (y[v] as number);
  for (const { tier, least, place } of group) {
    (tiers[tier] as Tier).row(u, row);
    for (let v = 0; v < size; v++) slack[v] = (slack[v] as number) + ((row[v] as number) - least) * place;
  }
  for (const members of earlier) {
    const inside = members.includes(u);
    if (inside) for (let v = 0; v < size; v++) slack[v] = (slack[v] as number) + toll;
    for (const v of members) slack[v] = (slack[v] as number) + (inside ? -toll : toll);
  }
  for (const { members, z } of blossoms) if (members.includes(u)) for (const v of members) slack[v] = (slack[v] as number) + z;
}

/** No partial sum of a slack is larger than this, apart from the digits. */
function sizeOfNumbers({ y, toll, blossoms }: Stage, earlier: readonly Int32Array[]): number {
  const around = new Float64Array(y.length);
  for (const members of earlier) for (const v of members) around[v] = (around[v] as number) + Math.abs(toll);
  for (const { members, z } of blossoms) for (const v of members) around[v] = (around[v] as number) + z;
  return y.reduce((most, price, v) => Math.max(most, 2 * (Math.abs(price) + (around[v] as number))), 0);
}
