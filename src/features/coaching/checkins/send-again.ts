// "Did you meet?" once more in the same fortnight: to whoever said "not yet" and has booked a meeting since. What they answered stands until they
// answer again.
import { instantOf, isBefore } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import { onRecord } from '../contacts/on-record.ts';
import type { Running, Source, Wish } from '../contacts/source.ts';
import { fixedIn } from '../meetings/fixed.ts';
import { type Booked, isBooked } from '../meetings/meetings.ts';
import { askedIn, saidIn } from './asked.ts';
import { checkinSlot } from './calendar.ts';
import { type DueSeat, placesIn } from './due-seats.ts';
import { look } from './scene.ts';
import { fortnightsOf } from './send-nudge.ts';
import { againKey, wordsOf } from './show.ts';
import { stepMessage } from './step-view.ts';

const AGAIN = 'check-in-again';

export const againSource: Source = {
  kind: AGAIN,
  wishes: async ({ db }, running, until) => {
    const wishes = await Promise.all(fortnightsOf(running, until).map((n) => ofFortnight(db, running, n)));
    return wishes.flat().filter((wish) => !isBefore(until, wish.due));
  },
  write: async (tools, tx, { wish }, now) => {
    const [seat] = wish.to;
    const looked = await look(tools, tx, { user: seat?.user ?? '', pair: seat?.pair ?? '', fortnight: wish.fortnight }, now);
    if (!looked.ok) return { off: looked.because };
    const { is } = looked.scene.step;
    if (is !== 'not-yet' && is !== 'left') return { off: 'answered' };
    return stepMessage(tools.content, await wordsOf(tools, tx, looked.scene, { is: 'ask' }));
  },
};

async function ofFortnight(db: Db | Tx, running: Running, n: number): Promise<Wish[]> {
  const said = await saidIn(db, running, n);
  const notYet = placesIn(running, n).filter(({ subject }) => said.get(subject)?.met === 'not-yet');
  if (notYet.length === 0) return [];
  const asked = await askedIn(db, running, n);
  const again = await onRecord(db, running, { kind: AGAIN, n });
  const fixed = await fixedIn(db, running, n);
  return notYet.flatMap((due) => {
    const meeting = fixed.get(due.table.pair);
    const askedAt = asked.get(due.subject);
    const booked = isBooked(meeting) && askedAt !== undefined && meeting.startsAt > askedAt;
    return booked && !again.has(due.subject) ? [wishFor(due, meeting)] : [];
  });
}

function wishFor({ table, seat, fortnight, subject, period }: DueSeat, meeting: Booked): Wish {
  return {
    ...{ to: [seat], rank: 'check-in', subject, period, fortnight },
    key: againKey(table.pair, fortnight, seat.leader),
    ...checkinSlot(table.calendar, fortnight, seat, instantOf(meeting.startsAt)),
  };
}
