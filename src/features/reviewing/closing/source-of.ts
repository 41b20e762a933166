// How a kind of message of the end of a round becomes wishes: one for each leader of a running round, once a round, from a slot and a writer. A few
// questions to the database for a whole round, and none before its time.
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../platform/clock.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { claim, settledSubjects } from '../../../platform/schedule/occurrences.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { RoundCalendar } from '../../coaching/calendar.ts';
import { onceALook } from '../../coaching/contacts/once-a-look.ts';
import type { Running, Seat, Source, Table, Wish } from '../../coaching/contacts/source.ts';
import type { Slot } from '../../coaching/hours.ts';
import { endOf, type RoundEnd } from './round-end.ts';

export interface Kind extends Pick<Source, 'kind'>, Pick<Wish, 'rank' | 'fortnight'> {
  /** From which day on it may be wanted in a pair with this clock. */
  from: (calendar: RoundCalendar, end: RoundEnd) => Temporal.PlainDate;
}

/** When this kind is wanted for a leader. */
export type Timing = (table: Table, seat: Seat) => Slot;

export interface Writing {
  running: Running;
  seat: Seat;
  wish: Wish;
}

type Ask = (db: Db, running: Running, end: RoundEnd) => Promise<Timing>;
type Write = (tools: Tools, tx: Tx, writing: Writing, now: Temporal.Instant) => Promise<Body | { off: string }>;

/** As far as the calendar tells at one instant, in milliseconds: every kind of these messages asks. */
const endAt = onceALook((db, { programme, round }, ms: number) => endOf(db, programme, round, Temporal.Instant.fromEpochMilliseconds(ms)));

/** A kind of message. `ask` gathers once what the timing needs; `write` is called inside the transaction that settles the wish. */
export function sourceOf(kind: Kind, ask: Ask, write: Write): Source {
  return {
    kind: kind.kind,
    wishes: async ({ db }, running, until, now) => {
      const end = await endAt(db, running, now.epochMilliseconds);
      if (!isNear(running, (calendar) => kind.from(calendar, end), until)) return [];
      const settled = await settledSubjects(db, { programme: running.programme.id, stream: kind.kind, period: periodOf(running) });
      const open = running.tables.flatMap((table) =>
        table.seats.filter((seat) => !settled.has(subjectOf(seat))).map((seat) => ({ table, seat })),
      );
      if (open.length === 0) return [];
      const timing = await ask(db, running, end);
      return open
        .map(({ table, seat }) => ({ seat, slot: timing(table, seat) }))
        .filter(({ slot }) => isBefore(slot.due, until))
        .map(({ seat, slot }) => wishFor(kind, { running, seat }, slot));
    },
    write: async (tools, tx, { running, wish }, now) => {
      const seat = seatIn(running, wish);
      return seat ? write(tools, tx, { running, seat, wish }, now) : { off: 'ended' };
    },
  };
}

/** Puts another kind's message to the same leader on record as told with this one; false where it stood there already. */
export function toldWith(
  tools: Tools,
  tx: Tx,
  { running, seat, wish, kind }: Writing & { kind: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const occurrence = { programme: running.programme.id, stream: kind, subject: subjectOf(seat), period: periodOf(running) };
  return claim(tools, tx, { ...occurrence, dueAt: wish.due, outcome: 'done', reason: 'told with another' }, now);
}

function wishFor({ kind, rank, fortnight }: Kind, { running, seat }: { running: Running; seat: Seat }, slot: Slot): Wish {
  return {
    to: [seat],
    ...{ rank, fortnight, subject: subjectOf(seat), period: periodOf(running), key: `${kind}:${seat.pair}:${seat.leader}` },
    ...slot,
  };
}

/** As they are in this moment. */
function seatIn({ tables }: Running, { to }: Wish): Seat | undefined {
  const [first] = to;
  return tables.find(({ pair }) => pair === first?.pair)?.seats.find(({ leader }) => leader === first?.leader);
}

/** Whether this may be wanted for anybody before `until`: a kind is only looked at once its time is near. */
function isNear({ tables }: Running, from: (calendar: RoundCalendar) => Temporal.PlainDate, until: Temporal.Instant): boolean {
  const day = until.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 });
  const calendars = [...new Set(tables.map(({ calendar }) => calendar))];
  return calendars.some((calendar) => Temporal.PlainDate.compare(from(calendar), day) <= 0);
}

function subjectOf({ pair, leader }: Seat): string {
  return `${pair}:${leader}`;
}

function periodOf({ round }: Running): string {
  return String(round.number);
}
