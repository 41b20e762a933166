// The second half of the search: from one bare vertex, a tree of alternating paths grows in step with the prices until it meets another bare
// vertex; then everyone on the path between them changes partners. A search costs as much as it touches.
import { open, turn } from './blossoms.ts';
import { leastKey, pop } from './heap.ts';
import { bloom, wilt } from './hunt-rings.ts';
import { becomeInner, becomeOuter, type Hunt, INNER, OUTER, settle, slackNow } from './hunt-tree.ts';

/** Matches every bare vertex. Throws where the candidates do not allow it: there always must be a perfect matching. */
export function matchAll(hunt: Hunt, order: Int32Array): void {
  const { mate } = hunt.flower;
  for (const v of order) {
    if ((mate[v] as number) >= 0) continue;
    growFrom(hunt, v);
    changePartners(hunt);
    forget(hunt);
  }
}

function growFrom(hunt: Hunt, root: number): void {
  const { queue, flower } = hunt;
  becomeOuter(hunt, flower.top[root] as number);
  while (leastKey(queue) < hunt.end) {
    hunt.now = leastKey(queue);
    const event = pop(queue);
    if (event < 0) wilt(hunt, -1 - event);
    else meet(hunt, event);
  }
  if (hunt.end === Infinity) throw new Error('no perfect matching among the candidates');
  hunt.now = hunt.end;
  for (const b of hunt.seen) settle(hunt, b);
}

/** A pair has become tight: the tree grows by it, or a blossom forms, or it is no news any more. */
function meet(hunt: Hunt, h: number): void {
  const { flower, side } = hunt;
  const from = hunt.graph.to[h ^ 1] as number;
  const to = hunt.graph.to[h] as number;
  const b = flower.top[to] as number;
  if (b === flower.top[from] || side[b] === INNER || slackNow(hunt, h) !== 0) return;
  if (side[b] === OUTER) bloom(hunt, from, to);
  else {
    becomeInner(hunt, b, from, to);
    becomeOuter(hunt, flower.top[flower.mate[flower.base[b] as number] as number] as number);
  }
}

/** The bare vertex that was found is matched, and everyone on the path from it to the root changes partners. */
function changePartners(hunt: Hunt): void {
  const { flower, entryFrom, entryTo } = hunt;
  const { mate, top, base } = flower;
  let u = hunt.endFrom;
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

function forget(hunt: Hunt): void {
  const { flower, side } = hunt;
  for (const b of hunt.seen) {
    if (side[b] === 0) continue;
    side[b] = 0;
    if (b >= flower.size && flower.z[b] === 0) open(flower, b);
  }
  for (const v of hunt.dueSet) hunt.due[v] = Infinity;
  hunt.dueSet.length = 0;
  hunt.seen.length = 0;
  hunt.queue.size = 0;
  hunt.now = 0;
  hunt.end = Infinity;
}
