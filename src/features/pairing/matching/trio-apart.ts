// Pairs everyone but a few people: the prices found on the way bound every trio that holds these few.
import { completed, type Obstacle } from './feasible.ts';
import { type Stage, settleInOrder } from './in-order.ts';
import type { Group, Question } from './tiers.ts';
import { type Level, levelsOf, type Weights } from './trio-bounds.ts';

export interface Ground {
  question: Question;
  groups: readonly Group[];
  weights: readonly Weights[];
  /** A matching to begin with, −1 for whoever is bare, and prices, a set for each group. */
  mate: Int32Array;
  prices: readonly Float64Array[];
  seed: number;
}

/** Prices that bound every trio which holds all of `without`; or an obstacle: no such trio leaves the others in pairs. */
export interface Prices {
  without: readonly number[];
  stages: readonly Stage[];
  obstacle?: Obstacle;
}

export interface Apart {
  prices: Prices;
  levels: Level[];
  /** The best pairs of the others, −1 for those without; as far as the stages go. */
  mate: Int32Array;
}

/** Pairs all but `without` as well as can be. `enough` may stop it: see `settleInOrder`. */
export function pairWithout(ground: Ground, without: readonly number[], enough?: (at: number, sum: number) => boolean): Apart {
  const { question, groups, weights, prices, seed } = ground;
  const others = othersThan(question.size, without);
  const size = others.length;
  const open = cut(question.open, question.size, others, new Uint8Array(size * size));
  const mate = renumbered(ground.mate, others);
  const obstacle = completed({ size, open }, mate, Int32Array.from(mate.keys()));
  if (obstacle) return { prices: { without, stages: [], obstacle: inWhole(obstacle, others) }, levels: [], mate: new Int32Array(0) };
  const settled = settleInOrder({
    open,
    groups,
    numbers: (at) => {
      const square = cut((weights[at] as Weights).pair, question.size, others, new Float64Array(size * size));
      return { size, row: (u, into) => into.set(square.subarray(u * size, (u + 1) * size)) };
    },
    mate,
    seed,
    prices: prices.map((y) => Float64Array.from(others, (v) => y[v] as number)),
    ...(enough ? { enough } : {}),
  });
  const whole = new Int32Array(question.size).fill(-1);
  settled.mate.forEach((v, u) => {
    whole[others[u] as number] = others[v] as number;
  });
  const stages = settled.stages.map((stage) => widened(stage, others, question.size));
  return { prices: { without, stages }, levels: levelsOf(weights, stages), mate: whole };
}

function othersThan(size: number, without: readonly number[]): Int32Array {
  return Int32Array.from({ length: size }, (_, v) => v).filter((v) => !without.includes(v));
}

/** The rows and columns of `others` out of a square. */
function cut<A extends Uint8Array | Float64Array>(square: A, size: number, others: Int32Array, into: A): A {
  const count = others.length;
  for (let u = 0; u < count; u++) {
    const row = (others[u] as number) * size;
    for (let v = 0; v < count; v++) into[u * count + v] = square[row + (others[v] as number)] as number;
  }
  return into;
}

/** The matching in the numbers of `others`; −1 for whoever is bare, or was matched with somebody else. */
function renumbered(mate: Int32Array, others: Int32Array): Int32Array {
  const place = new Map([...others].map((v, at) => [v, at]));
  return Int32Array.from(others, (v) => place.get(mate[v] as number) ?? -1);
}

function inWhole({ groups, partners }: Obstacle, others: Int32Array): Obstacle {
  const named = (vertices: readonly number[]) => vertices.map((v) => others[v] as number);
  return { groups: groups.map(named), partners: named(partners) };
}

/** A stage in the numbers of everyone; who was left out has no price. */
function widened(stage: Stage, others: Int32Array, size: number): Stage {
  const y = new Float64Array(size);
  stage.y.forEach((price, at) => {
    y[others[at] as number] = price;
  });
  const blossoms = stage.blossoms.map(({ members, z }) => ({ members: members.map((v) => others[v] as number), z }));
  return { ...stage, y, blossoms };
}
