// The table `quiet`: "Carry on, pause or stop?" has been asked, and perhaps answered. While it stands unanswered nothing more is sent to that leader.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import { ready } from '../../platform/db/ready.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';

export interface Quiet {
  pair: string;
  leader: string;
  fortnight: number;
}

/** Notes that a leader is asked. */
export async function add(
  { workspace, newId }: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  { pair, leader, fortnight }: Quiet,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('quiet')
    .values({ id: newId(), workspace, pair, leader, fortnight, asked_at: stamp(now), answer: null, answered_at: null })
    .execute();
}

/** Who in a round has been asked and has not done anything since. */
export function unansweredIn(db: Db | Tx, round: string): Promise<Pick<Quiet, 'pair' | 'leader'>[]> {
  return openIn(db, { round });
}

const openIn = ready((db, { round }: { round: string }) =>
  db
    .selectFrom('quiet')
    .innerJoin('pair', 'pair.id', 'quiet.pair')
    .select(['quiet.pair', 'quiet.leader'])
    .where('pair.round', '=', round)
    .where('quiet.answered_at', 'is', null),
);

/** Who in a round was asked in one of these fortnights. */
export function askedIn(db: Db | Tx, round: string, fortnights: readonly number[]): Promise<Pick<Quiet, 'pair' | 'leader'>[]> {
  return db
    .selectFrom('quiet')
    .innerJoin('pair', 'pair.id', 'quiet.pair')
    .select(['quiet.pair', 'quiet.leader'])
    .where('pair.round', '=', round)
    .where('quiet.fortnight', 'in', [...fortnights])
    .execute();
}

/** Whether `user` has been asked, in any programme, and has not done anything since. */
export async function isUnanswered(db: Db | Tx, workspace: string, user: string): Promise<boolean> {
  return (await open(db, workspace, user)).length > 0;
}

/** They have done something: nothing stands in the way any more. */
export async function answer(tx: Tx, workspace: string, user: string, now: Temporal.Instant): Promise<void> {
  const ids = await open(tx, workspace, user);
  if (ids.length === 0) return;
  await tx
    .updateTable('quiet')
    .set({ answer: 'came-back', answered_at: stamp(now) })
    .where('id', 'in', ids)
    .execute();
}

async function open(db: Db | Tx, workspace: string, user: string): Promise<string[]> {
  return (await openOf(db, { workspace, user })).map(({ id }) => id);
}

const openOf = ready((db, { workspace, user }: { workspace: string; user: string }) =>
  db
    .selectFrom('quiet')
    .innerJoin('leader', 'leader.id', 'quiet.leader')
    .select('quiet.id')
    .where('leader.workspace', '=', workspace)
    .where('leader.slack_user', '=', user)
    .where('quiet.answered_at', 'is', null),
);
