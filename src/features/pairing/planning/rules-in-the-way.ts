// What the rules leave open among some people, and which of the rules it takes to explain what they close. Pure.
import type { Candidate } from '../plan.ts';
import { LINE, ORGANISER, PRIVATE, type Rules } from './rules.ts';

export type Two = readonly [Candidate, Candidate];

/** Few before many, and the private ones last: they are spoken of only where nothing else explains it. */
const SETS = [LINE, ORGANISER, LINE | ORGANISER, PRIVATE, LINE | PRIVATE, ORGANISER | PRIVATE, LINE | ORGANISER | PRIVATE];

/** Which of `people` may be with whom: 1 at `u * size + v`. */
export function openAmong({ against }: Pick<Rules, 'against'>, people: readonly Candidate[]): Uint8Array {
  const size = people.length;
  const places = new Map(people.map(({ id }, v) => [id, v]));
  const open = new Uint8Array(size * size).fill(1);
  for (const [u, leader] of people.entries()) {
    open[u * size + u] = 0;
    for (const id of against(leader)) {
      const v = places.get(id);
      if (v !== undefined) open[u * size + v] = open[v * size + u] = 0;
    }
  }
  return open;
}

/** The bits of the fewest rules that keep apart all of these two by two, as far as they are kept apart. */
export function fewestRules({ apart }: Rules, twos: readonly Two[]): number {
  const kinds = new Set(twos.map(([a, b]) => apart(a, b)).filter((bits) => bits !== 0));
  return kinds.size === 0 ? 0 : (SETS.find((set) => [...kinds].every((bits) => (bits & set) !== 0)) ?? 0);
}
