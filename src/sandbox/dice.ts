// Dice with a seed: the same throws on every run.

/** A function giving numbers in [0, 1) (mulberry32). */
export function seededDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes from such dice, for ids and seals of a rehearsal; never for secrets that must hold. */
export function seededBytes(dice: () => number): (bytes: number) => Uint8Array {
  return (bytes) => Uint8Array.from({ length: bytes }, () => Math.floor(dice() * 256));
}
