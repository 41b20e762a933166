// "Your Forum is today", for those who are in a round that runs: decided about with everything else that reaches them unasked.
import { isBefore } from '../../../platform/clock.ts';
import { settledPeriods } from '../../../platform/schedule/occurrences.ts';
import type { Running, Seat, Source, Wish } from '../../coaching/contacts/source.ts';
import { type Coming, comingUp, dayKey, daySubject, FORUM_DAY } from './day.ts';
import { dayLetter } from './letters.ts';

const forumDay: Source = {
  kind: FORUM_DAY,
  wishes: async ({ db }, running, until, now) => {
    const places = placesIn(running);
    const coming = (await comingUp(db, running.programme, until, now)).filter(({ seat }) => places.has(seat.leader));
    if (coming.length === 0) return [];
    const about = { programme: running.programme.id, stream: FORUM_DAY, subjects: coming.map(daySubject) };
    const settled = await settledPeriods(db, about);
    return coming
      .filter((each) => !settled.has(`${daySubject(each)} ${each.forum.sequence}`))
      .map((each) => wishFor(each, places.get(each.seat.leader) as Seat));
  },
  write: async (tools, tx, { running, wish }, now) => {
    const coming = await comingUp(tx, running.programme, wish.closes, now);
    const own = coming.find((each) => daySubject(each) === wish.subject && String(each.forum.sequence) === wish.period);
    return own ? dayLetter(tools.content, { forum: own.forum.id, at: own.closes, zone: own.seat.zone }) : { off: 'changed' };
  },
};

export const forumsContacts: readonly Source[] = [forumDay];

/** Each leader's place in the round, by their id. */
function placesIn({ tables }: Running): ReadonlyMap<string, Seat> {
  const here = tables.flatMap(({ seats }) => seats).filter(({ gone }) => !gone);
  return new Map(here.map((seat) => [seat.leader, seat]));
}

function wishFor(coming: Coming, seat: Seat): Wish {
  const { forum, due, closes } = coming;
  return {
    ...{ to: [seat], rank: 'card', subject: daySubject(coming), period: String(forum.sequence), key: dayKey(coming) },
    ...{ fortnight: 1, due: isBefore(due, closes) ? due : closes, closes },
  };
}
