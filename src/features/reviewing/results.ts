// The table `pulse_result`: what was published of each pulse, once, and the one thing that changes because of it.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { stamp } from '../../platform/clock.ts';
import type { PulseResultTable } from '../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import { SealBroken } from '../../platform/vault.ts';
import { type Report, type Statement, statementsSchema } from './conclude.ts';

export interface Result {
  id: string;
  programme: string;
  round: string;
  report: Report;
  replied: number;
  asked: number;
  /** Nothing where too few replied. */
  statements: readonly Statement[];
  closedAt: string;
  /** What the organiser changes because of it, and by which day (`YYYY-MM-DD`). */
  change?: { text: string; by: string };
  sharedAt: string | null;
  remarksSealed: string | null;
}

/** What is worked out of a pulse, about to be saved. */
export interface NewResult extends Pick<Result, 'programme' | 'round' | 'report' | 'replied' | 'asked' | 'statements'> {
  remarks: readonly string[];
}

/** Saves a result and returns its id. */
export async function add(
  { workspace, newId, vault }: Pick<Tools, 'workspace' | 'newId' | 'vault'>,
  tx: Tx,
  { report, remarks, statements, ...result }: NewResult,
  now: Temporal.Instant,
): Promise<string> {
  const id = newId();
  const remarks_sealed = remarks.length === 0 ? null : await vault.seal(tx, sealOf(workspace, id), JSON.stringify(remarks));
  await tx
    .insertInto('pulse_result')
    .values({
      ...{ id, workspace, ...result, moment: report, results: JSON.stringify(statements), remarks_sealed, closed_at: stamp(now) },
      ...{ change_text: null, change_by: null, changed_by: null, shared_at: null },
    })
    .execute();
  return id;
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<Result | undefined> {
  const row = await db.selectFrom('pulse_result').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** What has been published of one round, in the order in which it closed. */
async function ofRound(db: Db | Tx, round: string): Promise<Result[]> {
  const rows = await db.selectFrom('pulse_result').selectAll().where('round', '=', round).orderBy('closed_at').orderBy('moment').execute();
  return rows.map(fromRow);
}

export async function find(db: Db | Tx, round: string, report: Report): Promise<Result | undefined> {
  return (await ofRound(db, round)).find((result) => result.report === report);
}

/** Everything that was published in the rounds in which the leader has, or had, a place; latest first. */
export async function ofLeader(db: Db | Tx, leader: string): Promise<Result[]> {
  const places = db.selectFrom('pair_leader').select('round').where('leader', '=', leader);
  const rows = await db.selectFrom('pulse_result').selectAll().where('round', 'in', places).orderBy('closed_at', 'desc').execute();
  return rows.map(fromRow);
}

/** Everything that was published in a programme, latest first. */
export async function ofProgramme(db: Db | Tx, programme: string): Promise<Result[]> {
  const rows = await db.selectFrom('pulse_result').selectAll().where('programme', '=', programme).orderBy('closed_at', 'desc').execute();
  return rows.map(fromRow);
}

/** Writes down what will change; false where something is written already. */
export async function writeChange(tx: Tx, id: string, { text, by, who }: { text: string; by: string; who: string }): Promise<boolean> {
  const written = await tx
    .updateTable('pulse_result')
    .set({ change_text: text, change_by: by, changed_by: who })
    .where('id', '=', id)
    .where('change_text', 'is', null)
    .executeTakeFirst();
  return written.numUpdatedRows > 0n;
}

/** Notes when the first leader was told. */
export async function noteShared(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const unshared = tx.updateTable('pulse_result').where('id', '=', id).where('shared_at', 'is', null);
  await unshared.set({ shared_at: stamp(now) }).execute();
}

/** Remarks that leaders let the organiser read, as they were shuffled when the pulse closed. */
export async function remarksOf(
  { db, workspace, vault, log }: Pick<Tools, 'db' | 'workspace' | 'vault' | 'log'>,
  { id, remarksSealed }: Result,
): Promise<string[]> {
  if (remarksSealed === null) return [];
  try {
    return z.array(z.string()).parse(JSON.parse(await vault.open(db, sealOf(workspace, id), remarksSealed)));
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault;
    log.error('The remarks of a pulse could not be opened: they were damaged, or their key is gone', { reference: id });
    return [];
  }
}

/** Deletes the remarks of a round. */
export async function forgetRemarks(tx: Tx, round: string): Promise<void> {
  await tx.updateTable('pulse_result').set({ remarks_sealed: null }).where('round', '=', round).execute();
}

/** Without an author: they belong to no one person any more. */
function sealOf(workspace: string, id: string) {
  return { workspace, owner: 'workspace', kind: 'pulse-remarks', record: id };
}

function fromRow(row: PulseResultTable): Result {
  const change = row.change_text !== null && row.change_by !== null ? { text: row.change_text, by: row.change_by } : undefined;
  return {
    ...{ id: row.id, programme: row.programme, round: row.round, report: row.moment as Report, replied: row.replied, asked: row.asked },
    statements: statementsSchema.parse(JSON.parse(row.results)),
    ...{ closedAt: row.closed_at, sharedAt: row.shared_at, remarksSealed: row.remarks_sealed },
    ...(change && { change }),
  };
}
