// What happens to blossoms while a search grows: two outer parts meet and the ring between them becomes one; an inner blossom has used up its z
// and opens.
import { type Flower, join, open, raise, shrink, topOf } from './flower.ts';
import { becomeInner, becomeOuter, expectAgain, type Hunt, INNER, MATCHED, OUTER, scan } from './hunt-tree.ts';

/** What a search knows of the paths in its tree. */
export type Paths = Pick<Hunt, 'flower' | 'entryFrom' | 'entryTo' | 'mark' | 'stamp'>;

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
export function partingOf(hunt: Paths, one: number, other: number): number {
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

function outerAbove({ flower, entryFrom }: Paths, outer: number): number {
  const { mate, base, owner, name } = flower;
  const partner = mate[base[owner[outer] as number] as number] as number;
  return partner < 0 ? -1 : (name[entryFrom[name[partner] as number] as number] as number);
}

/** Joins a ring: from the part where the paths part down to `u`, across to `v`, and up again. */
export function joinRing({ flower, entryFrom, entryTo }: Paths, parting: number, u: number, v: number): void {
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
  const { inner, outer, free } = waysAround(flower, open(flower, b), to);
  becomeInner(hunt, from, to);
  for (const [leaves, enters] of inner) becomeInner(hunt, leaves, enters);
  for (const each of outer) becomeOuter(hunt, each);
  for (const each of free) expectAgain(hunt, each);
  for (const each of outer) scan(hunt, each);
}

/** What becomes of a ring that was entered at one part, and left at the one that holds its base. */
export interface Ways {
  /** The pairs by which the path reaches inner parts after the one that was entered, … */
  inner: (readonly [from: number, to: number])[];
  /** … the outer parts between them, … */
  outer: number[];
  /** … and the parts that the path does not need. */
  free: number[];
}

/** The even way around a ring that has just been opened, from the part that holds `to` to `first`, which holds the base. */
export function waysAround(flower: Flower, first: number, to: number): Ways {
  const { after, leaves, enters } = flower;
  const entered = topOf(flower, to);
  const backward = stepsFrom(flower, first, entered) % 2 === 0;
  const stop = backward ? entered : first;
  const ways: Ways = { inner: [], outer: [], free: [] };
  let part = backward ? first : entered;
  for (let at = after[stop] as number; at !== part; at = after[at] as number) ways.free.push(at);
  while (part !== stop) {
    const between = after[part] as number;
    ways.inner.push(backward ? [enters[part] as number, leaves[part] as number] : [leaves[between] as number, enters[between] as number]);
    ways.outer.push(between);
    part = after[between] as number;
  }
  return ways;
}

/** How many parts further along its ring. */
function stepsFrom({ after }: Flower, part: number, other: number): number {
  let steps = 0;
  for (let at = part; at !== other; at = after[at] as number) steps++;
  return steps;
}
