// The tables `team_pair` and `team_pair_member`: who meets with whom in a team. A pair ends with its team, or when somebody leaves it and the others
// are put together anew.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import { ready } from '../../../platform/db/ready.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export interface PairMember {
  /** Slack id, and the name that Slack last told. */
  user: string;
  name: string;
  zone: string | null;
  place: number;
  agreedAt: string | null;
}

/** A pair or trio of a team, with those who are in it, in the order of their places. */
export interface TeamPair {
  id: string;
  team: string;
  formedAt: string;
  endedAt: string | null;
  members: readonly PairMember[];
}

/** Those that stand, in the order in which they were formed. */
export async function standingIn(db: Db | Tx, workspace: string, team: string): Promise<TeamPair[]> {
  return joined(await standing(db, { workspace, team }));
}

const standing = ready((db, { workspace, team }: Record<'workspace' | 'team', string>) =>
  all(db, workspace).where('team_pair.team', '=', team).where('team_pair.ended_at', 'is', null),
);

/** Those that stood until the team ended: for what follows it. */
export async function lastOf(db: Db | Tx, workspace: string, { id, endedAt }: { id: string; endedAt: string | null }): Promise<TeamPair[]> {
  if (endedAt === null) return standingIn(db, workspace, id);
  return joined(await all(db, workspace).where('team_pair.team', '=', id).where('team_pair.ended_at', '=', endedAt).execute());
}

/** Every pair there ever was in it. */
export async function everIn(db: Db | Tx, workspace: string, team: string): Promise<TeamPair[]> {
  return joined(await all(db, workspace).where('team_pair.team', '=', team).execute());
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<TeamPair | undefined> {
  return joined(await all(db, workspace).where('team_pair.id', '=', id).execute())[0];
}

/** The pair that stands in which `user` is. */
export async function ofPerson(
  db: Db | Tx,
  workspace: string,
  { team, user }: { team: string; user: string },
): Promise<TeamPair | undefined> {
  return (await standingIn(db, workspace, team)).find(({ members }) => members.some((each) => each.user === user));
}

export interface NewPair {
  id: string;
  /** Slack ids, in the order of their places. */
  users: readonly string[];
}

export async function add(
  tx: Tx,
  { workspace, team }: { workspace: string; team: string },
  pairs: readonly NewPair[],
  now: Temporal.Instant,
) {
  if (pairs.length === 0) return;
  await tx
    .insertInto('team_pair')
    .values(pairs.map(({ id }) => ({ id, workspace, team, formed_at: stamp(now), ended_at: null })))
    .execute();
  await tx
    .insertInto('team_pair_member')
    .values(pairs.flatMap(({ id, users }) => users.map((slack_user, place) => ({ ...member, pair: id, workspace, slack_user, place }))))
    .execute();
}

const member = { agreed_at: null, ended_at: null };

/** Ends one pair that stands, and everyone's place in it; false where it had ended. */
export async function end(tx: Tx, workspace: string, pair: string, now: Temporal.Instant): Promise<boolean> {
  const at = { ended_at: stamp(now) };
  const pairs = tx.updateTable('team_pair').set(at).where('workspace', '=', workspace).where('id', '=', pair);
  if ((await pairs.where('ended_at', 'is', null).executeTakeFirst()).numUpdatedRows === 0n) return false;
  await tx.updateTable('team_pair_member').set(at).where('pair', '=', pair).where('ended_at', 'is', null).execute();
  return true;
}

/** Ends every pair of a team. */
export async function endAll(tx: Tx, workspace: string, team: string, now: Temporal.Instant): Promise<void> {
  for (const { id } of await standingIn(tx, workspace, team)) await end(tx, workspace, id, now);
}

/** Notes that somebody agrees to how their pair works; false where they had, or are not in it. */
export async function agree(
  tx: Tx,
  workspace: string,
  { pair, user }: { pair: string; user: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const places = tx
    .updateTable('team_pair_member')
    .set({ agreed_at: stamp(now) })
    .where('workspace', '=', workspace);
  const own = places.where('pair', '=', pair).where('slack_user', '=', user).where('agreed_at', 'is', null).where('ended_at', 'is', null);
  return (await own.executeTakeFirst()).numUpdatedRows > 0n;
}

function all(db: Db | Tx, workspace: string) {
  return (
    db
      .selectFrom('team_pair')
      .innerJoin('team_pair_member', 'team_pair_member.pair', 'team_pair.id')
      .leftJoin('person', (join) =>
        join.onRef('person.workspace', '=', 'team_pair_member.workspace').onRef('person.slack_user', '=', 'team_pair_member.slack_user'),
      )
      .where('team_pair.workspace', '=', workspace)
      // Of a pair that has ended, whoever was in it at the end.
      .where(({ eb, or }) =>
        or([eb('team_pair_member.ended_at', 'is', null), eb('team_pair_member.ended_at', '=', eb.ref('team_pair.ended_at'))]),
      )
      .select(['team_pair.id', 'team_pair.team', 'team_pair.formed_at', 'team_pair.ended_at'])
      .select(['team_pair_member.slack_user', 'team_pair_member.place', 'team_pair_member.agreed_at', 'person.name', 'person.time_zone'])
      .orderBy('team_pair.formed_at')
      .orderBy('team_pair.id')
      .orderBy('team_pair_member.place')
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function joined(rows: readonly Row[]): TeamPair[] {
  const pairs = new Map<string, TeamPair & { members: PairMember[] }>();
  for (const row of rows) {
    const pair = pairs.get(row.id) ?? { id: row.id, team: row.team, formedAt: row.formed_at, endedAt: row.ended_at, members: [] };
    pair.members.push({
      user: row.slack_user,
      name: row.name ?? row.slack_user,
      zone: row.time_zone,
      place: row.place,
      agreedAt: row.agreed_at,
    });
    pairs.set(row.id, pair);
  }
  return [...pairs.values()];
}
