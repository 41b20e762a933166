// From when on one more message would be the first of its day for somebody: nobody hears of their match and of its conversation on the same day,
// unless they have just pressed something themselves.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore } from '../../platform/clock.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as contacts from '../joining/contacts.ts';
import type { Leader } from '../joining/leaders.ts';

/** By leader's id; the present instant for whoever has not been reached today and waits for nothing about their match. */
export async function freshFrom(
  { workspace }: Pick<Tools, 'workspace'>,
  tx: Tx,
  readers: readonly Leader[],
  now: Temporal.Instant,
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
      const days = instants.map((instant) => dayOf(instant, leader.timeZone).toString());
      const last = days.sort().at(-1);
      const isFree = last === undefined || last < dayOf(now, leader.timeZone).toString();
      return [leader.id, isFree ? now : Temporal.PlainDate.from(last).add({ days: 1 }).toZonedDateTime(leader.timeZone).toInstant()];
    }),
  );
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
