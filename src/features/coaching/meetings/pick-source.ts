// "Pick a time": on the first Thursday of a fortnight, to a pair that has fixed nothing. Not to one that has a time, or has said that it does not
// meet this time. From the second Wednesday on the check-in asks instead.
import type { Temporal } from 'temporal-polyfill';
import { at, dayOf, earliest, isBefore } from '../../../platform/clock.ts';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import type { Db } from '../../../platform/tools.ts';
import * as pairs from '../../pairing/pairs.ts';
import { fortnightDays, fortnightOn, type RoundCalendar } from '../calendar.ts';
import { onRecord, periodOf } from '../contacts/on-record.ts';
import type { Running, Source, Table, Wish } from '../contacts/source.ts';
import { fixedIn } from './fixed.ts';
import { PICK } from './letters.ts';
import type { Meeting } from './meetings.ts';
import * as meetings from './meetings.ts';
import { ARRANGED, NOT_THIS } from './pick-view.ts';

const PICK_A_TIME = 'pick-a-time';
const THURSDAY = 4;
const WEDNESDAY = 3;
/** Where each day begins first. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';

export const pickSource: Source = {
  kind: PICK_A_TIME,
  wishes: async ({ db }, running, until, now) => {
    const found: Wish[] = [];
    const times = timesOf();
    for (let n = latestBegun(running.tables, until); n >= 1; n--) {
      const open = await unsettled(db, running, n);
      if (open.length === 0) break;
      const fixed = await fixedIn(db, running, n);
      const wishes = open.map((table) => wishFor(running, { table, n, meeting: fixed.get(table.pair), times }));
      // Before its day a time that was fixed may still be given up: only on the day it is settled that nothing is asked.
      found.push(...wishes.filter(({ due, off }) => (off ? !isBefore(now, due) : isBefore(due, until))));
    }
    return found;
  },
  write: async (tools, tx, { wish }) => {
    const pair = await pairs.byId(tx, wish.subject);
    if (!pair || pair.openedAt === null) return { off: 'not-open' };
    const meeting = await meetings.ofFortnight(tx, wish.subject, wish.fortnight);
    const about = { value: `${wish.subject}:${wish.fortnight}`, trio: wish.to.length > 2 };
    return isOpen(meeting) ? bookMessage(tools.content, about) : { off: meeting?.state ?? 'booked' };
  },
};

/** Asks a pair to fix a time. */
export function bookMessage(content: Content, { value, trio }: { value: string; trio: boolean }): Body {
  const text = content.say(trio ? 'coaching.meeting.book.trio' : 'm.book');
  const [pick = '', have = '', not = ''] = content.buttons('m.book');
  const foot = content.say('m.footer');
  const buttons = [
    button({ label: pick, action: PICK, value, style: 'primary' }),
    button({ label: have, action: ARRANGED, value }),
    button({ label: not, action: NOT_THIS, value }),
  ];
  return { text: `${text}\n\n${foot}`, blocks: [section(text), actions(buttons), context(foot)] };
}

async function unsettled(db: Db, running: Running, n: number): Promise<Table[]> {
  const settled = await onRecord(db, running, { kind: PICK_A_TIME, n });
  return running.tables.filter(({ pair }) => !settled.has(pair));
}

interface Asked {
  table: Table;
  n: number;
  meeting: Meeting | undefined;
  times: ReturnType<typeof timesOf>;
}

function wishFor({ round }: Running, { table, n, meeting, times }: Asked): Wish {
  const seats = table.seats.filter(({ gone }) => !gone);
  const off = seats.length < 2 ? 'ended' : isOpen(meeting) ? undefined : meeting?.state;
  return {
    ...{ to: seats, rank: 'pick-a-time', subject: table.pair, period: periodOf(round, n), key: `pick-a-time:${table.pair}:${n}` },
    ...{ fortnight: n, ...times(table.calendar, n, seats) },
    ...(off && { off }),
  };
}

/** Nothing is fixed, and nobody has said that nothing shall be. */
function isOpen(meeting: Meeting | undefined): boolean {
  return meeting === undefined || meeting.state === 'cancelled';
}

/** When it is due, and when it is too late: worked out once for all pairs that share a clock and live alike. */
function timesOf(): (calendar: RoundCalendar, n: number, seats: Table['seats']) => { due: Temporal.Instant; closes: Temporal.Instant } {
  const known = new Map<RoundCalendar, Map<string, { due: Temporal.Instant; closes: Temporal.Instant }>>();
  return (calendar, n, seats) => {
    const ofCalendar = known.get(calendar) ?? new Map<string, { due: Temporal.Instant; closes: Temporal.Instant }>();
    known.set(calendar, ofCalendar);
    const like = `${n} ${seats.map(({ hours, usual }) => `${hours.zone} ${usual.time}`).join()}`;
    const times = ofCalendar.get(like) ?? workedOut(calendar, n, seats);
    ofCalendar.set(like, times);
    return times;
  };
}

function workedOut(calendar: RoundCalendar, n: number, seats: Table['seats']) {
  const { first, firstWeekEnds } = fortnightDays(calendar, n);
  const thursday = first.add({ days: (THURSDAY - first.dayOfWeek + 7) % 7 });
  const wednesday = firstWeekEnds.add({ days: (WEDNESDAY - firstWeekEnds.dayOfWeek + 7) % 7 });
  return {
    due: firstOf(
      thursday,
      seats.map(({ hours, usual }) => ({ time: usual.time, zone: hours.zone })),
    ),
    closes: firstOf(
      wednesday,
      seats.map(({ hours }) => ({ time: '00:00', zone: hours.zone })),
    ),
  };
}

/** The earliest of some times of one day in several zones. */
function firstOf(day: Temporal.PlainDate, times: readonly { time: string; zone: string }[]): Temporal.Instant {
  const alike = new Map(times.map((each) => [`${each.time} ${each.zone}`, each]));
  return earliest(...[...alike.values()].map(({ time, zone }) => at(day, time, zone))) ?? at(day, '09:30', 'UTC');
}

/** The latest fortnight that has begun for any pair anywhere on earth; 0 before the first. */
function latestBegun(tables: readonly Table[], until: Temporal.Instant): number {
  const day = dayOf(until, EARLIEST_ZONE);
  const latest = [...new Set(tables.map(({ calendar }) => calendar))].map((calendar) => fortnightOn(calendar, day));
  return Math.max(0, ...latest.map((n) => (n === 'before' ? 0 : n === 'after' ? fortnightsInRound : n)));
}
