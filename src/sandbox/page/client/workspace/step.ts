// Where a key leads in a list. Pure.

/** Where a key leads from `now` in a list of `length`; `undefined` for keys that lead nowhere. */
export function stepFor(key: string, now: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === 'ArrowDown') return Math.min(now + 1, length - 1);
  if (key === 'ArrowUp') return now < 0 ? length - 1 : Math.max(now - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
