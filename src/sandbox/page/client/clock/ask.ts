// The clock's and the timeline's line to the sandbox.
import type { Outcome } from '../link.ts';

export interface ClockSight {
  now: string;
  movable: boolean;
  /** The programme's zone. */
  zone: string;
  /** Whether others act by themselves. */
  others: boolean;
  /** How far the clock has been moved from, and where to if that is known; null while it stands. */
  moving: { from: string; to?: string } | null;
}

export interface TimelineLine {
  n: number;
  at: string;
  theme: string;
  /** The letter's kind; of a deed `typed`, `pressed`, `sent` or `wrote`. */
  kind: string;
  by?: string;
  people: string[];
  place?: { conversation: string; ts: string; surface: 'dm' | 'group' | 'channel' };
  text: string;
}

export interface TimelineWeek {
  /** Its Monday. */
  week: string;
  /** By theme. */
  counts: Record<string, number>;
}

export interface TimelineSight {
  zone: string;
  total: number;
  weeks: TimelineWeek[];
  pairs: { id: string; people: string[]; since: string }[];
}

/** What of the timeline is wanted; empty is everything. */
export interface Narrowed {
  person: string;
  pair: string;
  kind: string;
}

export interface TimelineDay {
  day: string;
  entries: TimelineLine[];
}

export function askClock(): Promise<ClockSight> {
  return get('/sandbox/clock');
}

export function askTimeline(narrowed: Narrowed): Promise<TimelineSight> {
  return get(`/sandbox/timeline?${new URLSearchParams({ ...narrowed })}`);
}

/** The days of one week, Monday first. */
export async function askDays(narrowed: Narrowed, week: string): Promise<TimelineDay[]> {
  const until = new Date(Date.parse(week) + 7 * 86_400_000).toISOString().slice(0, 10);
  const { days } = await get<{ days: TimelineDay[] }>(`/sandbox/timeline?${new URLSearchParams({ ...narrowed, from: week, until })}`);
  return days;
}

/** Tells the clock something; the sentence that comes back says what happened meanwhile. */
export async function tellClock(order: Record<string, number | string | boolean>): Promise<Outcome> {
  const answer = await fetch('/sandbox/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  const { ok, error, notice } = (await answer.json()) as { ok: boolean; error?: string; notice?: string };
  const told = ok ? notice : error;
  return { done: ok, ...(told && { told }) };
}

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  const told = (await answer.json()) as T & { ok: boolean; error?: string };
  if (!told.ok) throw new Error(told.error ?? 'The sandbox did not answer.');
  return told;
}
