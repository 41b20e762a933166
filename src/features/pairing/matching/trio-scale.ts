// What pairs and trios cost in a group of tiers, worked out for the certificate and for nothing else: it shares no sums with the engine.
import type { Stage } from './in-order.ts';
import type { Question, Tier } from './tiers.ts';
import type { Trio } from './trio-bounds.ts';

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

export function costOf({ within, three, surcharge }: Scale, [a, b, c]: Trio): number {
  const size = three.length;
  const pairs = (within[a * size + b] as number) + (within[a * size + c] as number) + (within[b * size + c] as number);
  return surcharge + pairs + (three[a] as number) + (three[b] as number) + (three[c] as number);
}

export function pairsCost({ pair, three }: Scale, mate: Int32Array): number {
  return mate.reduce((sum, v, u) => (v > u ? sum + (pair[u * three.length + v] as number) : sum), 0);
}
