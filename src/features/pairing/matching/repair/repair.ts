// Finds new groups for people who lost theirs while the groups that stand change as little as wanted: the fewest that do, or at most so many and
// the best that comes of it. Exact: each way is looked at or ruled out by a bound. `docs/decisions/0014-repair.md` says how, and what is proved.

import type { Question } from '../order/tiers.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { type Ground, groundOf } from './ground.ts';
import { pricesOf, withoutPrices } from './prices.ts';
import type { Search } from './search.ts';
import { costOf, search } from './ways.ts';

export interface Wish {
  question: Question;
  /** The groups of two or three that stand and may change, by vertices; whoever is in none needs a place. */
  standing: readonly (readonly number[])[];
  /** How many standing groups may be given up. */
  limit: number;
  /** As few standing groups as can be, and of these the best; or the best of all within the limit. */
  prefer: 'calm' | 'best';
  /** More trios than this are made only where there is no other way. */
  trios: number;
  seed: number;
  /** How many looks at people may be taken. */
  patience?: number;
}

export interface Mended {
  /** The new groups, and those that stood and are given up for them. */
  made: readonly (readonly number[])[];
  given: readonly (readonly number[])[];
  /** Nothing better gives up no more standing groups than this: the limit, unless patience ran out. */
  proved: number;
}

export type Repaired =
  | (Mended & { found: true })
  /** Where `proved` is the limit there is no way within it; else patience ran out. */
  | { found: false; proved: number };

const PATIENCE = 2_000_000;
/** With fewer people to place and fewer groups to change than this, looking at all ways is quicker than working out prices. */
const FEW = 5;

interface Task {
  wish: Wish;
  ground: Ground;
  all: Search;
  priced: boolean;
}

export function repair(wish: Wish): Repaired {
  const ground = groundOf(wish.question, wish.standing);
  const all: Search = {
    ...{ ground, bounds: boundsOf(ground, withoutPrices(ground)), best: undefined, steps: 0 },
    ...{ walks: undefined, known: new Map() },
    patience: wish.patience ?? PATIENCE,
  };
  const task = { wish, ground, all, priced: false };
  const counts = triosPossible(task);
  const few = counts.filter((trios) => trios <= wish.trios);
  const more = counts.filter((trios) => trios > wish.trios).map((trios) => [trios]);
  const rounds = wish.prefer === 'calm' ? [few, ...more] : counts.map((trios) => [trios]);
  for (const some of rounds) {
    const proved = wish.prefer === 'calm' ? calmest(task, some) : best(task, some[0] as number);
    const found = all.best;
    if (found) return { found: true, made: found.made, given: givenUp(wish, found.made), proved };
    // With more trios there might have been a way: nothing is certain.
    if (proved < wish.limit) return { found: false, proved: -1 };
  }
  return { found: false, proved: wish.limit };
}

/** How many trios there may be in the end, fewest first: it is odd where the number of people is, and no more than people change groups. */
function triosPossible({ wish, ground }: Task): number[] {
  const most = ground.trios.length + Math.floor(ground.loose.length / 3) + wish.limit;
  const least = wish.question.size % 2;
  return Array.from({ length: Math.max(0, Math.floor((most - least) / 2) + 1) }, (_, at) => least + 2 * at);
}

/** The fewest changes with which there is a way, and the best of these, fewest trios first. */
function calmest(task: Task, counts: readonly number[]): number {
  const { wish, all } = task;
  for (let changes = 0; changes <= wish.limit; changes++) {
    for (const trios of counts) {
      look(task, trios, changes);
      if (all.steps > all.patience) return changes - 1;
      if (all.best) return wish.limit;
    }
  }
  return wish.limit;
}

/** The best within the limit with so many trios. What few changes lead to bounds what more of them are worth. */
function best(task: Task, trios: number): number {
  const { wish, all } = task;
  for (let changes = 0; changes <= wish.limit; changes++) {
    look(task, trios, changes);
    if (all.steps > all.patience) return changes - 1;
  }
  return wish.limit;
}

function look(task: Task, trios: number, changes: number): void {
  const { wish, ground, all } = task;
  if (!task.priced && (changes > 1 || ground.loose.length > FEW)) {
    all.bounds = boundsOf(ground, pricesOf(ground, wish.seed));
    all.known.clear();
    if (all.best) all.best = { made: all.best.made, value: costOf(ground, all.bounds as Bounds, all.best.made) };
    task.priced = true;
  }
  search(all, trios, changes);
}

/** The standing groups that lost somebody to a new one. */
function givenUp({ standing }: Wish, made: readonly (readonly number[])[]): (readonly number[])[] {
  const taken = new Set(made.flat());
  return standing.filter((group) => group.some((v) => taken.has(v)));
}
