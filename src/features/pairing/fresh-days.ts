// From when on one more message about a match has room with its reader: the first unasked one of its day and at most the second of its week. Nobody
// hears of their match and of its conversation on the same day, unless they have just pressed something themselves.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore } from '../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import * as contacts from '../joining/contacts.ts';
import type { Leader } from '../joining/leaders.ts';

const A_WEEK = 2;
/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 500;

/** By leader's id; the present instant for whoever has not been reached today, has room in this week, and for whom nothing is on its way. */
export async function freshFrom(
  { workspace }: Pick<Tools, 'workspace'>,
  tx: Db | Tx,
  readers: readonly Leader[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const users = readers.map(({ user }) => user);
  const reached = await contacts.reached(tx, workspace, users, now);
  const expected = await expectedAt(
    tx,
    [...reached.values()].flatMap(({ waiting }) => waiting.map(({ outbox }) => outbox)),
    now,
  );
  return new Map(
    readers.map((leader) => {
      const { at = [], waiting = [] } = reached.get(leader.user) ?? {};
      const instants = [
        ...at.map((ms) => Temporal.Instant.fromEpochMilliseconds(ms)),
        ...waiting.flatMap(({ outbox }) => expected.get(outbox) ?? []),
      ];
      return [leader.id, firstFree(instants, leader.timeZone, now)];
    }),
  );
}

/** The day after the last of `instants`, or after a week that is full of them; `now` where neither is in the way. */
export function firstFree(instants: readonly Temporal.Instant[], zone: string, now: Temporal.Instant): Temporal.Instant {
  const days = instants.map((instant) => dayOf(instant, zone)).sort(Temporal.PlainDate.compare);
  const last = days.at(-1);
  const today = dayOf(now, zone);
  let free = last && Temporal.PlainDate.compare(last, today) >= 0 ? last.add({ days: 1 }) : today;
  while (days.filter((day) => mondayOf(day).equals(mondayOf(free))).length >= A_WEEK) free = mondayOf(free).add({ days: 7 });
  return free.equals(today) ? now : free.toZonedDateTime(zone).toInstant();
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** When letters that wait will go: when they are meant to, or, where that has passed, now. */
async function expectedAt(tx: Db | Tx, letters: readonly string[], now: Temporal.Instant): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const found = new Map<string, Temporal.Instant>();
  for (let from = 0; from < letters.length; from += AT_ONCE) {
    const some = letters.slice(from, from + AT_ONCE);
    const rows = await tx.selectFrom('outbox').select(['id', 'not_before']).where('id', 'in', some).execute();
    for (const { id, not_before } of rows) {
      const meant = instantOf(not_before);
      found.set(id, isBefore(meant, now) ? now : meant);
    }
  }
  return found;
}

/** The latest of what `freshFrom` says of these leaders. */
export function freshForAll(
  from: ReadonlyMap<string, Temporal.Instant>,
  leaders: readonly string[],
  now: Temporal.Instant,
): Temporal.Instant {
  return leaders.reduce((latest, id) => {
    const own = from.get(id) ?? now;
    return isBefore(latest, own) ? own : latest;
  }, now);
}
