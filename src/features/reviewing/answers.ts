// The table `pulse_answer`: what leaders answered, sealed under their own keys. Who answered is known; what they answered is opened for its
// author, and once for the count when the pulse closes.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { stamp } from '../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import { type Seal, SealBroken } from '../../platform/vault.ts';
import { type Answers, answersSchema, type Reply } from './conclude.ts';
import type { Moment } from './plan.ts';

/** What one leader gives at one moment. `text` only where they let the organiser read it. */
export interface Given {
  answers: Answers;
  text?: string;
}

/** Whose answers these are, and where they count. */
export interface Author {
  programme: string;
  round: string;
  pair: string;
  leader: string;
  user: string;
}

/** One remark that may be read, on its way to being shuffled. */
export interface Remark {
  pair: string;
  text: string;
  mark: string;
}

type Opening = Pick<Tools, 'workspace' | 'vault' | 'log'>;

/** What the leader has answered in this round, by moment. For their own eyes. */
export async function ofLeader(
  tools: Opening,
  db: Db | Tx,
  { round, leader }: Pick<Author, 'round' | 'leader'>,
): Promise<ReadonlyMap<Moment, Given>> {
  const rows = await withAuthors(db).where('pulse_answer.round', '=', round).where('pulse_answer.leader', '=', leader).execute();
  const given = new Map<Moment, Given>();
  for (const row of rows) {
    const opened = await open(tools, db, row);
    if (opened) given.set(row.moment as Moment, opened);
  }
  return given;
}

/** Puts `given` in place of what the author gave at this moment before; where nothing was answered, nothing stays. */
export async function keep(
  { workspace, vault, newId }: Pick<Tools, 'workspace' | 'vault' | 'newId'>,
  tx: Tx,
  { author, moment, given }: { author: Author; moment: Moment; given: Given },
  now: Temporal.Instant,
): Promise<void> {
  const { user, ...place } = author;
  const before = tx.deleteFrom('pulse_answer').where('round', '=', place.round).where('leader', '=', place.leader);
  await before.where('moment', '=', moment).execute();
  const { answers, text } = given;
  if (Object.keys(answers).length === 0 && text === undefined) return;
  const id = newId();
  await tx
    .insertInto('pulse_answer')
    .values({
      ...{ id, workspace, ...place, moment, answered_at: stamp(now) },
      sealed: await vault.seal(tx, sealOf(workspace, user, id, 'pulse'), JSON.stringify(answers)),
      text_sealed: text === undefined ? null : await vault.seal(tx, sealOf(workspace, user, id, 'pulse-text'), text),
    })
    .execute();
}

/** Everything that was answered at these moments of a round: for the count, and for nobody's eyes. */
export async function forTheCount(
  tools: Opening,
  tx: Tx,
  round: string,
  moments: readonly Moment[],
): Promise<{ replies: Reply[]; remarks: Remark[] }> {
  const rows = await withAuthors(tx)
    .where('pulse_answer.round', '=', round)
    .where('pulse_answer.moment', 'in', [...moments])
    .execute();
  const replies: Reply[] = [];
  const remarks: Remark[] = [];
  for (const row of rows) {
    const opened = await open(tools, tx, row);
    if (!opened) continue;
    const { leader, pair } = row;
    replies.push({ leader, pair, moment: row.moment as Moment, answers: opened.answers });
    if (opened.text) remarks.push({ pair, text: opened.text, mark: tools.vault.mark(`remark:${row.id}`) });
  }
  return { replies, remarks };
}

/** Deletes the single answers of a round. */
export async function forget(tx: Tx, round: string, moments: readonly Moment[]): Promise<void> {
  if (moments.length === 0) return;
  await tx
    .deleteFrom('pulse_answer')
    .where('round', '=', round)
    .where('moment', 'in', [...moments])
    .execute();
}

/** Deletes what was answered in rounds that were undone: they count for nothing. */
export async function forgetUndone(db: Db, workspace: string): Promise<void> {
  const undone = db.selectFrom('round').select('id').where('workspace', '=', workspace).where('undone_at', 'is not', null);
  await db.deleteFrom('pulse_answer').where('round', 'in', undone).execute();
}

/** Deletes everything that a leader answered, in every round. */
export async function removeOf(tx: Tx, leader: string): Promise<void> {
  await tx.deleteFrom('pulse_answer').where('leader', '=', leader).execute();
}

function withAuthors(db: Db | Tx) {
  return db
    .selectFrom('pulse_answer')
    .innerJoin('leader', 'leader.id', 'pulse_answer.leader')
    .select(['pulse_answer.id', 'pulse_answer.leader', 'pulse_answer.pair', 'pulse_answer.moment'])
    .select(['pulse_answer.sealed', 'pulse_answer.text_sealed', 'leader.slack_user'])
    .orderBy('pulse_answer.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof withAuthors>['execute']>>[number];

/** Nothing where the seal does not hold any more: then it is as if it had not been answered. */
async function open({ workspace, vault, log }: Opening, db: Db | Tx, row: Row): Promise<Given | undefined> {
  const { id, slack_user: user } = row;
  try {
    const answers = answersSchema.parse(JSON.parse(await vault.open(db, sealOf(workspace, user, id, 'pulse'), row.sealed)));
    if (row.text_sealed === null) return { answers };
    return { answers, text: z.string().parse(await vault.open(db, sealOf(workspace, user, id, 'pulse-text'), row.text_sealed)) };
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault;
    log.error('The answers to a pulse could not be opened: they were damaged, or their key is gone', { reference: id });
    return undefined;
  }
}

function sealOf(workspace: string, user: string, id: string, kind: 'pulse' | 'pulse-text'): Seal {
  return { workspace, owner: user, kind, record: id };
}
