// The few pairs among which the search looks: about ten for each vertex out of thousands. Pricing adds the pairs that turn out to be missing.
import { bothWays, gathered, type HalfEdges, listsOf, type PairLists, type Pairs } from '../costs.ts';

/** A sparse graph. Each pair is two half-edges, one at either end; those that begin at a vertex lie together. */
export interface Candidates extends PairLists {
  from: Int32Array;
}

export function candidatesOf(size: number, sets: readonly Pairs[]): Candidates {
  return sorted(size, gathered(sets.flatMap(bothWays)));
}

/** The graph with more pairs, none of which it had. */
export function withMore(graph: Candidates, more: Pairs): Candidates {
  return sorted(graph.first.length - 1, gathered([graph, ...bothWays(more)]));
}

function sorted(size: number, halves: HalfEdges): Candidates {
  const { first, ends, cost } = listsOf(size, halves);
  const from = new Int32Array(ends.length);
  for (let u = 0; u < size; u++) from.fill(u, first[u], first[u + 1]);
  return { first, from, ends, cost };
}
