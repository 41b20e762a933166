// The few pairs among which the search looks: six or eight for each vertex out of hundreds. Pricing adds the pairs that turn out to be missing.

/** A sparse graph. Half-edges `2e` and `2e + 1` are the two directions of edge `e`; `to[h ^ 1]` is where half-edge `h` begins. */
export interface Candidates {
  first: Int32Array;
  next: Int32Array;
  to: Int32Array;
  cost: Float64Array;
  halves: number;
}

export function emptyCandidates(size: number, perVertex: number): Candidates {
  const room = 2 * Math.max(size, 1) * (perVertex + 2);
  return {
    first: new Int32Array(size).fill(-1),
    next: new Int32Array(room),
    to: new Int32Array(room),
    cost: new Float64Array(room),
    halves: 0,
  };
}

/** Adds the pair once; `false` where it was there. */
export function addCandidate(graph: Candidates, u: number, v: number, cost: number): boolean {
  for (let h = graph.first[u] as number; h >= 0; h = graph.next[h] as number) if (graph.to[h] === v) return false;
  if (graph.halves === graph.to.length) grow(graph);
  link(graph, u, v, cost);
  link(graph, v, u, cost);
  return true;
}

function link(graph: Candidates, from: number, to: number, cost: number): void {
  const h = graph.halves++;
  graph.to[h] = to;
  graph.cost[h] = cost;
  graph.next[h] = graph.first[from] as number;
  graph.first[from] = h;
}

function grow(graph: Candidates): void {
  const room = 2 * graph.to.length;
  const widened = (from: Int32Array) => {
    const wide = new Int32Array(room);
    wide.set(from);
    return wide;
  };
  const cost = new Float64Array(room);
  cost.set(graph.cost);
  graph.next = widened(graph.next);
  graph.to = widened(graph.to);
  graph.cost = cost;
}

/** The places of the `count` least numbers of `row`, `self` and `Infinity` left out; among equals, those met first from `start` on. */
export function leastOf(row: Float64Array, self: number, count: number, start: number): number[] {
  const places: number[] = [];
  const size = row.length;
  let limit = Infinity;
  for (let step = 0, v = start; step < size; step++, v = v + 1 === size ? 0 : v + 1) {
    const value = row[v] as number;
    if (value >= limit || v === self) continue;
    let at = places.length < count ? places.length : count - 1;
    while (at > 0 && (row[places[at - 1] as number] as number) > value) {
      places[at] = places[at - 1] as number;
      at--;
    }
    places[at] = v;
    if (places.length === count) limit = row[places[count - 1] as number] as number;
  }
  return places;
}
