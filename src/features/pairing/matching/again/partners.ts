// What it would cost to give one person another partner, for all partners at once. They are taken out of the round, and a tree grows from the
// place that is empty then until it has reached everyone: whoever can be reached can be taken out as well, and the prices at that moment say
// what the others come to without both.
import { type Present, without } from './changes.ts';
import { lookUp } from './rows.ts';
import { explored } from './search.ts';

/** For each partner, by how much the best with the two together is above the best there is, group by group; `undefined` where that cannot be. */
export function partnersPriced(present: Present, u: number): (number[] | undefined)[] {
  const { size } = present.deep.flower;
  const rows = lookUp(present.rows)(u);
  const { deep, rows: wide } = without(present, [u]);
  const isReached = explored(deep, lookUp(wide));
  return Array.from({ length: size }, (_, v) => {
    if (v === u || !isReached(v) || (rows[0]?.[v] ?? Infinity) === Infinity) return undefined;
    return deep.y.map((y, level) => (rows[level]?.[v] as number) + (y[size] as number) - (y[v] as number));
  });
}
