// How far the costs under a tier reach, and in how many pairs two plans can differ: what decides how large a place a tier needs in a number.
import type { Question } from './tiers.ts';

/** The least and the most that an allowed pair costs, for each tier: as the tier says, or else as all its pairs say. */
export function reachesOf({ size, open, tiers }: Question): (readonly [number, number])[] {
  const row = new Float64Array(size);
  return tiers.map((tier) => {
    if (tier.reach) return tier.reach;
    let least = Infinity;
    let most = 0;
    for (let u = 1; u < size; u++) {
      tier.row(u, row, u);
      for (let v = 0; v < u; v++) {
        if (open[u * size + v] === 0) continue;
        const cost = row[v] as number;
        if (cost < least) least = cost;
        if (cost > most) most = cost;
      }
    }
    return [least, most];
  });
}

/** In how many pairs two plans can cost something else under a tier. */
export function pairsThatDiffer({ size, tiers }: Question, tier: number): number {
  const few = tiers[tier]?.few;
  return Math.min(few?.length === size && size % 2 === 0 ? few.reduce((sum, is) => sum + is, 0) : size, size / 2);
}
