// A word to a pair that has not met for two fortnights in a row: once, to each of them alone. Diaries are the usual cause; nobody is asked for
// another one, and nothing is passed on.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../platform/clock.ts';
import { settledSubjects } from '../../../platform/schedule/occurrences.ts';
import { knownPeople } from '../../../platform/slack/people.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import type { Running, Source, Table, Wish } from '../contacts/source.ts';
import { whoHelps } from '../help/who-helps.ts';
import * as held from '../meetings/held.ts';
import * as meetings from '../meetings/meetings.ts';
import { isBooked } from '../meetings/meetings.ts';
import { askedIn, saidIn } from './asked.ts';
import { stallSlot } from './calendar.ts';
import { latestBegun, subjectOf } from './due-seats.ts';
import { look } from './scene.ts';
import { LAST_CHECKIN } from './send-checkin.ts';
import { stallMessage } from './stall-view.ts';

const STALLS = 'stall';

/** Two fortnights have to go by first. */
const FIRST = 3;

export const stallSource: Source = {
  kind: STALLS,
  wishes: async ({ db }, running, until, now) => {
    const wishes: Wish[] = [];
    for (const [n, tables] of byFortnight(running, until))
      for (const table of await stalled(db, running, { n, tables }, now)) wishes.push(...wishesFor(running, table, n));
    const told = await settledSubjects(db, { programme: running.programme.id, stream: STALLS, period: String(running.round.number) });
    return wishes.filter((wish) => !told.has(wish.subject) && !isBefore(until, wish.due));
  },
  write: async (tools, tx, { wish }, now) => {
    const [seat] = wish.to;
    const looked = await look(tools, tx, { user: seat?.user ?? '', pair: seat?.pair ?? '', fortnight: wish.fortnight }, now);
    if (!looked.ok) return { off: looked.because };
    const { pair, programme, leader } = looked.scene;
    const organiser = await helperOf(tools, tx, leader);
    const words = { pair: pair.id, programme: programme.id, fortnight: wish.fortnight };
    return stallMessage(tools.content, { ...words, ...(organiser && { organiser }) });
  },
};

/** The pairs by the fortnight they are in, as far as two have gone by and the closing one has not come. */
function byFortnight({ tables }: Running, until: Temporal.Instant): [number, Table[]][] {
  const begun = latestBegun(tables, until);
  const numbers = [...new Set(begun.values())].filter((n) => n >= FIRST && n <= LAST_CHECKIN);
  return numbers.map((n) => [n, tables.filter((table) => begun.get(table) === n)]);
}

/** Those that were asked about both fortnights before `n`, met in neither, and have nothing booked. */
async function stalled(
  db: Tools['db'],
  running: Running,
  { n, tables }: { n: number; tables: readonly Table[] },
  now: Temporal.Instant,
): Promise<Table[]> {
  const two = [n - 2, n - 1];
  const said = await Promise.all([...two, n].map((each) => saidIn(db, running, each)));
  const met = new Set(said.flatMap((some) => [...some.values()].filter((each) => each.met === 'met').map(({ pair }) => pair)));
  const asked = await Promise.all(two.map((each) => askedIn(db, running, each)));
  const candidates = tables.filter(
    ({ pair, seats }) => !met.has(pair) && asked.every((some) => seats.some((seat) => some.has(subjectOf(seat)))),
  );
  const found: Table[] = [];
  for (const table of candidates) if (await hasNothing(db, table.pair, n, now)) found.push(table);
  return found;
}

/** No meeting that may have been held lately, and none to come. */
async function hasNothing(db: Tools['db'], pair: string, n: number, now: Temporal.Instant): Promise<boolean> {
  const fixed = await meetings.ofPair(db, pair);
  const past = await held.ofPair(db, pair, fixed, now);
  return !past.some(({ fortnight }) => fortnight >= n - 2) && !fixed.some((meeting) => meeting.fortnight >= n && isBooked(meeting));
}

function wishesFor({ round }: Running, { pair, seats, calendar }: Table, n: number): Wish[] {
  return seats
    .filter(({ gone }) => gone === undefined)
    .map((seat) => ({
      ...{ to: [seat], rank: 'pick-a-time' as const, subject: subjectOf(seat), period: String(round.number), fortnight: n },
      key: `stall:${pair}:${seat.leader}`,
      ...stallSlot(calendar, n, seat),
    }));
}

/** Whom they may ask for help, by name. */
async function helperOf(tools: Tools, tx: Tx, leader: Leader): Promise<string | undefined> {
  const [first] = (await whoHelps(tools, tx, leader)).helpers;
  const [person] = first ? await knownPeople(tx, tools.workspace, [first]) : [];
  return person?.name;
}
