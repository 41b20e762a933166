// Puts what a team hears on its way: one letter to a pair's conversation or one to each alone, inside the hours of its readers, and for those who are
// leaders the note that it comes unasked.
import type { Temporal } from 'temporal-polyfill';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { enqueue } from '../../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import * as contacts from '../../../joining/contacts.ts';
import type { Rank } from '../../../joining/ranks.ts';
import type { Slot } from './calendar.ts';
import { type Letter, type Placing, place, type Reader } from './plan.ts';

export interface Word {
  /** The letter's key: `team-…:<team>:…`. */
  key: string;
  kind: string;
  rank: Rank;
  readers: readonly Reader[];
  slot: Slot;
  body: Body;
}

/** Sends it where it is due and someone can be reached; says what was decided. Whoever asks keeps the record of it. */
export async function tell(tools: Tools, tx: Tx, word: Word, now: Temporal.Instant): Promise<Placing> {
  const placing = place(word.readers, word.slot, now);
  if (placing.then === 'send') for (const letter of placing.letters) await put(tools, tx, { word, letter }, now);
  return placing;
}

async function put(tools: Tools, tx: Tx, { word, letter }: { word: Word; letter: Letter }, now: Temporal.Instant): Promise<void> {
  const { readers, windows } = letter;
  const [first] = readers;
  if (!first) return;
  const split = word.readers.length > 1 && readers.length === 1;
  const { alone, ...whole } = word.body;
  const key = split ? `${word.key}:${first.user}` : word.key;
  await enqueue(
    tools,
    tx,
    {
      ...{ key, kind: word.kind, priority: 3, windows, notBefore: windows[0]?.opens ?? now, expiresAt: word.slot.closes },
      address: readers.length === 1 ? { to: 'person', user: first.user } : { to: 'group', users: readers.map(({ user }) => user) },
      body: split && alone ? alone : readers.length === 1 ? whole : word.body,
    },
    now,
  );
  const counted = readers.flatMap(({ user, leader }) => (leader ? [{ user, leader }] : []));
  await contacts.note(tools, tx, { key, kind: word.kind, rank: word.rank, readers: counted }, now);
}
