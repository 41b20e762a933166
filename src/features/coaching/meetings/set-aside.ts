// No time for this fortnight: cancelled, left out, or arranged without the bot. The row stays, with the time that was, so that calendars can be told
// to take it out.
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Announced, announceAside } from './announce.ts';
import { firstFor } from './book.ts';
import type { Meeting } from './meetings.ts';
import * as meetings from './meetings.ts';
import { isAhead, meetingOf, type OurPair, ourPair, usualLength } from './our-pair.ts';

export interface AsideWish {
  user: string;
  pair: string;
  /** The fortnight it is about; the present one where it is missing. */
  fortnight?: number;
  to: 'cancelled' | 'none' | 'arranged';
  /** Where the whole pair reads the answer at once, nobody is told again. */
  quietly?: boolean;
}

export type Aside =
  | { ok: true; ours: OurPair; meeting: Meeting; announced: Announced }
  | { ok: false; because: 'not-yours' | 'over' | 'nothing' }
  /** There is a time: it has to be cancelled first. */
  | { ok: false; because: 'booked'; ours: OurPair; meeting: Meeting };

/** Puts the fortnight's meeting aside. Saying the same twice changes nothing. */
export async function setAside(tools: Tools, wish: AsideWish): Promise<Aside> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Aside> => {
    const ours = await ourPair(tools, wish, now, tx);
    if (!ours) return { ok: false, because: 'not-yours' };
    const fortnight = fortnightFor(ours, wish.fortnight);
    if (fortnight === undefined) return { ok: false, because: 'over' };
    const before = meetingOf(ours, fortnight);
    if (wish.to === 'cancelled' ? !isAhead(before, now) : before?.state === wish.to) {
      return before?.state === wish.to ? { ok: true, ours, meeting: before, announced: 'now' } : { ok: false, because: 'nothing' };
    }
    if (wish.to !== 'cancelled' && before && isAhead(before, now)) return { ok: false, because: 'booked', ours, meeting: before };
    const meeting: Meeting = {
      ...{ id: before?.id ?? tools.newId(), pair: ours.pair.id, fortnight, state: wish.to, startsAt: before?.startsAt ?? null },
      ...{ minutes: before?.minutes ?? usualLength(ours, fortnight), sequence: (before?.sequence ?? 0) + 1 },
      ...{ first: before?.first ?? firstFor(ours, fortnight), arrangedBy: ours.own.id, changedAt: stamp(now) },
      timerStartedAt: before?.timerStartedAt ?? null,
    };
    await meetings.save(tx, tools.workspace, meeting);
    const announced = wish.quietly ? 'now' : await announceAside(tools, tx, { ours, meeting, before }, now);
    return { ok: true, ours, meeting, announced };
  });
  if (done.ok) tools.knock();
  return done;
}

/** The fortnight that is meant, if it has not ended: of a button from an earlier one nothing is left to put aside. */
function fortnightFor({ match: { fortnight: present } }: OurPair, wanted: number | undefined): number | undefined {
  if (present === 'after') return undefined;
  const now = present === 'before' ? 1 : present;
  const meant = wanted ?? now;
  return meant >= now && meant <= now + 1 ? meant : undefined;
}
