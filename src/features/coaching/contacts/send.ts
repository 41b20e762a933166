// Sends one message that nobody asked for: the mark that it is settled, what its kind saves with it, its letters, and the note for each reader that it
// came unasked.
import { Temporal } from 'temporal-polyfill';
import { type Body, enqueue } from '../../../platform/outbox/enqueue.ts';
import { claim, turnDown } from '../../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import type { Decided } from './ask.ts';
import type { Decision, Outgoing } from './plan.ts';
import type { Wish } from './source.ts';

export interface Sending extends Decided {
  decision: Extract<Decision, { then: 'send' }>;
}

/** Settles a wish as sent; nothing, where it has been settled meanwhile. */
export async function send(tools: Tools, tx: Tx, { source, running, wish, decision }: Sending, now: Temporal.Instant): Promise<void> {
  const { subject, period, due: dueAt } = wish;
  const occurrence = { programme: running.programme.id, stream: source.kind, subject, period };
  if (!(await claim(tools, tx, { ...occurrence, dueAt, outcome: 'done' }, now))) return;
  const outbox = tools.newId();
  const body = await source.write(tools, tx, { running, wish, outbox }, now);
  if ('off' in body) return turnDown(tx, occurrence, body.off);
  await contacts.takeBack(tx, decision.instead, 'outranked', now);
  for (const letter of decision.letters) await put(tools, tx, { kind: source.kind, wish, letter, body, outbox }, now);
  for (const { reader, because: reason } of decision.missed) {
    const alone = { ...occurrence, subject: `${subject}:${reader.leader}` };
    await claim(tools, tx, { ...alone, dueAt, outcome: 'skipped', reason }, now);
  }
}

/** Where a message for several goes to each alone, each has a letter under the key with their own id, and the words for one. */
async function put(
  tools: Tools,
  tx: Tx,
  {
    kind,
    wish,
    letter: { readers, windows, closes },
    body,
    outbox,
  }: { kind: string; wish: Wish; letter: Outgoing; body: Body; outbox: string },
  now: Temporal.Instant,
): Promise<void> {
  const [first] = readers;
  if (!first) return;
  const split = wish.to.length > 1 && readers.length === 1;
  const { alone, ...whole } = body;
  const key = split ? `${wish.key}:${first.user}` : wish.key;
  const times = windows.map(({ opens, closes }) => ({ opens: instant(opens), closes: instant(closes) }));
  const users = readers.map(({ user }) => user);
  const letter = {
    ...(!split && { id: outbox }),
    key,
    kind,
    address: readers.length === 1 ? { to: 'person' as const, user: first.user } : { to: 'group' as const, users },
    priority: 3 as const,
    body: split && alone ? alone : readers.length === 1 ? whole : body,
    windows: times,
    notBefore: times[0]?.opens ?? now,
    expiresAt: instant(closes),
  };
  await enqueue(tools, tx, letter, now);
  await contacts.note(tools, tx, { key, kind, rank: wish.rank, readers }, now);
}

function instant(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms);
}
