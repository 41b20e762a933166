// Every form, answer and message of the joining room, filled with the longest that may stand in them, held against Slack's limits.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import {
  channelInvitation,
  inviteLetter,
  partnerBack,
  partnerPaused,
  reminderLetter,
  welcomeLetter,
} from '../../../src/features/joining/letters.ts';
import { profileModal } from '../../../src/features/joining/profile-view.ts';
import { FATES } from '../../../src/features/joining/rosters/import-plan.ts';
import { importReport, outcomeLines } from '../../../src/features/joining/rosters/import-report.ts';
import { importedModal, importModal } from '../../../src/features/joining/rosters/import-views.ts';
import { fieldsModal, inviteModal } from '../../../src/features/joining/rosters/invite-views.ts';
import type { RosterLine } from '../../../src/features/joining/rosters/roster.ts';
import { readRoster } from '../../../src/features/joining/rosters/roster-csv.ts';
import { faultBlocks } from '../../../src/features/joining/rosters/roster-faults-view.ts';
import { rosterModal } from '../../../src/features/joining/rosters/roster-views.ts';
import { fileText } from '../../../src/features/joining/text-file-view.ts';
import {
  joinedModal,
  pausedAnswer,
  pauseModal,
  pauseQuestion,
  pauseQuestionModal,
  toldModal,
} from '../../../src/features/joining/views.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { answerModal } from '../../../src/platform/slack/answers.ts';
import type { Answer } from '../../../src/platform/slack/spoken.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';

const content = loadContent();
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`;
const ID = 'f'.repeat(32);
const now = Temporal.Instant.from('2027-01-04T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const zone = 'America/Argentina/ComodRivadavia';

const programme: Programme = {
  ...{ id: ID, workspace: 'T1', channel: 'C0LEADERS', name: LONG.slice(0, 80), anchorOn: day('2027-09-29'), anchorNumber: 1 },
  ...{ cycleMonths: 6, sendWeekday: 2, sendTime: '09:30', timeZone: zone, workingDays: [1, 2, 3, 4, 5] },
  ...{ functions: Array.from({ length: 100 }, (_, n) => `${n}${LONG}`.slice(0, 75)), choosing: 'welcome', announcing: 'names' },
  ...{ rotating: 'automatic', helpLinks: [], foundedBy: 'U1', foundedAt: '2027-01-04T09:00:00.000Z', channelLostAt: null },
};
const wish = {
  ...{ function: LONG.slice(0, 75), level: LONG.slice(0, 60), manager: 'U000000001', timeZone: zone, workingDays: [1, 2, 3, 4, 5, 6, 7] },
  ...{ workingFrom: '11:59', workingTo: '23:59', rhythm: 'steady' as const },
  wishes: {
    welcomes: ['U1', 'U2', 'U3'],
    avoids: Array.from({ length: 50 }, (_, n) => `U${n}`),
    workOn: LONG.repeat(4).slice(0, 600),
    helpWith: LONG.repeat(4).slice(0, 600),
  },
};
const leader: Leader = {
  ...wish,
  ...{
    id: ID,
    workspace: 'T1',
    programme: ID,
    user: 'U000000001',
    name: LONG,
    email: null,
    managerEmail: null,
    sendWeekday: null,
    sendTime: null,
  },
  ...{ privateSealed: null, joinedAt: '2027-01-04T09:00:00.000Z', pausedAt: '2027-01-04T09:00:00.000Z', pausedUntil: day('2027-09-22') },
  ...{ leftAt: null, leftBecause: null },
};
const bringing = { programme, by: 'U000000002', nextOn: day('2027-09-29') };
const plan = {
  ok: true as const,
  leader,
  days: 99,
  partnership: { pair: ID, round: ID, others: [leader, leader] },
  overRound: day('2027-09-29'),
};

const lines = (count: number): RosterLine[] =>
  Array.from({ length: count }, (_, n) => ({
    standing: (['in', 'paused', 'invited', 'listed', 'left'] as const)[n % 5] ?? 'in',
    ...{
      name: LONG,
      email: null,
      function: LONG,
      level: LONG,
      managerEmail: null,
      timeZone: null,
      until: n % 5 === 1 ? '2027-09-22' : null,
      invitedAt: '2027-01-04T09:00:00.000Z',
      remindedAt: '2027-09-29T09:00:00.000Z',
    },
  }));

const entry = {
  ...{
    id: ID,
    workspace: 'T1',
    programme: ID,
    import: ID,
    email: `${'x'.repeat(240)}@example.org`,
    name: LONG,
    function: LONG,
    level: LONG,
  },
  ...{ manager_email: null, time_zone: null, slack_user: null, imported_at: '', looked_up_at: null, invited_at: null, reminded_at: null },
  ...{ declined_at: null, profiled_at: null, manager: null },
};
const outcome = { fates: FATES.flatMap((fate) => Array.from({ length: 60 }, () => ({ entry, fate }))), blocked: 'users:read.email' };
const report = { id: ID, programme: ID, by: 'U1', at: '', wish: 'invite' as const, people: 660 };

const row = { email: `${'x'.repeat(240)}@example.org`, name: LONG, function: LONG, level: LONG, managerEmail: null, timeZone: null };
const changes = {
  fresh: [],
  updated: Array.from({ length: 400 }, () => ({
    ...{ row, name: LONG, isLeader: true },
    changes: (['function', 'level', 'manager', 'zone', 'name'] as const).map((field) => ({ field, from: LONG, to: LONG })),
  })),
  ...{ unchanged: 5_000, missing: lines(400) },
};
const asking = { changes, mark: 'm'.repeat(64), wish: 'invite' as const, file: '', pasted: LONG.repeat(20), notes: [LONG, LONG, LONG] };
const fields = Array.from({ length: 120 }, (_, n) => ({ id: `Xf${n}`, label: LONG, namesPerson: false }));

describe('forms', () => {
  const faults = readRoster(`email,name\n${Array.from({ length: 400 }, () => `${LONG},${LONG},${LONG}`).join('\n')}`);
  test.each([
    [
      'to join, with a function of the list',
      profileModal(content, {
        programme: ID,
        functions: programme.functions,
        wish: { ...wish, function: programme.functions[7] ?? '' },
        to: 'join',
      }),
    ],
    [
      'to change a profile',
      profileModal(content, { programme: ID, functions: programme.functions, wish, to: 'change', first: LONG.repeat(9) }),
    ],
    [
      'to join where there are no functions',
      profileModal(content, { programme: ID, functions: [], wish: { ...wish, function: '' }, to: 'join' }),
    ],
    ['once joined', joinedModal(content, programme, { how: 'joined', nextOn: day('2027-09-29') })],
    ['once changed', joinedModal(content, programme, { how: 'changed', nextOn: day('2027-09-29') })],
    ['once joined in time', joinedModal(content, programme, { how: 'in-time', nextOn: day('2027-09-29') })],
    ['that asks until when', pauseModal(content, programme, day('2027-09-29'))],
    ['that says a pause back', pauseQuestionModal(content, programme, day('2027-09-29'), plan)],
    ['of an empty roster', rosterModal(content, programme, [])],
    ['of a roster of 300', rosterModal(content, programme, lines(300), { page: 3 })],
    ['of the last page', rosterModal(content, programme, lines(300), { page: 99 })],
    ['of a roster of 5,000', rosterModal(content, programme, lines(5_000), { page: 70 })],
    ['of a search', rosterModal(content, programme, lines(300), { find: LONG.slice(0, 80), standing: 'declined' })],
    ['of a page that is none', rosterModal(content, programme, lines(300), { page: Number.NaN })],
    ['to import', importModal(content, programme)],
    ['that says back what a list changes', importModal(content, programme, asking)],
    ['that says it back of a file', importModal(content, programme, { ...asking, file: 'F000000000', pasted: '' })],
    [
      'once a list is kept',
      importedModal(content, programme, { import: ID, people: 5_000, newFunctions: programme.functions, changes, wish: 'enrol' }, [
        LONG,
        LONG,
      ]),
    ],
    ['that asks for fields of profiles', fieldsModal(content, programme, fields, { function: { field: 'Xf7', label: LONG } })],
    ['to invite', inviteModal(content, programme)],
    ['of faults', { ...toldModal('Not imported', ''), blocks: faultBlocks(content, faults.ok ? [] : faults.faults, true) }],
  ])('%s', (_, view) => {
    expect(checkView(view, 'modal')).toEqual([]);
    expect(JSON.stringify(view).length).toBeLessThan(250_000);
  });

  test('everyone of 300 stands on one page of the roster', () => {
    const everyone = lines(300).map((line, n) => ({ ...line, name: `Leader ${n};` }));
    const pages = Array.from({ length: 8 }, (_, page) => JSON.stringify(rosterModal(content, programme, everyone, { page }).blocks)).join(
      '',
    );
    expect(everyone.filter(({ name }) => !pages.includes(name))).toEqual([]);
  });
});

describe('answers', () => {
  const answers: [string, Answer][] = [
    ['a pause, said back', pauseQuestion(content, programme, day('2027-09-29'), plan)],
    ['a pause of someone in a trio', pausedAnswer(content, programme, day('2027-09-29'), plan)],
    ['a pause of someone alone', pausedAnswer(content, programme, day('2027-09-29'), { ...plan, partnership: undefined })],
    ['a file as text', fileText(content.say('joining.export.shown'), LONG.repeat(9000))],
    ['the outcome of an import', { text: outcomeLines(content, outcome).join('\n') }],
  ];
  test.each(answers)('%s', (_, answer) => {
    expect(checkBlocks((answer.blocks ?? []) as never, 'message')).toEqual([]);
    expect(checkView(answerModal(answer), 'modal')).toEqual([]);
  });
});

describe('messages', () => {
  test.each([
    inviteLetter(content, 'U1', bringing),
    reminderLetter(content, 'U1', { ...bringing, asked: day('2027-09-22') }),
    channelInvitation(content, bringing),
    welcomeLetter(content, leader, bringing),
    partnerPaused(content, { to: leader, who: leader, pair: ID }, now),
    partnerBack(content, { to: leader, who: leader, pair: ID }, now),
    importReport(content, report, programme, outcome),
  ])('$kind', ({ body, key }) => {
    expect(checkBlocks(body.blocks as never, 'message')).toEqual([]);
    expect(body.text).not.toBe('');
    expect(key.length).toBeLessThan(255);
  });
});
