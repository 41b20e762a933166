// The small Slack in one hand: its state, its clock and dice, and the way to the app. Everything in this folder works on it; nothing here is global.
import type { Agenda } from './agenda.ts';
import { type CallRecord, noCalls } from './calls.ts';
import type { Faults } from './faults.ts';
import { noFaults } from './faults.ts';
import type { Buckets } from './rate.ts';
import type { Block, World } from './world.ts';

/** One payload on its way to the app, as Socket Mode names its kinds. */
export interface Envelope {
  type: 'events_api' | 'slash_commands' | 'interactive';
  payload: Block;
  retry?: { num: number; reason: 'timeout' | 'http_error' | 'connection_failed' };
  /** Called in the moment in which the app acknowledges, where the way to it is short enough to tell: what it does after that comes after it. */
  acknowledged?: (body: unknown) => void;
}

/** What the app acknowledged with; `noRetry` when it asked not to be told again. */
export interface Ack {
  body: unknown;
  noRetry?: boolean;
  /** How long it took, in real milliseconds, where there is a real way to the app. */
  ms?: number;
}

/** How payloads reach the app. `undefined` comes back when it did not acknowledge in time. */
export interface Transport {
  deliver: (envelope: Envelope) => Promise<Ack | undefined>;
  /** Several events may be on their way at once (real sockets); else one after the other. */
  atOnce: boolean;
}

/** Something a person could see, in the order in which it could be seen. */
export interface Seen {
  n: number;
  at: number;
  what: 'posted' | 'changed' | 'deleted' | 'modal' | 'home' | 'notice';
  /** Whose act it was: a user id; Slack's own sentences have none. */
  by?: string;
  /** Who alone could see it; missing for everyone in the conversation. */
  only?: string;
  conversation?: string;
  ts?: string;
  text: string;
  blocks: Block[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
}

/** What has just changed, for pages that follow along. */
export interface Change {
  what: 'message' | 'modal' | 'home' | 'person' | 'conversation' | 'notice' | 'clock' | 'fault';
  conversation?: string;
  person?: string;
}

export interface SmallSlack {
  world: World;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Where the app finds it: `https://…/api/` is `<baseUrl>/api/`. */
  baseUrl: string;
  /** Which calls are counted against Slack's limits. */
  limits: 'all' | 'posts' | 'none';
  buckets: Buckets;
  faults: Faults;
  /** What went between Slack and the app lately. */
  calls: CallRecord;
  agenda: Agenda;
  transport: Transport | undefined;
  /** Events that have happened and are not yet with the app. */
  outgoing: Envelope[];
  transcript: Seen[];
  /** Told about every command, press and form on its way to the app. */
  onInteraction?: (envelope: Envelope) => void;
  /** What the app did that Slack would not accept: answers of the wrong form, marks at fields that do not exist. */
  complaints: string[];
  watchers: Set<(change: Change) => void>;
  /** Sockets that have been promised and not yet opened: each opens once. */
  tickets: Set<string>;
}

export interface SlackSettings {
  world: World;
  now: () => number;
  baseUrl?: string;
  limits?: SmallSlack['limits'];
}

/** A small Slack around a world. It does nothing by itself: people act on it, and the app calls it. */
export function smallSlack(settings: SlackSettings): SmallSlack {
  return {
    world: settings.world,
    now: settings.now,
    baseUrl: settings.baseUrl ?? 'https://slack.sandbox.invalid',
    limits: settings.limits ?? 'all',
    buckets: new Map(),
    faults: noFaults(),
    calls: noCalls(),
    agenda: { items: [] },
    transport: undefined,
    outgoing: [],
    transcript: [],
    complaints: [],
    watchers: new Set(),
    tickets: new Set(),
  };
}

/** Notes what could be seen, and tells whoever follows along. */
export function show(slack: SmallSlack, seen: Omit<Seen, 'n' | 'at'>): void {
  slack.transcript.push({ ...seen, n: slack.transcript.length + 1, at: slack.now() });
  const what = { posted: 'message', changed: 'message', deleted: 'message', modal: 'modal', home: 'home', notice: 'notice' } as const;
  tell(slack, {
    what: what[seen.what],
    ...(seen.conversation === undefined ? {} : { conversation: seen.conversation }),
    ...(seen.only === undefined ? {} : { person: seen.only }),
  });
}

/** Tells whoever follows along that something has changed. */
export function tell(slack: SmallSlack, change: Change): void {
  for (const watcher of slack.watchers) watcher(change);
}
