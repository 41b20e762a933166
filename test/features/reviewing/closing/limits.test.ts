// Every message, form and part of Home of the end of a round, filled with the longest that may stand in them, held against Slack's limits.
import { describe, expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { answered, doneModal } from '../../../../src/features/reviewing/closing/box-view.ts';
import { carryForm } from '../../../../src/features/reviewing/closing/carry-view.ts';
import {
  cardForm,
  cardModal,
  introductionForm,
  introductionMessage,
  introductionModal,
  lineForm,
  lineMessage,
  partnerWordsModal,
} from '../../../../src/features/reviewing/closing/hand-on-views.ts';
import {
  type ClosingSeen,
  carriedLine,
  closingBlocks,
  keeping,
  lastLookBack,
  nextBlocks,
  partnerWordsBlocks,
} from '../../../../src/features/reviewing/closing/home-views.ts';
import { insightForm, insightMessage, insightModal, outcomeMessage } from '../../../../src/features/reviewing/closing/insight-views.ts';
import { lookBackForm, lookBackModal, togetherModal } from '../../../../src/features/reviewing/closing/look-back-views.ts';
import { LENGTHS, LOOKING_BACK } from '../../../../src/features/reviewing/closing/plan.ts';
import {
  afterMessage,
  handOnMessage,
  type LastWords,
  nextMessage,
  prepMessage,
  thanksMessage,
} from '../../../../src/features/reviewing/closing/scheduled-views.ts';
import { thenAndNow } from '../../../../src/features/reviewing/form-view.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { wordsIn } from '../../../../src/platform/content/wording.ts';
import type { Body } from '../../../../src/platform/outbox/enqueue.ts';
import { checkBlocks } from '../../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../../src/sandbox/check/views.ts';

const content = loadContent();
/** A name as long as Slack and the forms allow, with everything in it that has to be escaped. */
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const text = (length: number) => '<'.repeat(length);
const ID = 'f'.repeat(32);
const DATE = 'Wednesday 30 September 2027';
const WRITTEN = '2027-07-14T08:30:00.000Z';
const two = [1, 2].map((n) => ({ leader: `${ID.slice(1)}${n}`, name: LONG }));
const words: LastWords = {
  ...{ programme: ID, pair: ID, round: ID, leader: ID, name: LONG, partner: `${LONG} and ${LONG}`, partners: two },
  introduces: { leader: ID, name: LONG },
};
const card = Object.fromEntries(['card.1', 'card.2', 'card.3', 'card.4'].map((id) => [id, text(LENGTHS.card)]));
const answers = Object.fromEntries(LOOKING_BACK.map((id) => [id, text(LENGTHS.lookBack)]));
const insight = { id: ID, version: 9999, pair: ID, text: text(LENGTHS.insight), said: 'named', state: 'stopped' } as const;
const taps = { 'cap.1': [4], 'cap.2': [4], 'cap.3': [4], 'cap.4': [4], 'cap.5': [4] };
const seen: ClosingSeen = {
  ...{ pair: ID, round: ID, leader: ID, partner: `${LONG} and ${LONG}`, partners: two, introduces: { leader: ID, name: LONG } },
  ...{ lookedBack: true, insight: { id: ID, version: 1, by: LONG, state: 'waiting' }, card: 'approved', asked: { id: ID, by: LONG } },
  ...{ kept: true, until: DATE },
};

const size = (kind: string, name: string, value: unknown, blocks: number) =>
  `${kind.padEnd(8)} ${name.padEnd(34)} ${String(blocks).padStart(3)} blocks ${String(JSON.stringify(value).length).padStart(6)} characters`;
const table: string[] = [];

describe('messages', () => {
  test.each<[string, Body]>([
    ['the look back', prepMessage(content, words, { unfixed: true })],
    ['the two last things', afterMessage(content, words, { handOn: false, thanks: false })],
    ['the two last things, with all else', afterMessage(content, words, { handOn: true, thanks: true })],
    ['what is handed on', handOnMessage(content, words)],
    ['thanks', thanksMessage(content, words)],
    ['the next round', nextMessage(content, { round: ID, leader: ID, date: DATE })],
    ['an insight', insightMessage(content, { ...insight, partner: LONG })],
    ['an insight that is shared', outcomeMessage(content, { text: text(LENGTHS.insight), state: 'named' })],
    ['an insight that is not', outcomeMessage(content, { text: text(LENGTHS.insight), state: 'stopped' })],
    [
      'an introduction',
      introductionMessage(content, { id: ID, writtenAt: WRITTEN, partner: LONG, text: text(LENGTHS.introduction), said: 'declined' }),
    ],
    ['a line', lineMessage(content, { partner: LONG, text: text(LENGTHS.line) })],
  ])('%s', (name, body) => {
    table.push(size('message', name, body, body.blocks.length));
    expect(checkBlocks(body.blocks as never, 'message')).toEqual([]);
    expect(body.text).not.toBe('');
  });

  test('none that time sends has more than a hundred words, whatever is folded into it', () => {
    const short: LastWords = {
      ...words,
      name: 'Amina',
      partner: 'Bo',
      partners: [{ leader: ID, name: 'Bo' }],
      introduces: { leader: ID, name: 'Bo' },
    };
    const sent = [
      prepMessage(content, short, { unfixed: true }),
      afterMessage(content, short, { handOn: true, thanks: true }),
      handOnMessage(content, short),
      thanksMessage(content, short),
      nextMessage(content, { round: ID, leader: ID, date: DATE }),
    ];
    expect(sent.map((body) => wordsIn(body.text)).filter((count) => count > 100)).toEqual([]);
    expect(sent.every((body) => body.text.endsWith('Change times, pause or stop: Home tab.'))).toBe(true);
  });
});

describe('forms', () => {
  const offered = Array.from({ length: 12 }, (_, n) => ({ id: `${ID.slice(2)}${n + 10}`, when: text(80), will: text(140) }));
  test.each<[string, ModalView]>([
    ['the look back', lookBackForm(content, { pair: ID, answers, taps: thenAndNow(content, { then: taps, now: taps, before: taps }) })],
    ['the look back, to read', lookBackModal(content, answers)],
    ['a look back that cannot be opened', lookBackModal(content, 'broken')],
    ['no look back', lookBackModal(content, undefined)],
    ['the questions for the meeting', togetherModal(content, { trio: true })],
    [
      'an insight',
      insightForm(content, { pair: ID, over: 9999, partner: `${LONG} and ${LONG}`, text: text(LENGTHS.insight), how: 'named' }),
    ],
    ['an insight, to decide', insightModal(content, { ...insight, by: LONG })],
    ['one’s own insight', insightModal(content, insight)],
    ['the card', cardForm(content, { pair: ID, card })],
    ['the card, to approve', cardModal(content, { pair: ID, id: ID, writtenAt: WRITTEN, card, approved: false })],
    ['an introduction', introductionForm(content, { pair: ID, leader: ID, partner: LONG, text: text(LENGTHS.introduction) })],
    [
      'an introduction, to decide',
      introductionModal(content, { id: ID, writtenAt: WRITTEN, partner: LONG, text: text(LENGTHS.introduction) }),
    ],
    ['a line', lineForm(content, { pair: ID, leader: ID, partner: LONG, before: 2 })],
    [
      'a new partner’s words',
      partnerWordsModal(
        content,
        [1, 2].map(() => ({ name: LONG, card, introductions: [text(200), text(200)] })),
      ),
    ],
    ['no words', partnerWordsModal(content, [])],
    ['a commitment to take along', carryForm(content, { pair: ID, offered, chosen: offered[0]?.id ?? '' })],
    ['no commitment to take along', carryForm(content, { pair: ID, offered: [] })],
    ['that it is done', doneModal('An introduction', content.say('reviewing.introduction.sent', { partner: LONG }))],
  ])('%s', (name, view) => {
    table.push(size('modal', name, view, view.blocks.length));
    expect(checkView(view, 'modal')).toEqual([]);
  });
});

describe('Home', () => {
  test.each([
    ['all there is to close', closingBlocks(content, seen)],
    ['the next round', nextBlocks(content, { round: ID, leader: ID, date: DATE })],
    ['a new partner’s words', partnerWordsBlocks(content, { pair: ID, names: `${LONG} and ${LONG}` })],
    [
      'what is left of the last round',
      [lastLookBack(content, ID), keeping(content, { round: ID, leader: ID, kept: false }), carriedLine(content)],
    ],
  ])('%s', (name, blocks) => {
    table.push(size('home', name, blocks, blocks.length));
    expect(checkView({ type: 'home', blocks }, 'home')).toEqual([]);
    expect(blocks.length).toBeLessThanOrEqual(8);
  });
});

test('each view, with the longest that may stand in it', () => {
  expect(answered(content, LOOKING_BACK, answers)).toHaveLength(8);
  process.stdout.write(`${table.join('\n')}\n`);
  expect(table).toHaveLength(33);
});
