// Finds the best way to give everyone open a partner while at most so many standing pairs are given up: goes through all ways, and leaves one
// as soon as its bound shows that nothing better can come of it. Each way is met once: the last one who became open is always next.

import { isBefore, isSumBefore, minus, plus, type Value } from '../order/values.ts';
import { type Bounds, exchangeOf, gainOf, slackOf } from './bounds.ts';
import { goalsAmong, leadsBelow, leastFor } from './goals.ts';
import type { Ground } from './ground.ts';
import type { Walks } from './walks.ts';

export interface Search {
  ground: Ground;
  bounds: Bounds;
  /** What it costs at least to lead those who are open to each other, where that is known. */
  walks: Walks | undefined;
  known: Map<string, Walks>;
  /** The best so far: the new groups, and what they cost beyond prices, less what the groups given up cost. */
  best: Found | undefined;
  /** Ways looked at so far, and how many may be: beyond that, nothing is proved. */
  steps: number;
  patience: number;
}

export interface Found {
  value: Value;
  made: readonly (readonly number[])[];
}

export interface State {
  /** Who has no group at this point. */
  open: readonly number[];
  /** Who had none at the beginning. */
  ends: readonly number[];
  made: readonly (readonly number[])[];
  value: Value;
  /** The shares of those who are open. */
  shares: Value;
  /** 1 for each standing pair that is given up. */
  broken: Uint8Array;
  /** How many more standing pairs may be given up. */
  left: number;
  /** Exchanges that begin with a standing pair keep to pairs of later rank, so that none is met twice; −1 before there is one. */
  root: number;
}

export function isTired({ steps, patience }: Search): boolean {
  return steps > patience;
}

/** Making a state takes as long as so many looks at people. */
export const STATE = 20;

/** Whether something better than the best so far can come of a state. */
export function isPromising({ bounds, best, walks }: Search, { value, shares, left, open, root }: State): boolean {
  if (!isBefore(minus(plus(value, shares), gainOf(bounds, root, left)), best?.value)) return false;
  if (!walks || root >= 0) return true;
  const least = leastFor(walks, open, left);
  return least !== undefined && isBefore(minus(plus(value, least), exchangeOf(bounds, root, left)), best?.value);
}

/** Gives everyone who is open a partner in every way that may be the best. */
export function settle(search: Search, state: State): void {
  search.steps += STATE;
  if (isTired(search)) return;
  const u = state.open.at(-1);
  if (u === undefined) {
    finish(search, state);
    return;
  }
  const rest = { ...state, open: state.open.slice(0, -1), shares: minus(state.shares, search.bounds.share[u] as Value) };
  withOpen(search, rest, u);
  if (state.left > 0) withStanding(search, rest, u);
}

function withOpen(search: Search, state: State, u: number): void {
  const { ground, bounds } = search;
  const { size, open } = ground.question;
  for (const v of state.open) {
    if (open[u * size + v] === 0 || ground.partner[u] === v) continue;
    const next = {
      ...state,
      open: state.open.filter((each) => each !== v),
      made: [...state.made, [u, v]],
      value: plus(state.value, slackOf(ground, bounds.prices, u, v)),
      shares: minus(state.shares, bounds.share[v] as Value),
    };
    if (isPromising(search, next)) settle(search, next);
  }
}

function withStanding(search: Search, state: State, u: number): void {
  const { ground, bounds, walks } = search;
  const { ends, adds } = bounds.near(u);
  const left = state.left - 1;
  const least = minus(plus(state.value, state.shares), gainOf(bounds, state.root, left));
  const exchange = exchangeOf(bounds, state.root, left);
  const roomBefore = () => search.best && plus(minus(search.best.value, state.value), exchange);
  let before = roomBefore();
  const goals = walks && state.root < 0 ? goalsAmong(walks, state.open, left) : undefined;
  for (let place = 0; place < ends.length; place++) {
    search.steps++;
    const add = adds[place] as Value;
    if (!isSumBefore(least, add, search.best?.value)) return;
    const v = ends[place] as number;
    const w = ground.partner[v] as number;
    const at = ground.pairOf[v] as number;
    if (state.broken[at] === 1 || (bounds.rank[at] as number) <= state.root) continue;
    const share = bounds.share[w] as Value;
    if (goals && !leadsBelow(goals, w, { before, add, share })) continue;
    const spent = { value: plus(state.value, minus(add, share)), shares: plus(state.shares, share) };
    state.broken[at] = 1;
    settle(search, { ...state, ...spent, left, open: [...state.open, w], made: [...state.made, [u, v]] });
    state.broken[at] = 0;
    if (isTired(search)) return;
    before = roomBefore();
  }
}

/** Everyone has a group. What is left of the limit may still be worth an exchange among standing pairs. */
function finish(search: Search, state: State): void {
  const { ground, bounds } = search;
  if (isBefore(state.value, search.best?.value)) search.best = { value: state.value, made: state.made };
  if (state.left < 2 || !isBefore(minus(state.value, exchangeOf(bounds, state.root, state.left)), search.best?.value)) return;
  for (let root = state.root + 1; root < bounds.gains.length - 1; root++) {
    const at = bounds.ranked[root] as number;
    if (!isBefore(minus(state.value, gainOf(bounds, root - 1, state.left)), search.best?.value)) return;
    if (state.broken[at] === 1) continue;
    const [v, w] = ground.pairs[at] as readonly [number, number];
    const next = {
      ...state,
      ...{ open: [v, w], left: state.left - 1, root },
      value: minus(state.value, bounds.regret[at] as Value),
      shares: plus(bounds.share[v] as Value, bounds.share[w] as Value),
    };
    if (!isPromising(search, next)) continue;
    state.broken[at] = 1;
    settle(search, next);
    state.broken[at] = 0;
  }
}
