// The channel's announcement did not arrive, or nobody knows whether it did: the organisers hear of it and decide. It is never posted twice on
// a guess.

import type { RoundTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Event } from '../../platform/inbox/kinds.ts';
import { type Decided, postAgain, settleAsPosted } from '../../platform/outbox/decide.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import * as outbox from '../../platform/outbox/outbox.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import { undeliveredAnnouncement } from './organiser-letters.ts';
import * as rounds from './rounds.ts';

/** Slack refused an announcement, or did not say whether it took it. Safe to repeat. */
export async function onUndelivered(tools: Tools, { fields }: Event): Promise<void> {
  const { letter, id = '', state } = fields;
  if (letter !== 'announcement') return;
  const now = tools.now();
  const told = await transact(tools.db, async (tx) => {
    const row = await outbox.byId(tx, tools.workspace, id);
    const about = row && (await announced(tools, tx, row.key));
    if (!row || !about) return false;
    const { programme, round } = about;
    const words = { number: round.number, channel: programme.channel, value: id, refused: state === 'dead' };
    const body = undeliveredAnnouncement(tools.content, words);
    for (const user of await organisers.of(tools, tx, programme.id)) {
      const key = `announcement-undelivered:${id}:${row.attempt}:${user}`;
      await enqueue(tools, tx, { key, kind: 'announcement-undelivered', address: { to: 'person', user }, priority: 1, body }, now);
    }
    return true;
  });
  if (told) tools.knock();
}

export type Settled = { ok: true; number: number } | { ok: false; because: 'not-organiser' | 'settled' };

/** An organiser has looked, and says what became of the letter `id`. */
export async function settleAnnouncement(
  tools: Tools,
  { id, by, as }: { id: string; by: string; as: 'posted' | 'again' },
): Promise<Settled> {
  const row = await outbox.byId(tools.db, tools.workspace, id);
  const about = row?.kind === 'announcement' ? await announced(tools, tools.db, row.key) : undefined;
  if (!about || !(await mayOrganise(tools, about.programme, by))) return { ok: false, because: 'not-organiser' };
  const done: Decided = as === 'posted' ? await settleAsPosted(tools, id) : await postAgain(tools, id);
  return done.ok ? { ok: true, number: about.round.number } : { ok: false, because: 'settled' };
}

/** The round that the letter under `key` (`announcement:<round>`, perhaps with a part) announces. */
async function announced(tools: Tools, db: Db | Tx, key: string): Promise<{ programme: Programme; round: RoundTable } | undefined> {
  const [, id = ''] = key.split(':');
  const round = await rounds.byId(db, id);
  const programme = round && (await programmes.find(db, tools.workspace, round.programme));
  return round && programme && { programme, round };
}
