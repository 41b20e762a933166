// Whose turn it is to be written to at the beginning of a fortnight, once each, on the usual day of its first week: with a question to carry, or, after
// two fortnights without a word, with the question whether to carry on. Computed from the calendar; what has been settled stands on record.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, isBefore } from '../../platform/clock.ts';
import { fortnightsInRound } from '../../platform/content/elements.ts';
import type { Db, Tools } from '../../platform/tools.ts';
import { fortnightOn, type RoundCalendar } from './calendar.ts';
import { onRecord, periodOf } from './contacts/on-record.ts';
import type { Running, Seat, Table } from './contacts/source.ts';
import { openerSlot, type Slot } from './hours.ts';
import { quietOnes } from './signs-of-life.ts';

/** What openers are on record under. */
export const OPENER = 'opener';
/** Where each day begins first. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';
/** The closing fortnight has a beginning of its own. */
const LAST = fortnightsInRound - 1;

export interface Turn {
  seat: Seat;
  n: number;
  slot: Slot;
  /** What it is on record under. */
  subject: string;
  period: string;
  /** Whether they are asked how to go on, in place of the question. */
  quiet: boolean;
}

interface Times {
  until: Temporal.Instant;
  now: Temporal.Instant;
}

const known = new WeakMap<Running, Promise<readonly Turn[]>>();

/** Every turn that is not on record yet and due by `until`; asked twice of the same round in the same look, it answers the same. */
export function turnsOf({ db }: Pick<Tools, 'db'>, running: Running, times: Times): Promise<readonly Turn[]> {
  const found = known.get(running) ?? find(db, running, times);
  known.set(running, found);
  return found;
}

/** From the latest fortnight back to the first one in which nothing is left to settle: that is where an earlier look ended. */
async function find(db: Db, running: Running, { until, now }: Times): Promise<readonly Turn[]> {
  const { round, tables } = running;
  const found: Turn[] = [];
  const slotOf = slots();
  for (let n = latestBegun(tables, until); n >= 1; n--) {
    const period = periodOf(round, n);
    const settled = await onRecord(db, running, { kind: OPENER, n });
    const open = tables.flatMap(({ calendar, seats }) =>
      seats
        .map((seat) => ({ seat, n, period, subject: `${seat.pair}:${seat.leader}` }))
        .filter(({ subject }) => !settled.has(subject))
        .map((turn) => ({ ...turn, slot: slotOf(calendar, n, turn.seat) })),
    );
    if (open.length === 0) break;
    const due = open.filter(({ slot }) => isBefore(slot.due, until) || !isBefore(slot.due, slot.closes));
    const present = due.filter(({ seat, slot }) => !isBefore(now, slot.due) && isBefore(now, slot.closes) && !seat.away && !seat.gone);
    const silent = await quietOnes(
      db,
      running,
      present.map(({ seat }) => seat),
      n,
    );
    found.push(...due.map((turn) => ({ ...turn, quiet: silent.has(turn.seat) })));
  }
  return found;
}

/** The latest fortnight that has begun for any pair anywhere on earth; 0 before the first. */
function latestBegun(tables: readonly Table[], until: Temporal.Instant): number {
  const day = dayOf(until, EARLIEST_ZONE);
  const latest = [...new Set(tables.map(({ calendar }) => calendar))].map((calendar) => fortnightOn(calendar, day));
  return Math.min(LAST, Math.max(0, ...latest.map((n) => (n === 'before' ? 0 : n === 'after' ? LAST : n))));
}

/** Leaders with the same hours are due at the same time: it is worked out once for all of them. */
function slots(): (calendar: RoundCalendar, n: number, seat: Seat) => Slot {
  const worked = new Map<RoundCalendar, Map<string, Slot>>();
  return (calendar, n, { hours, usual }) => {
    const ofCalendar = worked.get(calendar) ?? new Map<string, Slot>();
    worked.set(calendar, ofCalendar);
    const like = `${n} ${hours.zone} ${hours.days} ${hours.from} ${hours.to} ${usual.weekday} ${usual.time}`;
    const slot = ofCalendar.get(like) ?? openerSlot(calendar, n, hours, usual);
    ofCalendar.set(like, slot);
    return slot;
  };
}
