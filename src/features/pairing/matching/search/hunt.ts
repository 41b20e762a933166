// The second half of the search: from one bare vertex, a tree of alternating paths grows in step with the prices until it meets another bare
// vertex; then everyone on the path between them changes partners. A search costs as much as it touches.
import { open, raise, topOf } from './flower.ts';
import { leastKey, pop } from './heap.ts';
import { bloom, type Paths, wilt } from './hunt-rings.ts';
import { BARE, becomeInner, becomeOuter, type Hunt, INNER, MATCHED, OUTER, scan } from './hunt-tree.ts';

/** A hunt that has seen so many parts is broken off; … */
const AT_FIRST = 50;
/** … it may go on so much further when all others have had their turn: that brings goals nearer. */
const FURTHER = 4;

/** Matches every bare vertex. Throws where the candidates do not allow it: there always must be a perfect matching. */
export function matchAll(hunt: Hunt, order: Int32Array): void {
  const { flower, side } = hunt;
  let bare = order.filter((v) => side[flower.name[v] as number] === BARE && flower.base[topOf(flower, v)] === v);
  for (let patience = AT_FIRST; bare.length > 0; patience *= FURTHER) {
    bare = bare.filter((v) => side[flower.name[v] as number] === BARE && !huntFrom(hunt, v, patience));
  }
}

/** Whether a hunt for a partner of `v` found one. What it did to prices and blossoms stands in any case. */
function huntFrom(hunt: Hunt, v: number, patience: number): boolean {
  const found = grow(hunt, v, patience);
  if (found) matchEnd(hunt);
  settle(hunt);
  if (!found) hunt.side[hunt.flower.name[v] as number] = BARE;
  return found;
}

function grow(hunt: Hunt, v: number, patience: number): boolean {
  const { queue, flower } = hunt;
  const root = topOf(flower, v);
  hunt.now = 0;
  becomeOuter(hunt, root);
  scan(hunt, root);
  while (leastKey(queue) < hunt.end) {
    hunt.now = leastKey(queue);
    if (hunt.seen.length > patience) {
      hunt.end = hunt.now;
      return false;
    }
    const event = pop(queue);
    if (event < 0) wilt(hunt, -1 - event);
    else meet(hunt, event);
  }
  if (hunt.end === Infinity) throw new Error('no perfect matching among the candidates');
  return true;
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
function matchEnd(hunt: Hunt): void {
  const { flower, side, endFrom, endTo } = hunt;
  const { mate, base, name, owner } = flower;
  side[name[endTo] as number] = MATCHED;
  base[owner[name[endTo] as number] as number] = endTo;
  mate[endTo] = endFrom;
  changePartners(hunt, endFrom, endTo);
}

/** Gives `u` the partner `v`; everyone on the path from `u` to the root of its tree, if it is in one, changes partners. */
export function changePartners({ flower, entryFrom, entryTo }: Omit<Paths, 'mark' | 'stamp'>, u: number, v: number): void {
  const { mate, base, name, owner } = flower;
  for (let [from, to] = [u, v]; ; ) {
    const outer = owner[name[from] as number] as number;
    const earlier = mate[base[outer] as number] as number;
    base[outer] = from;
    mate[from] = to;
    if (earlier < 0) return;
    const inner = name[earlier] as number;
    from = entryFrom[inner] as number;
    to = entryTo[inner] as number;
    base[owner[inner] as number] = to;
    mate[to] = from;
  }
}

/** Settles the prices, opens blossoms without z, and leaves everything as the next hunt wants to find it. */
function settle(hunt: Hunt): void {
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
  hunt.end = Infinity;
}
