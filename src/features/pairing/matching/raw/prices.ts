// From what the searches found to one certificate in whole numbers of any length: the digits put together, no two sets crossing, no halves.
import type { Matched } from '../costs.ts';
import type { Second } from './digits.ts';
import { withoutHalves } from './halves.ts';
import { type OddSet, uncrossed } from './uncrossed.ts';

/** For every pair y_u + y_v and the z of the sets that hold both are at least its weight; just as much for those that are matched. */
export interface Prices {
  y: bigint[];
  /** Smallest first; no two cross. */
  sets: OddSet[];
}

/** What was settled: the first digit, and where there is one the second. */
export interface Digits {
  scale: number;
  first: Matched;
  second?: Matched & Pick<Second, 'tolls' | 'paid'>;
}

export function pricesOf(greatest: number, { scale, first, second }: Digits): Prices {
  const unit = BigInt(scale);
  const twice = Array.from(first.y, (price, v) => {
    const lower = second ? 2 * (second.y[v] as number) - 2 * (second.paid[v] as number) : 0;
    return BigInt(greatest) - unit * BigInt(2 * price) - BigInt(lower);
  });
  const sets: OddSet[] = first.blossoms.map(({ members, z }, at) => {
    const untold = second ? 2n * BigInt(second.tolls[at] as number) : 0n;
    return { members, z: unit * BigInt(z) - untold };
  });
  for (const { members, z } of second?.blossoms ?? []) sets.push({ members, z: BigInt(z) });
  const laid = uncrossed(
    sets.filter(({ z }) => z > 0n),
    twice,
  );
  const whole = withoutHalves(laid, twice);
  return { y: twice.map((price) => price / 2n), sets: whole };
}
