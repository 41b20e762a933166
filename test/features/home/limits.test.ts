// Every message and view of the fortnight and of Home, filled with the longest that may stand in them, held against Slack's limits.
import { afterAll, expect, test } from '@jest/globals';
import type { HeaderBlock } from '@slack/types';
import { themeOf } from '../../../src/features/coaching/fortnights.ts';
import { keptModal, noteForm } from '../../../src/features/coaching/note-form-view.ts';
import { type NoteShown, noteModal, notesModal } from '../../../src/features/coaching/note-views.ts';
import { keptMessage, keptWhichMessage, openerMessage, removedMessage } from '../../../src/features/coaching/views.ts';
import { cardModal, cardsModal } from '../../../src/features/home/card-views.ts';
import type { HomeFacts, Now, Parts, Taking } from '../../../src/features/home/facts.ts';
import { menu } from '../../../src/features/home/menu-view.ts';
import { partnerShown, statusAnswer } from '../../../src/features/home/status-view.ts';
import { toDoModal } from '../../../src/features/home/to-do/to-do-view.ts';
import type { Wait } from '../../../src/features/home/to-do/wait.ts';
import { homeTab } from '../../../src/features/home/views.ts';
import { LABELS } from '../../../src/features/home/words.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { starterCards } from '../../../src/platform/content/starter-kit.ts';
import { section } from '../../../src/platform/slack/blocks.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';
import { printSizes, sizeOf, type ViewSize } from '../view-sizes.ts';

const content = loadContent();
/** A name as long as Slack and the forms allow, with everything in it that has to be escaped. */
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const ID = 'f'.repeat(32);
const words = new Set(Object.keys(LABELS));

const note: NoteShown = {
  id: ID,
  fortnight: 13,
  title: LONG,
  question: LONG,
  programme: LONG,
  on: 'Wednesday 30 September 2027',
  text: '<'.repeat(40_000),
  bring: true,
};
const kept = { note: ID, prompt: ID, first: true };
const form = { ...note, about: 'x'.repeat(500), callback: 'coaching.note', text: '<'.repeat(3000) };

const DAY = 'Wednesday 30 September 2027';

const fortnight: Now = {
  ...{ is: 'fortnight', n: 13, of: 13, element: LONG, title: LONG, meaning: LONG, practice: LONG, until: 'Wednesday 30 September 2027' },
  questions: [1, 2, 3, 4].map((n) => ({ id: `q.${n}`, text: LONG })),
};
const idOf = (n: number) => `${ID.slice(2)}${String(n).padStart(2, '0')}`;
const partners = [1, 2].map(() => ({ name: LONG, function: LONG, away: { until: DAY } }));
const taking = (n: number): Taking => ({
  ...{ programme: idOf(n), name: LONG, paused: { until: DAY }, now: fortnight, partners },
  confirm: { pair: `${idOf(n)}`, by: DAY },
  coming: { partners, begins: DAY, confirm: { pair: `next${idOf(n)}`, by: DAY } },
  without: { because: 'asked', by: DAY },
  dates: [1, 2, 3].map(() => `Wednesday 30 September 2027: ${LONG}`),
});
/** As much as may wait, twice and more of each kind. */
const waits: Wait[] = [
  { what: 'channel' },
  { what: 'result', id: ID, pulse: 'half', replied: 999, asked: 999, toWrite: true },
  ...Array.from({ length: 9 }, (_, at): Wait => ({ what: 'help', id: `${ID.slice(1)}${at}`, name: LONG, on: DAY })),
  ...Array.from({ length: 300 }, (_, at): Wait => ({ what: 'another', wish: `${ID}${at}`, name: LONG, by: DAY })),
  ...['late' as const, 'waits' as const].flatMap((because): Wait[] => [
    { what: 'unpaired', name: LONG, because, date: DAY, wish: `${ID}${because}` },
    { what: 'unpaired', name: LONG, because, date: DAY },
  ]),
  { what: 'unpaired', name: LONG, because: 'paused', until: DAY },
  { what: 'unpaired', name: LONG, because: 'paused' },
  { what: 'approval', date: DAY },
  { what: 'approval', date: DAY, ahead: true },
  ...[true, false].map((refused): Wait => ({ what: 'announcement', letter: `${ID}${refused}`, number: 99, channel: 'C0LEADERS', refused })),
  { what: 'posting', channel: 'C0LEADERS' },
  { what: 'word', letter: 'f'.repeat(32), channel: 'C0LEADERS', refused: false },
  { what: 'gathering', date: DAY },
  ...[0, 1, 3].map((x): Wait => ({ what: 'forum', id: `${ID}few${x}`, date: DAY, time: '12:30pm (Buenos Aires)', x })),
  ...Array.from({ length: 20 }, (_, at): Wait => ({ what: 'undelivered', leader: `${ID}${at}`, user: 'U0123456789', name: LONG, x: 9999 })),
];
const organising = (n: number) => ({
  ...{
    programme: `${ID.slice(2)}${String(n).padStart(2, '0')}`,
    name: LONG,
    active: 999,
    paused: 999,
    invited: 999,
    nextRound: 'Wednesday 30 September 2027',
  },
  waits,
});
const many = (count: number): HomeFacts => ({
  taking: Array.from({ length: count }, (_, n) => taking(n)),
  organising: Array.from({ length: count }, (_, n) => organising(n)),
  programmes: count,
});

/** As much as any room draws of one programme. */
const part = (count: number) => Array.from({ length: count }, () => section('<'.repeat(3000)));
const parts: Parts = {
  questions: part(6),
  meeting: part(6),
  gathering: part(4),
  forums: part(4),
  team: part(2),
  review: part(8),
  commitments: part(16),
  agreement: part(2),
};
const shown = (count: number) => ({
  facts: many(count),
  parts: new Map(many(count).taking.map(({ programme }) => [programme, parts])),
  team: part(4),
  words,
});

const messages = [
  ...Array.from({ length: 13 }, (_, index) => themeOf(content, index + 1)).flatMap((theme) =>
    theme.questions.map(
      (_, at) => [`opener ${theme.number}, question ${at + 1}`, openerMessage(content, theme, { prompt: ID, question: at + 1 })] as const,
    ),
  ),
  ['kept', keptMessage(content, kept)],
  [
    'kept, in many programmes',
    keptWhichMessage(
      content,
      kept,
      Array.from({ length: 9 }, () => ({ prompt: ID, programme: LONG })),
    ),
  ],
  ['removed', removedMessage(content)],
  ['menu', menu(content, many(1), words)],
  ['status', statusAnswer(content, { ...parts, lines: Array.from({ length: 9 }, () => LONG), dates: taking(1).dates, programme: ID })],
  ['partner', partnerShown({ text: LONG, blocks: part(5) }, parts)],
] as const;

const modals = [
  ['nothing to do', toDoModal(content, { id: ID, name: LONG }, [])],
  ...[0, 7, 15, 16, 99].map((page) => [`to do, page ${page}`, toDoModal(content, { id: ID, name: LONG }, waits, page)] as const),
  ['note form', noteForm(content, form)],
  ['kept', keptModal(content)],
  ['list of notes', notesModal(content, { notes: Array.from({ length: 8 }, () => note), page: 5, pages: 9 })],
  ['no notes', notesModal(content, { notes: [], page: 1, pages: 1 })],
  ['one long note', noteModal(content, [note])],
  [
    'forty notes of one go',
    noteModal(
      content,
      Array.from({ length: 40 }, () => note),
    ),
  ],
  ['no note', noteModal(content, [])],
  ...starterCards(content).map(({ id }) => [`card ${id}`, cardModal(content, id)] as const),
  ['all cards', cardsModal(content)],
] as const;

const sizes: ViewSize[] = [];

afterAll(() => printSizes(sizes));

test.each(messages)('%s is a message Slack takes', (name, { text, blocks = [] }) => {
  sizes.push(sizeOf(`home: ${name}`, blocks));
  expect(checkBlocks(blocks, 'message')).toEqual([]);
  expect(text.length).toBeLessThan(3900);
});

test.each(modals)('%s is a modal Slack takes', (name, view) => {
  sizes.push(sizeOf(`home: ${name}`, view.blocks));
  expect(checkView(view, 'modal')).toEqual([]);
});

test.each([0, 1, 2, 4, 12, 40])('Home of someone in %i programmes who organises as many is a tab Slack takes', (count) => {
  const view = homeTab(content, shown(count));
  sizes.push(sizeOf(`home: the tab of ${count} programmes`, view.blocks));
  expect(checkView(view, 'home')).toEqual([]);
  expect(view.blocks.length).toBeLessThanOrEqual(100);
});

const HEADINGS = ['Next meeting', 'This fortnight', 'My commitments', 'Our agreement', 'Starter kit', 'Who sees what', 'Pause or leave'];

test.each([1, 2, 4, 12])('Home of someone in %i programmes has all its headings, in their order', (count) => {
  const { blocks } = homeTab(content, shown(count));
  const headings = (blocks as HeaderBlock[]).filter(({ type }) => type === 'header').map(({ text }) => text.text);
  expect(headings.slice(0, HEADINGS.length)).toEqual(HEADINGS);
});

test('an opener has a hundred words at most', () => {
  const openers = messages.filter(([name]) => name.startsWith('opener'));
  expect(openers.map(([name, { text }]) => [name, text.split(/\s+/).length] as const).filter(([, count]) => count > 100)).toEqual([]);
});
