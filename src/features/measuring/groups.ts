// The pairs and trios of a round as a count needs them: which fortnights were theirs and are over, and whether they met in them. A few questions to the
// database for a whole round, whatever its size.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, instantOf, isBefore } from '../../platform/clock.ts';
import { fortnightsInRound } from '../../platform/content/elements.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Tx } from '../../platform/tools.ts';
import * as agreements from '../coaching/agreement/agreements.ts';
import { fortnightDays } from '../coaching/calendar.ts';
import { ofRound as seated } from '../coaching/contacts/gather.ts';
import type { Table } from '../coaching/contacts/source.ts';
import * as held from '../coaching/meetings/held.ts';
import type { Meeting } from '../coaching/meetings/meetings.ts';
import * as meetings from '../coaching/meetings/meetings.ts';
import { rhythmOf } from '../coaching/meetings/plan.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import * as lives from './lives.ts';
import type { FortnightMet, Group } from './meeting-rate.ts';

interface Looking {
  programme: Programme;
  round: RoundTable;
  /** When the report half way was published, if it was. */
  halfAt: Temporal.Instant | undefined;
}

export async function groupsOf(tx: Tx, { programme, round, halfAt }: Looking, now: Temporal.Instant): Promise<Group[]> {
  const { tables } = await seated(tx, { programme, round }, now);
  const [alive, fixed, rhythms] = [
    await lives.ofRound(tx, round.id),
    await meetings.ofRound(tx, round.id),
    await agreements.rhythmsOf(tx, round.id),
  ];
  const met = await held.ofRound(tx, round.id, fixed, now);
  const wished = new Map((await leaders.ofProgramme(tx, programme.id)).map(({ id, rhythm }) => [id, rhythm]));
  const dayIn = (instant: Temporal.Instant) => dayOf(instant, programme.timeZone);
  const days = { today: dayIn(now), ...(halfAt && { half: dayIn(halfAt) }) };
  return tables.map((table) => {
    const { pair, seats } = table;
    const life = alive.get(pair);
    const span = {
      from: life?.openedAt ? dayIn(instantOf(life.openedAt)) : undefined,
      to: life?.endedAt ? dayIn(instantOf(life.endedAt)) : undefined,
    };
    const heldIn = new Set(met.get(pair)?.map(({ fortnight }) => fortnight));
    const fortnights = fortnightsOf(table, span, days).map((each) => ({ ...each, met: heldIn.has(each.n) }));
    const own = fixed.filter((each) => each.pair === pair);
    const first = fortnights.some(({ n }) => n === 1) ? metSoon(table, { heldIn, fixed: own, zone: programme.timeZone }) : undefined;
    const rhythm = rhythmOf(
      rhythms.get(pair),
      seats.map(({ leader }) => wished.get(leader) ?? 'steady'),
    );
    return { pair, size: seats.length, rhythm, fortnights, ...(first !== undefined && { first }) };
  });
}

/** The days of a pair's life; without a first one it never began. */
interface Span {
  from: Temporal.PlainDate | undefined;
  to: Temporal.PlainDate | undefined;
}

/** A fortnight is a pair's that stood together by the middle of it, once it is over on their own clock. */
function fortnightsOf(
  { calendar }: Table,
  { from, to }: Span,
  { today, half }: { today: Temporal.PlainDate; half?: Temporal.PlainDate },
): Omit<FortnightMet, 'met'>[] {
  if (!from) return [];
  return Array.from({ length: fortnightsInRound }, (_, at) => at + 1).flatMap((n) => {
    const { firstWeekEnds, next } = fortnightDays(calendar, n);
    const theirs = isEarlier(from, firstWeekEnds) && !(to && isEarlier(to, firstWeekEnds));
    const over = !isEarlier(today, next);
    return theirs && over ? [{ n, before: half !== undefined && !isEarlier(half, next) }] : [];
  });
}

/** Fifteen days are the first fortnight and the day after it, on the pair's own clock. Where no time is known, the fortnight tells. */
function metSoon(
  { calendar }: Table,
  { heldIn, fixed, zone }: { heldIn: ReadonlySet<number>; fixed: readonly Meeting[]; zone: string },
): boolean {
  const limit = at(fortnightDays(calendar, 2).first.add({ days: 1 }), '00:00', zone);
  return [1, 2].some((n) => {
    const startsAt = fixed.find(({ fortnight }) => fortnight === n)?.startsAt;
    return heldIn.has(n) && (startsAt ? isBefore(instantOf(startsAt), limit) : n === 1);
  });
}

function isEarlier(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
