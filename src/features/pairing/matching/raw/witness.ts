// Is there a perfect matching at all, in a graph too large for a square of its pairs? Whoever has one possible partner left is matched first;
// what that leaves is searched for, vertex by vertex. If there is none, the obstacle is told.
import type { Obstacle } from '../search/feasible.ts';
import type { WeightedGraph } from './graph.ts';
import { changed, forget, type Near, obstacleIn, searchOf } from './search.ts';

/** A perfect matching, or why there is none. */
export type Witness = { mate: Int32Array } | { obstacle: Obstacle };

export function witnessOf(graph: WeightedGraph): Witness {
  const { size } = graph;
  if (graph.complete && size % 2 === 0) return { mate: Int32Array.from({ length: size }, (_, v) => v ^ 1) };
  const near = nearOf(graph);
  const mate = matchedGreedily(size, near);
  const search = searchOf(mate);
  for (let u = 0; u < size; u++) {
    if ((mate[u] as number) >= 0) continue;
    if (!changed(search, near, u)) return { obstacle: obstacleIn(search) };
    forget(search);
  }
  return { mate };
}

function nearOf({ size, row, lists }: WeightedGraph): Near {
  if (lists) return (u) => lists.ends.subarray(lists.first[u] as number, lists.first[u + 1] as number);
  const weights = new Float64Array(size);
  const found = new Int32Array(size);
  return (u) => {
    row(u, weights);
    let count = 0;
    for (let v = 0; v < size; v++) if ((weights[v] as number) >= 0) found[count++] = v;
    return found.subarray(0, count);
  };
}

/** Matches first whoever has only one free partner left, then the others with the free partner who has fewest. */
function matchedGreedily(size: number, near: Near): Int32Array {
  const mate = new Int32Array(size).fill(-1);
  const left = Int32Array.from({ length: size }, (_, u) => near(u).length);
  const urgent: number[] = [];
  left.forEach((count, u) => {
    if (count === 1) urgent.push(u);
  });
  const match = (u: number) => {
    if ((mate[u] as number) >= 0) return;
    let best = -1;
    for (const v of near(u)) if ((mate[v] as number) < 0 && (best < 0 || (left[v] as number) < (left[best] as number))) best = v;
    if (best < 0) return;
    mate[u] = best;
    mate[best] = u;
    for (const one of [u, best]) {
      for (const v of near(one)) {
        left[v] = (left[v] as number) - 1;
        if (left[v] === 1 && (mate[v] as number) < 0) urgent.push(v);
      }
    }
  };
  for (let u = 0; u < size; u++) {
    for (let next = urgent.pop(); next !== undefined; next = urgent.pop()) match(next);
    match(u);
  }
  for (let next = urgent.pop(); next !== undefined; next = urgent.pop()) match(next);
  return mate;
}
