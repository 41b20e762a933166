// Every message and form about meetings, filled with the longest that may stand in it, held against Slack's limits.
import { afterAll, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Opened } from '../../../../src/features/coaching/checkins/open.ts';
import type { CardFacts } from '../../../../src/features/coaching/meetings/card-facts.ts';
import { cardMessage } from '../../../../src/features/coaching/meetings/card-view.ts';
import { asideMessage, meetingMessage } from '../../../../src/features/coaching/meetings/letters.ts';
import { meetingModal, meetingTold, toldMessage } from '../../../../src/features/coaching/meetings/meeting-view.ts';
import type { Booked } from '../../../../src/features/coaching/meetings/meetings.ts';
import { bookMessage } from '../../../../src/features/coaching/meetings/pick-source.ts';
import { arrangedForm, outsideForm, pickForm } from '../../../../src/features/coaching/meetings/pick-view.ts';
import { planModal } from '../../../../src/features/coaching/meetings/plan-view.ts';
import { fortnight as fortnightOf } from '../../../../src/platform/content/elements.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { checkBlocks } from '../../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../../src/sandbox/check/views.ts';
import { printSizes, sizeOf, type ViewSize } from '../../view-sizes.ts';

const content = loadContent();
/** A name as long as Slack and the forms allow, with everything in it that has to be escaped. */
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const ID = 'f'.repeat(32);
const at = Temporal.Instant.from('2027-09-29T23:30:00Z');

const meeting: Booked = {
  ...{ id: ID, pair: ID, fortnight: 13, state: 'booked', startsAt: '2027-09-29T23:30:00.000Z', minutes: 75, sequence: 99, first: ID },
  ...{ arrangedBy: ID, changedAt: '2027-09-29T23:30:00.000Z', timerStartedAt: null },
};
/** Three whose clocks, and whose days, all differ. */
const members = ['Europe/London', 'Pacific/Auckland', 'America/St_Johns'].map((zone, n) => ({ name: LONG, zone, leader: `${n}` }));
const shared: Opened[] = (['open', 'done', 'partly', 'not-yet', 'open', 'open'] as const).map((state) => ({
  ...{ id: ID, leader: ID, name: LONG, when: '<'.repeat(80), will: '&'.repeat(140), shared: true, state, carries: 2 },
  ...{ fortnight: 12, asked: 13 },
}));
const card = (n: number): CardFacts => ({
  ...{ pair: ID, fortnight: n, members, readers: members, at, first: LONG, shared, agree: true },
  questions: fortnightOf(content, n).half?.partnerQuestions.map(({ text }) => text) ?? [],
});
const words = { meeting, members, readers: members, agree: true };
const others = members.slice(1);

const messages = [
  ...Array.from({ length: 13 }, (_, n) => [`card ${n + 1}`, cardMessage(content, card(n + 1))] as const),
  ['time fixed', meetingMessage(content, { ...words, change: 'booked' })],
  ['time moved', meetingMessage(content, { ...words, change: 'moved' })],
  ['time fixed, with the card', meetingMessage(content, { ...words, change: 'booked', card: card(7) })],
  ['time moved, with the card', meetingMessage(content, { ...words, change: 'moved', card: card(7) })],
  ...(['cancelled', 'none', 'arranged'] as const).map(
    (to) => [to, asideMessage(content, { meeting, to, who: LONG, readers: members })] as const,
  ),
  ['pick a time', bookMessage(content, { value: `${ID}:13`, trio: false })],
  ['pick a time, three', bookMessage(content, { value: `${ID}:13`, trio: true })],
  ['card taken away', toldMessage(content, { id: 'coaching.meeting.card.gone' })],
] as const;

const offers = Array.from({ length: 100 }, (_, n) => ({
  fortnight: 13,
  at: at.add({ minutes: 30 * n }),
  minutes: n % 2 ? 75 : 60,
  usual: false,
}));
const about = JSON.stringify({
  pair: ID,
  page: 9,
  moving: 13,
  short: true,
  seen: Object.fromEntries(offers.slice(0, 13).map((_, n) => [n + 1, 999])),
});
const form = { about, pair: ID, zone: 'America/Argentina/ComodRivadavia', others, minutes: 75, offers, page: 5, pages: 9 };
const note = {
  ...{ id: ID, fortnight: 13, title: LONG, question: LONG, programme: LONG, on: 'Wednesday 30 September 2027', bring: true },
  text: '<'.repeat(40_000),
};
const plans = ['plan.first', 'plan.pair.long', 'plan.pair.short', 'plan.half', 'plan.trio.long', 'plan.trio.short', 'plan.closing'];
const plan = { value: `${ID}:13`, first: LONG, halfWay: true, notes: Array.from({ length: 40 }, () => note), timer: 'running' as const };
const shown = {
  meeting,
  zone: 'Europe/London',
  others,
  members,
  next: true,
  remark: { id: 'coaching.meeting.changed', blanks: { who: LONG } },
};

const modals = [
  ['pick a time', pickForm(content, form)],
  ['move it', pickForm(content, { ...form, moving: { date: 'Wednesday 30 September 2027', time: '11:30pm' } })],
  ['no shared hours', pickForm(content, { ...form, offers: [], page: 1, pages: 0 })],
  [
    'outside hours',
    outsideForm(content, { ...form, at, outside: members.map(({ name }) => name), about: JSON.stringify({ form: about, at: `${at}` }) }),
  ],
  ['we have one', arrangedForm(content, about)],
  ['the meeting', meetingModal(content, shown)],
  ['a word about it', meetingTold(content, { id: 'coaching.meeting.too-soon', blanks: { names: LONG.repeat(3) } })],
  ...[...plans, 'coaching.meeting.plan.closing.trio'].map(
    (id) => [id, planModal(content, { ...plan, plan: id, remark: 'coaching.meeting.timer.started' })] as const,
  ),
] as const;

const sizes: ViewSize[] = [];

afterAll(() => printSizes(sizes));

test.each(messages)('%s is a message Slack takes', (name, { text, blocks }) => {
  sizes.push(sizeOf(`meetings: ${name}`, blocks));
  expect(checkBlocks(blocks, 'message')).toEqual([]);
  expect(text.length).toBeLessThan(12_000);
});

test.each(modals)('%s is a form Slack takes', (name, view) => {
  sizes.push(sizeOf(`meetings: ${name}`, view.blocks));
  expect(checkView(view, 'modal')).toEqual([]);
  expect((view.private_metadata ?? '').length).toBeLessThanOrEqual(3000);
});

test('a card is no longer than a message may be, not counting what leaders wrote', () => {
  const plain = (n: number) =>
    cardMessage(content, {
      ...card(n),
      members: members.slice(0, 2).map((each) => ({ ...each, name: 'Bo', zone: 'UTC' })),
      readers: [{ name: 'Bo', zone: 'UTC' }],
      first: 'Bo',
      shared: [],
    });
  const lengths = Array.from({ length: 13 }, (_, n) => plain(n + 1).text.split(/\s+/).length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
});
