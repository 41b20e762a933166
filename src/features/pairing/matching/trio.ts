// The best plan for an odd number: three together, the rest in pairs, all three pairs of the trio counted, best of all trios. Prices bound what
// a plan with a trio costs at least: those of a relaxed problem for all trios, those of everyone but one person for the trios of that person.
// Only a trio that no bound rules out is tried. `docs/decisions` says why this is exact.
import { completed, type Obstacle } from './feasible.ts';
import { type Settled, type Stage, settleInOrder } from './in-order.ts';
import { type Group, groupsOf, numbersOf, type Question } from './tiers.ts';
import { sumOf } from './tolls.ts';
import { type Apart, type Ground, type Prices, pairWithout } from './trio-apart.ts';
import { isWorse, levelsOf, type Trio, trioCost, type Weights, weightsOf } from './trio-bounds.ts';
import { worthTrying } from './trio-choice.ts';
import { compared, relaxed } from './trio-relaxed.ts';

export interface TrioPlan {
  trio: Trio;
  /** The partners of the others; −1 for the three. */
  mate: Int32Array;
  /** Prices that rule out every better trio; the first set for all trios, the others for those that hold somebody. */
  proof: readonly Prices[];
}

interface Found {
  trio: Trio;
  mate: Int32Array;
  value: number[];
}

/** The best trio and pairs, or what stands in the way; the obstacle is missing where only no three people may be together. */
export function planWithTrio(question: Question, seed: number): TrioPlan | { obstacle: Obstacle | undefined } {
  const { chair, mosts } = relaxed(question);
  const mate = new Int32Array(chair.size).fill(-1);
  const obstacle = completed(chair, mate, Int32Array.from(mate.keys()));
  if (obstacle) return { obstacle };
  const groups = groupsOf(chair, mosts);
  const numbers = (at: number) => numbersOf(chair, groups[at] as Group);
  const answer = settleInOrder({ open: chair.open, groups, numbers, mate, seed });
  const value = groups.map((_, at) => sumOf(numbers(at), answer.mate));
  const ground = groundOf(question, groups, answer, seed);
  return bestTrio(ground, { stages: answer.stages.map((stage) => withoutChair(stage, question.size)), value }, answer.mate);
}

function groundOf(question: Question, groups: readonly Group[], answer: Settled, seed: number): Ground {
  const { size } = question;
  const mate = answer.mate.slice(0, size).map((v) => (v === size ? -1 : v));
  return { question, groups, weights: weightsOf(question, groups), mate, prices: answer.stages.map(bare), seed };
}

/** The relaxed problem's prices, and what it came to. */
interface Relaxed {
  stages: Stage[];
  value: readonly number[];
}

function bestTrio(ground: Ground, { stages, value }: Relaxed, mate: Int32Array): TrioPlan | { obstacle: undefined } {
  const { question, weights } = ground;
  const levels = levelsOf(weights, stages);
  let best = aroundThird(ground, mate[question.size] as number, ground.mate);
  const gap = best?.value.map((each, at) => each - (value[at] as number));
  const proof: Prices[] = [{ without: [], stages }];
  const thirds = new Map<number, Apart>();
  const without = (third: number) => {
    const known = thirds.get(third) ?? pairWithout(ground, [third]);
    if (!thirds.has(third)) {
      proof.push(known.prices);
      best = better(best, aroundThird(ground, third, known.mate));
    }
    thirds.set(third, known);
    return known;
  };
  const isRuledOut = (third: number, trio: Trio) => {
    const { prices, levels: own } = without(third);
    return prices.obstacle !== undefined || (best !== undefined && isWorse(own, trio, best.value));
  };
  for (const { trio, bound } of worthTrying(question, levels, stages, { value: best?.value, gap })) {
    if (best && compared(bound, best.value) >= 0) break;
    if (trio.some((third) => isRuledOut(third, trio))) continue;
    const { prices, found } = tried(ground, trio, best);
    proof.push(prices);
    best = better(best, found);
  }
  return best ? { trio: best.trio, mate: best.mate, proof } : { obstacle: undefined };
}

function better(one: Found | undefined, other: Found | undefined): Found | undefined {
  return one && (!other || compared(one.value, other.value) <= 0) ? one : other;
}

/** The best plan in which `third` joins one of the pairs that the others make. */
function aroundThird({ question, weights }: Ground, third: number, mate: Int32Array): Found | undefined {
  const { size, open } = question;
  const sums = weights.map(({ pair }) => sumOfPairs(pair, mate));
  let best: Found | undefined;
  mate.forEach((b, a) => {
    if (b < a || open[third * size + a] === 0 || open[third * size + b] === 0) return;
    const trio: Trio = [third, a, b];
    const value = weights.map((each, at) => (sums[at] as number) - (each.pair[a * size + b] as number) + trioCost(each, trio));
    if (!best || compared(value, best.value) < 0) best = { trio, mate: mate.map((v, u) => (u === a || u === b ? -1 : v)), value };
  });
  return best;
}

function sumOfPairs(pair: Float64Array, mate: Int32Array): number {
  const size = mate.length;
  return mate.reduce((sum, v, u) => (v > u ? sum + (pair[u * size + v] as number) : sum), 0);
}

/** Pairs the others around a trio, as far as the plan may still come before `best`. */
function tried(ground: Ground, trio: Trio, best: Found | undefined): { prices: Prices; found?: Found } {
  const value: number[] = [];
  const { prices, mate } = pairWithout(ground, trio, (at, sum) => {
    value.push(sum + trioCost(ground.weights[at] as Weights, trio));
    return best !== undefined && compared(value, best.value.slice(0, value.length)) > 0;
  });
  const whole = !prices.obstacle && value.length === ground.groups.length;
  return whole ? { prices, found: { trio, mate, value } } : { prices };
}

/** The prices of a stage when its blossoms are handed to their vertices; the chair's is left out. */
function bare({ y, blossoms }: Stage): Float64Array {
  const prices = y.slice();
  for (const { members, z } of blossoms) for (const v of members) prices[v] = (prices[v] as number) - z / 2;
  return prices.subarray(0, -1);
}

function withoutChair(stage: Stage, chair: number): Stage {
  const blossoms = stage.blossoms.map(({ members, z }) => ({ members: members.filter((v) => v !== chair), z }));
  return { ...stage, y: stage.y.slice(0, chair), blossoms };
}
