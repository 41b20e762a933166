// One search with deep prices: from a bare vertex a tree of alternating paths grows in step with the prices until it meets another bare vertex;
// then everyone on the path between them changes partners. `hunt.ts` is its like for one group of aims.
import { type DeepFlower, isNothing } from './again-flower.ts';
import { comesBefore, take } from './again-queue.ts';
import { bloom, wilt } from './again-rings.ts';
import type { RowsOf } from './again-rows.ts';
import { becomeOuter, isDue, REACH } from './again-scan.ts';
import { becomeInner, type DeepHunt, deepHuntOf, settle } from './again-tree.ts';
import { open, turn } from './blossoms.ts';

/** Matches every bare vertex, changing `deep`; `false` where that cannot be. */
export function matchBare(deep: DeepFlower, rowsOf: RowsOf): boolean {
  const { mate, size } = deep.flower;
  const hunt = deepHuntOf(deep, rowsOf);
  for (let v = 0; v < size; v++) {
    if ((mate[v] as number) >= 0) continue;
    if (!growFrom(hunt, v)) return false;
    changePartners(hunt);
    forget(hunt);
  }
  return true;
}

function growFrom(hunt: DeepHunt, root: number): boolean {
  const { queue, flower, now, end } = hunt;
  becomeOuter(hunt, flower.top[root] as number);
  while (comesBefore(queue, end, now)) {
    const [from, to] = take(queue);
    if (to < 0) wilt(hunt, from);
    else if (from === REACH) reach(hunt, to);
    else meet(hunt, from, to);
  }
  if (end[0] === Infinity) return false;
  now.set(end);
  for (const b of hunt.seen) settle(hunt, b);
  return true;
}

/** Two outer vertices meet: a blossom forms, if they are not in one already. */
function meet(hunt: DeepHunt, from: number, to: number): void {
  const { top } = hunt.flower;
  if (top[from] !== top[to]) bloom(hunt, from, to);
}

/** A vertex outside the tree is reached, if that is not old news: the tree grows by it and its partner. */
function reach(hunt: DeepHunt, v: number): void {
  const { flower, side } = hunt;
  const b = flower.top[v] as number;
  if (side[b] !== 0 || !isDue(hunt, v)) return;
  becomeInner(hunt, b, hunt.offeredBy[v] as number, v);
  becomeOuter(hunt, flower.top[flower.mate[flower.base[b] as number] as number] as number);
}

/** The bare vertex that was found is matched, and everyone on the path from it to the root changes partners. */
function changePartners(hunt: DeepHunt): void {
  const { flower, entryFrom, entryTo } = hunt;
  const { mate, top, base } = flower;
  let u = hunt.offeredBy[hunt.endTo] as number;
  let v = hunt.endTo;
  turn(flower, top[v] as number, v);
  for (;;) {
    const outer = top[u] as number;
    const earlier = mate[base[outer] as number] as number;
    turn(flower, outer, u);
    mate[u] = v;
    mate[v] = u;
    if (earlier < 0) return;
    const inner = top[earlier] as number;
    u = entryFrom[inner] as number;
    v = entryTo[inner] as number;
    turn(flower, inner, v);
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
  hunt.seen.length = 0;
  hunt.queue.size = 0;
  hunt.now.fill(0);
  hunt.end.fill(Infinity);
}
