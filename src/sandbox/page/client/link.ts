// The page's line to the sandbox: asks what there is, does what people do, and hears when something has changed.
import type { Deed, Line } from './scene.ts';
import type { ChangeSight, MessagesSight, OverviewSight, ScreenSight } from './sights.ts';

/** Stands for the conversation with the bot wherever a place is named. */
export const MESSAGES = 'messages';

/** What of a conversation is wanted: the newest so many messages, or one thread. */
export type Wanted = { last: number } | { thread: string };

export function askOverview(): Promise<OverviewSight> {
  return get('/sandbox');
}

export function askScreen(me: string): Promise<ScreenSight> {
  return get(`/sandbox/people/${encodeURIComponent(me)}`);
}

export function askMessages(me: string, where: string, wanted: Wanted): Promise<MessagesSight> {
  const part = 'thread' in wanted ? { thread: wanted.thread } : { last: String(wanted.last), replies: '0' };
  return get(`/sandbox/people/${encodeURIComponent(me)}/messages?${new URLSearchParams({ where, ...part })}`);
}

/** The lines that may be typed. The page does without their help where it cannot be had. */
export async function askLines(): Promise<Line[]> {
  const answer = await fetch('/page/commands.json');
  return answer.ok ? ((await answer.json()) as Line[]) : [];
}

/** How a deed went: `done`, and Slack's or the sandbox's own sentence where there is one. */
export interface Outcome {
  done: boolean;
  told?: string;
}

/** Does it, and waits until the bot has answered. */
export function doDeed(me: string, { do: verb, ...deed }: Deed): Promise<Outcome> {
  const { where, ...rest } = { where: undefined, ...deed };
  const place = where === undefined || where === MESSAGES ? {} : { where };
  return post(`/sandbox/people/${encodeURIComponent(me)}/${verb}`, { ...rest, ...place });
}

/** Someone comes into a channel by their own wish. */
export function joinChannel(person: string, channel: string): Promise<Outcome> {
  return post('/sandbox/happen', { what: 'join', person, channel });
}

/** Lets time pass while one acts as `me`, whom nobody else then acts for. */
export function moveClock(me: string, by: Record<string, number | string>): Promise<Outcome> {
  return post('/sandbox/clock', { ...by, as: me });
}

/** Notes that everything up to a message has been read. */
export function noteRead(me: string, where: string, ts: string): Promise<Outcome> {
  return post(`/sandbox/people/${encodeURIComponent(me)}/read`, { where, ts });
}

/** Calls `changed` for every change, and `back` when the line was broken and stands again: anything may have changed by then. */
export function follow(changed: (change: ChangeSight) => void, back: () => void): void {
  const source = new EventSource('/sandbox/changes');
  let broken = false;
  source.onmessage = ({ data }) => changed(JSON.parse(String(data)) as ChangeSight);
  source.onerror = () => {
    broken = true;
  };
  source.onopen = () => {
    if (broken) back();
    broken = false;
  };
}

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  const told = (await answer.json()) as T & { ok: boolean; error?: string };
  if (!told.ok) throw new Error(told.error ?? 'The sandbox did not answer.');
  return told;
}

async function post(path: string, body: object): Promise<Outcome> {
  const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { ok, error, notice } = (await answer.json()) as { ok: boolean; error?: string; notice?: string };
  const told = ok ? notice : error;
  return { done: ok, ...(told && { told }) };
}
