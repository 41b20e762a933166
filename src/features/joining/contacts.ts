// The table `contact`: every message that nobody asked for, one row for each of its readers. When it reached them is read from the outbox, since a
// message that is on its way counts for the day on which it arrives. Rooms that write to leaders unasked note it here, so that all of it is counted.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { instantOf, stamp } from '../../platform/clock.ts';
import { byKey } from '../../platform/outbox/outbox.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import { type Rank, rankOf } from './ranks.ts';

/** Who reads a letter. */
export interface Reader {
  user: string;
  leader: string;
}

/** What reached one person lately, and what is still on its way to them. */
export interface Reached {
  /** When, in milliseconds. */
  at: readonly number[];
  waiting: readonly Waiting[];
}

export interface Waiting {
  outbox: string;
  rank: Rank;
  /** Whether it certainly has not gone out, so that it may be taken back. */
  withdrawable: boolean;
}

/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 500;
/** What is longer ago matters for nothing that is planned now, and nothing unasked waits so long. */
const LOOK_BACK = { hours: 24 * 35 };

/** Notes that the letter under `key` goes to these people without having been asked for; twice is once. In the transaction that enqueues it. */
export async function note(
  { workspace, newId }: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  { key, kind, rank, readers }: { key: string; kind: string; rank: Rank; readers: readonly Reader[] },
  now: Temporal.Instant,
): Promise<void> {
  const letter = await byKey(tx, workspace, key);
  if (!letter || readers.length === 0) return;
  const about = { workspace, kind, rank, outbox: letter.id, created_at: stamp(now) };
  const rows = readers.map(({ user, leader }) => ({ id: newId(), slack_user: user, leader, ...about }));
  await tx
    .insertInto('contact')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['outbox', 'slack_user']).doNothing())
    .execute();
}

/** What reached each of `users` in the last weeks, and what is on its way to them; who is not in the answer was not written to. */
export async function reached(
  db: Db | Tx,
  workspace: string,
  users: readonly string[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Reached>> {
  const found = new Map<string, { at: number[]; waiting: Waiting[] }>();
  for (let from = 0; from < users.length; from += AT_ONCE) {
    for (const row of await lettersTo(db, workspace, users.slice(from, from + AT_ONCE), now.subtract(LOOK_BACK))) {
      const entry = found.get(row.slack_user) ?? { at: [], waiting: [] };
      found.set(row.slack_user, entry);
      const at = arrivedAt(row);
      if (at !== undefined) entry.at.push(at);
      else if (isWaiting(row, now))
        entry.waiting.push({ outbox: row.outbox, rank: rankOf(row.rank), withdrawable: row.state === 'pending' });
    }
  }
  return found;
}

/** Takes back these letters, if they have not gone out. One of which that is not known is not sent again, should it turn out not to have arrived. */
export async function takeBack(tx: Tx, letters: readonly string[], because: string, now: Temporal.Instant): Promise<void> {
  if (letters.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'skipped', reason: because, body_sealed: null, settled_at: stamp(now) })
    .where('id', 'in', [...letters])
    .where('state', '=', 'pending')
    .execute();
  await tx
    .updateTable('outbox')
    .set({ expires_at: stamp(now) })
    .where('id', 'in', [...letters])
    .where('state', 'in', ['sending', 'unclear'])
    .execute();
}

/** Takes back everything unasked that is still waiting for a leader: in their own conversation, and in one they share. */
export async function takeBackFrom(tx: Tx, leader: Reader & { workspace: string }, because: string, now: Temporal.Instant): Promise<void> {
  const rows = await lettersTo(tx, leader.workspace, [leader.user], now.subtract(LOOK_BACK));
  const waiting = rows.filter((row) => row.leader === leader.leader && row.rank !== 'match' && isWaiting(row, now));
  await takeBack(tx, [...new Set(waiting.map(({ outbox }) => outbox))], because, now);
}

/** A letter to a group that was told to each of them alone has become one for each: theirs is the one that counts. */
function lettersTo(db: Db | Tx, workspace: string, users: readonly string[], since: Temporal.Instant) {
  return db
    .selectFrom('contact')
    .innerJoin('outbox as first', 'first.id', 'contact.outbox')
    .leftJoin('outbox as own', (join) =>
      join
        .onRef('own.workspace', '=', 'first.workspace')
        // Where the pattern is a value, SQLite plans the question anew each time.
        .on('first.reason', 'like', sql.lit('told-each%'))
        .on(({ eb }) => eb('own.key', '=', eb(eb('first.key', '||', ':'), '||', eb.ref('contact.slack_user')))),
    )
    .select(({ fn }) => [
      'contact.slack_user',
      'contact.leader',
      'contact.rank',
      fn.coalesce('own.id', 'first.id').as('outbox'),
      fn.coalesce('own.state', 'first.state').as('state'),
      fn.coalesce('own.started_at', 'first.started_at').as('started_at'),
      fn.coalesce('own.reason', 'first.reason').as('reason'),
      fn.coalesce('own.expires_at', 'first.expires_at').as('expires_at'),
    ])
    .where('contact.workspace', '=', workspace)
    .where('contact.slack_user', 'in', [...users])
    .where('contact.created_at', '>=', stamp(since))
    .execute();
}

/** What may have arrived counts as if it had: nobody hears too much because the bot could not find out. */
function arrivedAt({ state, started_at, reason }: { state: string; started_at: string | null; reason: string | null }): number | undefined {
  const arrived = ['sent', 'organiser', 'operator'].includes(state) || (state === 'skipped' && reason === 'in-doubt');
  return arrived && started_at !== null ? instantOf(started_at).epochMilliseconds : undefined;
}

/** What is too late will not be sent any more, even if nobody has looked at it yet. */
function isWaiting({ state, expires_at }: { state: string; expires_at: string | null }, now: Temporal.Instant): boolean {
  if (state === 'pending') return expires_at === null || stamp(now) < expires_at;
  return state === 'sending' || state === 'unclear';
}
