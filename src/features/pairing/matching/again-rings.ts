// What happens to blossoms while a search with deep prices grows: two outer vertices meet and the ring between them becomes one; an inner
// blossom has used up its z and opens. `hunt-rings.ts` is its like for one group of aims.
import { expect, scan } from './again-scan.ts';
import { becomeInner, type DeepHunt, INNER, OUTER, place, settle } from './again-tree.ts';
import { type Flower, type Joint, jointFrom, open, placeOf, shrink, verticesOf, wayToBase } from './blossoms.ts';

/** Two outer vertices meet: the ring from them up to where their paths part becomes one outer blossom. */
export function bloom(hunt: DeepHunt, u: number, v: number): void {
  const { flower, side } = hunt;
  const parting = partingOf(hunt, flower.top[u] as number, flower.top[v] as number);
  const left = arm(hunt, flower.top[u] as number, parting);
  const right = arm(hunt, flower.top[v] as number, parting);
  const parts = [parting, ...left.parts.reverse(), ...right.parts];
  const down = left.joints.reverse().map(([from, to]): Joint => [to, from]);
  const fresh: number[] = [];
  for (const part of parts) {
    settle(hunt, part);
    if (side[part] === INNER) verticesOf(flower, part, fresh);
    side[part] = 0;
  }
  const b = shrink(flower, parts, [...down, [u, v], ...right.joints]);
  for (const z of hunt.z) z[b] = 0;
  place(hunt, b, OUTER, hunt.tree[parting] as number);
  for (const each of fresh) scan(hunt, each);
}

/** The outer blossom at which the paths from two outer blossoms to the root come together; climbs both in turn, so that short ways stay short. */
function partingOf(hunt: DeepHunt, one: number, other: number): number {
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
    [climbing, waiting] = [waiting, climbing];
  }
}

function outerAbove({ flower, entryFrom }: DeepHunt, b: number): number {
  const partner = flower.mate[flower.base[b] as number] as number;
  if (partner < 0) return -1;
  return flower.top[entryFrom[flower.top[partner] as number] as number] as number;
}

/** The blossoms from `b` up to, and without, `until`, each with the joint that leads up from it. */
function arm({ flower, entryFrom, entryTo }: DeepHunt, b: number, until: number): { parts: number[]; joints: Joint[] } {
  const parts: number[] = [];
  const joints: Joint[] = [];
  for (let outer = b; outer !== until; ) {
    const base = flower.base[outer] as number;
    const partner = flower.mate[base] as number;
    const inner = flower.top[partner] as number;
    parts.push(outer, inner);
    joints.push([base, partner], [entryTo[inner] as number, entryFrom[inner] as number]);
    outer = flower.top[entryFrom[inner] as number] as number;
  }
  return { parts, joints };
}

/** An inner blossom may have used up its z: then the part of its ring that the path needs stays in the tree, and the rest leaves it. */
export function wilt(hunt: DeepHunt, b: number): void {
  const { flower, side } = hunt;
  if (side[b] !== INNER || hasLeft(hunt, b)) return;
  settle(hunt, b);
  side[b] = 0;
  const from = hunt.entryFrom[b] as number;
  const to = hunt.entryTo[b] as number;
  const steps = stepsToBase(flower, b, to);
  const parts = open(flower, b);
  for (const part of parts) hunt.tree[part] = hunt.tree[b] as number;
  const outer: number[] = [];
  becomeInner(hunt, flower.top[to] as number, from, to);
  for (const [leaving, arriving] of steps) {
    outer.push(flower.top[leaving] as number);
    becomeInner(hunt, flower.top[arriving] as number, leaving, arriving);
  }
  for (const part of outer) place(hunt, part, OUTER, hunt.tree[b] as number);
  for (const part of outer) for (const v of verticesOf(flower, part)) scan(hunt, v);
  for (const part of parts) if (side[part] === 0) for (const v of verticesOf(flower, part)) expect(hunt, v);
}

/** Whether some z is left of an inner blossom at this moment. */
function hasLeft({ z, since, now }: DeepHunt, b: number): boolean {
  return now.some((time, level) => (z[level]?.[b] as number) !== 2 * (time - (since[level]?.[b] as number)));
}

/** On the way from the part that holds `vertex` to the base of `b`: the unmatched joints, each from an outer part to the inner one after it. */
function stepsToBase(flower: Flower, b: number, vertex: number): Joint[] {
  const count = (flower.parts[b] as number[]).length;
  const first = placeOf(flower, b, vertex);
  const way = wayToBase(first);
  const steps: Joint[] = [];
  for (let at = first; at !== 0; at = (at + 2 * way + count) % count) steps.push(jointFrom(flower, b, (at + way + count) % count, way));
  return steps;
}
