// Moving through a list with the arrow keys, so that a long list is one stop on the way of the Tab key.
import { stepFor } from './step.ts';

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
