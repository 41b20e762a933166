// The table `forum`: one row for each hour that is offered, from its invitation until its space has been tidied away. Instants are as `stamp` writes
// them; people are leaders by their own id, but for whoever offered it, who may be an organiser and no leader.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import { ready } from '../../../platform/db/ready.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { fromRow, toRow } from './forum-rows.ts';

/** `six`: one question for six to eight. `four`: two questions for four or five. `few`: equal turns for two or three. */
export type Version = 'six' | 'four' | 'few';
export type EndedBecause = 'done' | 'called-off' | 'too-few';

export interface Forum {
  id: string;
  workspace: string;
  programme: string;
  /** Slack id. */
  offeredBy: string;
  startsAt: string;
  places: number;
  offeredAt: string;
  /** Draws the speaking orders. */
  seed: string;
  /** Rises whenever it is moved or called off. */
  sequence: number;
  /** A mark of what its message in the channel says. */
  shown: string | null;
  space: 'channel' | 'group' | null;
  /** Slack id of its own channel; null for a group conversation. */
  channel: string | null;
  spaceMadeAt: string | null;
  fewAskedAt: string | null;
  beganAt: string | null;
  version: Version | null;
  step: number;
  stepBeganAt: string | null;
  stepEndsAt: string | null;
  pausedAt: string | null;
  reader: string | null;
  keeper: string | null;
  holder: string | null;
  secondHolder: string | null;
  endedAt: string | null;
  endedBecause: EndedBecause | null;
  countedAt: string | null;
  /** JSON. */
  result: string | null;
  cleanedAt: string | null;
}

/** The forum `id` of this workspace, whatever became of it. */
export async function forumById(db: Db | Tx, workspace: string, id: string): Promise<Forum | undefined> {
  const [row] = await withId(db, { workspace, id });
  return row && fromRow(row);
}

const withId = ready((db, { workspace, id }: { workspace: string; id: string }) => all(db, workspace).where('id', '=', id));

/** Those of a programme that are still to come and stand, the next one first. */
export async function openForums(
  db: Db | Tx,
  { id, workspace }: { id: string; workspace: string },
  now: Temporal.Instant,
): Promise<Forum[]> {
  return (await openIn(db, { workspace, programme: id, now: stamp(now) })).map(fromRow);
}

const openIn = ready((db, { workspace, programme, now }: Record<'workspace' | 'programme' | 'now', string>) =>
  all(db, workspace)
    .where('programme', '=', programme)
    .where('ended_at', 'is', null)
    .where('began_at', 'is', null)
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .orderBy('id'),
);

/** How many somebody has offered in a programme since then, whatever became of them. */
export async function offeredSince(
  db: Db | Tx,
  { programme, workspace, offeredBy }: Pick<Forum, 'programme' | 'workspace' | 'offeredBy'>,
  since: Temporal.Instant,
): Promise<number> {
  const own = all(db, workspace).where('programme', '=', programme).where('offered_by', '=', offeredBy);
  return (await own.where('offered_at', '>', stamp(since)).execute()).length;
}

/** Everything of the workspace that has not been tidied away yet, by its start: open, going on, or over. */
export async function untidied(db: Db | Tx, workspace: string): Promise<Forum[]> {
  return (await notCleaned(db, { workspace })).map(fromRow);
}

const notCleaned = ready((db, { workspace }: { workspace: string }) =>
  all(db, workspace).where('cleaned_at', 'is', null).orderBy('starts_at').orderBy('id'),
);

/** Saves one that is new; false where it stands already. */
export async function add(tx: Tx, forum: Forum): Promise<boolean> {
  const row = await tx
    .insertInto('forum')
    .values(toRow(forum))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes a forum as it now stands. Only what was read in the same transaction: everything about it is written. */
export async function save(tx: Tx, forum: Forum): Promise<void> {
  const { id, workspace, ...rest } = toRow(forum);
  await tx.updateTable('forum').set(rest).where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** Notes what the message in the channel says, and nothing else. */
export async function noteShown(db: Db | Tx, { id, workspace }: Pick<Forum, 'id' | 'workspace'>, shown: string): Promise<void> {
  await db.updateTable('forum').set({ shown }).where('workspace', '=', workspace).where('id', '=', id).execute();
}

function all(db: Db | Tx, workspace: string) {
  return db.selectFrom('forum').selectAll().where('workspace', '=', workspace);
}
