// Proves a matching to be of the largest weight, or refuses it, without a line of the code that made it: from the graph, the partners, the prices
// and the blossoms alone. Linear in the pairs, and exact for numbers of any size that can matter: each is split in two.
import type { WeightedGraph } from './graph.ts';
import { pairsFault, treeOf } from './proof-pairs.ts';

/** What is to be proved. Prices and z are doubled here, so that halves are whole. */
export interface Claim {
  mate: readonly number[] | Int32Array;
  twiceY: readonly bigint[];
  blossoms: readonly { children: readonly number[]; twiceZ: bigint }[];
}

/** The weight that is proved to be the largest, or the first condition that does not hold. */
export type Proof = { holds: true; weight: bigint } | { holds: false; because: string };

/** Numbers beyond this are refused: no graph that fits into memory needs them. */
const LARGEST = 2n ** 90n;

export function prove(graph: WeightedGraph, claim: Claim): Proof {
  const fault = matesFault(graph.size, claim.mate) ?? numbersFault(graph.size, claim) ?? nestFault(graph.size, claim);
  if (fault !== undefined) return { holds: false, because: fault };
  const tree = treeOf(graph.size, claim);
  const matched = pairsFault(graph, claim, tree);
  if (typeof matched === 'string') return { holds: false, because: matched };
  let bound = 0n;
  for (const price of claim.twiceY) bound += price;
  claim.blossoms.forEach(({ twiceZ }, at) => {
    bound += (twiceZ * BigInt((tree.sizes[at] as number) - 1)) / 2n;
  });
  if (bound === 2n * matched) return { holds: true, weight: matched };
  return { holds: false, because: `the matching weighs ${matched}, and the prices and blossoms allow ${halved(bound)}` };
}

function halved(twice: bigint): string {
  return twice % 2n === 0n ? `${twice / 2n}` : `${twice < 0n ? '-' : ''}${(twice < 0n ? -twice : twice) / 2n}.5`;
}

function matesFault(size: number, mate: Claim['mate']): string | undefined {
  if (mate.length !== size) return `there are ${size} vertices and ${mate.length} mates`;
  for (let u = 0; u < size; u++) {
    const v = mate[u] as number;
    if (!(Number.isInteger(v) && v >= 0 && v < size)) return `the mate of vertex ${u} is ${v}, which is no vertex`;
    if (v === u) return `vertex ${u} is its own mate`;
    if (mate[v] !== u) return `the mate of vertex ${u} is ${v}, and the mate of vertex ${v} is ${mate[v]}`;
  }
  return undefined;
}

function numbersFault(size: number, { twiceY, blossoms }: Claim): string | undefined {
  if (twiceY.length !== size) return `there are ${size} vertices and ${twiceY.length} prices`;
  const far = twiceY.findIndex((price) => price > LARGEST || price < -LARGEST);
  if (far >= 0) return `the price of vertex ${far} is larger than any that can be needed`;
  const wrong = blossoms.findIndex(({ twiceZ }) => twiceZ < 0n || twiceZ > LARGEST);
  if (wrong < 0) return undefined;
  return `the z of blossom ${wrong} is ${(blossoms[wrong]?.twiceZ as bigint) < 0n ? 'below 0' : 'larger than any that can be needed'}`;
}

/** Each child is a vertex or an earlier blossom and lies in one blossom only; so no two blossoms cross. Each holds an odd number of vertices. */
function nestFault(size: number, { blossoms }: Claim): string | undefined {
  const taken = new Set<number>();
  const sizes: number[] = [];
  for (const [at, { children }] of blossoms.entries()) {
    for (const child of children) {
      if (!(Number.isInteger(child) && child >= 0 && child < size + at)) {
        return `blossom ${at} has the child ${child}, which is neither a vertex nor an earlier blossom`;
      }
      if (taken.has(child)) return `${child < size ? `vertex ${child}` : `blossom ${child - size}`} is a child twice`;
      taken.add(child);
    }
    const count = children.reduce((sum, child) => sum + (child < size ? 1 : (sizes[child - size] as number)), 0);
    if (count % 2 === 0) return `blossom ${at} holds ${count} vertices, which is no odd number`;
    sizes.push(count);
  }
  return undefined;
}
