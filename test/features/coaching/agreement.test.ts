// The agreement's head, and its views with the longest that may stand in them, held against Slack's limits.
import { afterAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { FORM, linesForm, MOST } from '../../../src/features/coaching/agreement/form-view.ts';
import { agreedMessage, agreeMessage, changedMessage } from '../../../src/features/coaching/agreement/letters.ts';
import {
  allAgreed,
  blanksIn,
  changesIn,
  isComplete,
  isHalfWay,
  type LinesWish,
  type Person,
  type Standing,
  whereTheyAre,
} from '../../../src/features/coaching/agreement/plan.ts';
import { agreementModal, agreementTold, homeBlocks } from '../../../src/features/coaching/agreement/views.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { home } from '../../../src/platform/slack/blocks.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';
import { printSizes, sizeOf, type ViewSize } from '../view-sizes.ts';

const content = loadContent();
const LONG = `${'<&>*_Wolfeschlegelsteinhausenbergerdorff '.repeat(4)}`.slice(0, 150);
const ID = 'f'.repeat(32);
const sizes: ViewSize[] = [];

afterAll(() => printSizes(sizes));

const person = (leader: string, more: Partial<Person> = {}): Person => ({ leader, name: leader, agreed: false, ...more });
const standing = (more: Partial<Standing> = {}): Standing => ({
  ...{ pair: ID, version: 3, people: [person('amina'), person('bo')], me: 'amina', lookAgain: false },
  ...more,
});
const nothing: LinesWish = { by: '', added: '', helps: '' };

describe('who has agreed', () => {
  const own = (leader: string, agreedVersion: number | null) => ({ leader, agreedVersion, direct: null, helpsSealed: null });
  test.each([
    ['both, to what stands', [own('amina', 3), own('bo', 3)], ['amina', 'bo'], true],
    ['one', [own('amina', 3)], ['amina', 'bo'], false],
    ['one to an older version', [own('amina', 3), own('bo', 2)], ['amina', 'bo'], false],
    ['two of three', [own('amina', 3), own('bo', 3)], ['amina', 'bo', 'chidi'], false],
    ['everyone but who has left', [own('amina', 3), own('bo', 3), own('chidi', 1)], ['amina', 'bo'], true],
    ['one who is left alone', [own('amina', 3)], ['amina'], false],
  ])('%s', (_, owns, members, complete) => {
    expect(
      isComplete(
        { version: 3, owns },
        members.map((leader) => ({ leader })),
      ),
    ).toBe(complete);
  });

  test('nobody has agreed to what nobody has', () => {
    expect(allAgreed({ people: [] })).toBe(false);
    expect(allAgreed({ people: [person('amina', { agreed: true })] })).toBe(false);
  });
});

describe('a change', () => {
  const filled = standing({ rhythm: 'steady', weekday: 2, time: '10:00', by: 'video' });
  const asBefore: LinesWish = { ...nothing, rhythm: 'steady', weekday: 2, time: '10:00', by: 'video' };
  test.each([
    ['none', standing(), nothing, { any: false, raises: false }],
    ['none, of what was filled in', filled, asBefore, { any: false, raises: false }],
    ['a line of all of them', standing(), { ...nothing, rhythm: 'full' as const }, { any: true, raises: true }],
    ['another time', filled, { ...asBefore, time: '11:00' }, { any: true, raises: true }],
    ['a cleared line', filled, { ...asBefore, by: '' }, { any: true, raises: true }],
    ['a line of their own', standing(), { ...nothing, added: 'No slides.' }, { any: true, raises: true }],
    ['a first word about oneself', standing(), { ...nothing, direct: 'ask' as const, helps: 'a break' }, { any: true, raises: false }],
    [
      'another word about oneself',
      standing({ people: [person('amina', { direct: 'ask' }), person('bo')] }),
      { ...nothing, direct: 'gently' as const },
      { any: true, raises: true },
    ],
  ])('%s', (_, before, wish, expected) => {
    const { any, raises } = changesIn(before, wish);
    expect({ any, raises }).toEqual(expected);
  });
});

test('a usual time is the same moment for both, across zones and a change of the clocks', () => {
  const chosen = { weekday: 4, time: '22:30', zone: 'Europe/London' };
  const winter = Temporal.PlainDate.from('2027-01-18');
  expect(whereTheyAre(chosen, 'Europe/London', winter)).toEqual({ weekday: 4, time: '22:30' });
  expect(whereTheyAre(chosen, 'Pacific/Auckland', winter)).toEqual({ weekday: 5, time: '11:30' });
  expect(whereTheyAre(chosen, 'Pacific/Auckland', Temporal.PlainDate.from('2027-06-14'))).toEqual({ weekday: 5, time: '09:30' });
  expect(whereTheyAre(chosen, 'Pacific/Honolulu', winter)).toEqual({ weekday: 4, time: '12:30' });
  expect(whereTheyAre({ ...chosen, time: null }, 'Asia/Kolkata', winter)).toEqual({ weekday: 4 });
});

test('half way is the seventh fortnight and after', () => {
  expect([1, 6, 7, 13, 'before', 'after'].map((n) => isHalfWay(n as number))).toEqual([false, false, true, true, false, false]);
});

test('blanks are told until they are filled', () => {
  expect(blanksIn(standing())).toEqual([6, 8, 9]);
  const own = person('amina', { direct: 'ask', helps: 'captions' });
  expect(blanksIn(standing({ rhythm: 'full', weekday: 1, time: '09:00', by: 'phone', people: [own] }))).toEqual([]);
});

describe('within Slack’s limits', () => {
  const people = ['a', 'b', 'c'].map((leader) =>
    person(leader, { name: LONG, agreed: leader === 'a', direct: 'gently', helps: '&'.repeat(MOST.helps) }),
  );
  const longest = standing({
    ...{ people, me: 'a', rhythm: 'steady', weekday: 3, time: '23:30', by: '&'.repeat(MOST.by), added: '&'.repeat(MOST.added) },
    ...{ lookAgain: true, changedBy: LONG },
  });
  test.each([
    ['the agreement of a trio', agreementModal(content, longest, { id: 'coaching.agreement.meanwhile' })],
    ['an empty agreement', agreementModal(content, standing())],
    ['its form', linesForm(content, longest, 'America/Argentina/ComodRivadavia')],
    ['its empty form', linesForm(content, standing(), 'UTC')],
    ['a pair that has ended', agreementTold(content, 'coaching.agreement.over')],
  ])('%s', (name, view) => {
    sizes.push(sizeOf(`agreement: ${name}`, view.blocks));
    expect(checkView(view, 'modal')).toEqual([]);
    expect(view.callback_id === FORM || view.callback_id === 'coaching.agreement').toBe(true);
  });

  test.each([
    ['agree', agreeMessage(content, ID)],
    ['agreed', agreedMessage(content, ID)],
    ['changed', changedMessage(content, { pair: ID, name: LONG, trio: true })],
  ])('the message %s', (name, { text, blocks }) => {
    sizes.push(sizeOf(`agreement: message ${name}`, blocks));
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(text.length).toBeLessThan(3900);
  });

  test('the part of Home', () => {
    const blocks = homeBlocks(content, longest, ID);
    sizes.push(sizeOf('agreement: part of Home', blocks));
    expect(checkView(home(blocks), 'home')).toEqual([]);
    expect(blocks.length).toBeLessThanOrEqual(2);
  });
});
