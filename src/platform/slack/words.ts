// Finds the word someone meant, or finds that they meant none of these. Pure.
import { distance } from '../nearest.ts';

/** The word of `known` nearest to `said`, if it is near enough to be meant: it begins alike, or differs by a slip or two. */
export function nearest(said: string, known: readonly string[]): string | undefined {
  const words = known.filter((word) => word !== '');
  const alike = words.filter((word) => said.length >= 2 && (word.startsWith(said) || said.startsWith(word)));
  const ranked = (alike.length > 0 ? alike : words)
    .map((word) => ({ word, slips: distance(said.slice(0, 40), word) }))
    .sort((one, other) => one.slips - other.slips);
  const [best] = ranked;
  if (!best) return undefined;
  return alike.length > 0 || best.slips <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
}
