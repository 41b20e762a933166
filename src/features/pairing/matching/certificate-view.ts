// What the certificate's checker sees of one stage while it goes through the pairs: what each costs, less its prices, worked out in plain sums.
import type { Stage } from './in-order.ts';
import type { Digit, Question, Tier } from './tiers.ts';

/** Above this a sum of eighths might be rounded. */
export const EXACT = 2 ** 49;

/** The blossoms of a stage, numbered from the largest down; none crosses another. */
interface Nest {
  /** Those around each vertex, outermost first. */
  around: number[][];
  /** The z of each together with all around it. */
  z: number[];
}

/** A stage, and what is seen of it on the way through the pairs. */
export interface View extends Stage {
  own: Nest;
  earlier: readonly Nest[];
  /** How many blossoms of earlier stages hold a vertex. */
  depth: Float64Array;
  slack: Float64Array;
  row: Float64Array;
  /** The least and the most that a pair costs under each digit. */
  low: Float64Array;
  high: Float64Array;
}

/** The stages in their order; `undefined` where blossoms of one stage cross, or a number is not whole, or so large that sums might be rounded. */
export function viewsOf({ size, tiers }: Question, stages: readonly Stage[]): View[] | undefined {
  const views: View[] = [];
  for (const stage of stages) {
    const own = nestOf(size, stage.blossoms);
    if (!own || stage.group.some(({ tier }) => !tiers[tier])) return undefined;
    const earlier = views.map((view) => view.own);
    const depth = Float64Array.from({ length: size }, (_, v) => earlier.reduce((sum, { around }) => sum + (around[v]?.length ?? 0), 0));
    const [low, high] = [new Float64Array(stage.group.length).fill(Infinity), new Float64Array(stage.group.length).fill(-Infinity)];
    views.push({ ...stage, own, earlier, depth, slack: new Float64Array(size), row: new Float64Array(size), low, high });
  }
  return views.every(isExact) ? views : undefined;
}

function nestOf(size: number, blossoms: Stage['blossoms']): Nest | undefined {
  const around: number[][] = Array.from({ length: size }, () => []);
  const sums: number[] = [];
  for (const [b, { members, z }] of [...blossoms].sort((one, other) => other.members.length - one.members.length).entries()) {
    const above = around[members[0] ?? -1]?.at(-1);
    sums.push(z + (above === undefined ? 0 : (sums[above] as number)));
    for (const v of members) {
      if (!around[v] || around[v].at(-1) !== above) return undefined;
      around[v].push(b);
    }
  }
  return { around, z: sums };
}

/** Prices are whole in eighths, all else is whole, and no partial sum of a slack, apart from the digits, is too large: then each sum is exact. */
function isExact({ group, toll, y, own, depth, blossoms }: View): boolean {
  const whole = [toll, ...group.flatMap(({ least, place }) => [least, place])].every(Number.isInteger);
  const inEighths = y.every((price) => Number.isInteger(8 * price)) && blossoms.every(({ z }) => Number.isInteger(8 * z));
  const sums = own.around.map((all, v) => (own.z[all.at(-1) ?? -1] ?? 0) + Math.abs(toll) * (depth[v] as number));
  const small = sums.every((sum, v) => 2 * (Math.abs(y[v] as number) + sum) <= EXACT);
  return whole && inEighths && small && y.length === depth.length;
}

/** What the near pairs of `u` cost, less its prices: digits, a toll for each earlier blossom that one end leaves, and the z around both. */
export function readSlacks({ tiers }: Question, view: View, u: number, near: Int32Array): void {
  const { group, toll, y, own, earlier, depth, slack, row, low, high } = view;
  const price = (y[u] as number) - toll * (depth[u] as number);
  const add = (v: number, units: number) => {
    slack[v] = (slack[v] as number) + units;
  };
  for (let i = 0; i < near.length; i++) {
    const v = near[i] as number;
    slack[v] = toll * (depth[v] as number) - (y[v] as number) - price;
  }
  for (const nest of earlier) eachShared(nest, u, near, (v, count) => add(v, -2 * toll * count));
  eachShared(own, u, near, (v, count) => add(v, own.z[own.around[u]?.[count - 1] as number] as number));
  for (let at = 0; at < group.length; at++) {
    const { tier, least, place } = group[at] as Digit;
    (tiers[tier] as Tier).row(u, row, u);
    for (let i = 0; i < near.length; i++) {
      const v = near[i] as number;
      const units = row[v] as number;
      if (units < (low[at] as number)) low[at] = units;
      if (units > (high[at] as number)) high[at] = units;
      slack[v] = (slack[v] as number) + (units - least) * place;
    }
  }
}

/** Tells of each vertex that lies in a blossom together with `u`, and in how many: as nothing crosses, these are the outermost of both. */
function eachShared({ around }: Nest, u: number, near: Int32Array, each: (v: number, count: number) => void): void {
  const ofU = around[u] as number[];
  if (ofU.length === 0) return;
  for (const v of near) {
    const ofV = around[v] as number[];
    if (ofV[0] !== ofU[0]) continue;
    let [count, most] = [1, Math.min(ofU.length, ofV.length)];
    while (count < most) {
      const half = (count + most + 1) >> 1;
      if (ofU[half - 1] === ofV[half - 1]) count = half;
      else most = half - 1;
    }
    each(v, count);
  }
}
