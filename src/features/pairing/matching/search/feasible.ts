// Is there a perfect matching at all, whatever it costs? If there is, one is returned, for the search to begin with. If there is none, the
// obstacle is: some groups of odd size that can be matched only inside themselves or with too few others. That is what a person needs to hear.

/** Which pairs are allowed: 1 at `u * size + v`. Symmetric. */
export interface Allowed {
  readonly size: number;
  readonly open: Uint8Array;
}

/** Each group is odd, and nobody in it may be matched outside it except with `partners`, who are fewer than the groups. */
export interface Obstacle {
  groups: number[][];
  partners: number[];
}

/** Completes `mate` (−1 for whoever has no partner yet), along `order`. */
export function completed(graph: Allowed, mate: Int32Array, order: Int32Array): Obstacle | undefined {
  for (const u of order) if ((mate[u] as number) < 0) matchAtOnce(graph, mate, u);
  for (const u of order) {
    if ((mate[u] as number) >= 0) continue;
    const obstacle = augmented(graph, mate, u);
    if (obstacle) return obstacle;
  }
  return undefined;
}

function matchAtOnce({ size, open }: Allowed, mate: Int32Array, u: number): void {
  for (let step = 1; step < size; step++) {
    const v = (u + step) % size;
    if (open[u * size + v] === 0 || (mate[v] as number) >= 0) continue;
    mate[u] = v;
    mate[v] = u;
    return;
  }
}

interface Tree {
  mate: Int32Array;
  /** The outer vertex from which an inner one was reached, or which closed the ring it lies in; −1 outside the tree. */
  from: Int32Array;
  /** The base of the outermost ring around each vertex. */
  base: Int32Array;
  outer: Uint8Array;
  queue: number[];
}

/** Edmonds' search from one vertex: changes partners along a path to another bare vertex, or returns what stands in the way. */
function augmented({ size, open }: Allowed, mate: Int32Array, root: number): Obstacle | undefined {
  const tree: Tree = {
    mate,
    from: new Int32Array(size).fill(-1),
    base: Int32Array.from({ length: size }, (_, v) => v),
    outer: new Uint8Array(size),
    queue: [root],
  };
  tree.outer[root] = 1;
  for (let at = 0; at < tree.queue.length; at++) {
    const u = tree.queue[at] as number;
    for (let v = 0; v < size; v++) {
      if (open[u * size + v] === 0 || v === u || tree.base[u] === tree.base[v] || mate[u] === v) continue;
      if (tree.outer[v] === 1) close(tree, u, v);
      else if ((tree.from[v] as number) < 0) {
        tree.from[v] = u;
        const partner = mate[v] as number;
        if (partner < 0) {
          augment(mate, tree.from, v);
          return undefined;
        }
        tree.outer[partner] = 1;
        tree.queue.push(partner);
      }
    }
  }
  return obstacleIn(tree);
}

/** Two outer vertices meet: everyone on the ring between them becomes outer. */
function close(tree: Tree, u: number, v: number): void {
  const { base, outer, queue } = tree;
  const shared = sharedBase(tree, u, v);
  const inRing = new Set([...walkUp(tree, u, shared, v), ...walkUp(tree, v, shared, u)]);
  for (let each = 0; each < base.length; each++) {
    if (!inRing.has(base[each] as number)) continue;
    base[each] = shared;
    if (outer[each] === 1) continue;
    outer[each] = 1;
    queue.push(each);
  }
}

function sharedBase({ mate, from, base }: Tree, u: number, v: number): number {
  const above = new Set<number>();
  for (let at = base[u] as number; ; at = base[from[mate[at] as number] as number] as number) {
    above.add(at);
    if ((mate[at] as number) < 0) break;
  }
  let at = base[v] as number;
  while (!above.has(at)) at = base[from[mate[at] as number] as number] as number;
  return at;
}

/** Notes the way back along one side of the ring; returns the bases on it. */
function walkUp({ mate, from, base }: Tree, start: number, until: number, beside: number): number[] {
  const bases: number[] = [];
  let child = beside;
  for (let at = start; base[at] !== until; at = from[mate[at] as number] as number) {
    bases.push(base[at] as number, base[mate[at] as number] as number);
    from[at] = child;
    child = mate[at] as number;
  }
  return bases;
}

/** Changes partners along an alternating path, from its bare `end` to where the search began; `from` leads from an inner vertex to an outer one. */
export function augment(mate: Int32Array, from: Int32Array, end: number): void {
  for (let at = end; at >= 0; ) {
    const outer = from[at] as number;
    const following = mate[outer] as number;
    mate[at] = outer;
    mate[outer] = at;
    at = following;
  }
}

function obstacleIn({ from, base, outer }: Tree): Obstacle {
  const groups = new Map<number, number[]>();
  const partners: number[] = [];
  outer.forEach((is, v) => {
    if (is === 1) groups.set(base[v] as number, [...(groups.get(base[v] as number) ?? []), v]);
    else if ((from[v] as number) >= 0) partners.push(v);
  });
  return { groups: [...groups.values()], partners };
}
