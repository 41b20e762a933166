// Proves a plan with a trio, or refuses it, without a line of the code that made it. Each set of prices is sound by itself; and for every trio
// that is allowed some set says that no plan with it comes before the one that is offered.
import { matchingFault, orderFault, stagesFault, type Verdict } from '../order/certificate.ts';
import type { Stage } from '../order/in-order.ts';
import { type Question, restricted } from '../order/tiers.ts';
import type { Obstacle } from '../search/feasible.ts';
import type { Prices } from './apart.ts';
import { type Bound, boundBy, rulesOut, type Scale, scaleOf, worthOf } from './scale.ts';
import { eachInDoubt } from './triangles.ts';
import type { TrioPlan } from './trio.ts';

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
  const open = without.length === 0 ? question.open : amongOthers(question, without);
  if (obstacle) return isObstacle({ size: question.size, open }, obstacle, without) ? undefined : 'an obstacle is none';
  const isSet = ({ members, z }: Stage['blossoms'][number]) => z > 0 && new Set(members).size === members.length;
  return stages.every(({ blossoms }) => blossoms.every(isSet)) ? stagesFault({ ...question, open }, stages) : 'a blossom has no z';
}

function amongOthers({ size, open }: Question, without: readonly number[]): Uint8Array {
  const left = open.slice();
  for (const v of without) {
    left.fill(0, v * size, (v + 1) * size);
    for (let u = 0; u < size; u++) left[u * size + v] = 0;
  }
  return left;
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

/** Every trio that is allowed is ruled out by the first set of prices, or by another one for all or for some of the three. */
function triosFault(question: Question, { trio, mate, proof }: TrioPlan): string | undefined {
  const [first, ...others] = proof;
  const scale = scaleOf(question, first?.stages ?? []);
  if (!first || scale.groups.length === 0) return first ? undefined : 'there are no prices';
  const value = worthOf(scale, trio, mate);
  const sets = others.flatMap((prices) => setOf(scale, prices) ?? []);
  const main = setOf(scale, first);
  if (!main?.bound || main.without.length > 0) return 'the first prices are not for all';
  const { bound } = main;
  return eachInDoubt(scale, bound, value, (three) => {
    if (rulesOut(scale, bound, three, value)) return undefined;
    const rules = (set: Ruling) => set.without.every((v) => three.includes(v)) && (!set.bound || rulesOut(scale, set.bound, three, value));
    return sets.some(rules) ? undefined : `trio ${three.join(', ')} may be better`;
  });
}

/** Prices as a bound for the trios that hold certain people; where there is none, all of these are ruled out. */
interface Ruling {
  without: readonly number[];
  bound: Bound | undefined;
}

/** Nothing where the prices are for other groups of tiers. */
function setOf(scale: Scale, { without, stages, obstacle }: Prices): Ruling | undefined {
  if (obstacle) return { without, bound: undefined };
  if (JSON.stringify(stages.map(({ group }) => group)) !== JSON.stringify(scale.groups)) return undefined;
  return { without, bound: boundBy(scale, stages) };
}
