// The second half of the search: from one bare vertex, a tree of alternating paths grows in step with the prices until it meets another bare
// vertex; then everyone on the path between them changes partners. A search costs as much as it touches.
import { open, raise, topOf } from './flower.ts';
import { leastKey, pop } from './heap.ts';
import { bloom, wilt } from './hunt-rings.ts';
import { BARE, becomeInner, becomeOuter, type Hunt, INNER, MATCHED, OUTER, scan } from './hunt-tree.ts';

/** Matches every bare vertex. Throws where the candidates do not allow it: there always must be a perfect matching. */
export function matchAll(hunt: Hunt, order: Int32Array): void {
  const { name, owner } = hunt.flower;
  for (const v of order) {
    if (hunt.side[name[v] as number] !== BARE) continue;
    growFrom(hunt, owner[name[v] as number] as number);
    changePartners(hunt);
    forget(hunt);
  }
}

function growFrom(hunt: Hunt, root: number): void {
  const { queue } = hunt;
  becomeOuter(hunt, root);
  scan(hunt, root);
  while (leastKey(queue) < hunt.end) {
    hunt.now = leastKey(queue);
    const event = pop(queue);
    if (event < 0) wilt(hunt, -1 - event);
    else meet(hunt, event);
  }
  if (hunt.end === Infinity) throw new Error('no perfect matching among the candidates');
}

/** A pair may have become tight: then the tree grows by it, or a blossom forms. */
function meet(hunt: Hunt, h: number): void {
  const { graph, flower, side } = hunt;
  const { name, y } = flower;
  const one = graph.from[h] as number;
  const other = graph.ends[h] as number;
  const inTree = side[name[one] as number] === OUTER;
  const [from, to] = inTree ? [one, other] : [other, one];
  const as = side[name[to] as number];
  if (as === INNER || name[from] === name[to]) return;
  const sum = (graph.cost[h] as number) - (y[from] as number) - (y[to] as number);
  if (as === OUTER) {
    if (sum === 2 * hunt.now) bloom(hunt, from, to);
  } else if (sum === hunt.now) {
    const partner = flower.mate[flower.base[topOf(flower, to)] as number] as number;
    becomeInner(hunt, from, to);
    const outer = topOf(flower, partner);
    becomeOuter(hunt, outer);
    scan(hunt, outer);
  }
}

/** The bare vertex that was found is matched, and everyone on the path from it to the root changes partners. */
function changePartners({ flower, side, entryFrom, entryTo, endFrom, endTo }: Hunt): void {
  const { mate, base, name, owner } = flower;
  let u = endFrom;
  let v = endTo;
  side[name[v] as number] = MATCHED;
  base[owner[name[v] as number] as number] = v;
  for (;;) {
    const outer = owner[name[u] as number] as number;
    const earlier = mate[base[outer] as number] as number;
    base[outer] = u;
    mate[u] = v;
    mate[v] = u;
    if (earlier < 0) return;
    const inner = name[earlier] as number;
    u = entryFrom[inner] as number;
    v = entryTo[inner] as number;
    base[owner[inner] as number] = v;
  }
}

/** Ends a hunt: prices are settled, and blossoms without z opened. */
function forget(hunt: Hunt): void {
  const { flower, side, seen, due, end } = hunt;
  for (const name of seen) {
    const as = side[name] as number;
    side[name] = MATCHED;
    due[name] = Infinity;
    if (as === MATCHED) continue;
    const part = flower.owner[name] as number;
    const gain = as === OUTER ? end : -end;
    raise(flower, part, gain, 2 * gain);
    if (part >= flower.size && flower.z[part] === 0) open(flower, part);
  }
  seen.length = 0;
  hunt.queue.size = 0;
  hunt.now = 0;
  hunt.end = Infinity;
}
