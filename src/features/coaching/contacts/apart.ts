// Keeps apart what has come to wait together, after an outage for instance: of the letters that nobody asked for and that are about to go, the most
// important keeps its moment where its readers have room for it; the others go on another day. What an organiser sends at once is left as it is.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { ready } from '../../../platform/db/ready.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import { outranks, type Rank, rankOf } from '../../joining/ranks.ts';
import { firstFree } from '../../pairing/fresh-days.ts';

/** What goes later than that is looked at again before it goes. */
const AHEAD = { hours: 24 };

export const apart: Stream = { name: 'apart', run, always: true };

interface Due {
  outbox: string;
  rank: Rank;
  /** When it is going to go, and from when it is too late. */
  moment: Temporal.Instant;
  expiresAt: string | null;
  readers: readonly { user: string; zone: string }[];
}

async function run(tools: Tools, now: Temporal.Instant): Promise<undefined> {
  const due = await dueSoon(tools.db, tools.workspace, now);
  if (due.length === 0) return;
  const users = [...new Set(due.flatMap(({ readers }) => readers.map(({ user }) => user)))];
  const reached = await contacts.reached(tools.db, tools.workspace, users, now);
  const taken = new Map(users.map((user) => [user, (reached.get(user)?.at ?? []).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))]));
  const moved: { due: Due; to: Temporal.Instant }[] = [];
  for (const each of due.sort(soonestFirst)) {
    const to = each.readers
      .map(({ user, zone }) => firstFree(taken.get(user) ?? [], zone, each.moment))
      .reduce((latest, one) => (isBefore(latest, one) ? one : latest), each.moment);
    if (isBefore(each.moment, to)) moved.push({ due: each, to });
    else for (const { user } of each.readers) taken.get(user)?.push(each.moment);
  }
  if (moved.length > 0) await transact(tools.db, (tx) => moveAll(tx, moved));
}

/** Letters that wait for their readers' hours, by letter. */
async function dueSoon(db: Db, workspace: string, now: Temporal.Instant): Promise<Due[]> {
  const rows = await waitingUntil(db, { workspace, until: stamp(now.add(AHEAD)) });
  const letters = new Map<string, Due & { readers: { user: string; zone: string }[] }>();
  for (const row of rows) {
    const meant = instantOf(row.not_before);
    const fresh = { outbox: row.id, rank: rankOf(row.rank), moment: isBefore(meant, now) ? now : meant, expiresAt: row.expires_at };
    const letter = letters.get(row.id) ?? { ...fresh, readers: [] };
    letter.readers.push({ user: row.slack_user, zone: row.time_zone });
    letters.set(row.id, letter);
  }
  return [...letters.values()];
}

const waitingUntil = ready((db, { workspace, until }: { workspace: string; until: string }) =>
  db
    .selectFrom('outbox')
    .innerJoin('contact', 'contact.outbox', 'outbox.id')
    .innerJoin('leader', 'leader.id', 'contact.leader')
    .select(['outbox.id', 'outbox.not_before', 'outbox.expires_at', 'contact.rank', 'contact.slack_user', 'leader.time_zone'])
    .where('outbox.workspace', '=', workspace)
    .where('outbox.state', '=', 'pending')
    .where('outbox.windows', 'is not', null)
    .where('outbox.not_before', '<=', until),
);

/** By day, and the important first on each. */
function soonestFirst(one: Due, other: Due): number {
  const [day, otherDay] = [one, other].map(({ moment }) => dayOf(moment, 'UTC').toString()) as [string, string];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  if (one.rank !== other.rank) return outranks(one.rank, other.rank) ? -1 : 1;
  return isBefore(one.moment, other.moment) ? -1 : 1;
}

/** What would come too late is given up when it is too late, not later. */
async function moveAll(tx: Tx, moved: readonly { due: Due; to: Temporal.Instant }[]): Promise<void> {
  for (const { due, to } of moved) {
    const not_before = due.expiresAt !== null && due.expiresAt < stamp(to) ? due.expiresAt : stamp(to);
    await tx.updateTable('outbox').set({ not_before }).where('id', '=', due.outbox).where('state', '=', 'pending').execute();
  }
}
