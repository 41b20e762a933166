// The few pairs among which the search looks: six or eight for each vertex out of thousands. Pricing adds the pairs that turn out to be missing.
import { listsOf, type PairLists, type Pairs } from './costs.ts';

/** A sparse graph. Each pair is two half-edges, one at either end; those that begin at a vertex lie together. */
export interface Candidates extends PairLists {
  from: Int32Array;
}

export function candidatesOf(size: number, pairs: Pairs): Candidates {
  const lists = listsOf(size, pairs);
  const from = new Int32Array(lists.ends.length);
  for (let u = 0; u < size; u++) from.fill(u, lists.first[u], lists.first[u + 1]);
  return { ...lists, from };
}

/** The graph with more pairs, none of which it had. */
export function withMore({ first, from, ends, cost }: Candidates, more: Pairs): Candidates {
  const half = from.length / 2;
  const room = half + more.from.length;
  const all = { from: new Int32Array(room), to: new Int32Array(room), cost: new Float64Array(room) };
  for (let h = 0, at = 0; h < from.length; h++) {
    if ((from[h] as number) > (ends[h] as number)) continue;
    all.from[at] = from[h] as number;
    all.to[at] = ends[h] as number;
    all.cost[at++] = cost[h] as number;
  }
  all.from.set(more.from, half);
  all.to.set(more.to, half);
  all.cost.set(more.cost, half);
  return candidatesOf(first.length - 1, all);
}
