// Handles what is in the inbox, at least once and in order. A row that cannot be handled is tried again with growing pauses, holds up nothing
// but what concerns the same message, and in the end stands aside for the operator.

import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { earliest, instantOf, isBefore } from '../clock.ts';
import { faultFields } from '../log.ts';
import { knownDm, rememberDm } from '../slack/dms.ts';
import type { Tools } from '../tools.ts';
import * as inbox from './inbox.ts';
import { keep, textSeal } from './keep.ts';
import type { Event, EventKind } from './kinds.ts';
import { readEvent } from './read.ts';

export type Handler = (tools: Tools, event: Event) => Promise<void>;
/** Who listens to what, by kind. */
export type Handlers = Readonly<Record<string, readonly Handler[]>>;

export interface Inbox {
  /** Takes what Slack sends: when this returns, it is on disk (or nothing that is kept). Throws when it could not be saved. */
  receive: (body: unknown) => Promise<void>;
  /** Handles everything that is due; returns the instant of the next attempt at what is left, if anything is. */
  round: (now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;
  /** Waits for what is being handled outside of a round. */
  settled: () => Promise<void>;
}

const AT_ONCE = 500;
const MOST_ATTEMPTS = 8;

/** `knock` is called when there is something to handle. */
export function openInbox(tools: Tools, handlers: Handlers, knock: () => void): Inbox {
  const passing = new Set<Promise<void>>();
  return {
    receive: async (body) => {
      const incoming = readEvent(body, { workspace: tools.workspace, botUser: tools.botUser });
      if (incoming === 'elsewhere') return tools.log.warn('An event of another workspace was refused');
      if (!incoming) return;
      if (incoming.kind === 'home_opened') {
        const { kind, fields } = incoming;
        const handling = passBy(tools, handlers, { workspace: tools.workspace, kind, fields }).finally(() => passing.delete(handling));
        passing.add(handling);
        return;
      }
      if (await keep(tools, incoming, tools.now())) knock();
    },
    round: (now) => processInbox(tools, handlers, now),
    settled: async () => {
      while (passing.size > 0) await Promise.all(passing);
    },
  };
}

/** Handles an event that is not kept. */
async function passBy(tools: Tools, handlers: Handlers, event: Event): Promise<void> {
  try {
    await handle(tools, handlers, event);
  } catch (fault) {
    tools.log.error('An event could not be handled', { kind: event.kind, ...faultFields(fault) });
  }
}

async function processInbox(tools: Tools, handlers: Handlers, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const held = new Set<string>();
  let next: Temporal.Instant | undefined;
  for (const row of await inbox.open(tools.db, tools.workspace, AT_ONCE)) {
    const about = subjectOf(row);
    const notBefore = row.not_before === null ? undefined : instantOf(row.not_before);
    const waits = notBefore !== undefined && isBefore(now, notBefore) ? notBefore : undefined;
    if (waits) next = earliest(next, waits);
    if (!waits && !held.has(about)) {
      const retry = await processRow(tools, handlers, row, now);
      next = earliest(next, retry);
      if (retry) held.add(about);
    } else if (row.attempts > 0) held.add(about);
  }
  return next;
}

/** Handles one row; returns when to try again, where it failed and is not given up. */
async function processRow(
  tools: Tools,
  handlers: Handlers,
  row: inbox.InboxRow,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  try {
    await handle(tools, handlers, await opened(tools, row));
    await inbox.done(tools.db, row.id, now);
    return undefined;
  } catch (fault) {
    const attempts = row.attempts + 1;
    const fields = { kind: row.kind, attempt: attempts, ...faultFields(fault) };
    if (attempts >= MOST_ATTEMPTS) {
      await inbox.failed(tools.db, row.id, attempts, fields.code ?? 'unknown');
      tools.log.error('An event is given up after many attempts', fields);
      return undefined;
    }
    const retry = now.add({ seconds: Math.min(10 * 4 ** (attempts - 1), 600) });
    await inbox.again(tools.db, row.id, attempts, retry);
    tools.log.warn('An event could not be handled: trying again later', fields);
    return retry;
  }
}

async function handle(tools: Tools, handlers: Handlers, event: Event): Promise<void> {
  await learnDm(tools, event);
  for (const handler of handlers[event.kind] ?? []) await handler(tools, event);
}

/** An event from someone's conversation with the bot tells its id, which need not be asked for then. */
async function learnDm(tools: Tools, { kind, fields: { user, channel } }: Event): Promise<void> {
  if ((kind !== 'reply' && kind !== 'home_opened') || !user || !channel?.startsWith('D')) return;
  if ((await knownDm(tools.db, tools.workspace, user)) !== channel) await rememberDm(tools, tools.db, user, channel);
}

const fieldsShape = z.record(z.string(), z.string());

async function opened({ db, vault, workspace }: Tools, row: inbox.InboxRow): Promise<Event> {
  const fields = fieldsShape.parse(JSON.parse(row.fields));
  const event = { workspace, kind: row.kind as EventKind, fields };
  if (row.sealed === null) return event;
  return { ...event, text: await vault.open(db, textSeal(workspace, row.id, fields.user), row.sealed) };
}

/** What a row is about: rows about the same message are handled one after the other. */
function subjectOf(row: inbox.InboxRow): string {
  const { channel, ts } = fieldsShape.safeParse(JSON.parse(row.fields)).data ?? {};
  return channel && ts ? `${channel}:${ts}` : row.id;
}
