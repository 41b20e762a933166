// A search with deep prices: from two bare vertices trees of alternating paths grow in step with the prices until they meet, or reach another
// bare vertex; then everyone on the path between changes partners. `hunt.ts` is its like for one group of aims.

import { open, topOf } from '../search/flower.ts';
import { changePartners } from '../search/hunt.ts';
import { MATCHED, OUTER } from '../search/hunt-tree.ts';
import { type DeepFlower, matchWithin } from './flower.ts';
import { comesBefore, take } from './queue.ts';
import { bloom, wilt } from './rings.ts';
import type { RowsOf } from './rows.ts';
import { expectMeeting, isDue, REACH, scan } from './scan.ts';
import { becomeInner, becomeOuter, type DeepHunt, deepHuntOf, leave } from './tree.ts';

/** Matches every bare vertex, changing `deep`; `false` where that cannot be. */
export function matchBare(deep: DeepFlower, rowsOf: RowsOf): boolean {
  const hunt = deepHuntOf(deep, rowsOf);
  for (let bare = nextBare(hunt, 0); bare >= 0; bare = nextBare(hunt, 0)) {
    const other = nextBare(hunt, bare + 1);
    if (other < 0 || !growFrom(hunt, [bare, other])) return false;
    hunt.now.set(hunt.end);
    changePartners(hunt, hunt.endFrom, hunt.endTo);
    changePartners(hunt, hunt.endTo, hunt.endFrom);
    forget(hunt);
  }
  matchWithin(deep.flower);
  return true;
}

/** The first name from `from` on whose part is bare. */
function nextBare({ flower: { size, name, owner, base, mate } }: DeepHunt, from: number): number {
  for (let own = from; own < size; own++) {
    if (name[own] === own && (mate[base[owner[own] as number] as number] as number) < 0) return own;
  }
  return -1;
}

/** Grows a tree from each of some bare parts; two meet half-way, which is far less than one has to go through. `false` where none of them ends. */
function growFrom(hunt: DeepHunt, names: readonly number[]): boolean {
  const { queue, now, end, flower } = hunt;
  const roots = names.map((name) => flower.owner[name] as number);
  roots.forEach((root, at) => {
    becomeOuter(hunt, root, at);
  });
  for (const root of roots) scan(hunt, root);
  while (comesBefore(queue, end, now)) {
    const [from, to] = take(queue);
    if (to < 0) wilt(hunt, from);
    else if (from === REACH) reach(hunt, to);
    else meet(hunt, from, to);
  }
  return end[0] !== Infinity;
}

/** Grows a tree from the only bare part as far as it goes, changing the prices of `deep`. Tells who could be left bare instead of the root. */
export function explored(deep: DeepFlower, rowsOf: RowsOf): (v: number) => boolean {
  const hunt = deepHuntOf(deep, rowsOf);
  growFrom(hunt, [nextBare(hunt, 0)]);
  const { name, owner } = deep.flower;
  const reached = name.map((own) => (hunt.side[own] === OUTER ? 1 : 0));
  for (const own of hunt.seen) leave(hunt, owner[own] as number);
  return (v) => reached[v] === 1;
}

/** Two outer vertices of one tree meet: a blossom forms, if they are not in one already. */
function meet(hunt: DeepHunt, from: number, to: number): void {
  const { name } = hunt.flower;
  if (name[from] !== name[to]) bloom(hunt, from, to);
  expectMeeting(hunt, from, false);
}

/** A vertex outside the trees is reached, if that is not old news: a tree grows by it and its partner. */
function reach(hunt: DeepHunt, v: number): void {
  const { flower, side, tree } = hunt;
  if (side[flower.name[v] as number] !== MATCHED || !isDue(hunt, v)) return;
  const from = hunt.offeredBy[v] as number;
  const own = tree[flower.name[from] as number] as number;
  const outer = topOf(flower, flower.mate[flower.base[topOf(flower, v)] as number] as number);
  becomeInner(hunt, from, v, own);
  becomeOuter(hunt, outer, own);
  scan(hunt, outer);
}

/** Ends a search: prices are settled, and blossoms without z opened. */
function forget(hunt: DeepHunt): void {
  const { flower, side, offer } = hunt;
  for (const name of hunt.seen) {
    const isIn = side[name] !== MATCHED;
    const part = flower.owner[name] as number;
    leave(hunt, part);
    if (isIn && part >= flower.size && hunt.z.every((z) => z[part] === 0)) open(flower, part);
  }
  for (const v of hunt.offered) for (const each of offer) each[v] = Infinity;
  hunt.offered.length = 0;
  hunt.outer.length = 0;
  hunt.seen.length = 0;
  hunt.queue.size = 0;
  hunt.now.fill(0);
  hunt.end.fill(Infinity);
}
