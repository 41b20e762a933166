// Moving through a list with the arrow keys, so that a long list is one stop on the way of the Tab key.

/** Moves the focus to the next, the previous, the first or the last element that fits `selector` inside the list that heard the key. */
export function moveAlong(event: KeyboardEvent, selector: string): void {
  const list = event.currentTarget as HTMLElement;
  const items = [...list.querySelectorAll<HTMLElement>(selector)].filter((item) => item.offsetParent !== null);
  const now = items.indexOf(document.activeElement as HTMLElement);
  const next = stepFor(event.key, now, items.length);
  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  items[next]?.focus();
}

/** Where a key leads from `now` in a list of `length`; `undefined` for keys that lead nowhere. */
export function stepFor(key: string, now: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === 'ArrowDown') return Math.min(now + 1, length - 1);
  if (key === 'ArrowUp') return now < 0 ? length - 1 : Math.max(now - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
