// Which meetings of a pair were held, as far as anybody knows: one of them said so at a check-in; or a time was booked and has passed, and
// nobody has said that it came to nothing.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Meeting } from './meetings.ts';
import { isBooked } from './meetings.ts';

export interface HeldMeeting {
  fortnight: number;
  /** The leader who was to speak first, where that was said beforehand. */
  first?: string;
}

/** The meetings that `pair` has held, in the order of the fortnights. `meetings` are all that it has fixed. */
export async function ofPair(db: Db | Tx, pair: string, meetings: readonly Meeting[], now: Temporal.Instant): Promise<HeldMeeting[]> {
  const rows = await db.selectFrom('checkin').select(['fortnight', 'met']).where('pair', '=', pair).execute();
  return heldOf(rows, meetings, now);
}

/** The same for every pair of a round at once. */
export async function ofRound(
  db: Db | Tx,
  round: string,
  meetings: readonly Meeting[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, HeldMeeting[]>> {
  const rows = await db
    .selectFrom('checkin')
    .innerJoin('pair', 'pair.id', 'checkin.pair')
    .select(['checkin.pair', 'checkin.fortnight', 'checkin.met'])
    .where('pair.round', '=', round)
    .execute();
  const said = byPair(rows);
  const fixed = byPair(meetings);
  const pairs = new Set([...said.keys(), ...fixed.keys()]);
  return new Map([...pairs].map((pair) => [pair, heldOf(said.get(pair) ?? [], fixed.get(pair) ?? [], now)]));
}

/** What was held, from what was said and what was fixed. One "we met" is enough; "not yet" alone says that a booked time came to nothing. */
export function heldOf(
  said: readonly { fortnight: number; met: string }[],
  meetings: readonly Meeting[],
  now: Temporal.Instant,
): HeldMeeting[] {
  const fortnights = new Set([...said, ...meetings].map(({ fortnight }) => fortnight));
  const held = [...fortnights].filter((n) => {
    const answers = said.filter(({ fortnight }) => fortnight === n).map(({ met }) => met);
    if (answers.includes('met')) return true;
    const meeting = meetings.find(({ fortnight }) => fortnight === n);
    return !answers.includes('not-yet') && isBooked(meeting) && !isBefore(now, endOf(meeting));
  });
  return held
    .sort((a, b) => a - b)
    .map((fortnight) => {
      const first = meetings.find((meeting) => meeting.fortnight === fortnight)?.first;
      return { fortnight, ...(first && { first }) };
    });
}

function byPair<T extends { pair: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.pair, [...(found.get(row.pair) ?? []), row]);
  return found;
}

function endOf({ startsAt, minutes }: { startsAt: string; minutes: number }): Temporal.Instant {
  return instantOf(startsAt).add({ minutes });
}
