// A pair's meetings: the time that is fixed, moved or given up, the card of the day before, and the calendar file.
import type { State } from '../../../features/coaching/checkins/plan.ts';
import { calendarFile } from '../../../features/coaching/meetings/calendar-file.ts';
import type { CardFacts } from '../../../features/coaching/meetings/card-facts.ts';
import { cardMessage } from '../../../features/coaching/meetings/card-view.ts';
import { type Unfixed, unfixedBlocks, upcomingBlocks } from '../../../features/coaching/meetings/home-view.ts';
import { asideMessage, type MeetingWords, meetingMessage } from '../../../features/coaching/meetings/letters.ts';
import { meetingModal, meetingTold, toldMessage } from '../../../features/coaching/meetings/meeting-view.ts';
import { bookMessage } from '../../../features/coaching/meetings/pick-source.ts';
import { joined } from '../../../features/coaching/meetings/times.ts';
import { fortnight } from '../../../platform/content/elements.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, instant, name, times } from '../made-up.ts';
import { asFile, type Drawn, inModal, message, onHome, type Sample, type Size, samplesOf } from '../sample.ts';
import { meeting, members, namesOf, PAIR, partners, shared, startsAt, THIRD } from './pair.ts';

const CLOSING = 13;

/** What stands on a card: at the longest of three whose clocks differ, with six commitments. */
function facts(content: Content, n: number, size: Size, count = 2): CardFacts {
  const all = members(size, size === 'longest' ? 3 : count);
  const said = bySize<readonly State[]>(size, {
    usual: n === THIRD ? ['done'] : [],
    longest: ['open', 'done', 'partly', 'not-yet', 'open', 'open'],
    shortest: [],
  });
  const questions = fortnight(content, n).half?.partnerQuestions.map(({ text }) => text) ?? [];
  return {
    ...{ pair: PAIR, fortnight: n, members: all, readers: all, at: startsAt(size), first: all[0]?.name ?? '', questions },
    ...{ shared: shared(size, said), agree: size === 'longest' || n === 1 },
  };
}

const cards = Object.fromEntries(
  times(
    CLOSING,
    (n) =>
      [
        `coaching.card.${n + 1}`,
        [
          `The card of a meeting in fortnight ${n + 1}`,
          (content: Content, size: Size) => message(cardMessage(content, facts(content, n + 1, size))),
        ],
      ] as const,
  ),
);

function fixed(content: Content, size: Size, change: 'booked' | 'moved', more: { card?: true; agree?: true } = {}): Drawn {
  const all = members(size, size === 'longest' ? 3 : 2);
  const about: MeetingWords = { meeting: meeting(size), members: all, readers: all, change, agree: more.agree === true };
  return message(meetingMessage(content, { ...about, ...(more.card && { card: facts(content, THIRD, size) }) }));
}

function aside(content: Content, size: Size, to: 'cancelled' | 'none' | 'arranged'): Drawn {
  const readers = members(size, size === 'longest' ? 3 : 2);
  return message(asideMessage(content, { meeting: meeting(size), to, who: name(size, 1), readers }));
}

function shown(size: Size) {
  const all = members(size, size === 'longest' ? 3 : 2);
  return { meeting: meeting(size), zone: all[0]?.zone ?? 'UTC', others: all.slice(1), members: all, next: size !== 'shortest' };
}

function file(content: Content, size: Size, cancelled: boolean): Drawn {
  const { id, sequence, minutes } = meeting(size);
  const title = content.plain('coaching.meeting.calendar.title', { names: joined(namesOf(members(size))) });
  const to = { name: name(size), email: size === 'shortest' ? null : 'amina.adeyemi@example.org' };
  const entry = { id, sequence, minutes, cancelled, title, to, start: startsAt(size), now: instant('2027-11-09T10:12:00Z') };
  return asFile('meeting.ics', calendarFile({ ...entry, details: content.plain('coaching.meeting.calendar.details') }));
}

const unfixed =
  (state: Unfixed['state']): Sample['draw'] =>
  (content, size) =>
    onHome(unfixedBlocks(content, { pair: PAIR, fortnight: THIRD, others: namesOf(partners(size, size === 'longest' ? 3 : 2)), state }));

const VALUE = `${PAIR}:${THIRD}`;

const messages = samplesOf('src/features/coaching/meetings/letters.ts', {
  'coaching.meeting.booked': ['A time is fixed', (content, size) => fixed(content, size, 'booked')],
  'coaching.meeting.booked.first': ['The first time is fixed', (content, size) => fixed(content, size, 'booked', { agree: true })],
  'coaching.meeting.booked.card': ['A time is fixed for soon', (content, size) => fixed(content, size, 'booked', { card: true })],
  'coaching.meeting.moved': ['A meeting is moved', (content, size) => fixed(content, size, 'moved')],
  'coaching.meeting.moved.card': ['A meeting is moved to soon', (content, size) => fixed(content, size, 'moved', { card: true })],
  'coaching.meeting.cancelled': ['A meeting is cancelled', (content, size) => aside(content, size, 'cancelled')],
  'coaching.meeting.none': ['No meeting this fortnight', (content, size) => aside(content, size, 'none')],
  'coaching.meeting.arranged': ['They have a time already', (content, size) => aside(content, size, 'arranged')],
});

export const meetingSamples: readonly Sample[] = [
  ...samplesOf('src/features/coaching/meetings/pick-source.ts', {
    'coaching.meeting.book': ['No time is fixed yet', (content) => message(bookMessage(content, { value: VALUE, trio: false }))],
    'coaching.meeting.book.trio': [
      'No time is fixed yet, of three',
      (content) => message(bookMessage(content, { value: VALUE, trio: true })),
    ],
  }),
  ...messages,
  ...samplesOf('src/features/coaching/meetings/card-view.ts', {
    ...cards,
    'coaching.card.trio': ['The card of three', (content, size) => message(cardMessage(content, facts(content, THIRD, size, 3)))],
    'coaching.card.trio.closing': [
      'The card of three in the closing fortnight',
      (content, size) => message(cardMessage(content, facts(content, CLOSING, size, 3))),
    ],
  }),
  ...samplesOf('src/features/coaching/meetings/meeting-view.ts', {
    'coaching.meeting': ['Our meeting', (content, size) => inModal(meetingModal(content, shown(size)))],
    'coaching.meeting.done': [
      'Our meeting, just fixed',
      (content, size) => {
        const remark = { id: 'coaching.meeting.done', blanks: { names: joined(namesOf(partners(size, size === 'longest' ? 3 : 2))) } };
        return inModal(meetingModal(content, { ...shown(size), remark }));
      },
    ],
    'coaching.meeting.told': [
      'A word in the place of the form',
      (content, size) =>
        inModal(meetingTold(content, { id: 'coaching.meeting.too-soon', blanks: { names: joined(namesOf(partners(size, 3))) } })),
    ],
    'coaching.meeting.card.gone': [
      'A card that is no longer true',
      (content) => message(toldMessage(content, { id: 'coaching.meeting.card.gone' })),
    ],
  }),
  ...samplesOf('src/features/coaching/meetings/home-view.ts', {
    'coaching.home.meeting': [
      'The next meeting on the Home tab',
      (content, size) => onHome(upcomingBlocks(content, { ...shown(size), begun: size === 'shortest' })),
    ],
    'coaching.home.meeting.open': ['No time yet, on the Home tab', unfixed('open')],
    'coaching.home.meeting.arranged': ['A time the bot does not know, on the Home tab', unfixed('arranged')],
    'coaching.home.meeting.none': ['No meeting this fortnight, on the Home tab', unfixed('none')],
    'coaching.home.meeting.met': ['They have met, on the Home tab', unfixed('met')],
    'coaching.home.meeting.not-open': ['Before the shared space is open, on the Home tab', unfixed('not-open')],
  }),
  ...samplesOf('src/features/coaching/meetings/calendar-file.ts', {
    'coaching.meeting.file': ['The calendar file', (content, size) => file(content, size, false)],
    'coaching.meeting.file.cancelled': ['The calendar file of a meeting that is cancelled', (content, size) => file(content, size, true)],
  }),
];
