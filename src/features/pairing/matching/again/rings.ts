// What happens to blossoms while a search with deep prices grows: two outer vertices meet and the ring between them becomes one; an inner
// blossom has used up its z and opens. The way around rings is the same as in `hunt-rings.ts`.

import { open, shrink } from '../search/flower.ts';
import { joinRing, partingOf, waysAround } from '../search/hunt-rings.ts';
import { INNER, MATCHED, OUTER } from '../search/hunt-tree.ts';
import { raise } from './flower.ts';
import { expect, scan } from './scan.ts';
import { becomeInner, becomeOuter, type DeepHunt, isUsedUp, leave } from './tree.ts';

/** Two outer vertices of one tree meet: the ring from them up to where their paths part becomes one outer blossom. */
export function bloom(hunt: DeepHunt, u: number, v: number): void {
  const { flower, side, tree, now } = hunt;
  const parting = partingOf(hunt, flower.name[u] as number, flower.name[v] as number);
  const own = tree[parting] as number;
  joinRing(hunt, parting, u, v);
  const first = flower.owner[parting] as number;
  const fresh: number[] = [];
  let part = first;
  do {
    const name = flower.nameOf[part] as number;
    if (side[name] === INNER) fresh.push(part);
    raise(hunt, part, now, side[name] === INNER ? [-2, -2] : [0, 2]);
    side[name] = MATCHED;
    part = flower.after[part] as number;
  } while (part !== first);
  const b = shrink(flower, first);
  for (const z of hunt.z) z[b] = 0;
  raise(hunt, b, now, [0, -2]);
  const name = flower.nameOf[b] as number;
  side[name] = OUTER;
  tree[name] = own;
  hunt.seen.push(name);
  for (const each of fresh) scan(hunt, each);
}

/** An inner blossom may have used up its z: then the parts of its ring that the path needs stay in the tree, and the others leave it. */
export function wilt(hunt: DeepHunt, b: number): void {
  if (!isUsedUp(hunt, b)) return;
  const { flower } = hunt;
  const name = flower.nameOf[b] as number;
  const tree = hunt.tree[name] as number;
  const from = hunt.entryFrom[name] as number;
  const to = hunt.entryTo[name] as number;
  leave(hunt, b);
  const { inner, outer, free } = waysAround(flower, open(flower, b), to);
  becomeInner(hunt, from, to, tree);
  for (const [leaves, enters] of inner) becomeInner(hunt, leaves, enters, tree);
  for (const each of outer) becomeOuter(hunt, each, tree);
  for (const each of outer) scan(hunt, each);
  for (const each of free) expectAll(hunt, each);
}

/** A part has left the tree: when will it be reached again? */
function expectAll(hunt: DeepHunt, part: number): void {
  const { head, follow, count } = hunt.flower;
  for (let v = head[part] as number, left = count[part] as number; left > 0; left--, v = follow[v] as number) expect(hunt, v);
}
