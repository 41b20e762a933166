// How long a text may be, and what a field says about it when it comes near. Letters are counted as people count them. Pure.
import type { Element } from './block-kit.ts';

/** How many letters a text has; those beyond the basic plane count once. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The browser's own limit for a field that holds `text`: it counts such letters twice. */
export function roomFor({ max_length }: Element, text: string): number | undefined {
  return max_length === undefined ? undefined : max_length + text.length - lengthOf(text);
}

/** `12 characters left` near the end, `At least 10 characters` before there are enough; nothing in between. */
export function limitWords({ min_length = 0, max_length }: Element, text: string): string | undefined {
  const length = lengthOf(text);
  if (length > 0 && length < min_length) return `At least ${min_length} characters, ${min_length - length} to go`;
  if (max_length === undefined) return undefined;
  const left = max_length - length;
  if (left > Math.max(20, max_length / 10) || length === 0) return undefined;
  if (left <= 0) return `No more than ${max_length} characters fit here`;
  return left === 1 ? '1 character left' : `${left} characters left`;
}

/** Whether a listener is told of it: now and then, and at the very end, not with every letter. */
export function isNews({ min_length = 0, max_length }: Element, text: string): boolean {
  const length = lengthOf(text);
  const left = length < min_length ? min_length - length : (max_length ?? 0) - length;
  return left <= 3 || left % 10 === 0;
}

/** `From 1 to 12`: what a field for numbers takes. */
export function boundsWords({ type, min_value, max_value }: Element): string | undefined {
  if (type !== 'number_input' || (min_value === undefined && max_value === undefined)) return undefined;
  if (min_value === undefined) return `At most ${max_value}`;
  return max_value === undefined ? `At least ${min_value}` : `From ${min_value} to ${max_value}`;
}
