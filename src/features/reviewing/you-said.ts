// "You said, we did": in fortnight 8 each leader is told what the group said half way, with the one thing that changes because of it. Without
// it, where no organiser has written anything within a week: leaders do not wait for that.
import { at, instantOf, isBefore } from '../../platform/clock.ts';
import { settledSubjects } from '../../platform/schedule/occurrences.ts';
import { fortnightDays } from '../coaching/calendar.ts';
import type { Seat, Source, Table, Wish } from '../coaching/contacts/source.ts';
import type { Result } from './results.ts';
import * as results from './results.ts';
import { youSaidMessage } from './views.ts';

const YOU_SAID = 'you-said';
const FORTNIGHT = 8;
const WEEK = { hours: 24 * 7 };

export const youSaid: Source = {
  kind: YOU_SAID,
  wishes: async ({ db }, { programme, round, tables }, until) => {
    const result = await results.find(db, round.id, 'half');
    if (!result || result.statements.length === 0) return [];
    const period = String(round.number);
    const settled = await settledSubjects(db, { programme: programme.id, stream: YOU_SAID, period });
    return tables
      .flatMap((table) => table.seats.filter(({ leader }) => !settled.has(leader)).map((seat) => wish(table, seat, result)))
      .filter(({ due }) => !isBefore(until, due))
      .map((each) => ({ ...each, key: `you-said:${round.id}:${each.subject}`, period }));
  },
  write: async ({ content }, tx, { running }, now) => {
    const result = await results.find(tx, running.round.id, 'half');
    if (!result || result.statements.length === 0) return { off: 'nothing-to-say' };
    await results.noteShared(tx, result.id, now);
    const { id, replied, asked, change } = result;
    return youSaidMessage(content, { result: id, replied, asked, changed: change !== undefined });
  },
};

function wish({ calendar }: Table, seat: Seat, { closedAt, change }: Result): Omit<Wish, 'key' | 'period'> {
  const days = fortnightDays(calendar, FORTNIGHT);
  const begins = at(days.first, '00:00', seat.hours.zone);
  const waited = instantOf(closedAt).add(WEEK);
  const due = change || isBefore(waited, begins) ? begins : waited;
  const closes = at(days.next, '00:00', seat.hours.zone);
  // In an ordinary fortnight the question, the card and the check-in leave no room but the reminder's.
  return { to: [seat], rank: 'closing', subject: seat.leader, fortnight: FORTNIGHT, due, closes, ...(seat.gone && { off: seat.gone }) };
}
