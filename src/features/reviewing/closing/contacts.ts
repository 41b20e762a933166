// What the end of a round would like to send, as kinds of messages: the look back, the two last things, what is handed on, thanks, and long before
// them the question about the next round. Which of it goes out, and when, is decided together with everything else (see coaching/contacts).
import { Temporal } from 'temporal-polyfill';
import { instantOf, sayDay } from '../../../platform/clock.ts';
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
import { afterMessage, handOnMessage, nextMessage, prepMessage, thanksMessage } from './scheduled-views.ts';
import { sourceOf, type Timing, toldWith, type Writing } from './source-of.ts';
import { afterSlot, handOnSlot, isSecondWeek, nextSlot, prepSlot, thanksSlot } from './times.ts';

const HAND_ON = 'hand-on';
const THANKS = 'thanks';

const closePrep = sourceOf(
  { kind: 'close-prep', rank: 'opener', fortnight: fortnightsInRound },
  async () => (table, seat) => prepSlot(table.calendar, seat),
  async ({ content }, tx, { running, seat }) => {
    const words = lastWords(running, seat);
    const meeting = await meetings.ofFortnight(tx, seat.pair, fortnightsInRound);
    return words ? prepMessage(content, words, { unfixed: meeting === undefined }) : { off: 'alone' };
  },
);

const closeAfter = sourceOf({ kind: 'close-after', rank: 'check-in', fortnight: fortnightsInRound }, afterMeetings, writeAfter);

const handOn = sourceOf(
  { kind: HAND_ON, rank: 'closing', fortnight: fortnightsInRound },
  async (db, running, now) => {
    const on = await nextOn(db, running, now);
    return (table, seat) => handOnSlot(table.calendar, seat, { told: toldIn(table, on) });
  },
  async ({ content }, tx, { running, seat }) => {
    const words = lastWords(running, seat);
    if (!words) return { off: 'alone' };
    return (await hasHandedOn(tx, running, seat)) ? { off: 'done' } : handOnMessage(content, words);
  },
);

const thanks = sourceOf(
  { kind: THANKS, rank: 'closing', fortnight: fortnightsInRound },
  async () => (table, seat) => thanksSlot(table.calendar, seat),
  async ({ content }, _tx, { running, seat }) => {
    const words = lastWords(running, seat);
    return words ? thanksMessage(content, words) : { off: 'alone' };
  },
);

const next = sourceOf(
  { kind: 'next', rank: 'other', fortnight: 10 },
  async () => (table, seat) => nextSlot(table.calendar, seat),
  async ({ content }, tx, { running: { programme, round }, seat }, now) => {
    if ((await rounds.latest(tx, programme.id))?.id !== round.id) return { off: 'rotated' };
    if (await nextRounds.answerOf(tx, { round: round.id, leader: seat.leader })) return { off: 'answered' };
    const date = sayDay(await nextRoundOn(tx, programme, now));
    return nextMessage(content, { round: round.id, leader: seat.leader, date });
  },
);

export const closingContacts: readonly Source[] = [closePrep, closeAfter, handOn, thanks, next];

async function afterMeetings(db: Db, running: Running, now: Temporal.Instant): Promise<Timing> {
  const on = await nextOn(db, running, now);
  const last = (await meetings.ofRound(db, running.round.id)).filter(({ fortnight }) => fortnight === fortnightsInRound);
  const meets = new Map(last.filter(meetings.isBooked).map(({ pair, startsAt }) => [pair, instantOf(startsAt)]));
  return (table, seat) => afterSlot(table.calendar, seat, { meets: meets.get(table.pair), told: toldIn(table, on) });
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
  const crowded = toldIn(table, await nextOn(tx, running, now)) !== undefined || isSecondWeek(table.calendar, seat, now);
  const together = async (kind: string) => crowded && (await toldWith(tools, tx, writing, kind, now));
  const handsOn = (await together(HAND_ON)) && !(await hasHandedOn(tx, running, seat));
  return afterMessage(tools.content, words, { handOn: handsOn, thanks: await together(THANKS) });
}

/** The day on which leaders hear of their next partners: it may have come already, while this round still runs. */
async function nextOn(db: Db | Tx, { programme, round }: Running, now: Temporal.Instant): Promise<Temporal.PlainDate> {
  const latest = await rounds.latest(db, programme.id);
  if (latest && latest.number > round.number) return Temporal.PlainDate.from(latest.rotated_on);
  return nextRoundOn(db, programme, now);
}

/** `day`, where it lies before the end of the round. */
function toldIn({ calendar }: Table, day: Temporal.PlainDate): Temporal.PlainDate | undefined {
  return Temporal.PlainDate.compare(day, fortnightDays(calendar, fortnightsInRound).next) < 0 ? day : undefined;
}

/** Whether the leader has written both their card and an introduction: then there is nothing to ask for. */
async function hasHandedOn(tx: Tx, { round }: Running, { leader }: Seat): Promise<boolean> {
  const written = await handOns.writtenIn(tx, { round: round.id, leader });
  return ['card', 'introduction'].every((what) => written.some((each) => each.what === what));
}
