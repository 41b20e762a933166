// Every message and form of a match that changes, filled with the longest that may stand in them, held against Slack's limits.
import { afterAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { longerAnswer, longerMessage, longerQuestion } from '../../../src/features/pairing/longer-views.ts';
import type { Pair } from '../../../src/features/pairing/pairs.ts';
import { askedAnswer, changeQuestion, wantQuestion } from '../../../src/features/pairing/rematching/change-views.ts';
import * as letters from '../../../src/features/pairing/rematching/letters.ts';
import { suggestedModal, suggestionModal } from '../../../src/features/pairing/rematching/suggestion-view.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';

const content = loadContent();
/** A name as long as Slack and the forms allow, with everything in it that has to be escaped. */
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const long = { name: LONG, function: LONG.slice(0, 75) };
const DATE = 'Wednesday 30 September 2027';
const ID = 'f'.repeat(32);
const because = { id: 'pairing.total.leaders', blanks: { x: LONG } };
const day = Temporal.PlainDate.from('2027-09-29');
const now = Temporal.Instant.from('2027-09-20T09:00:00Z');
const round = { confirm_by: '2027-09-15T09:00:00.000Z', begins_on: '2027-09-27' };
const rows: string[] = [];

function pairOf(count: number): Pair & { reasons: (typeof because)[] } {
  const member = { ...long, user: 'U1', confirmedAt: null, askedAnotherAt: null, leftAt: null };
  const members = Array.from({ length: count }, (_, place) => ({ ...member, leader: `${ID}${place}`, place }));
  return { id: ID, round: ID, whySealed: '', openedAt: null, endedAt: null, members, reasons: Array.from({ length: 6 }, () => because) };
}

const turned = (count: number, turn: letters.Turn) =>
  letters.turnedMessage(content, { pair: pairOf(count), leader: `${ID}0`, turn }, { round, zone: 'Europe/London', now });

afterAll(() => {
  process.stdout.write(`${rows.join('\n')}\n`);
});

describe('messages', () => {
  const words = { pair: ID, partner: long, until: day };
  const bodies = [
    ['a new match', turned(2, 'changed')],
    ['a first match, late', turned(2, 'placed')],
    ['three from two', turned(3, 'grown')],
    ['a new trio', turned(3, 'changed')],
    ['two from three', turned(2, 'shrunk')],
    ['alone for now', letters.aloneMessage(content)],
    ['late', letters.lateMessage(content, { date: DATE, next: DATE })],
    ['still waiting', letters.waitingMessage(content, DATE)],
    ['no other', letters.noneMessage(content, [long, long])],
    ['no other, to the organiser', letters.noneForMessage(content, { name: LONG, cause: LONG.repeat(15) })],
    ['nobody yet, to the organiser', letters.noneForMessage(content, { name: LONG, cause: LONG.repeat(15), wish: ID })],
    ['somebody asks', letters.changeRequest(content, { name: LONG, date: DATE, wish: ID })],
    ['would you take in a third', letters.thirdQuestion(content, { third: long, partner: long, value: `${ID} ${ID}` })],
    ['asks for another', changeQuestion(content, { pair: ID, partners: [long, long] })],
    ['has asked', askedAnswer(content, { pair: ID, date: DATE })],
    ['has no partner', wantQuestion(content, { programme: ID, date: DATE })],
    ['two more weeks', longerQuestion(content, words)],
    ['two more weeks, agreed', longerMessage(content, 'agreed', words)],
    ['two more weeks, not', longerMessage(content, 'declined', words)],
  ] as const;

  test.each(bodies)('%s is a message Slack takes', (name, { text, blocks = [] }) => {
    rows.push(
      `${name.padEnd(34)} ${String(blocks.length).padStart(3)} blocks ${String(JSON.stringify(blocks).length).padStart(7)} characters`,
    );
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(text).not.toBe('');
  });

  test('an answer about two more weeks has words for whatever comes of it', () => {
    const partners = pairOf(3).members;
    for (const then of ['agreed', 'asked', 'declined'] as const)
      expect(longerAnswer(content, { ok: true, then, partners, until: day }).text).not.toBe('');
    for (const why of ['others', 'old', 'not-begun', 'once', 'late', 'declined'] as const)
      expect(longerAnswer(content, { ok: false, because: why }).text).not.toBe('');
  });
});

describe('forms', () => {
  const pair = { members: [long, long, long], reasons: Array.from({ length: 6 }, () => because), compromises: [because, because] };
  const suggestion = { name: LONG, wish: ID, mark: ID, made: [], others: [], causes: Array.from({ length: 40 }, () => because) };
  const forms = [
    ['nothing to suggest', suggestionModal(content, suggestion)],
    ['a suggestion', suggestionModal(content, { ...suggestion, made: [pair], others: [] })],
    [
      'a suggestion that moves many',
      suggestionModal(
        content,
        { ...suggestion, made: Array.from({ length: 60 }, () => pair), others: Array.from({ length: 60 }, () => [long, long]) },
        'changed',
      ),
    ],
    ['a word', suggestedModal(content.say('pairing.repair.suggest.loading'))],
  ] as const;

  test.each(forms)('%s is a modal Slack takes', (name, view) => {
    rows.push(
      `${name.padEnd(34)} ${String(view.blocks.length).padStart(3)} blocks ${String(JSON.stringify(view).length).padStart(7)} characters`,
    );
    expect(checkView(view, 'modal')).toEqual([]);
  });
});
