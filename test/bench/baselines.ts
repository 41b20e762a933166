// How rounds are paired elsewhere, as well as each way can be done: by chance, the best pair first, the same with swaps until none helps, and for
// an odd number with an empty chair. All keep the rules, and all know the same aims in the same order.

import { settleInOrder } from '../../src/features/pairing/matching/order/in-order.ts';
import { type Group, groupsOf, numbersOf, type Question } from '../../src/features/pairing/matching/order/tiers.ts';
import { completed } from '../../src/features/pairing/matching/search/feasible.ts';
import { AIMS, compareWorth, type Yardstick } from '../features/pairing/yardstick.ts';

export type Groups = string[][];

/** A round to be paired: who takes part, and what two of them come to. */
export interface Ground {
  ids: readonly string[];
  yardstick: Yardstick;
  /** Numbers from 0 up to, and without, 1. */
  dice: () => number;
}

/** Who is in no group comes before everything else. */
export function worthOf({ ids, yardstick }: Ground, groups: Groups): number[] {
  return [ids.length - groups.flat().length, ...yardstick.worth(groups)];
}

const SHUFFLES = 20;
/** So many plans by chance are improved as well; of large rounds fewer, where they come to much the same. */
const MORE_STARTS = 3;
const LARGE = 150;

/** Shuffled; each with the next who may be; the shuffle in which fewest are left. */
export function byChance(ground: Ground): Groups {
  let best: Groups | undefined;
  for (let time = 0; time < SHUFFLES; time++) {
    const left = shuffled(ground.ids, ground.dice);
    const groups: Groups = [];
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const at = left.findIndex((other) => ground.yardstick.mayBe(one as string, other));
      if (at >= 0) groups.push([one, ...left.splice(at, 1)]);
    }
    const whole = withThird(ground, groups, () => ground.dice());
    if (!best || whole.flat().length > best.flat().length) best = whole;
    if (best.flat().length === ground.ids.length) break;
  }
  return best ?? [];
}

/** The best pair of all first, then the best of those that are left, and so on; equals by chance. */
export function greedily(ground: Ground): Groups {
  const { ids, yardstick, dice } = ground;
  const pairs = ids.flatMap((a, at) =>
    ids
      .slice(at + 1)
      .filter((b) => yardstick.mayBe(a, b))
      .map((b) => ({ a, b, units: yardstick.twos(a, b), lot: dice() })),
  );
  pairs.sort((one, other) => compareWorth(one.units, other.units) || one.lot - other.lot);
  const taken = new Set<string>();
  const groups: Groups = [];
  for (const { a, b } of pairs) {
    if (taken.has(a) || taken.has(b)) continue;
    groups.push([a, b]);
    taken.add(a).add(b);
  }
  return bestThird(ground, groups);
}

/** From the greedy plan and from plans by chance: two groups exchange two people as long as that helps; the best of all. */
export function withSwaps(ground: Ground): Groups {
  const more = ground.ids.length > LARGE ? 1 : MORE_STARTS;
  const starts = [greedily(ground), ...Array.from({ length: more }, () => byChance(ground))];
  const plans = starts.map((groups) => improved(ground, groups));
  return plans.reduce((best, each) => (compareWorth(worthOf(ground, each), worthOf(ground, best)) < 0 ? each : best));
}

/** Exact for everyone and one empty chair; whoever gets the chair joins the pair where that costs least. `undefined` where it leaves nobody for somebody. */
export function withChair(ground: Ground, seed: number): Groups | undefined {
  const { ids, yardstick } = ground;
  const size = ids.length + 1;
  const open = new Uint8Array(size * size);
  const squares = AIMS.map(() => new Int32Array(size * size));
  for (let u = 0; u < size; u++)
    for (let v = 0; v < u; v++) {
      const [a, b] = [ids[u], ids[v]];
      if (a !== undefined && b !== undefined && !yardstick.mayBe(a, b)) continue;
      open[u * size + v] = open[v * size + u] = 1;
      if (a === undefined || b === undefined) continue;
      yardstick.twos(a, b).forEach((units, at) => {
        const square = squares[at] as Int32Array;
        square[u * size + v] = square[v * size + u] = units;
      });
    }
  const tiers = squares.map((square, at) => ({
    name: AIMS[at] as string,
    row: (u: number, into: Float64Array) => into.set(square.subarray(u * size, (u + 1) * size)),
  }));
  const question: Question = { size, open, tiers };
  const mate = new Int32Array(size).fill(-1);
  if (completed(question, mate, Int32Array.from(mate.keys()))) return undefined;
  const groups = groupsOf(question);
  const settled = settleInOrder({ open, groups, numbers: (at) => numbersOf(question, groups[at] as Group), mate, seed });
  const pairs = [...settled.mate].flatMap((v, u) => (u < v && v < size - 1 ? [[ids[u] as string, ids[v] as string]] : []));
  return bestThird(ground, pairs);
}

/** One who is left over joins the pair where `cost` is least, if any will do. */
function withThird({ ids, yardstick }: Ground, groups: Groups, cost: (group: string[], third: string) => number): Groups {
  const third = ids.find((id) => !groups.some((group) => group.includes(id)));
  if (third === undefined || ids.length % 2 === 0) return groups;
  const able = groups.filter((group) => group.length === 2 && group.every((id) => yardstick.mayBe(id, third)));
  const chosen = able.map((group) => ({ group, cost: cost(group, third) })).sort((one, other) => one.cost - other.cost)[0]?.group;
  return groups.map((group) => (group === chosen ? [...group, third] : group));
}

function bestThird(ground: Ground, groups: Groups): Groups {
  const third = ground.ids.find((id) => !groups.some((group) => group.includes(id)));
  if (third === undefined) return groups;
  const costs = new Map(groups.map((group) => [group, costWith(ground, group, third)]));
  const ranked = [...costs.entries()].sort(([, one], [, other]) => compareWorth(one, other)).map(([group]) => group);
  return withThird(ground, groups, (group) => ranked.indexOf(group));
}

function costWith({ yardstick }: Ground, group: string[], third: string): number[] {
  const before = yardstick.worth([group]);
  return yardstick.worth([[...group, third]]).map((each, at) => each - (before[at] as number));
}

/** Two groups, or a group and somebody who is in none, exchange people: the first change that helps is made, until none does. */
function improved(ground: Ground, groups: Groups): Groups {
  const { ids, yardstick } = ground;
  const alone = ids.filter((id) => !groups.some((group) => group.includes(id))).map((id) => [id]);
  const plan = [...groups, ...alone];
  const price = (...both: Groups) => [both.filter((group) => group.length === 1).length, ...yardstick.worth(both)];
  for (let changed = true; changed; ) {
    changed = false;
    for (let one = 0; one < plan.length; one++)
      for (let other = 0; other < one; other++) {
        const [a, b] = [plan[one] as string[], plan[other] as string[]];
        const present = price(a, b);
        for (const [x, y] of arrangements(a, b)) {
          if (!isAllowed(ground, x) || !isAllowed(ground, y) || compareWorth(price(x, y), present) >= 0) continue;
          [plan[one], plan[other]] = [x, y];
          changed = true;
          break;
        }
      }
  }
  return plan.filter((group) => group.length > 1);
}

/** Every way to exchange one of one group with one of the other; two who are alone may become a pair. */
function arrangements(a: string[], b: string[]): [string[], string[]][] {
  if (a.length === 1 && b.length === 1) return [[[...a, ...b], []]];
  return a.flatMap((x) => b.map((y): [string[], string[]] => [a.map((id) => (id === x ? y : id)), b.map((id) => (id === y ? x : id))]));
}

function isAllowed({ yardstick }: Ground, group: string[]): boolean {
  return group.every((a, at) => group.slice(at + 1).every((b) => yardstick.mayBe(a, b)));
}

function shuffled(ids: readonly string[], dice: () => number): string[] {
  return ids
    .map((id) => [dice(), id] as const)
    .sort(([a], [b]) => a - b)
    .map(([, id]) => id);
}
