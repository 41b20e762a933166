// From when on one more message would be the first of its day for somebody: nobody hears of their match and of its conversation on the same day,
// unless they have just pressed something themselves.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore } from '../../platform/clock.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as contacts from '../joining/contacts.ts';
import type { Leader } from '../joining/leaders.ts';

/** What can wait is not sent as the third of a week. */
export const PER_WEEK = 2;

/** By leader's id, with at most `perWeek` in a calendar week; the present instant for whoever has not been reached today and waits for nothing about their match. */
export async function freshFrom(
  { workspace }: Pick<Tools, 'workspace'>,
  tx: Tx,
  readers: readonly Leader[],
  { now, perWeek = Infinity }: { now: Temporal.Instant; perWeek?: number },
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const users = readers.map(({ user }) => user);
  const reached = await contacts.reached(tx, workspace, users, now);
  const matches = [...reached.values()].flatMap(({ waiting }) =>
    waiting.filter(({ rank }) => rank === 'match').map(({ outbox }) => outbox),
  );
  const expected = await expectedAt(tx, matches);
  return new Map(
    readers.map((leader) => {
      const { at = [], waiting = [] } = reached.get(leader.user) ?? {};
      const instants = [
        ...at.map((ms) => Temporal.Instant.fromEpochMilliseconds(ms)),
        ...waiting.flatMap(({ outbox }) => expected.get(outbox) ?? []),
      ];
      return [leader.id, firstFree(instants, leader.timeZone, now, perWeek)];
    }),
  );
}

/** The day after the last of `instants`, or after a week that is full of them; `now` where neither is in the way. */
function firstFree(instants: readonly Temporal.Instant[], zone: string, now: Temporal.Instant, perWeek: number): Temporal.Instant {
  const days = instants.map((instant) => dayOf(instant, zone)).sort(Temporal.PlainDate.compare);
  const last = days.at(-1);
  const today = dayOf(now, zone);
  let free = last && Temporal.PlainDate.compare(last, today) >= 0 ? last.add({ days: 1 }) : today;
  while (days.filter((day) => mondayOf(day).equals(mondayOf(free))).length >= perWeek) free = mondayOf(free).add({ days: 7 });
  return free.equals(today) ? now : free.toZonedDateTime(zone).toInstant();
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** When letters that wait are meant to go. */
async function expectedAt(tx: Tx, letters: readonly string[]): Promise<ReadonlyMap<string, Temporal.Instant>> {
  if (letters.length === 0) return new Map();
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'not_before'])
    .where('id', 'in', [...letters])
    .execute();
  return new Map(rows.map(({ id, not_before }) => [id, instantOf(not_before)]));
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
