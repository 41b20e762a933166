// The clock of a forum's hour: what becomes of it with time, and with what its people press. It knows instants and a script, and says nothing. Pure.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../../../../platform/clock.ts';
import type { ScriptStep } from '../plan.ts';

/** What `more time` adds. */
export const MORE = { minutes: 2 };
/** A pause that nobody ends comes to the last line by itself. */
const LONGEST_PAUSE = { hours: 2 };
/** How long before its end that is said of a long round, and how late it may be said. */
const BEFORE_END = { seconds: 60 };
const WORTH = { seconds: 15 };

/** Where an hour stands. */
export interface Going {
  /** How many lines have been said; the last of them is the present one. */
  step: number;
  begins: Temporal.Instant;
  ends: Temporal.Instant;
  pausedAt?: Temporal.Instant;
}

export type Act = 'next' | 'more' | 'pause' | 'go-on';

/** The first line, said at `from`. */
export function begin(script: readonly ScriptStep[], from: Temporal.Instant): Going {
  return { step: 1, begins: from, ends: from.add(lasting(script, 1)) };
}

/** What an hour becomes by what somebody has pressed; nothing where that does nothing: there is no next line, or it stands so already. */
export function advance(script: readonly ScriptStep[], going: Going, act: Act, now: Temporal.Instant): Going | undefined {
  const { pausedAt, ...running } = going;
  if (act === 'more') return going.step < script.length ? { ...going, ends: going.ends.add(MORE) } : undefined;
  if (act === 'next') return going.step < script.length ? said(script, going.step + 1, now) : undefined;
  if (act === 'pause') return pausedAt || going.step >= script.length ? undefined : { ...going, pausedAt: now };
  return pausedAt && { ...running, ends: going.ends.add(pausedAt.until(now)) };
}

/**
 * Where an hour stands at `now`: the line that belongs to that moment, whatever was missed between. The last line is never passed over. Nothing
 * changed where it is the same still; `over` where the last line has had its time.
 */
export function present(script: readonly ScriptStep[], going: Going, now: Temporal.Instant): Going | 'over' {
  const { pausedAt } = going;
  if (pausedAt) return isBefore(now, pausedAt.add(LONGEST_PAUSE)) ? going : said(script, script.length, now);
  if (going.step >= script.length) return isBefore(now, going.ends) ? going : 'over';
  let found = going;
  while (found.step < script.length && !isBefore(now, found.ends)) found = said(script, found.step + 1, found.ends);
  return found;
}

/** Whether it is time to say that a minute is left. */
export function isTimeToWarn(script: readonly ScriptStep[], going: Going, now: Temporal.Instant): boolean {
  const at = warningOf(script, going);
  return at !== undefined && !isBefore(now, at) && isBefore(now, at.add(WORTH));
}

/** When something comes next: the next line, the warning before it, or the end of a pause that nobody ends. */
export function dueOf(script: readonly ScriptStep[], going: Going, now: Temporal.Instant): Temporal.Instant {
  if (going.pausedAt) return going.pausedAt.add(LONGEST_PAUSE);
  const warning = warningOf(script, going);
  return earliest(going.ends, warning && isBefore(now, warning) ? warning : undefined) ?? going.ends;
}

function warningOf(script: readonly ScriptStep[], { step, ends, pausedAt }: Going): Temporal.Instant | undefined {
  return script[step - 1]?.warns && !pausedAt ? ends.subtract(BEFORE_END) : undefined;
}

function said(script: readonly ScriptStep[], step: number, from: Temporal.Instant): Going {
  return { step, begins: from, ends: from.add(lasting(script, step)) };
}

function lasting(script: readonly ScriptStep[], step: number): { seconds: number } {
  return { seconds: Math.round((script[step - 1]?.minutes ?? 0) * 60) };
}
