// Chance that can be played again: the same seed gives the same numbers on every machine.

/** A hash of `text` as a whole number below 2³². */
export function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return stirred(hash);
}

/** Spreads the bits of a whole number over all 32. */
export function stirred(bits: number): number {
  let x = bits | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Dice: each throw is a whole number from 0 up to, and without, `below`. */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    return ((stirred(state) / 0x1_0000_0000) * below) | 0;
  };
}

/** The numbers from 0 up to, and without, `count`, in an order that the dice choose. */
export function shuffledPlaces(count: number, dice: Dice): Int32Array {
  const places = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = dice(at + 1);
    const kept = places[at] as number;
    places[at] = places[other] as number;
    places[other] = kept;
  }
  return places;
}

/** The same of anything. */
export function inDrawnOrder<T>(items: readonly T[], dice: Dice): T[] {
  return [...shuffledPlaces(items.length, dice)].map((at) => items[at] as T);
}
