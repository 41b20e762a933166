// The card of a booked meeting: one working day before it, in the pair's conversation. A meeting that gets another time gets another card; what
// stood on the earlier one is taken away (see redraw-cards.ts).
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { settledPeriods } from '../../../platform/schedule/occurrences.ts';
import type { Db } from '../../../platform/tools.ts';
import type { Running, Source, Table, Wish } from '../contacts/source.ts';
import { CARD, type CardMember, cardFacts, cardKey, cardPeriod } from './card-facts.ts';
import { cardMessage } from './card-view.ts';
import * as held from './held.ts';
import type { Booked } from './meetings.ts';
import * as meetings from './meetings.ts';
import { isBooked } from './meetings.ts';
import { speaksFirst } from './plan.ts';
import { cardDue } from './polite.ts';

/** So long after a meeting it is still put on record that its card came too late. */
const ON_RECORD = { hours: 14 * 24 };

export const cardSource: Source = {
  kind: CARD,
  wishes: async ({ db }, running, until, now) => {
    const due = (await dueCards(db, running, now)).filter(({ due: from }) => isBefore(from, until));
    if (due.length === 0) return [];
    const { programme, round } = running;
    const settled = await settledPeriods(db, { programme: programme.id, stream: CARD, subjects: due.map(({ table }) => table.pair) });
    return due
      .filter(({ meeting }) => !settled.has(`${meeting.pair} ${cardPeriod(round, meeting)}`))
      .map(({ meeting, table, due: from }) => wishFor(running, { meeting, table, from }));
  },
  write: async (tools, tx, { running, wish }, now) => {
    const meeting = await meetings.ofFortnight(tx, wish.subject, wish.fortnight);
    if (!isBooked(meeting) || cardPeriod(running.round, meeting) !== wish.period) return { off: 'changed' };
    const members = membersOf(running.tables.find(({ pair }) => pair === wish.subject));
    if (members.length < 2) return { off: 'ended' };
    const past = (await held.ofPair(tx, meeting.pair, await meetings.ofPair(tx, meeting.pair), now)).filter(
      ({ fortnight }) => fortnight < meeting.fortnight,
    );
    // The meetings before this one have been held or not by now: whose turn it is, is settled with the card.
    const order = members.map(({ leader }) => leader);
    const first = speaksFirst(order, past);
    await meetings.save(tx, tools.workspace, { ...meeting, first });
    const facts = { meeting: { ...meeting, first }, at: instantOf(meeting.startsAt), members, readers: members, agree: past.length === 0 };
    return cardMessage(tools.content, await cardFacts(tools, tx, facts));
  },
};

interface DueCard {
  meeting: Booked;
  table: Table;
  due: Temporal.Instant;
}

async function dueCards(db: Db, { round, tables }: Running, now: Temporal.Instant): Promise<DueCard[]> {
  const byPair = new Map(tables.map((table) => [table.pair, table]));
  const fixed = await meetings.bookedSince(db, round.id, stamp(now.subtract(ON_RECORD)));
  return fixed.flatMap((meeting) => {
    const start = instantOf(meeting.startsAt);
    const table = byPair.get(meeting.pair);
    const seats = table?.seats.filter(({ gone }) => !gone) ?? [];
    if (!table || seats.length === 0) return [];
    return [{ meeting, table, due: cardDue(seats, start) }];
  });
}

function wishFor({ round }: Running, { meeting, table, from }: { meeting: Booked; table: Table; from: Temporal.Instant }): Wish {
  const seats = table.seats.filter(({ gone }) => !gone);
  return {
    ...{ to: seats, rank: 'card', subject: meeting.pair, period: cardPeriod(round, meeting), key: cardKey(meeting) },
    ...{ fortnight: meeting.fortnight, due: from, closes: instantOf(meeting.startsAt) },
    ...(seats.length < 2 && { off: 'ended' }),
  };
}

/** Everyone who is still in the pair, in the order of their places. */
function membersOf(table: Table | undefined): CardMember[] {
  const seats = table?.seats.filter(({ gone }) => !gone) ?? [];
  return seats.map(({ leader, name, hours }) => ({ leader, name, zone: hours.zone }));
}
