// The table `partner_request`: leaders who ask each other to be partners in a round. Where nothing has ended them, they stand: open, or accepted.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { PartnerRequestTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export type Ending = 'declined' | 'withdrawn' | 'lapsed' | 'undone' | 'elsewhere' | 'left' | 'rules' | 'switched';

export type PartnerRequest = Readonly<PartnerRequestTable>;

/** One round of one programme. */
export interface InRound {
  programme: string;
  number: number;
}

export async function add(tx: Tx, request: PartnerRequest): Promise<boolean> {
  const row = await tx
    .insertInto('partner_request')
    .values(request)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export function byId(db: Db | Tx, workspace: string, id: string): Promise<PartnerRequest | undefined> {
  return db.selectFrom('partner_request').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst();
}

/** Everything that stands in a round, the earliest first. */
export function standing(db: Db | Tx, inRound: InRound): Promise<PartnerRequest[]> {
  return standingIn(db, inRound).selectAll().orderBy('asked_at').orderBy('id').execute();
}

/** What stands of one leader: what they ask, what they are asked, and whom they have found. */
export function standingOf(db: Db | Tx, inRound: InRound, leader: string): Promise<PartnerRequest[]> {
  return standingIn(db, inRound)
    .selectAll()
    .where(({ eb, or }) => or([eb('asker', '=', leader), eb('asked', '=', leader)]))
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}

/** Who has found each other in a round. */
export async function chosen(db: Db | Tx, inRound: InRound): Promise<[string, string][]> {
  const rows = await standingIn(db, inRound)
    .select(['asker', 'asked'])
    .where('accepted_at', 'is not', null)
    .orderBy('accepted_at')
    .orderBy('id')
    .execute();
  return rows.map(({ asker, asked }) => [asker, asked]);
}

/** Everything `asker` has asked in a round, whatever became of it. */
export function askedBy(db: Db | Tx, { programme, number }: InRound, asker: string): Promise<PartnerRequest[]> {
  const own = db.selectFrom('partner_request').selectAll().where('programme', '=', programme).where('number', '=', number);
  return own.where('asker', '=', asker).execute();
}

/** Everything there is of one leader, of all rounds. */
export function ofLeader(db: Db | Tx, leader: string): Promise<PartnerRequest[]> {
  const all = db.selectFrom('partner_request').selectAll();
  return all
    .where(({ eb, or }) => or([eb('asker', '=', leader), eb('asked', '=', leader)]))
    .orderBy('asked_at')
    .execute();
}

/** The rounds in which something stands. */
export function rounds(db: Db | Tx, workspace: string): Promise<InRound[]> {
  const all = db.selectFrom('partner_request').select(['programme', 'number']).distinct().where('workspace', '=', workspace);
  return all.where('ended_at', 'is', null).execute();
}

/** True when this call accepted it. */
export async function accept(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const open = tx
    .updateTable('partner_request')
    .set({ accepted_at: stamp(now) })
    .where('id', '=', id)
    .where('ended_at', 'is', null);
  return (await open.where('accepted_at', 'is', null).executeTakeFirst()).numUpdatedRows > 0n;
}

/** True when this call ended it. */
export async function end(tx: Tx, id: string, because: Ending, now: Temporal.Instant): Promise<boolean> {
  const ended = { ended_at: stamp(now), ended_because: because };
  const one = tx.updateTable('partner_request').set(ended).where('id', '=', id).where('ended_at', 'is', null);
  return (await one.executeTakeFirst()).numUpdatedRows > 0n;
}

/** The round begins: of who asked in vain nothing stays. Earlier rounds are tidied with it. */
export async function forgetInVain(tx: Tx, { programme, number }: InRound): Promise<void> {
  await tx
    .deleteFrom('partner_request')
    .where('programme', '=', programme)
    .where('number', '<=', number)
    .where(({ eb, or }) => or([eb('accepted_at', 'is', null), eb('ended_at', 'is not', null)]))
    .execute();
}

export async function forgetLeader(tx: Tx, leader: string): Promise<void> {
  await tx
    .deleteFrom('partner_request')
    .where(({ eb, or }) => or([eb('asker', '=', leader), eb('asked', '=', leader)]))
    .execute();
}

/** Who chose whom in a round that has been over for long enough. */
export async function forgetRound(tx: Tx, round: string): Promise<void> {
  const its = tx.selectFrom('round').select(['programme', 'number']).where('id', '=', round);
  const found = await its.executeTakeFirst();
  if (!found) return;
  await tx.deleteFrom('partner_request').where('programme', '=', found.programme).where('number', '<=', found.number).execute();
}

/** Ids of rounds that began with such choices. */
export function toForget(db: Db | Tx, workspace: string) {
  return db
    .selectFrom('partner_request')
    .innerJoin('round', (join) =>
      join.onRef('round.programme', '=', 'partner_request.programme').onRef('round.number', '=', 'partner_request.number'),
    )
    .select('round.id as round')
    .where('partner_request.workspace', '=', workspace)
    .where('round.undone_at', 'is', null);
}

function standingIn(db: Db | Tx, { programme, number }: InRound) {
  const inRound = db.selectFrom('partner_request').where('programme', '=', programme).where('number', '=', number);
  return inRound.where('ended_at', 'is', null);
}
