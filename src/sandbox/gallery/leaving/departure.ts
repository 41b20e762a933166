// Somebody who leaves, and whom they leave behind: alone, in a pair, or as one of three.
import type { Partnership } from '../../../features/joining/partners.ts';
import type { Departure } from '../../../features/leaving/letters.ts';
import { PAIR } from '../coaching/pair.ts';
import { leader } from '../leader.ts';
import { programme, recordId, times } from '../made-up.ts';
import type { Size } from '../sample.ts';

/** The others in the pair, or of the three; nobody where `count` is 1. */
export function partnership(size: Size, count: number): Partnership | undefined {
  if (count < 2) return undefined;
  return { pair: PAIR, round: recordId(71), others: times(count - 1, (n) => leader(size, n + 1)) };
}

export function departure(size: Size, count: number): Departure {
  const leftAt = '2027-11-16T15:20:00.000Z';
  return { programme: programme(size), leader: leader(size, 0), leftAt, partnership: partnership(size, count) };
}
