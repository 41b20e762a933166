// Finds the best way to give everyone open a partner while at most so many standing pairs are given up: goes through all ways, and leaves one
// as soon as its bound shows that nothing better can come of it. Each way is met once: the last one who became open is always next.
import { type Bounds, slackOf } from './repair-bounds.ts';
import type { Ground } from './repair-ground.ts';
import { isBefore, minus, plus, type Value } from './values.ts';

export interface Search {
  ground: Ground;
  bounds: Bounds;
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
  made: readonly (readonly number[])[];
  value: Value;
  /** The shares of those who are open. */
  shares: Value;
  /** 1 for each standing pair that is given up. */
  broken: Uint8Array;
  /** How many more standing pairs may be given up. */
  left: number;
  /** Exchanges that begin with a standing pair keep to those behind it, so that none is met twice; −1 before there is one. */
  root: number;
}

export function isTired({ steps, patience }: Search): boolean {
  return steps > patience;
}

/** Whether something better than the best so far can come of a state. */
export function isPromising({ bounds, best }: Search, { value, shares, left }: Pick<State, 'value' | 'shares' | 'left'>): boolean {
  return isBefore(minus(plus(value, shares), bounds.gain[left] as Value), best?.value);
}

/** Gives everyone who is open a partner in every way that may be the best. */
export function settle(search: Search, state: State): void {
  search.steps++;
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
  const { ground, bounds } = search;
  const { ends, adds } = bounds.near(u);
  const left = state.left - 1;
  const least = minus(plus(state.value, state.shares), bounds.gain[left] as Value);
  for (let place = 0; place < ends.length; place++) {
    if (!isBefore(plus(least, adds[place] as Value), search.best?.value)) return;
    const v = ends[place] as number;
    const at = ground.pairOf[v] as number;
    if (state.broken[at] === 1 || at <= state.root) continue;
    const w = ground.partner[v] as number;
    state.broken[at] = 1;
    settle(search, {
      ...state,
      left,
      open: [...state.open, w],
      made: [...state.made, [u, v]],
      value: minus(plus(state.value, slackOf(ground, bounds.prices, u, v)), bounds.regret[at] as Value),
      shares: plus(state.shares, bounds.share[w] as Value),
    });
    state.broken[at] = 0;
    if (isTired(search)) return;
  }
}

/** Everyone has a group. What is left of the limit may still be worth an exchange among standing pairs. */
function finish(search: Search, state: State): void {
  const { ground, bounds } = search;
  if (isBefore(state.value, search.best?.value)) search.best = { value: state.value, made: state.made };
  if (state.left < 2) return;
  for (let at = state.root + 1; at < ground.pairs.length; at++) {
    if (state.broken[at] === 1) continue;
    const [v, w] = ground.pairs[at] as readonly [number, number];
    const next = {
      ...state,
      ...{ open: [v, w], left: state.left - 1, root: at },
      value: minus(state.value, bounds.regret[at] as Value),
      shares: plus(bounds.share[v] as Value, bounds.share[w] as Value),
    };
    if (!isPromising(search, next)) continue;
    state.broken[at] = 1;
    settle(search, next);
    state.broken[at] = 0;
  }
}
