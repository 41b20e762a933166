// Proves a plan with a trio, or refuses it, without a line of the code that made it. Each set of prices is sound by itself; and for every trio
// that is allowed some set says that no plan with it comes before the one that is offered.
import { matchingFault, orderFault, stagesFault, type Verdict } from './certificate.ts';
import type { Obstacle } from './feasible.ts';
import type { Stage } from './in-order.ts';
import { type Question, restricted } from './tiers.ts';
import type { TrioPlan } from './trio.ts';
import type { Prices } from './trio-apart.ts';
import { costOf, firstTrio, pairsCost, pricesWithoutTrio, type Scale, scaleOf } from './trio-scale.ts';

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
  const isSet = ({ members, z }: Stage['blossoms'][number]) => z > 0 && new Set(members).size === members.length;
  return stages.every(({ blossoms }) => blossoms.every(isSet)) ? stagesFault({ ...question, open }, stages) : 'a blossom has no z';
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
  const stages = proof[0]?.stages ?? [];
  const scales = stages.map((stage) => scaleOf(question, stage));
  const value = scales.map((scale) => costOf(scale, ...trio) + pairsCost(scale, mate));
  const bounds = new Map(proof.map((prices) => [prices.without.toSorted((a, b) => a - b).join(), ruledOutBy(prices, scales, value)]));
  const isPoor = quickly(stages, scales, value);
  return firstTrio(question, scales[0], { stage: stages[0], value: value[0] }, (a, b, c) => {
    if (isPoor(a, b, c)) return undefined;
    const sets = ['', `${a}`, `${b}`, `${c}`, `${a},${b},${c}`];
    return sets.some((key) => bounds.get(key)?.(a, b, c)) ? undefined : `trio ${a}, ${b}, ${c} may be better`;
  });
}

/** Rules out most trios in a few additions, for the stages before the first toll. */
function quickly(stages: readonly Stage[], scales: readonly Scale[], value: readonly number[]): RulesOut {
  const first = stages.findIndex((_, at) => stages.slice(0, at).some(({ blossoms }) => blossoms.length > 0));
  const plain = (first < 0 ? stages : stages.slice(0, first)).map((stage, at) => {
    const { y } = stage;
    const all = pricesWithoutTrio(stage);
    const scale = scales[at] as Scale;
    return (a: number, b: number, c: number) => costOf(scale, a, b, c) + all - (y[a] as number) - (y[b] as number) - (y[c] as number);
  });
  return isRuledOutBy(plain, value);
}

/** Whether the first of some bounds that is not the plan's own value is above it. */
function isRuledOutBy(bounds: readonly ((a: number, b: number, c: number) => number)[], value: readonly number[]): RulesOut {
  return (a, b, c) => {
    for (let at = 0; at < bounds.length; at++) {
      const bound = bounds[at]?.(a, b, c) as number;
      if (bound !== value[at]) return bound > (value[at] as number);
    }
    return bounds.length === value.length;
  };
}

type RulesOut = (a: number, b: number, c: number) => boolean;

/** Whether prices prove that no plan with a trio comes before `value`. */
function ruledOutBy({ stages, obstacle }: Prices, scales: readonly Scale[], value: readonly number[]): RulesOut {
  if (obstacle) return () => true;
  if (stages.some(({ group }, at) => JSON.stringify(group) !== scales[at]?.group)) return () => false;
  return isRuledOutBy(
    stages.map((stage, at) => boundBy(stages, stage, at, scales[at] as Scale)),
    value,
  );
}

/** What a plan with a trio costs at least in a stage: the trio itself, and what the prices of the others come to. */
function boundBy(
  stages: readonly Stage[],
  { y, toll, blossoms }: Stage,
  at: number,
  scale: Scale,
): (a: number, b: number, c: number) => number {
  const set = (members: Int32Array, z: number, pays: number) => ({ has: marked(y.length, members), count: members.length, z, pays });
  const sets = [
    ...blossoms.map(({ members, z }) => set(members, z, 0)),
    ...stages.slice(0, at).flatMap((earlier) => earlier.blossoms.map(({ members }) => set(members, 0, toll))),
  ];
  const all = y.reduce((sum, price) => sum + price, 0);
  return (a, b, c) => {
    let bound = costOf(scale, a, b, c) + all - (y[a] as number) - (y[b] as number) - (y[c] as number);
    for (const { has, count, z, pays } of sets) {
      const left = count - (has[a] as number) - (has[b] as number) - (has[c] as number);
      bound -= z * Math.floor(left / 2) + pays * (left % 2);
    }
    return bound;
  };
}

function marked(size: number, members: Int32Array): Uint8Array {
  const has = new Uint8Array(size);
  for (const v of members) has[v] = 1;
  return has;
}
