// The table `team_member`: whom a leader asked into a team, by Slack id, and what they said. They may be in no programme. No face for the leader reads
// it: from here the leader learns how many have joined, and nothing else.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';

export interface Member {
  team: string;
  /** Slack id, and the name that Slack last told; the id where it never told one. */
  user: string;
  name: string;
  zone: string | null;
  /** Slack no longer knows them as active. */
  gone: boolean;
  askedAt: string;
  joinedAt: string | null;
  declinedAt: string | null;
  leftAt: string | null;
  worthAt: string | null;
  moreAt: string | null;
  heardAt: string | null;
}

/** Whether they take part: they have joined, and have not left. */
export function isIn({ joinedAt, leftAt }: Pick<Member, 'joinedAt' | 'leftAt'>): boolean {
  return joinedAt !== null && leftAt === null;
}

/** Everyone whom the leader asked, in the order in which they were asked. */
export async function ofTeam(db: Db | Tx, workspace: string, team: string): Promise<Member[]> {
  return (await all(db, workspace).where('team_member.team', '=', team).execute()).map(fromRow);
}

/** Those who take part. */
export async function inTeam(db: Db | Tx, workspace: string, team: string): Promise<Member[]> {
  return (await ofTeam(db, workspace, team)).filter(isIn);
}

export async function find(db: Db | Tx, workspace: string, about: { team: string; user: string }): Promise<Member | undefined> {
  const row = await all(db, workspace)
    .where('team_member.team', '=', about.team)
    .where('team_member.slack_user', '=', about.user)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Every place somebody has or had, of teams that run or are to begin, newest first. */
export async function openPlacesOf(db: Db | Tx, workspace: string, user: string): Promise<Member[]> {
  const rows = await all(db, workspace)
    .innerJoin('team', 'team.id', 'team_member.team')
    .where('team_member.slack_user', '=', user)
    .where('team.ended_at', 'is', null)
    .execute();
  return rows.map(fromRow).reverse();
}

/** Every place somebody has or had, whatever became of the team, oldest first. */
export async function placesOf(db: Db | Tx, workspace: string, user: string): Promise<Member[]> {
  return (await all(db, workspace).where('team_member.slack_user', '=', user).execute()).map(fromRow);
}

/** Puts people on the list; those who stand on it are not in the answer. */
export async function ask(
  tx: Tx,
  { workspace, team, users }: { workspace: string; team: string; users: readonly string[] },
  now: Temporal.Instant,
): Promise<string[]> {
  if (users.length === 0) return [];
  const rows = await tx
    .insertInto('team_member')
    .values(users.map((slack_user) => ({ ...blank, team, workspace, slack_user, asked_at: stamp(now) })))
    .onConflict((conflict) => conflict.columns(['team', 'slack_user']).doNothing())
    .returning('slack_user')
    .execute();
  return rows.map(({ slack_user }) => slack_user);
}

/** Each answer is a word of its own; true where it changed something. */
export async function join(tx: Tx, about: Place, now: Temporal.Instant): Promise<boolean> {
  const joined = place(tx, about).set(({ fn, val }) => ({ joined_at: fn.coalesce('joined_at', val(stamp(now))), ...noLonger }));
  return changed(joined.where(({ eb, or }) => or([eb('joined_at', 'is', null), eb('left_at', 'is not', null)])));
}

const noLonger = { declined_at: null, left_at: null };

export async function decline(tx: Tx, about: Place, now: Temporal.Instant): Promise<boolean> {
  return changed(
    place(tx, about)
      .set({ declined_at: stamp(now) })
      .where('joined_at', 'is', null)
      .where('declined_at', 'is', null),
  );
}

export async function leave(tx: Tx, about: Place, now: Temporal.Instant): Promise<boolean> {
  return changed(
    place(tx, about)
      .set({ left_at: stamp(now) })
      .where('joined_at', 'is not', null)
      .where('left_at', 'is', null),
  );
}

export interface Place {
  workspace: string;
  team: string;
  user: string;
}

/** That they have answered one of the three taps, not what. False where they had. */
export async function tapped(tx: Tx, about: Place, item: 'worth_at' | 'more_at' | 'heard_at', now: Temporal.Instant): Promise<boolean> {
  return changed(
    place(tx, about)
      .set({ [item]: stamp(now) })
      .where(item, 'is', null),
  );
}

const blank = { joined_at: null, declined_at: null, left_at: null, worth_at: null, more_at: null, heard_at: null };

function place(tx: Tx, { workspace, team, user }: Place) {
  return tx.updateTable('team_member').where('workspace', '=', workspace).where('team', '=', team).where('slack_user', '=', user);
}

async function changed(update: { executeTakeFirst: () => Promise<{ numUpdatedRows: bigint }> }): Promise<boolean> {
  return (await update.executeTakeFirst()).numUpdatedRows > 0n;
}

function all(db: Db | Tx, workspace: string) {
  return db
    .selectFrom('team_member')
    .leftJoin('person', (join) =>
      join.onRef('person.workspace', '=', 'team_member.workspace').onRef('person.slack_user', '=', 'team_member.slack_user'),
    )
    .where('team_member.workspace', '=', workspace)
    .selectAll('team_member')
    .select(['person.name', 'person.time_zone', 'person.kind'])
    .orderBy('team_member.asked_at')
    .orderBy('team_member.slack_user');
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function fromRow(row: Row): Member {
  return {
    ...{ team: row.team, user: row.slack_user, name: row.name ?? row.slack_user, zone: row.time_zone, gone: row.kind === 'deactivated' },
    ...{ askedAt: row.asked_at, joinedAt: row.joined_at, declinedAt: row.declined_at, leftAt: row.left_at },
    ...{ worthAt: row.worth_at, moreAt: row.more_at, heardAt: row.heard_at },
  };
}
