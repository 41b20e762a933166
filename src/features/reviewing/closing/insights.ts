// The tables `insight` and `insight_approval`: the one insight a pair is content to share, and what each of them said of which version of it.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { InsightTable } from '../../../platform/db/tables.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import type { InsightState, Said, Say } from './plan.ts';

/** An insight with its words still sealed, under the key of whoever wrote this version. */
export interface Insight {
  id: string;
  pair: string;
  round: string;
  version: number;
  sealed: string;
  /** Leader and Slack id of whoever wrote this version. */
  by: string;
  author: string;
  sharedAt: string | null;
  namedAt: string | null;
}

export async function ofPair(db: Db | Tx, pair: string): Promise<Insight | undefined> {
  const row = await whole(db).where('insight.pair', '=', pair).executeTakeFirst();
  return row && insight(row);
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<Insight | undefined> {
  const row = await whole(db).where('insight.workspace', '=', workspace).where('insight.id', '=', id).executeTakeFirst();
  return row && insight(row);
}

/** Everything of a round that all of a pair have agreed to share, oldest first. */
export async function sharedIn(db: Db | Tx, round: string): Promise<Insight[]> {
  const rows = await whole(db)
    .where('insight.round', '=', round)
    .where('insight.shared_at', 'is not', null)
    .orderBy('insight.shared_at')
    .orderBy('insight.id')
    .execute();
  return rows.map(insight);
}

/** Versions that the leader wrote, oldest first. */
export async function writtenBy(db: Db | Tx, leader: string): Promise<Insight[]> {
  return (await whole(db).where('insight.suggested_by', '=', leader).orderBy('insight.suggested_at').execute()).map(insight);
}

/** Saves the first version, or a new one in the place of the last. */
export async function put(
  tx: Tx,
  row: Pick<InsightTable, 'id' | 'workspace' | 'pair' | 'round' | 'version' | 'sealed' | 'suggested_by'>,
  now: Temporal.Instant,
): Promise<void> {
  const fresh = { suggested_at: stamp(now), shared_at: null, named_at: null, dropped_at: null };
  const { version, sealed, suggested_by } = row;
  await tx
    .insertInto('insight')
    .values({ ...row, ...fresh })
    .onConflict((conflict) => conflict.column('pair').doUpdateSet({ version, sealed, suggested_by, ...fresh }))
    .execute();
}

/** What each leader said last, of whichever version. */
export async function saidOf(db: Db | Tx, id: string): Promise<Said[]> {
  const rows = await db.selectFrom('insight_approval').select(['leader', 'version', 'answer']).where('insight', '=', id).execute();
  return rows.map(({ leader, version, answer }) => ({ leader, version, answer: answer as Say }));
}

export async function say(
  tx: Tx,
  { workspace, insight: id, leader, version, answer }: Said & { workspace: string; insight: string },
  now: Temporal.Instant,
): Promise<void> {
  const said = { version, answer, answered_at: stamp(now) };
  await tx
    .insertInto('insight_approval')
    .values({ insight: id, leader, workspace, ...said })
    .onConflict((conflict) => conflict.columns(['insight', 'leader']).doUpdateSet(said))
    .execute();
}

/** Writes down what has become of it; the instant at which it was shared first stays. */
export async function settle(tx: Tx, { id, sharedAt, namedAt }: Insight, state: InsightState, now: Temporal.Instant): Promise<void> {
  const shared = state === 'shared' || state === 'named';
  await tx
    .updateTable('insight')
    .set({
      shared_at: shared ? (sharedAt ?? stamp(now)) : null,
      named_at: state === 'named' ? (namedAt ?? stamp(now)) : null,
      dropped_at: state === 'stopped' ? stamp(now) : null,
    })
    .where('id', '=', id)
    .execute();
}

function whole(db: Db | Tx) {
  return db
    .selectFrom('insight')
    .innerJoin('leader', 'leader.id', 'insight.suggested_by')
    .select(['insight.id', 'insight.pair', 'insight.round', 'insight.version', 'insight.sealed', 'insight.suggested_by'])
    .select(['insight.shared_at', 'insight.named_at', 'leader.slack_user']);
}

type Row = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number];

function insight(row: Row): Insight {
  const { id, pair, round, version, sealed } = row;
  return { id, pair, round, version, sealed, by: row.suggested_by, author: row.slack_user, sharedAt: row.shared_at, namedAt: row.named_at };
}
