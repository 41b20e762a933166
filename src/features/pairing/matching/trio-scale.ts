// What pairs and trios cost in a group of tiers, worked out for the certificate and for nothing else: it shares no sums with the engine.
import type { Stage } from './in-order.ts';
import type { Question, Tier } from './tiers.ts';

/** A group of tiers written out: what pairs, pairs inside a trio, and being three cost. */
export interface Scale {
  group: string;
  pair: Float64Array;
  within: Float64Array;
  three: Float64Array;
  surcharge: number;
}

export function scaleOf({ size, tiers }: Question, { group }: Stage): Scale {
  const pair = new Float64Array(size * size);
  const within = new Float64Array(size * size);
  const three = new Float64Array(size);
  const row = new Float64Array(size);
  let surcharge = 0;
  for (const { tier, least, place } of group) {
    const { duty, flat, row: read } = tiers[tier] as Tier;
    surcharge += (flat === undefined ? least : flat - 2 * least) * place;
    for (let v = 0; v < size; v++) three[v] = (three[v] as number) + (duty?.[v] ?? 0) * place;
    for (let u = 0; u < size; u++) {
      read(u, row);
      for (let v = 0; v < size; v++) {
        const cost = ((row[v] as number) - least) * place;
        pair[u * size + v] = (pair[u * size + v] as number) + cost;
        if (flat === undefined) within[u * size + v] = (within[u * size + v] as number) + cost;
      }
    }
  }
  return { group: JSON.stringify(group), pair, within, three, surcharge };
}

export function costOf({ within, three, surcharge }: Scale, a: number, b: number, c: number): number {
  const size = three.length;
  const pairs = (within[a * size + b] as number) + (within[a * size + c] as number) + (within[b * size + c] as number);
  return surcharge + pairs + (three[a] as number) + (three[b] as number) + (three[c] as number);
}

export function pairsCost({ pair, three }: Scale, mate: Int32Array): number {
  return mate.reduce((sum, v, u) => (v > u ? sum + (pair[u * three.length + v] as number) : sum), 0);
}

/** The first fault among all trios that are allowed and not above the plan's value in the first stage. */
export function firstTrio(
  { size, open }: Question,
  scale: Scale | undefined,
  { stage, value }: { stage: Stage | undefined; value: number | undefined },
  faultOf: (a: number, b: number, c: number) => string | undefined,
): string | undefined {
  const within = scale?.within ?? new Float64Array(size * size);
  const own = Float64Array.from({ length: size }, (_, v) => (scale?.three[v] ?? 0) - (stage?.y[v] ?? 0));
  const all = stage && scale ? pricesWithoutTrio(stage) + scale.surcharge : 0;
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      if (open[a * size + b] === 0) continue;
      const two = all + (within[a * size + b] as number) + (own[a] as number) + (own[b] as number);
      for (let c = b + 1; c < size; c++) {
        if (open[a * size + c] === 0 || open[b * size + c] === 0) continue;
        if (two + (within[a * size + c] as number) + (within[b * size + c] as number) + (own[c] as number) > (value ?? Infinity)) continue;
        const fault = faultOf(a, b, c);
        if (fault !== undefined) return fault;
      }
    }
  }
  return undefined;
}

/** What prices come to for everyone. Whoever a blossom loses to a trio, what is left of it only comes to more. */
export function pricesWithoutTrio({ y, blossoms }: Stage): number {
  const inBlossoms = blossoms.reduce((sum, { members, z }) => sum + z * Math.floor(members.length / 2), 0);
  return y.reduce((sum, price) => sum + price, 0) - inBlossoms;
}
