// "Welcome back": where a leader and their partner pick up, on the day on which a pause ends by itself. Whoever comes back sooner hears it as the
// answer to that.
import { Temporal } from 'temporal-polyfill';
import { at } from '../../platform/clock.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { settledPeriods } from '../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as pairRests from '../joining/pair-rests.ts';
import { backMessage } from './back-view.ts';
import { fortnightOn } from './calendar.ts';
import type { Running, Seat, Source, Wish, Writing } from './contacts/source.ts';

const BACK = 'back';
/** Later than this nobody is just back. */
const GOOD_FOR = { days: 7 };

export const backs: Source = { kind: BACK, wishes, write };

async function wishes({ db }: Pick<Tools, 'db'>, running: Running, until: Temporal.Instant, now: Temporal.Instant): Promise<Wish[]> {
  const rests = await pairRests.ofRound(db, running.round.id);
  const found = running.tables.flatMap(({ seats }) =>
    seats.flatMap((seat) =>
      (rests.get(seat.pair) ?? [])
        .filter(({ leader, because }) => leader === seat.leader && because === 'paused')
        .map(({ to }) => wishFor(seat, to.add({ days: 1 }))),
    ),
  );
  const near = found.filter(({ due, closes }) => isBetween(due, until) && Temporal.Instant.compare(now, closes.add({ hours: 24 * 7 })) < 0);
  if (near.length === 0) return [];
  const subjects = near.map(({ subject }) => subject);
  const settled = await settledPeriods(db, { programme: running.programme.id, stream: BACK, subjects });
  return near.filter(({ subject, period }) => !settled.has(`${subject} ${period}`));
}

function isBetween(due: Temporal.Instant, until: Temporal.Instant): boolean {
  return Temporal.Instant.compare(due, until) < 0;
}

function wishFor(seat: Seat, day: Temporal.PlainDate): Wish {
  const { zone } = seat.hours;
  return {
    to: [seat],
    rank: 'other',
    subject: `${seat.pair}:${seat.leader}`,
    period: day.toString(),
    key: `back:${seat.pair}:${seat.leader}:${day}`,
    fortnight: 0,
    due: at(day, seat.usual.time, zone),
    closes: at(day.add(GOOD_FOR), '00:00', zone),
  };
}

async function write({ content }: Tools, _tx: Tx, { running, wish }: Writing, now: Temporal.Instant): Promise<Body | { off: string }> {
  const [seat] = wish.to;
  const table = running.tables.find(({ pair }) => pair === seat?.pair);
  if (!seat || !table) return { off: 'ended' };
  const n = fortnightOn(table.calendar, now.toZonedDateTimeISO(seat.hours.zone).toPlainDate());
  if (typeof n !== 'number') return { off: 'no-fortnight' };
  const partners = table.seats.filter(({ leader, gone }) => leader !== seat.leader && !gone).map(({ name }) => name);
  return backMessage(content, { partners, fortnight: n, pair: seat.pair, scheduled: true });
}
