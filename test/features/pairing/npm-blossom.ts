// A second opinion: `edmonds-blossom` from npm, by other people after another program. Its file leans on loose mode, and is loaded as it asks for.
import { createRequire } from 'node:module';

type Solver = (edges: [u: number, v: number, weight: number][], maxCardinality: boolean) => number[];

const solve = createRequire(import.meta.url)('edmonds-blossom') as Solver;

/** An edge list in its form: it looks for the heaviest, so what is cheap must weigh much. */
export type Edges = [u: number, v: number, weight: number][];

/** The partner of each vertex in a heaviest matching among those of most pairs; `undefined` where somebody is left alone. */
export function heaviestPairs(size: number, edges: Edges): number[] | undefined {
  if (edges.length === 0) return undefined;
  const mate = solve(edges, true);
  return mate.length === size && mate.every((v) => v >= 0) ? mate : undefined;
}

/** The edges of a graph by costs; `undefined` (or `Infinity`) is no edge. */
export function edgesOf(size: number, cost: (u: number, v: number) => number | undefined): Edges {
  const edges: Edges = [];
  let most = 0;
  for (let u = 0; u < size; u++)
    for (let v = u + 1; v < size; v++) {
      const asked = cost(u, v);
      if (asked === undefined || asked === Number.POSITIVE_INFINITY) continue;
      most = Math.max(most, asked);
      edges.push([u, v, asked]);
    }
  for (const edge of edges) edge[2] = most - edge[2];
  return edges;
}
