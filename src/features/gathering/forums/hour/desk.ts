// What is remembered while the spaces of forums are seen to: what has been done by this process, and what Slack could not do just now.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../../platform/clock.ts';
import type { Refusal } from '../../../../platform/slack/called.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { Forum } from '../forums.ts';
import { lastMinute } from './guests.ts';
import type { Tidied } from './tidy.ts';

/** What this process knows: after a restart it looks once more, which changes nothing. */
export interface Desk {
  free: Temporal.Instant | undefined;
  /** Who was let into which channel, as a mark, by forum. */
  guests: Map<string, string>;
  /** Up to which line the buttons have been taken away. */
  bare: Map<string, number>;
  /** Whose present line may not say what has been pressed since: the process that was to draw it is gone. */
  stale: Set<string>;
  tidied: Map<string, Tidied>;
  /** What Slack could not do just now is left for a while: for one forum, and where Slack asks to wait, for all. */
  later: Map<string, Temporal.Instant>;
}

export type Kind = 'line' | 'guests' | 'making' | 'tidying';

export interface Job {
  kind: Kind;
  forum: Forum;
  /** Between it and the next, in milliseconds: Slack lets so much through of this kind. */
  gap: number;
  /** Returns why it is to be tried again later, if it is. */
  run: () => Promise<Refusal | undefined>;
}

const desks = new WeakMap<Tools, Desk>();
const LATER = { seconds: 45 };

/** Without what had to wait until now. */
export function deskOf(tools: Tools, now: Temporal.Instant): Desk {
  const known = desks.get(tools);
  const desk = known ?? { free: undefined, guests: new Map(), bare: new Map(), stale: new Set(), tidied: new Map(), later: new Map() };
  if (!known) desks.set(tools, desk);
  for (const [what, at] of desk.later) if (!isBefore(now, at)) desk.later.delete(what);
  return desk;
}

/** Just before the start people are let in all the same, or it is known that they cannot be. */
export function mayDo({ later }: Desk, kind: Kind, forum: Forum, now: Temporal.Instant): boolean {
  if (later.has(`${kind} ${forum.id}`)) return false;
  return !later.has(kind) || (kind === 'guests' && !isBefore(now, lastMinute(forum)));
}

export function leave({ later }: Desk, { kind, forum }: Job, { seconds }: Refusal, now: Temporal.Instant): void {
  const again = now.add(seconds === undefined ? LATER : { seconds });
  const last = lastMinute(forum);
  later.set(`${kind} ${forum.id}`, isBefore(now, last) && isBefore(last, again) ? last : again);
  if (seconds !== undefined) later.set(kind, again);
}
