// What of a person's words can be drawn: all of it, all but some signs, or, where letters are missing, nothing.

/** The words without signs that no font has, such as pictures in text; `undefined` where letters would be missing. `hidden`: what no font has. */
export function readable(words: string, hidden: ReadonlySet<string>): string | undefined {
  if (hidden.size === 0) return words;
  const letters = [...words];
  if (letters.some((letter) => hidden.has(letter) && /[\p{L}\p{N}\p{Mn}\p{Mc}]/u.test(letter) && !JOINERS.test(letter))) return undefined;
  const left = letters.filter((letter) => !hidden.has(letter) && !JOINERS.test(letter)).join('');
  return left.replace(/\s+/gu, ' ').trim() || undefined;
}

/** What only changes how the sign before it looks. */
const JOINERS = /[\u200d\ufe0e\ufe0f\u20e3]/u;
