// When a letter may reach its readers, as its row keeps it: pairs of instants, in order, the second no longer part of it.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf, isBefore, stamp } from '../clock.ts';

export interface Window {
  opens: Temporal.Instant;
  closes: Temporal.Instant;
}

const rows = z.array(z.tuple([z.string(), z.string()]));

export function writeWindows(windows: readonly Window[] | undefined): string | null {
  return windows ? JSON.stringify(windows.map(({ opens, closes }) => [stamp(opens), stamp(closes)])) : null;
}

/** Throws where `text` is not what `writeWindows` wrote. */
export function readWindows(text: string): Window[] {
  return rows.parse(JSON.parse(text)).map(([opens, closes]) => ({ opens: instantOf(opens), closes: instantOf(closes) }));
}

/** The first instant from `now` on at which the letter may be delivered; nothing where there is none any more. */
export function nextIn(windows: readonly Window[], now: Temporal.Instant): Temporal.Instant | undefined {
  const next = windows.find(({ closes }) => isBefore(now, closes));
  return next && (isBefore(now, next.opens) ? next.opens : now);
}
