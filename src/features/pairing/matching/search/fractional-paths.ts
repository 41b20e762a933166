// How a fractional matching changes when a search has ended: partners change along a path, or a ring of halves is laid. `above` says from which
// outer vertex each inner one was reached.
import { type Fractional, LOOSE, match, openRing } from './fractional.ts';

/** A vertex outside the tree is free to be matched: the path from it to the root changes partners. */
export function reach(state: Fractional, above: Int32Array, from: number, to: number): void {
  if ((state.ring[to] as number) >= 0) openRing(state, to);
  let outer = from;
  let fresh = to;
  for (;;) {
    const earlier = state.mate[outer] as number;
    match(state, outer, fresh);
    if (earlier < 0) return;
    fresh = earlier;
    outer = above[earlier] as number;
  }
}

/** Two outer vertices meet: below the vertex where their paths part, everything goes into a ring; above it, partners change. */
export function makeRing(state: Fractional, above: Int32Array, from: number, to: number): void {
  const { mate, ring, side } = state;
  const left = pathUp(state, above, from);
  const right = pathUp(state, above, to);
  let shared = 0;
  while (shared < Math.min(left.length, right.length) && left.at(-1 - shared) === right.at(-1 - shared)) shared++;
  const parting = left.at(-shared) as number;
  const members = [...left.slice(0, -shared).reverse(), ...right.slice(0, -shared)];
  const earlier = mate[parting] as number;
  if (earlier >= 0) {
    mate[parting] = -1;
    reach(state, above, above[earlier] as number, earlier);
  }
  let last = parting;
  for (const each of [...members, parting]) {
    mate[each] = -1;
    ring[last] = each;
    side[each] = LOOSE;
    last = each;
  }
}

/** The vertices from an outer vertex up to the root, both included. */
function pathUp({ mate }: Fractional, above: Int32Array, u: number): number[] {
  const path = [u];
  for (let inner = mate[u] as number; inner >= 0; inner = mate[path.at(-1) as number] as number) {
    path.push(inner, above[inner] as number);
  }
  return path;
}
