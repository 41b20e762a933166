// Opens each fortnight: one question to each leader of a running round, once, in their own hours. What is due is computed from the calendar;
// what has been settled, sent or not, stands on record (see send-openers.ts). The clock only knocks here.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, earliest } from '../../platform/clock.ts';
import { fortnightsInRound } from '../../platform/content/elements.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import * as programmes from '../founding/programmes.ts';
import * as rounds from '../pairing/rounds.ts';
import { fortnightDays, fortnightOn, type RoundCalendar, roundCalendar } from './calendar.ts';
import * as owed from './owed.ts';
import { decide, OPENERS, type RunningRound, sendOpeners } from './send-openers.ts';

/** So many leaders are written to in one transaction: short enough to let others in between. */
const AT_ONCE = 50;
/** Where each day begins first. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';

export const openers: Stream = { name: OPENERS, run };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: (Temporal.Instant | undefined)[] = [];
  for (const programme of await programmes.all(tools.db, tools.workspace)) {
    const round = await rounds.current(tools.db, programme.id);
    if (!round) continue;
    const calendar = roundCalendar(round.begins_on, await pauseWeeks.of(tools.db, programme.id));
    nexts.push(await openRound(tools, { programme, round, calendar }, now));
  }
  return earliest(...nexts);
}

/** From the latest fortnight back to the first one in which nothing is left to settle: that is where an earlier look ended. */
async function openRound(tools: Tools, running: RunningRound, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const latest = latestBegun(running.calendar, now);
  let next = latest < fortnightsInRound ? dayBegins(fortnightDays(running.calendar, latest + 1).first) : undefined;
  if (latest === 0) return next;
  const places = await owed.ofRound(tools.db, running.round.id);
  for (let n = latest; n >= 1; n--) {
    const open = await decide(tools.db, running, { n, places }, now);
    if (open.length === 0) break;
    const due = open.filter(({ plan }) => plan.then !== 'wait').map(({ place }) => place.leader);
    for (let from = 0; from < due.length; from += AT_ONCE)
      await sendOpeners(tools, running, { n, to: due.slice(from, from + AT_ONCE) }, now);
    next = earliest(next, ...open.map(({ plan }) => (plan.then === 'wait' ? plan.until : undefined)));
  }
  return next;
}

/** The latest fortnight that has begun anywhere on earth; 0 before the first. */
function latestBegun(calendar: RoundCalendar, now: Temporal.Instant): number {
  const n = fortnightOn(calendar, dayOf(now, EARLIEST_ZONE));
  if (n === 'before') return 0;
  return n === 'after' ? fortnightsInRound : n;
}

function dayBegins(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(EARLIEST_ZONE).toInstant();
}
