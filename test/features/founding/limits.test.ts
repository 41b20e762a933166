// Every form and answer of the founding room, filled with the longest that may stand in them, held against Slack's limits.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { auditAnswer, auditModal } from '../../../src/features/founding/audit-view.ts';
import { changesBetween } from '../../../src/features/founding/changes.ts';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { SettingsWish } from '../../../src/features/founding/settings-form.ts';
import { settingsModal } from '../../../src/features/founding/settings-view.ts';
import { changedModal, foundedModal, moveAnswer, toldModal, whichAnswer } from '../../../src/features/founding/views.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { answerModal } from '../../../src/platform/slack/answers.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';

const content = loadContent();
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`;
const ID = 'f'.repeat(32);
const day = (text: string) => Temporal.PlainDate.from(text);

const wish: SettingsWish = {
  name: LONG.slice(0, 80),
  nextOn: day('2027-09-29'),
  functions: Array.from({ length: 40 }, (_, n) => `${n}${LONG}`.slice(0, 70)),
  cycleMonths: 12,
  sendWeekday: 3,
  sendTime: '11:59',
  timeZone: 'America/Argentina/ComodRivadavia',
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  rests: Array.from({ length: 30 }, (_, n) => ({ from: day('2027-01-04').add({ weeks: n }), to: day('2027-01-08').add({ weeks: n }) })),
  choosing: 'welcome',
  announcing: 'functions',
  rotating: 'approve',
  helpLinks: Array.from({ length: 10 }, () => LONG.slice(0, 200)),
};
const { nextOn: anchorOn, rests: _, ...settings } = wish;
const programme: Programme = {
  ...settings,
  ...{ anchorOn, anchorNumber: 1, id: ID, workspace: 'T1', channel: 'C0LEADERS', foundedBy: 'U1', foundedAt: '2027-01-04T09:00:00.000Z' },
  channelLostAt: null,
};
const other: SettingsWish = {
  ...{ name: 'x', nextOn: day('2027-03-01'), functions: [], cycleMonths: 1, sendWeekday: 1, sendTime: '09:00', timeZone: 'UTC' },
  ...{ workingDays: [1], rests: [], choosing: 'bot', announcing: 'names', rotating: 'automatic', helpLinks: [] },
};
const { sayings } = changesBetween(other, wish);
const changes = sayings.map(({ id, blanks }) => content.say(id, blanks));
const deeds = ['founded', 'round-moved', 'settings-changed', 'organiser-added', 'something-else'].flatMap((action, n) =>
  Array.from({ length: 4 }, () => ({
    ...{ id: ID, workspace: 'T1', programme: ID, actor: 'U1', action, subject: 'U2', at: `2027-01-0${n + 1}T09:00:00.000Z` },
    detail: JSON.stringify(
      action === 'settings-changed'
        ? { fields: Object.keys(settings).join(' ') }
        : { first: '2027-01-12', from: '2027-01-12', to: '2027-01-13' },
    ),
  })),
);

describe('forms', () => {
  test.each([
    ['to found', settingsModal(content, { to: 'found', wish, about: 'C0LEADERS' })],
    ['of settings', settingsModal(content, { to: 'settings', wish, about: JSON.stringify({ programme: ID }) })],
    [
      'of settings that are said back',
      settingsModal(content, { to: 'settings', wish, about: JSON.stringify({ programme: ID, confirmed: ID }), changes }),
    ],
    ['once founded', foundedModal(content, programme)],
    ['once changed', changedModal(content, sayings)],
    ['that tells something', toldModal('Coaching Pairs', LONG.repeat(30))],
  ])('%s', (_, view) => {
    expect(checkView(view, 'modal')).toEqual([]);
  });
});

describe('answers', () => {
  test.each([
    [
      'which programme',
      whichAnswer(
        content,
        'joining.pause-in',
        Array.from({ length: 60 }, () => programme),
        LONG.repeat(20),
      ),
    ],
    [
      'a programme that can move',
      moveAnswer(
        content,
        'C0LEADERS',
        Array.from({ length: 60 }, () => programme),
      ),
    ],
    ['the audit', auditAnswer(content, programme, deeds, 999)],
    ['an empty audit', auditAnswer(content, programme, [], 0)],
  ])('%s', (_, answer) => {
    expect(answer.text.length).toBeLessThan(12_000);
    expect(checkBlocks((answer.blocks ?? []) as never, 'message')).toEqual([]);
    expect(checkView(answerModal(answer), 'modal')).toEqual([]);
  });

  test('a page of the audit is a modal Slack takes', () => {
    expect(checkView(auditModal(content, programme, { deeds, count: 99_999, page: 7 }), 'modal')).toEqual([]);
    expect(checkView(auditModal(content, programme, { deeds: [], count: 0, page: 0 }), 'modal')).toEqual([]);
  });

  test('the audit is in words, whoever recorded it and whatever has since changed', () => {
    const { text } = auditAnswer(content, programme, deeds, deeds.length);
    expect(text).toContain('<@U1> moved the next round from Tuesday 12 January 2027 to Wednesday 13 January 2027.');
    expect(text).toContain('<@U1> made <@U2> an organiser.');
    expect(text).toContain('<@U1>: something else.');
    expect(text).toContain('the name, ');
    expect(auditAnswer(content, programme, [{ ...(deeds[4] as (typeof deeds)[number]), detail: '{}' }], 1).text).toContain('round moved');
  });
});
