// What happens to blossoms while a search grows: two outer parts meet and the ring between them becomes one; an inner blossom has used up its z
// and opens.
import { type Flower, join, open, raise, shrink, topOf } from './flower.ts';
import { becomeInner, becomeOuter, expectAgain, type Hunt, INNER, MATCHED, OUTER, scan } from './hunt-tree.ts';

/** Two outer vertices meet: the ring from them up to where their paths part becomes one outer blossom. */
export function bloom(hunt: Hunt, u: number, v: number): void {
  const { flower, side, now } = hunt;
  const parting = partingOf(hunt, flower.name[u] as number, flower.name[v] as number);
  joinRing(hunt, parting, u, v);
  const first = flower.owner[parting] as number;
  const fresh: number[] = [];
  let part = first;
  do {
    const name = flower.nameOf[part] as number;
    if (side[name] === INNER) {
      raise(flower, part, -2 * now, -2 * now);
      fresh.push(part);
    } else raise(flower, part, 0, 2 * now);
    side[name] = MATCHED;
    part = flower.after[part] as number;
  } while (part !== first);
  const b = shrink(flower, first);
  const name = flower.nameOf[b] as number;
  flower.z[b] = -2 * now;
  side[name] = OUTER;
  hunt.seen.push(name);
  for (const each of fresh) scan(hunt, each);
}

/** The outer part at which the paths from two outer parts to the root come together; climbs both in turn, so that short ways stay short. All by name. */
function partingOf(hunt: Hunt, one: number, other: number): number {
  const { mark } = hunt;
  const stamp = ++hunt.stamp;
  let climbing = one;
  let waiting = other;
  for (;;) {
    if (climbing >= 0) {
      if (mark[climbing] === stamp) return climbing;
      mark[climbing] = stamp;
      climbing = outerAbove(hunt, climbing);
    }
    const next = waiting;
    waiting = climbing;
    climbing = next;
  }
}

function outerAbove({ flower, entryFrom }: Hunt, outer: number): number {
  const { mate, base, owner, name } = flower;
  const partner = mate[base[owner[outer] as number] as number] as number;
  return partner < 0 ? -1 : (name[entryFrom[name[partner] as number] as number] as number);
}

/** Joins a ring: from the part where the paths part down to `u`, across to `v`, and up again. */
function joinRing({ flower, entryFrom, entryTo }: Hunt, parting: number, u: number, v: number): void {
  const { mate, base, owner, name } = flower;
  for (let outer = name[u] as number; outer !== parting; ) {
    const last = base[owner[outer] as number] as number;
    const partner = mate[last] as number;
    const inner = name[partner] as number;
    join(flower, partner, last);
    join(flower, entryFrom[inner] as number, entryTo[inner] as number);
    outer = name[entryFrom[inner] as number] as number;
  }
  join(flower, u, v);
  for (let outer = name[v] as number; outer !== parting; ) {
    const last = base[owner[outer] as number] as number;
    const partner = mate[last] as number;
    const inner = name[partner] as number;
    join(flower, last, partner);
    join(flower, entryTo[inner] as number, entryFrom[inner] as number);
    outer = name[entryFrom[inner] as number] as number;
  }
}

/** An inner blossom has used up its z: the parts of its ring that the path needs stay in the tree, the others leave it. */
export function wilt(hunt: Hunt, b: number): void {
  const { flower, side, now } = hunt;
  const name = flower.nameOf[b] as number;
  if (side[name] !== INNER || flower.owner[name] !== b || flower.z[b] !== 2 * now) return;
  const from = hunt.entryFrom[name] as number;
  const to = hunt.entryTo[name] as number;
  raise(flower, b, -now, -2 * now);
  side[name] = MATCHED;
  const first = open(flower, b);
  const entered = topOf(flower, to);
  const { after, leaves, enters } = flower;
  const backward = stepsFrom(flower, first, entered) % 2 === 0;
  const stop = backward ? entered : first;
  const outer: number[] = [];
  const free: number[] = [];
  becomeInner(hunt, from, to);
  let part = backward ? first : entered;
  for (let at = after[stop] as number; at !== part; at = after[at] as number) free.push(at);
  while (part !== stop) {
    const between = after[part] as number;
    if (backward) becomeInner(hunt, enters[part] as number, leaves[part] as number);
    else becomeInner(hunt, leaves[between] as number, enters[between] as number);
    outer.push(between);
    part = after[between] as number;
  }
  for (const each of outer) becomeOuter(hunt, each);
  for (const each of free) expectAgain(hunt, each);
  for (const each of outer) scan(hunt, each);
}

/** How many parts further along its ring. */
function stepsFrom({ after }: Flower, part: number, other: number): number {
  let steps = 0;
  for (let at = part; at !== other; at = after[at] as number) steps++;
  return steps;
}
