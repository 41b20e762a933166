// Proves a plan with a trio, or refuses it, without a line of the code that made it. Each set of prices is sound by itself; and for every trio
// that is allowed some set says that no plan with it comes before the one that is offered.
import { digitFault, matchingFault, orderFault, pairFault, type Verdict } from './certificate.ts';
import type { Obstacle } from './feasible.ts';
import { type Question, restricted } from './tiers.ts';
import type { TrioPlan } from './trio.ts';
import type { Prices } from './trio-apart.ts';
import type { Trio } from './trio-bounds.ts';
import { costOf, pairsCost, type Scale, scaleOf } from './trio-scale.ts';

/** Whether the plan's proof shows that no trio, with any pairs for the others, is better. */
export function checkTrio(question: Question, plan: TrioPlan): Verdict {
  const fault =
    planFault(question, plan) ?? firstFault(plan.proof, (prices) => pricesFault(question, prices)) ?? triosFault(question, plan);
  return fault === undefined ? { holds: true } : { holds: false, because: fault };
}

function firstFault<T>(all: Iterable<T>, faultOf: (each: T) => string | undefined): string | undefined {
  for (const each of all) {
    const fault = faultOf(each);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The three may be together, and everyone else has a partner. */
function planFault(question: Question, { trio, mate, proof }: TrioPlan): string | undefined {
  const { size, open } = question;
  const [a, b, c] = trio;
  const together = [a * size + b, a * size + c, b * size + c].every((at) => open[at] === 1);
  if (!together || trio.some((v) => mate[v] !== -1)) return 'the trio is not allowed';
  const others = Int32Array.from({ length: size }, (_, v) => v).filter((v) => !trio.includes(v));
  const renumbered = Int32Array.from(others, (v) => others.indexOf(mate[v] as number));
  return matchingFault(restricted(question, others), renumbered) ?? orderFault(question, proof[0]?.stages ?? []);
}

/** No pair of those whom the prices are for costs less than its prices, stage by stage; an obstacle is one. */
function pricesFault(question: Question, { without, stages, obstacle }: Prices): string | undefined {
  const open = amongOthers(question, without);
  if (obstacle) return isObstacle({ size: question.size, open }, obstacle, without) ? undefined : 'an obstacle is none';
  const earlier: Int32Array[] = [];
  return firstFault(stages, (stage) => {
    if (stage.blossoms.some(({ members, z }) => !(z > 0) || new Set(members).size !== members.length)) return 'a blossom has no z';
    const fault = digitFault(question, open, stage.group) ?? pairFault(question, { stage, open, earlier });
    earlier.push(...stage.blossoms.map(({ members }) => members));
    return fault;
  });
}

function amongOthers({ size, open }: Question, without: readonly number[]): Uint8Array {
  return open.map((is, at) => (without.includes(at % size) || without.includes(Math.floor(at / size)) ? 0 : is));
}

/** Odd groups, more of them than partners, and no allowed pair leads from a group to anyone but its own and the partners. */
function isObstacle({ size, open }: Pick<Question, 'size' | 'open'>, { groups, partners }: Obstacle, without: readonly number[]): boolean {
  const home = new Int32Array(size).fill(-1);
  groups.forEach((group, at) => {
    for (const v of group) home[v] = at;
  });
  const leaks = (u: number) => home.some((at, v) => open[u * size + v] === 1 && at !== home[u] && !partners.includes(v));
  const odd = groups.every((group) => group.length % 2 === 1);
  const apart = [...partners, ...without].every((v) => home[v] === -1) && groups.flat().length === new Set(groups.flat()).size;
  return odd && apart && groups.length > partners.length && !groups.flat().some(leaks);
}

/** Every trio that is allowed is ruled out, or is no better than the plan. */
function triosFault(question: Question, { trio, mate, proof }: TrioPlan): string | undefined {
  const { size, open } = question;
  const scales = (proof[0]?.stages ?? []).map((stage) => scaleOf(question, stage));
  const value = scales.map((scale) => costOf(scale, trio) + pairsCost(scale, mate));
  const bounds = new Map(proof.map((prices) => [prices.without.toSorted((a, b) => a - b).join(), boundsOf(prices, scales, size)]));
  const whole = bounds.get('');
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      if (open[a * size + b] === 0) continue;
      for (let c = b + 1; c < size; c++) {
        if (open[a * size + c] === 0 || open[b * size + c] === 0 || whole?.([a, b, c], value)) continue;
        const closer = [`${a}`, `${b}`, `${c}`, `${a},${b},${c}`].map((key) => bounds.get(key));
        if (!closer.some((ruleOut) => ruleOut?.([a, b, c], value))) return `trio ${a}, ${b}, ${c} may be better`;
      }
    }
  }
  return undefined;
}

/** Whether prices prove that no plan with a trio comes before a value. */
function boundsOf({ stages, obstacle }: Prices, scales: readonly Scale[], size: number): (trio: Trio, value: readonly number[]) => boolean {
  if (obstacle) return () => true;
  const sets = stages.map((stage, at) => [
    ...stage.blossoms.map(({ members, z }) => ({ has: marked(size, members), count: members.length, z, toll: 0 })),
    ...stages
      .slice(0, at)
      .flatMap(({ blossoms }) =>
        blossoms.map(({ members }) => ({ has: marked(size, members), count: members.length, z: 0, toll: stage.toll })),
      ),
  ]);
  const all = stages.map(({ y }) => y.reduce((sum, price) => sum + price, 0));
  if (stages.some(({ group }, at) => JSON.stringify(group) !== scales[at]?.group)) return () => false;
  return (trio, value) => {
    const [a, b, c] = trio;
    for (const [at, { y }] of stages.entries()) {
      let bound = costOf(scales[at] as Scale, trio) + (all[at] as number) - (y[a] as number) - (y[b] as number) - (y[c] as number);
      for (const { has, count, z, toll } of sets[at] ?? []) {
        const left = count - (has[a] as number) - (has[b] as number) - (has[c] as number);
        bound -= z * Math.floor(left / 2) + toll * (left % 2);
      }
      if (bound !== value[at]) return bound > (value[at] as number);
    }
    return stages.length === value.length;
  };
}

function marked(size: number, members: Int32Array): Uint8Array {
  const has = new Uint8Array(size);
  for (const v of members) has[v] = 1;
  return has;
}
