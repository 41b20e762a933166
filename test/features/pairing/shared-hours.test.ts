// How many hours people share on the day on which they share most.
import { expect, test } from '@jest/globals';
import { sharedHours } from '../../../src/features/pairing/planning/shared-hours.ts';
import { fitOf, topicsOf } from '../../../src/features/pairing/planning/topics.ts';
import { week } from './people.ts';

test.each([
  ['the same hours', week(9, 17), week(9, 17), 8],
  ['an hour apart', week(9, 17), week(10, 18), 7],
  ['one hour left', week(9, 17), week(16, 24), 1],
  ['none', week(0, 8), week(9, 17), 0],
  ['different days', week().slice(0, 2), week().slice(2), 0],
  ['one day in common', week().slice(0, 3), week().slice(2), 8],
  ['a working day that runs over midnight', [[1320, 1800] as const], [[1380, 2000] as const], 7],
  [
    'a working day that runs over the end of the week',
    [[9960, 10080] as const, [0, 240] as const],
    [[9900, 10080] as const, [0, 300] as const],
    6,
  ],
  ['nobody works at all', [], week(), 0],
  ['always', [[0, 10080] as const], [[0, 10080] as const], 168],
])('%s', (_, one, other, hours) => {
  expect([sharedHours(one, other), sharedHours(other, one)]).toEqual([hours, hours]);
});

test('three people share what all of them share', () => {
  expect(sharedHours(week(9, 17), week(11, 19), week(8, 14))).toBe(3);
});

test('topics fit where one can help with what the other would like to work on', () => {
  const topics = (workOn: string, helpWith: string) => topicsOf({ workOn, helpWith });
  expect(fitOf(topics('Delegating more, and budgets', ''), topics('', 'Delegation. Budgeting!'))).toBe(2);
  expect(fitOf(topics('', 'Négociation'), topics('La négociation', ''))).toBe(1);
  expect(fitOf(topics('I want to be better with people at work', ''), topics('', 'Being with people at work, better'))).toBe(0);
  expect(fitOf(topics('', ''), topics('delegation', 'delegation'))).toBe(0);
});
