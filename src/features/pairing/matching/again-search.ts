// One search with deep prices: from a bare vertex a tree of alternating paths grows in step with the prices until it meets another bare vertex;
// then everyone on the path between them changes partners. `hunt.ts` is its like for one group of aims.
import { type DeepFlower, isNothing } from './again-flower.ts';
import { comesBefore, take } from './again-queue.ts';
import { bloom, wilt } from './again-rings.ts';
import type { RowsOf } from './again-rows.ts';
import { becomeOuter, expectMeeting, isDue, REACH } from './again-scan.ts';
import { becomeInner, type DeepHunt, deepHuntOf, OUTER, settle } from './again-tree.ts';
import { open, turn } from './blossoms.ts';

/** Matches every bare vertex, changing `deep`; `false` where that cannot be. */
export function matchBare(deep: DeepFlower, rowsOf: RowsOf): boolean {
  const { mate } = deep.flower;
  const hunt = deepHuntOf(deep, rowsOf);
  for (let root = mate.indexOf(-1); root >= 0; root = mate.indexOf(-1)) {
    const other = mate.indexOf(-1, root + 1);
    if (other < 0 || !growFrom(hunt, root, other)) return false;
    changePartners(hunt, hunt.endFrom, hunt.endTo);
    changePartners(hunt, hunt.endTo, hunt.endFrom);
    forget(hunt);
  }
  return true;
}

/** Grows a tree from each of two bare vertices, so that they meet half-way: that is far less than one tree has to go through. */
function growFrom(hunt: DeepHunt, one: number, other: number): boolean {
  becomeOuter(hunt, hunt.flower.top[one] as number, 1);
  becomeOuter(hunt, hunt.flower.top[other] as number, 2);
  growToEnd(hunt);
  if (hunt.end[0] === Infinity) return false;
  hunt.now.set(hunt.end);
  for (const b of hunt.seen) settle(hunt, b);
  return true;
}

function growToEnd(hunt: DeepHunt): void {
  const { queue, now, end } = hunt;
  while (comesBefore(queue, end, now)) {
    const [from, to] = take(queue);
    if (to < 0) wilt(hunt, from);
    else if (from === REACH) reach(hunt, to);
    else meet(hunt, from, to);
  }
}

/** What a tree has come to that was grown from the only bare vertex until nobody else could be reached. */
export interface Explored {
  /** How far the prices in the tree have risen, group by group. */
  time: Float64Array;
  /** Whether the vertex could be left bare instead of the root. */
  isReached: (v: number) => boolean;
}

/** Grows a tree from the only bare vertex as far as it goes, changing the prices of `deep`. */
export function explored(deep: DeepFlower, rowsOf: RowsOf): Explored {
  const hunt = deepHuntOf(deep, rowsOf);
  const { flower, side } = hunt;
  becomeOuter(hunt, flower.top[flower.mate.indexOf(-1)] as number, 1);
  growToEnd(hunt);
  for (const b of hunt.seen) settle(hunt, b);
  return { time: hunt.now, isReached: (v) => side[flower.top[v] as number] === OUTER };
}

/** Two outer vertices of one tree meet: a blossom forms, if they are not in one already. */
function meet(hunt: DeepHunt, from: number, to: number): void {
  const { top } = hunt.flower;
  if (top[from] !== top[to]) bloom(hunt, from, to);
  expectMeeting(hunt, from, false);
}

/** A vertex outside the trees is reached, if that is not old news: a tree grows by it and its partner. */
function reach(hunt: DeepHunt, v: number): void {
  const { flower, side, tree } = hunt;
  const b = flower.top[v] as number;
  if (side[b] !== 0 || !isDue(hunt, v)) return;
  becomeInner(hunt, b, hunt.offeredBy[v] as number, v);
  becomeOuter(hunt, flower.top[flower.mate[flower.base[b] as number] as number] as number, tree[b] as number);
}

/** Matches `u` with `v`; everyone on the path from `u` to the root of its tree, if it is in one, changes partners. */
function changePartners({ flower, entryFrom, entryTo }: DeepHunt, u: number, v: number): void {
  const { mate, top, base } = flower;
  for (let [from, to] = [u, v]; ; ) {
    const outer = top[from] as number;
    const earlier = mate[base[outer] as number] as number;
    turn(flower, outer, from);
    mate[from] = to;
    if (earlier < 0) return;
    const inner = top[earlier] as number;
    from = entryFrom[inner] as number;
    to = entryTo[inner] as number;
    turn(flower, inner, to);
    mate[to] = from;
  }
}

function forget(hunt: DeepHunt): void {
  const { flower, side, offer } = hunt;
  for (const b of hunt.seen) {
    if (side[b] === 0) continue;
    side[b] = 0;
    if (b >= flower.size && isNothing(hunt.z, b)) open(flower, b);
  }
  for (const v of hunt.offered) for (const each of offer) each[v] = Infinity;
  hunt.offered.length = 0;
  hunt.outer.length = 0;
  hunt.seen.length = 0;
  hunt.queue.size = 0;
  hunt.now.fill(0);
  hunt.end.fill(Infinity);
}
