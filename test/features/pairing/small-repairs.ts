// Small repairs of every kind, and their answers by trying all ways to put everyone into groups: the engine is held against these.

import type { Question, Tier } from '../../../src/features/pairing/matching/order/tiers.ts';
import { type Mended, repair, type Wish } from '../../../src/features/pairing/matching/repair/repair.ts';
import { comesFirst, diceFrom, pairCost, trioCost } from './small-problems.ts';

/** A question for any number of people in which trios have costs of their own. */
function questionFrom(dice: () => number, size: number): Question {
  const forbidden = [0, 0.1, 0.3, 0.55][Math.floor(dice() * 4)] as number;
  const costs = dice() < 0.3 ? 1e9 : 3;
  const open = new Uint8Array(size * size);
  const square = (least: number, fill: () => number) => {
    const all = new Int32Array(size * size).fill(least);
    for (let u = 0; u < size; u++) for (let v = 0; v < u; v++) all[u * size + v] = all[v * size + u] = fill();
    return all;
  };
  open.set(square(0, () => (dice() < forbidden ? 0 : 1)));
  const tiers = Array.from({ length: 1 + Math.floor(dice() * 5) }, (_, at): Tier => {
    const all = square(0, () => Math.floor(dice() * costs));
    const row = (u: number, into: Float64Array) => into.set(all.subarray(u * size, (u + 1) * size));
    const how = dice();
    if (how < 0.2) return { name: `tier ${at}`, row, flat: costs };
    if (how < 0.6) return { name: `tier ${at}`, row, duty: Float64Array.from({ length: size }, () => Math.floor(dice() * 3)) };
    return { name: `tier ${at}`, row };
  });
  return { size, open, tiers };
}

/** A repair of `size` people: some groups that stand (the best there could be, or any), one to five people without a place. */
export function smallRepair(seed: number, size?: number): Wish {
  const dice = diceFrom(seed);
  const people = size ?? 1 + Math.floor(dice() * 9);
  const question = questionFrom(dice, people);
  const order = Array.from({ length: people }, (_, v) => v).sort(() => dice() - 0.5);
  const standing: number[][] = [];
  const alone = Math.min(people, Math.floor(dice() * dice() * 6));
  while (order.length > alone + 1) {
    const three = dice() < 0.15 && order.length > alone + 2;
    standing.push(order.splice(0, three ? 3 : 2));
  }
  const prefer = dice() < 0.5 ? 'calm' : 'best';
  return { question, standing, limit: Math.floor(dice() * 5), prefer, trios: Math.floor(dice() * 3), seed };
}

/** Ways to put some people into groups: for each number of standing groups among them, and of trios, what the best of them costs. */
type Ways = Map<string, { kept: number; trios: number; costs: readonly number[] }>;

/** All ways to put everyone into groups of two and three, standing ones or allowed ones. */
function waysFor({ question, standing }: Wish): Ways {
  const { size, open } = question;
  const bits = (group: readonly number[]) => group.reduce((sum, v) => sum | (1 << v), 0);
  const stands = new Set(standing.map(bits));
  const isOpen = (a: number, b: number) => open[a * size + b] === 1;
  const groups: { group: number; kept: number; trios: number; costs: readonly number[] }[][] = Array.from({ length: size }, () => []);
  for (let u = 0; u < size; u++)
    for (let v = 0; v < u; v++) {
      const two = bits([u, v]);
      if (isOpen(u, v) || stands.has(two))
        groups[u]?.push({ group: two, kept: stands.has(two) ? 1 : 0, trios: 0, costs: pairCost(question, u, v) });
      for (let w = 0; w < v; w++) {
        const three = bits([u, v, w]);
        if ((isOpen(u, v) && isOpen(u, w) && isOpen(v, w)) || stands.has(three))
          groups[u]?.push({ group: three, kept: stands.has(three) ? 1 : 0, trios: 1, costs: trioCost(question, [u, v, w]) });
      }
    }
  const known = new Map<number, Ways>([[0, new Map([['0 0', { kept: 0, trios: 0, costs: question.tiers.map(() => 0) }]])]]);
  const best = (left: number): Ways => {
    const before = known.get(left);
    if (before) return before;
    const found: Ways = new Map();
    for (const { group, kept, trios, costs } of groups[31 - Math.clz32(left)] ?? []) {
      if ((group & left) !== group) continue;
      for (const way of best(left ^ group).values()) {
        const sum = { kept: way.kept + kept, trios: way.trios + trios, costs: way.costs.map((cost, at) => cost + (costs[at] as number)) };
        const present = found.get(`${sum.kept} ${sum.trios}`);
        if (!present || comesFirst(sum.costs, present.costs)) found.set(`${sum.kept} ${sum.trios}`, sum);
      }
    }
    known.set(left, found);
    return found;
  };
  return best(2 ** size - 1);
}

/** What groups come to: trios too many, standing groups given up, trios, costs: in the order that the wish asks for. */
function inOrder({ prefer, trios: most }: Wish, given: number, trios: number, costs: readonly number[]): number[] {
  return prefer === 'calm' ? [trios > most ? trios : 0, given, trios, ...costs] : [trios, ...costs, given];
}

export function worthOf(wish: Wish, groups: readonly (readonly number[])[]): number[] {
  const { question, standing } = wish;
  const key = (group: readonly number[]) => [...group].sort((a, b) => a - b).join();
  const present = new Set(groups.map(key));
  const given = standing.filter((group) => !present.has(key(group))).length;
  const costs = groups
    .map((group) => (group.length === 2 ? pairCost(question, group[0] as number, group[1] as number) : trioCost(question, [...group])))
    .reduce(
      (sum, each) => sum.map((one, at) => one + (each[at] as number)),
      question.tiers.map(() => 0),
    );
  return inOrder(wish, given, groups.filter((group) => group.length === 3).length, costs);
}

export function givenIn(wish: Wish, worth: readonly number[]): number {
  return (wish.prefer === 'calm' ? worth[1] : worth.at(-1)) as number;
}

/** Whether one worth is better than the other by what the wish asks for; that it gives up less does not make it so where the best is asked for. */
export function isBetter({ prefer }: Wish, one: readonly number[], other: readonly number[]): boolean {
  return prefer === 'calm' ? comesFirst(one, other) : comesFirst(one.slice(0, -1), other.slice(0, -1));
}

/** What the best way within the limit comes to; `undefined` where there is none. */
export function bestByTrying(wish: Wish): number[] | undefined {
  const worths = [...waysFor(wish).values()].map(({ kept, trios, costs }) => inOrder(wish, wish.standing.length - kept, trios, costs));
  const within = worths.filter((worth) => givenIn(wish, worth) <= wish.limit);
  return within.reduce<number[] | undefined>((best, worth) => (best && !comesFirst(worth, best) ? best : worth), undefined);
}

/** All groups after a repair. */
export function groupsAfter(wish: Wish, { made, given }: Mended): (readonly number[])[] {
  return [...wish.standing.filter((group) => !given.includes(group)), ...made];
}

/** What is wrong with the answer to one repair; nothing where it is right. */
export function faultOf(seed: number, size?: number): string | undefined {
  const wish = smallRepair(seed, size);
  const wanted = bestByTrying(wish);
  const found = repair(wish);
  if (found.proved !== wish.limit) return `seed ${seed}: not proved`;
  if (!found.found) return wanted ? `seed ${seed}: a way was missed: ${wanted}` : undefined;
  const groups = groupsAfter(wish, found);
  if (
    groups
      .flat()
      .sort((a, b) => a - b)
      .join() !== Array.from({ length: wish.question.size }, (_, v) => v).join()
  )
    return `seed ${seed}: not everyone is in one group`;
  const worth = worthOf(wish, groups);
  if (givenIn(wish, worth) !== found.given.length)
    return `seed ${seed}: ${found.given.length} groups given up, not ${givenIn(wish, worth)}`;
  return worth.join() === wanted?.join() ? undefined : `seed ${seed}: ${worth} instead of ${wanted}`;
}

const [program, count] = process.argv.slice(1);
if (program?.endsWith('small-repairs.ts')) {
  const begun = process.cpuUsage();
  const faults = Array.from({ length: Number(count ?? 10_000) }, (_, seed) => faultOf(seed)).filter((fault) => fault !== undefined);
  for (const fault of faults) console.log(fault);
  console.log(`${count ?? 10_000} repairs, ${faults.length} differences, ${(process.cpuUsage(begun).user / 1e6).toFixed(1)} s`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
