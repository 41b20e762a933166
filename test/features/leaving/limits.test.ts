// Every form, answer and message of the leaving room, filled with the longest that may stand in them, held against Slack's limits.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import { fileText } from '../../../src/features/joining/text-file-view.ts';
import { leftChannelLetter, organiserLetter, partnerLetters } from '../../../src/features/leaving/letters.ts';
import {
  eraseQuestion,
  leaveQuestion,
  leftAnswer,
  notHandedOver,
  privacyAnswer,
  shownModal,
  whoSeesWhatModal,
} from '../../../src/features/leaving/views.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { answerModal } from '../../../src/platform/slack/answers.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';

const content = loadContent();
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`;
const ID = 'f'.repeat(32);
const now = Temporal.Instant.from('2027-01-04T09:00:00Z');

const programme: Programme = {
  ...{
    id: ID,
    workspace: 'T1',
    channel: 'C0LEADERS',
    name: LONG.slice(0, 80),
    anchorOn: Temporal.PlainDate.from('2027-09-29'),
    anchorNumber: 1,
  },
  ...{ cycleMonths: 6, sendWeekday: 2, sendTime: '09:30', timeZone: 'UTC', functions: [], workingDays: [1], choosing: 'welcome' },
  ...{
    announcing: 'names',
    rotating: 'automatic',
    helpLinks: [],
    foundedBy: 'U1',
    foundedAt: '2027-01-04T09:00:00.000Z',
    channelLostAt: null,
  },
};
const leader: Leader = {
  ...{ id: ID, workspace: 'T1', programme: ID, user: 'U000000001', name: LONG, email: null, function: LONG, level: '', manager: null },
  ...{ managerEmail: null, timeZone: 'Europe/London', workingDays: [1, 2], workingFrom: '09:00', workingTo: '17:00', rhythm: 'steady' },
  ...{ sendWeekday: null, sendTime: null, privateSealed: null, joinedAt: '2027-01-04T09:00:00.000Z', pausedAt: null, pausedUntil: null },
  ...{ leftAt: null, leftBecause: null },
};
const alone = { pair: ID, round: ID, others: [{ ...leader, id: `${ID}1` }] };
const trio = {
  pair: ID,
  round: ID,
  others: [
    { ...leader, id: `${ID}1` },
    { ...leader, id: `${ID}2` },
  ],
};
const departure = { programme, leader, leftAt: '2027-01-04T09:00:00.000Z', partnership: alone };

describe('answers', () => {
  test.each([
    ['who sees what', privacyAnswer(content)],
    ['whether to leave', leaveQuestion(content, programme, trio)],
    ['having left a pair', leftAnswer(content, programme, leader, alone)],
    ['having left a trio', leftAnswer(content, programme, leader, trio)],
    ['having left before a round', leftAnswer(content, programme, leader, undefined)],
    ['whether to delete everything', eraseQuestion(content)],
    ['files that Slack does not take', notHandedOver(content)],
  ])('%s', (_, answer) => {
    expect(checkBlocks((answer.blocks ?? []) as never, 'message')).toEqual([]);
    expect(checkView(answerModal(answer), 'modal')).toEqual([]);
  });

  test('the full list is whole', () => {
    const view = whoSeesWhatModal(content);
    expect(checkView(view, 'modal')).toEqual([]);
    const missing = content
      .ids()
      .filter((id) => id.startsWith('who.') && !JSON.stringify(view).includes(JSON.stringify(content.say(id).slice(0, 40)).slice(1, -1)));
    expect(missing).toEqual([]);
  });

  test('a person’s data of any size', () => {
    const { text, blocks = [] } = fileText(content.say('leaving.export.shown'), LONG.repeat(9000));
    expect(checkView(shownModal(text, blocks), 'modal')).toEqual([]);
  });
});

describe('messages', () => {
  test.each([
    ...partnerLetters(content, departure, now),
    ...partnerLetters(content, { ...departure, partnership: trio }, now),
    organiserLetter(content, departure, 'U1'),
    organiserLetter(content, { ...departure, partnership: trio }, 'U1'),
    leftChannelLetter(content, departure),
  ])('$kind $key', ({ body, key }) => {
    expect(checkBlocks(body.blocks as never, 'message')).toEqual([]);
    expect(body.text).not.toBe('');
    expect(key.length).toBeLessThan(255);
  });

  test('say the bare fact and nothing of why', () => {
    const [letter] = partnerLetters(content, { ...departure, leader: { ...leader, name: 'Bo', leftBecause: 'deactivated' } }, now);
    expect(letter?.body.text).toBe(content.say('m.partner.left', { partner: 'Bo' }));
  });
});
