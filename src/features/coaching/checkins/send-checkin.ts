// The check-in: "Did you meet?", to each leader alone, on the working day after their meeting, else on the second Wednesday. The closing fortnight
// has none of its own: what is asked there asks this too.
import { instantOf, isBefore } from '../../../platform/clock.ts';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import type { Db } from '../../../platform/tools.ts';
import type { RoundCalendar } from '../calendar.ts';
import type { Running, Source, Wish } from '../contacts/source.ts';
import type { Slot } from '../hours.ts';
import { fixedIn } from '../meetings/fixed.ts';
import { isBooked, type Meeting } from '../meetings/meetings.ts';
import { CHECKINS, saidIn } from './asked.ts';
import { checkinSlot } from './calendar.ts';
import { type DueSeat, unsettled } from './due-seats.ts';
import { look } from './scene.ts';
import { checkinKey, wordsOf } from './show.ts';
import { stepMessage } from './step-view.ts';

/** The last fortnight with a check-in of its own. */
export const LAST_CHECKIN = fortnightsInRound - 1;

export const checkinSource: Source = {
  kind: CHECKINS,
  wishes: async ({ db }, running, until) => {
    const due = await unsettled(db, running, { kind: CHECKINS, last: LAST_CHECKIN }, until);
    if (due.length === 0) return [];
    const wish = wishing(await factsOf(db, running, due));
    return due.map(wish).filter((each) => !isBefore(until, each.due));
  },
  write: async (tools, tx, { wish }, now) => {
    const [seat] = wish.to;
    const looked = await look(tools, tx, { user: seat?.user ?? '', pair: seat?.pair ?? '', fortnight: wish.fortnight }, now);
    if (!looked.ok) return { off: looked.because };
    if (looked.scene.step.is !== 'ask') return { off: 'answered' };
    return stepMessage(tools.content, await wordsOf(tools, tx, looked.scene));
  },
};

interface Facts {
  /** By fortnight, and what it is on record under. */
  answered: ReadonlyMap<number, { has: (subject: string) => boolean }>;
  /** By fortnight and pair. */
  meetings: ReadonlyMap<number, ReadonlyMap<string, Meeting>>;
}

async function factsOf(db: Db, running: Running, due: readonly DueSeat[]): Promise<Facts> {
  const fortnights = [...new Set(due.map(({ fortnight }) => fortnight))];
  const answered = await Promise.all(fortnights.map(async (n) => [n, await saidIn(db, running, n)] as const));
  const fixed = await Promise.all(fortnights.map(async (n) => [n, await fixedIn(db, running, n)] as const));
  return { answered: new Map(answered), meetings: new Map(fixed) };
}

function wishing(facts: Facts): (due: DueSeat) => Wish {
  const slotOf = slots();
  return (due) => {
    const { table, seat, fortnight, subject, period } = due;
    const meeting = facts.meetings.get(fortnight)?.get(table.pair);
    const off = offBecause(meeting, facts.answered.get(fortnight)?.has(subject) ?? false);
    return {
      ...{ to: [seat], rank: 'check-in', subject, period, fortnight },
      key: checkinKey(table.pair, fortnight, seat.leader),
      ...slotOf(due, meeting),
      ...(off && { off }),
    };
  };
}

/** Without a meeting all who live by the same clock are asked at the same time, so that it is worked out once for them. */
function slots(): (due: DueSeat, meeting: Meeting | undefined) => Slot {
  const known = new Map<RoundCalendar, Map<string, Slot>>();
  return ({ table: { calendar }, seat, fortnight }, meeting) => {
    if (isBooked(meeting)) return checkinSlot(calendar, fortnight, seat, instantOf(meeting.startsAt));
    const same = known.get(calendar) ?? new Map<string, Slot>();
    known.set(calendar, same);
    const like = `${fortnight} ${seat.hours.zone} ${seat.usual.time}`;
    const slot = same.get(like) ?? checkinSlot(calendar, fortnight, seat);
    same.set(like, slot);
    return slot;
  };
}

/** Who said how it was is not asked, and neither is a pair that said it does not meet this time. */
function offBecause(meeting: Meeting | undefined, answered: boolean): string | undefined {
  if (answered) return 'answered';
  return meeting?.state === 'none' ? 'no-meeting' : undefined;
}
