// Proves a plan, or refuses it, without a line of the code that made it. From the pairs, the prices and the blossoms alone: nothing that is
// allowed is better in the first group of tiers; nothing that is as good there is better in the second; and so on. One pass over the pairs.
import { isExact, readSlacks, type View, viewsOf } from './certificate-view.ts';
import type { Stage } from './in-order.ts';
import type { Question, Tier } from './tiers.ts';

export type Verdict = { holds: true } | { holds: false; because: string };

/** Whether `stages` prove that `mate` is a best perfect matching for the question. */
export function check(question: Question, mate: Int32Array, stages: readonly Stage[]): Verdict {
  const fault =
    matchingFault(question, mate) ??
    orderFault(question, stages) ??
    stages.map(({ blossoms }) => blossomFault(mate, blossoms)).find((each) => each !== undefined) ??
    stagesFault(question, stages, mate);
  return fault === undefined ? { holds: true } : { holds: false, because: fault };
}

/** Everyone is their partner's partner, and the pair is allowed. */
export function matchingFault({ size, open }: Pick<Question, 'size' | 'open'>, mate: Int32Array): string | undefined {
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
  if (settled.some((tier, at) => !question.tiers[tier] || tier <= (settled[at - 1] ?? -1))) return 'the tiers are out of order';
  const left = question.tiers.findIndex((tier, at) => !settled.includes(at) && (isUneven(question, tier) || dutyOf(question, tier) > 0));
  return left < 0 ? undefined : `tier ${left} was passed over`;
}

/** Whether some allowed pairs cost more than others. */
function isUneven({ size, open }: Question, tier: Tier): boolean {
  const row = new Float64Array(size);
  let seen = Number.NaN;
  for (let u = 0; u < size; u++) {
    tier.row(u, row, u);
    for (let v = 0; v < u; v++) {
      if (open[u * size + v] === 0) continue;
      if (seen !== row[v] && !Number.isNaN(seen)) return true;
      seen = row[v] as number;
    }
  }
  return false;
}

/** Each blossom is an odd set, its z counts, and all but one of it are matched inside it. */
function blossomFault(mate: Int32Array, blossoms: Stage['blossoms']): string | undefined {
  for (const { members, z } of blossoms) {
    const set = new Set(members);
    const outward = members.filter((v) => !set.has(mate[v] as number)).length;
    if (set.size !== members.length || set.size % 2 === 0 || outward !== 1) return 'a blossom is not full';
    if (!(z > 0)) return 'a blossom has no z';
  }
  return undefined;
}

/** Stage by stage, among the pairs that cost no more than their prices in the stages before: none costs less, and none that is matched more. */
export function stagesFault(question: Question, stages: readonly Stage[], mate?: Int32Array): string | undefined {
  const { size, open } = question;
  const views = viewsOf(question, stages);
  if (!views) return 'blossoms cross, or a number is missing, not whole, or too large to be exact';
  const room = new Int32Array(size);
  for (let u = 0; u < size; u++) {
    let near = allowed(open.subarray(u * size, u * size + u), room);
    for (const view of views) {
      readSlacks(question, view, u, near);
      const tight = tightAmong(near, view.slack);
      if (tight < 0) return `${u} and another cost less than their prices`;
      near = room.subarray(0, tight);
    }
    const v = mate?.[u] as number;
    if (v < u && !near.includes(v)) return `${u} and ${v} cost more than their prices`;
  }
  return views.map((view) => digitFault(question, view)).find((fault) => fault !== undefined);
}

/** The vertices with whom a pair is allowed. */
function allowed(open: Uint8Array, room: Int32Array): Int32Array {
  let count = 0;
  for (let v = 0; v < open.length; v++) if (open[v] === 1) room[count++] = v;
  return room.subarray(0, count);
}

/** Moves those of no slack to the front, and tells how many they are; −1 where some slack is below nothing, or none at all. */
function tightAmong(near: Int32Array, slack: Float64Array): number {
  let count = 0;
  for (let at = 0; at < near.length; at++) {
    if (!((slack[at] as number) >= 0)) return -1;
    if (slack[at] === 0) near[count++] = near[at] as number;
  }
  return count;
}

/** Within a group no two plans differ by as much in lower digits as one unit of a higher one comes to. */
function digitFault(question: Question, view: View): string | undefined {
  const { group, low, high, usual } = view;
  let [below, most] = [0, 0];
  for (const [at, { tier, least, place }] of [...group.entries()].toReversed()) {
    const [lowest, highest] = [low[at] as number, high[at] as number];
    if (lowest < least || least < 0 || below >= place) return `the digits of tier ${tier} overlap`;
    below += swingOf(question, tier, { least, highest, isUsual: usual[at] !== Infinity }) * place;
    most += (highest - least) * place;
  }
  return isExact(view, most) ? undefined : 'the numbers are too large to be exact';
}

interface Range {
  least: number;
  highest: number;
  /** Whether all pairs cost the same that hold nobody of the tier's few. */
  isUsual: boolean;
}

/** How far two plans may differ under a tier. A trio counts as two pairs, whatever its three cost. */
function swingOf(question: Question, at: number, { least, highest, isUsual }: Range): number {
  const { size, tiers } = question;
  const tier = tiers[at] as Tier;
  if (size % 2 === 0) return Math.min(size / 2, tier.few && isUsual ? sum(tier.few) : size) * (highest - least);
  const trio = tier.flat ?? 3 * highest + dutyOf(question, tier);
  return ((size - 3) / 2) * (highest - least) + trio - 2 * least;
}

function sum(numbers: Uint8Array): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** The most that three vertices pay under a tier for being the trio; nothing where the number is even. */
function dutyOf({ size }: Question, { duty }: Tier): number {
  return size % 2 === 0 || !duty ? 0 : 3 * Math.max(...duty);
}
