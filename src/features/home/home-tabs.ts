// The table `home_tab`: whose Home tab has been opened lately, and what was last drawn on it. Who has not opened theirs for some days has nothing
// to be kept up to date: opening it draws it anew.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, stamp } from '../../platform/clock.ts';
import { ready } from '../../platform/db/ready.ts';
import type { Tools } from '../../platform/tools.ts';
import { forumsAround, hostsAround, organisersAround, peopleAround, teamsAround } from './around.ts';

export interface Drawn {
  user: string;
  /** Of the view that stands there. */
  mark: string;
  /** When it may next have to be drawn anew, by time alone. */
  dueAt?: Temporal.Instant | undefined;
  /** They have just opened it. */
  opened: boolean;
}

type Here = Pick<Tools, 'db' | 'workspace'>;

/** The mark of what `user` has before them; `undefined` where they never opened it. */
export async function markOf({ db, workspace }: Here, user: string): Promise<{ mark: string | null } | undefined> {
  return db.selectFrom('home_tab').select('mark').where('workspace', '=', workspace).where('slack_user', '=', user).executeTakeFirst();
}

/** Whether anybody has opened theirs lately: if not, there is nothing to keep up to date. */
export async function isAnyOpen({ db, workspace }: Here): Promise<boolean> {
  return (await anyOf(db, { workspace })).length > 0;
}

const anyOf = ready((db, { workspace }: { workspace: string }) =>
  db.selectFrom('home_tab').select('slack_user').where('workspace', '=', workspace).limit(1),
);

/** `user` has been shown this, or it has been found that it still stands. */
export async function drew({ db, workspace }: Here, { user, mark, dueAt, opened }: Drawn, now: Temporal.Instant): Promise<void> {
  const fields = { mark, drawn_at: stamp(now), due_at: dueAt ? stamp(dueAt) : null };
  if (!opened) {
    await db.updateTable('home_tab').set(fields).where('workspace', '=', workspace).where('slack_user', '=', user).execute();
    return;
  }
  const fresh = { ...fields, opened_at: stamp(now) };
  await db
    .insertInto('home_tab')
    .values({ workspace, slack_user: user, ...fresh })
    .onConflict((conflict) => conflict.columns(['workspace', 'slack_user']).doUpdateSet(fresh))
    .execute();
}

/** Forgets tabs that have not been opened since `since`. */
export async function letGo({ db, workspace }: Here, since: Temporal.Instant): Promise<void> {
  await db.deleteFrom('home_tab').where('workspace', '=', workspace).where('opened_at', '<', stamp(since)).execute();
}

/** Something that these people see may have changed: to be looked at from `at` on. */
export async function touch(here: Here, users: readonly string[], at: Temporal.Instant): Promise<void> {
  if (users.length > 0) await touching(here, at).where('slack_user', 'in', users).execute();
}

/** The same for everyone who sees what `user` does, and for `others`. */
export async function touchAround(here: Here, user: string, others: readonly string[], at: Temporal.Instant): Promise<void> {
  const around = [peopleAround, forumsAround, teamsAround, hostsAround].map((who) => who(here, user));
  await touching(here, at)
    .where(({ eb, or }) =>
      or([...around.map((who) => eb('slack_user', 'in', who)), ...others.map((other) => eb('slack_user', '=', other))]),
    )
    .execute();
}

/** The same for everyone who organises what `user` takes part in. */
export async function touchOrganisers(here: Here & Pick<Tools, 'organisers'>, user: string, at: Temporal.Instant): Promise<void> {
  await touching(here, at)
    .where(({ eb, or }) =>
      or([eb('slack_user', 'in', organisersAround(here, user)), ...here.organisers.map((each) => eb('slack_user', '=', each))]),
    )
    .execute();
}

function touching({ db, workspace }: Here, at: Temporal.Instant) {
  return db
    .updateTable('home_tab')
    .set({ due_at: stamp(at) })
    .where('workspace', '=', workspace)
    .where(({ eb, or }) => or([eb('due_at', 'is', null), eb('due_at', '>', stamp(at))]));
}

/** Whose tab has to be looked at: those that are due, and all that were drawn no later than `changed`; the longest-standing first. */
export async function due(
  { db, workspace }: Here,
  { now, changed, most }: { now: Temporal.Instant; changed: string; most: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('home_tab')
    .select('slack_user')
    .where('workspace', '=', workspace)
    .where(({ eb, or }) => or([eb('due_at', '<=', stamp(now)), eb('drawn_at', '<=', changed)]))
    .orderBy('drawn_at')
    .limit(most)
    .execute();
  return rows.map((row) => row.slack_user);
}

export interface Standing {
  /** When the longest-standing tab was drawn. */
  oldest: string;
  /** Since when the one that was opened longest ago has not been opened. */
  openedAt: string;
  /** When the next one is due by time. */
  nextDue?: Temporal.Instant;
}

/** All tabs at one look; nothing where nobody ever opened theirs. */
export async function standing({ db, workspace }: Here): Promise<Standing | undefined> {
  const row = await db
    .selectFrom('home_tab')
    .select(({ fn }) => [fn.min('drawn_at').as('oldest'), fn.min('opened_at').as('opened'), fn.min('due_at').as('next')])
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  if (!row?.oldest) return undefined;
  return { oldest: row.oldest, openedAt: row.opened ?? row.oldest, ...(row.next && { nextDue: instantOf(row.next) }) };
}
