// What the end of a round would like to send, as kinds of messages: the look back, the two last things, what is handed on, thanks, and long before
// them the question about the next round. Which of it goes out, and when, is decided together with everything else (see coaching/contacts).
import { Temporal } from 'temporal-polyfill';
import { at, instantOf, isBefore, sayDay } from '../../../platform/clock.ts';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { fortnightDays } from '../../coaching/calendar.ts';
import type { Running, Seat, Source, Table } from '../../coaching/contacts/source.ts';
import * as meetings from '../../coaching/meetings/meetings.ts';
import * as nextRounds from '../../joining/next-rounds.ts';
import * as rounds from '../../pairing/rounds.ts';
import { nextRoundOn } from './answer-next.ts';
import * as handOns from './hand-ons.ts';
import { lastWords } from './last-words.ts';
import { endOf, type RoundEnd } from './round-end.ts';
import { afterMessage, handOnMessage, nextMessage, prepMessage, thanksMessage } from './scheduled-views.ts';
import { type Kind, sourceOf, type Timing, toldWith, type Writing } from './source-of.ts';
import { afterSlot, type ClosingDays, closingDays, handOnSlot, isSecondWeek, nextSlot, prepSlot, thanksSlot } from './times.ts';

const HAND_ON = 'hand-on';
const THANKS = 'thanks';

const from: Kind['from'] = (calendar, { ends }) => closingDays(calendar, ends).first;

const closePrep = sourceOf(
  { kind: 'close-prep', rank: 'opener', fortnight: fortnightsInRound, from },
  async (_db, _running, end) => (table, seat) => prepSlot(daysOf(table, end), seat),
  async ({ content }, tx, { running, seat }) => {
    const words = lastWords(running, seat);
    const meeting = await meetings.ofFortnight(tx, seat.pair, fortnightsInRound);
    return words ? prepMessage(content, words, { unfixed: meeting === undefined }) : { off: 'alone' };
  },
);

const closeAfter = sourceOf({ kind: 'close-after', rank: 'check-in', fortnight: fortnightsInRound, from }, afterMeetings, writeAfter);

const handOn = sourceOf(
  { kind: HAND_ON, rank: 'closing', fortnight: fortnightsInRound, from },
  async (_db, _running, end) => (table, seat) => handOnSlot(daysOf(table, end), seat, { told: toldIn(table, end) }),
  async ({ content }, tx, { running, seat }) => {
    const words = lastWords(running, seat);
    if (!words) return { off: 'alone' };
    return (await hasHandedOn(tx, running, seat)) ? { off: 'done' } : handOnMessage(content, words);
  },
);

const thanks = sourceOf(
  { kind: THANKS, rank: 'closing', fortnight: fortnightsInRound, from },
  async (_db, _running, end) => (table, seat) => thanksSlot(daysOf(table, end), seat),
  async ({ content }, _tx, { running, seat }) => {
    const words = lastWords(running, seat);
    return words ? thanksMessage(content, words) : { off: 'alone' };
  },
);

const next = sourceOf(
  { kind: 'next', rank: 'other', fortnight: 10, from: (calendar) => fortnightDays(calendar, 10).first },
  async () => (table, seat) => nextSlot(table.calendar, seat),
  async ({ content }, tx, { running: { programme, round }, seat }, now) => {
    if ((await rounds.latest(tx, programme.id))?.id !== round.id) return { off: 'rotated' };
    if (await nextRounds.answerOf(tx, { round: round.id, leader: seat.leader })) return { off: 'answered' };
    const date = sayDay(await nextRoundOn(tx, programme, now));
    return nextMessage(content, { round: round.id, leader: seat.leader, date });
  },
);

export const closingContacts: readonly Source[] = [closePrep, closeAfter, handOn, thanks, next];

async function afterMeetings(db: Db, { round }: Running, end: RoundEnd): Promise<Timing> {
  const booked = (await meetings.ofRound(db, round.id)).filter(meetings.isBooked);
  return (table, seat) => {
    const days = daysOf(table, end);
    const opens = at(days.first, '00:00', seat.hours.zone);
    const last = booked.filter(({ pair, startsAt }) => pair === table.pair && !isBefore(instantOf(startsAt), opens)).at(-1);
    return afterSlot(days, seat, { told: toldIn(table, end), ...(last && { meets: instantOf(last.startsAt) }) });
  };
}

/**
 * In the last week, and where the next match is told within these two weeks, there is room for little else: thanks go along with the two last things,
 * and so does what is handed on, where that has not been said yet.
 */
async function writeAfter(tools: Tools, tx: Tx, writing: Writing, now: Temporal.Instant) {
  const { running, seat } = writing;
  const words = lastWords(running, seat);
  const table = running.tables.find(({ pair }) => pair === seat.pair);
  if (!words || !table) return { off: 'alone' };
  const end = await endOf(tx, running.programme, running.round, now);
  const crowded = toldIn(table, end) !== undefined || isSecondWeek(daysOf(table, end), seat, now);
  const together = async (kind: string) => crowded && (await toldWith(tools, tx, { ...writing, kind }, now));
  const handsOn = (await together(HAND_ON)) && !(await hasHandedOn(tx, running, seat));
  return afterMessage(tools.content, words, { handOn: handsOn, thanks: await together(THANKS) });
}

function daysOf({ calendar }: Table, { ends }: RoundEnd): ClosingDays {
  return closingDays(calendar, ends);
}

/** The day on which the next partners are told, where it lies before the end of this round. */
function toldIn(table: Table, end: RoundEnd): Temporal.PlainDate | undefined {
  return Temporal.PlainDate.compare(end.told, daysOf(table, end).next) < 0 ? end.told : undefined;
}

/** Whether the leader has written both their card and an introduction: then there is nothing to ask for. */
async function hasHandedOn(tx: Tx, { round }: Running, { leader }: Seat): Promise<boolean> {
  const written = await handOns.writtenIn(tx, { round: round.id, leader });
  return ['card', 'introduction'].every((what) => written.some((each) => each.what === what));
}
