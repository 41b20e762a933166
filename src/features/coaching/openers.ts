// The opener of each fortnight: one question to each leader of a running round, once, on the usual day of the fortnight's first week. The closing
// fortnight has its own beginning (see reviewing). When it goes out among all else is decided for all kinds together (see contacts/).
import type { Temporal } from 'temporal-polyfill';
import { dayOf, isBefore, stamp } from '../../platform/clock.ts';
import { fortnightsInRound } from '../../platform/content/elements.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { settledSubjects } from '../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { fortnightOn, type RoundCalendar } from './calendar.ts';
import type { Running, Seat, Source, Table, Wish, Writing } from './contacts/source.ts';
import { themeOf } from './fortnights.ts';
import { openerSlot, type Slot } from './hours.ts';
import * as prompts from './prompts.ts';
import { openerMessage } from './views.ts';

/** What openers are on record under. */
const OPENER = 'opener';
/** Where each day begins first. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';

export const openers: Source = { kind: OPENER, wishes, write };

/** From the latest fortnight back to the first one in which nothing is left to settle: that is where an earlier look ended. */
async function wishes(tools: Pick<Tools, 'db'>, running: Running, until: Temporal.Instant): Promise<Wish[]> {
  const found: Wish[] = [];
  const slotOf = slots();
  for (let n = latestBegun(running.tables, until); n >= 1; n--) {
    const occurrence = { programme: running.programme.id, stream: OPENER, period: periodOf(running, n) };
    const settled = await settledSubjects(tools.db, occurrence);
    const open = running.tables.flatMap(({ calendar, seats }) =>
      seats.filter((seat) => !settled.has(subjectOf(seat))).map((seat) => ({ seat, slot: slotOf(calendar, n, seat) })),
    );
    if (open.length === 0) break;
    const due = open.filter(({ slot }) => isBefore(slot.due, until));
    found.push(...due.map(({ seat, slot }) => wishFor(running, { seat, n, slot })));
  }
  return found;
}

function wishFor(running: Running, { seat, n, slot }: { seat: Seat; n: number; slot: Slot }): Wish {
  return {
    to: [seat],
    rank: 'opener',
    subject: subjectOf(seat),
    period: periodOf(running, n),
    key: `opener:${seat.pair}:${n}:${seat.leader}`,
    fortnight: n,
    ...slot,
  };
}

async function write(tools: Tools, tx: Tx, { wish, outbox }: Writing, now: Temporal.Instant): Promise<Body | { off: string }> {
  const [seat] = wish.to;
  if (!seat) return { off: 'ended' };
  const theme = themeOf(tools.content, wish.fortnight);
  const id = tools.newId();
  await prompts.add(tx, {
    ...{ id, workspace: tools.workspace, pair: seat.pair, leader: seat.leader, fortnight: wish.fortnight, question: 1 },
    ...{ element: theme.element?.key ?? 'closing', outbox, due_at: stamp(now), created_at: stamp(now) },
  });
  return openerMessage(tools.content, theme, { prompt: id, question: 1 });
}

function subjectOf({ pair, leader }: Seat): string {
  return `${pair}:${leader}`;
}

/** A round's number and a fortnight's: the same fortnight of another round is another period. */
function periodOf({ round }: Running, n: number): string {
  return `${round.number}.${n}`;
}

/** The latest fortnight that has begun for any pair anywhere on earth; 0 before the first. */
function latestBegun(tables: readonly Table[], until: Temporal.Instant): number {
  const day = dayOf(until, EARLIEST_ZONE);
  const latest = [...new Set(tables.map(({ calendar }) => calendar))].map((calendar) => fortnightOn(calendar, day));
  return Math.max(0, ...latest.map((n) => (n === 'before' ? 0 : n === 'after' ? fortnightsInRound : n)));
}

/** Leaders with the same hours are due at the same time: it is worked out once for all of them. */
function slots(): (calendar: RoundCalendar, n: number, seat: Seat) => Slot {
  const known = new Map<RoundCalendar, Map<string, Slot>>();
  return (calendar, n, { hours, usual }) => {
    const ofCalendar = known.get(calendar) ?? new Map<string, Slot>();
    known.set(calendar, ofCalendar);
    const like = `${n} ${hours.zone} ${hours.days} ${hours.from} ${hours.to} ${usual.weekday} ${usual.time}`;
    const slot = ofCalendar.get(like) ?? openerSlot(calendar, n, hours, usual);
    ofCalendar.set(like, slot);
    return slot;
  };
}
