// The table `round`: 26 weeks with one partner. A round that was undone stays on record and counts for nothing.
import type { Insertable } from 'kysely';
import { ready } from '../../platform/db/ready.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';

/** The programme's newest round, whether it still runs or not. */
export async function latest(db: Db | Tx, programme: string): Promise<RoundTable | undefined> {
  const [round] = await newest(db, { programme });
  return round;
}

const newest = ready((db, { programme }: { programme: string }) =>
  standing(db).where('programme', '=', programme).orderBy('number', 'desc').limit(1),
);

/**
 * The rounds that run now, the earlier one first: two of them from the approval of a round until its first fortnight begins, so that the old pairs
 * can finish properly.
 */
export function running(db: Db | Tx, programme: string): Promise<RoundTable[]> {
  return allRunning(db, { programme });
}

const allRunning = ready((db, { programme }: { programme: string }) =>
  standing(db).where('programme', '=', programme).where('closed_at', 'is', null).orderBy('number'),
);

/** The newest round that runs: the one about which matches are told and changed. */
export async function current(db: Db | Tx, programme: string): Promise<RoundTable | undefined> {
  const [round] = await newestRunning(db, { programme });
  return round;
}

const newestRunning = ready((db, { programme }: { programme: string }) =>
  standing(db).where('programme', '=', programme).where('closed_at', 'is', null).orderBy('number', 'desc').limit(1),
);

/** The round that came before number `number`. */
export function before(db: Db | Tx, programme: string, number: number): Promise<RoundTable | undefined> {
  return standing(db).where('programme', '=', programme).where('number', '<', number).orderBy('number', 'desc').limit(1).executeTakeFirst();
}

export async function byId(db: Db | Tx, id: string): Promise<RoundTable | undefined> {
  const [round] = await withId(db, { id });
  return round;
}

const withId = ready((db, { id }: { id: string }) => db.selectFrom('round').selectAll().where('id', '=', id));

/** Every round of every programme that was not undone, of any workspace: for operators who check what is kept. */
export function all(db: Db | Tx): Promise<RoundTable[]> {
  return standing(db).orderBy('workspace').orderBy('programme').orderBy('number').execute();
}

/** Rounds that still run beside a later one of their programme, with the first day of that one. */
export function outrun(db: Db | Tx, workspace: string): Promise<(RoundTable & { next_begins_on: string })[]> {
  return db
    .selectFrom('round')
    .innerJoin('round as next', (join) => join.onRef('next.programme', '=', 'round.programme').onRef('next.number', '>', 'round.number'))
    .selectAll('round')
    .select('next.begins_on as next_begins_on')
    .where('round.workspace', '=', workspace)
    .where('round.undone_at', 'is', null)
    .where('next.undone_at', 'is', null)
    .where('round.closed_at', 'is', null)
    .orderBy('round.number')
    .orderBy('next.number')
    .execute();
}

/** Rounds whose channel has not heard of them yet: of every programme of the workspace. */
export function unannounced(db: Db | Tx, workspace: string): Promise<RoundTable[]> {
  return standing(db).where('workspace', '=', workspace).where('announced_at', 'is', null).where('closed_at', 'is', null).execute();
}

export async function add(tx: Tx, round: Insertable<RoundTable>): Promise<void> {
  await tx.insertInto('round').values(round).execute();
}

/** Ends the round: the first fortnight of the next one has begun. */
export async function close(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('round').set({ closed_at: at }).where('id', '=', id).execute();
}

/** True when this call was the one that announced it. */
export async function announce(tx: Tx, id: string, at: string): Promise<boolean> {
  const changed = await tx
    .updateTable('round')
    .set({ announced_at: at })
    .where('id', '=', id)
    .where('announced_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** True when this call was the one that undid it. */
export async function undo(tx: Tx, id: string, at: string): Promise<boolean> {
  const changed = await tx
    .updateTable('round')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

function standing(db: Db | Tx) {
  return db.selectFrom('round').selectAll().where('undone_at', 'is', null);
}
