// The table `prompt`: one fortnight's question to one leader. Where its message stands in Slack is read from its outbox row.
import type { Insertable } from 'kysely';
import type { PromptTable } from '../../platform/db/tables.ts';
import type { Db, Tx } from '../../platform/tools.ts';

/** A prompt with whose it is and where it belongs. */
export interface Prompt {
  id: string;
  pair: string;
  leader: string;
  /** Slack id of the leader: nobody else may answer. */
  user: string;
  zone: string;
  programme: string;
  programmeName: string;
  round: string;
  beginsOn: string;
  fortnight: number;
  /** 1 for the first of the fortnight's questions. */
  question: number;
  dueAt: string;
}

export async function add(tx: Tx, prompt: Insertable<PromptTable>): Promise<void> {
  await tx.insertInto('prompt').values(prompt).execute();
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<Prompt | undefined> {
  const row = await whole(db, workspace).where('prompt.id', '=', id).executeTakeFirst();
  return row && prompt(row);
}

/** The prompt of a leader for one fortnight of their pair. */
export async function ofFortnight(
  db: Db | Tx,
  { workspace, leader, pair, fortnight }: { workspace: string; leader: string; pair: string; fortnight: number },
): Promise<Prompt | undefined> {
  const row = await whole(db, workspace)
    .where('prompt.pair', '=', pair)
    .where('prompt.leader', '=', leader)
    .where('prompt.fortnight', '=', fortnight)
    .executeTakeFirst();
  return row && prompt(row);
}

/** The prompt of `user` whose message stands at `ts` in `channel`. */
export async function ofMessage(
  db: Db | Tx,
  workspace: string,
  user: string,
  message: { channel: string; ts: string },
): Promise<Prompt | undefined> {
  const row = await whole(db, workspace)
    .innerJoin('outbox', 'outbox.id', 'prompt.outbox')
    .where('leader.slack_user', '=', user)
    .where('leader.left_at', 'is', null)
    .where('outbox.channel', '=', message.channel)
    .where('outbox.ts', '=', message.ts)
    .executeTakeFirst();
  return row && prompt(row);
}

/** The newest prompt of each programme of `user` that was due by `at` and may have reached them, newest first. */
export async function newestOf(db: Db | Tx, workspace: string, user: string, at: string): Promise<Prompt[]> {
  const rows = await whole(db, workspace)
    .innerJoin('outbox', 'outbox.id', 'prompt.outbox')
    .where('leader.slack_user', '=', user)
    .where('leader.left_at', 'is', null)
    .where('prompt.due_at', '<=', at)
    .where('outbox.state', 'not in', ['pending', 'dead', 'skipped'])
    .orderBy('prompt.due_at', 'desc')
    .limit(50)
    .execute();
  const newest = new Map<string, Prompt>();
  for (const row of rows) if (!newest.has(row.programme)) newest.set(row.programme, prompt(row));
  return [...newest.values()];
}

/** Remembers which question the leader has chosen to look at. */
export async function choose(tx: Tx, id: string, question: number): Promise<void> {
  await tx.updateTable('prompt').set({ question }).where('id', '=', id).execute();
}

function whole(db: Db | Tx, workspace: string) {
  return db
    .selectFrom('prompt')
    .innerJoin('leader', 'leader.id', 'prompt.leader')
    .innerJoin('programme', 'programme.id', 'leader.programme')
    .innerJoin('pair', 'pair.id', 'prompt.pair')
    .innerJoin('round', 'round.id', 'pair.round')
    .select(['prompt.id', 'prompt.pair', 'prompt.leader', 'prompt.fortnight', 'prompt.question', 'prompt.due_at'])
    .select(['leader.slack_user', 'leader.time_zone', 'leader.programme', 'programme.name as programme_name'])
    .select(['round.id as round', 'round.begins_on'])
    .where('prompt.workspace', '=', workspace)
    .where('leader.workspace', '=', workspace)
    .where('round.undone_at', 'is', null)
    .where('programme.closed_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number];

function prompt(row: Row): Prompt {
  return {
    id: row.id,
    pair: row.pair,
    leader: row.leader,
    user: row.slack_user,
    zone: row.time_zone,
    programme: row.programme,
    programmeName: row.programme_name,
    round: row.round,
    beginsOn: row.begins_on,
    fortnight: row.fortnight,
    question: row.question,
    dueAt: row.due_at,
  };
}
