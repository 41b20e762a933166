// People who work alike: what follows from their hours alone is worked out once for all of them, under one text that holds everything in which hours
// can differ. Pure.
import type { Hours } from './hours.ts';

/** All of these hours as one text: two people have the same one exactly if they work, and rest, at the same times. */
export function alike(hours: Hours): string {
  const known = texts.get(hours);
  if (known !== undefined) return known;
  const { zone, days, from, to } = hours;
  const rests = hours.rests.map((rest) => `${rest.from}/${rest.to}`).join();
  const text = `${zone} ${days} ${from} ${to} ${rests}`;
  texts.set(hours, text);
  return text;
}

/** Nobody changes hours once they are put together. */
const texts = new WeakMap<Hours, string>();
