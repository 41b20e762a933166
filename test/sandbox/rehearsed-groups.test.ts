// What people do together in a rehearsal, drawn by dice, and what its report says of it.
import { expect, test } from '@jest/globals';
import { drawn, likes, someOf, tapped } from '../../src/sandbox/colleagues/groups/chance.ts';
import { groupLines } from '../../src/sandbox/rehearse/group-lines.ts';

test('whoever is silent joins in nothing, and most others now and then', () => {
  expect(likes('silent', 1, () => 0)).toBe(false);
  expect(likes('prompt', 0.5, () => 0.55)).toBe(true);
  expect(likes('forgetful', 0.5, () => 0.4)).toBe(false);
});

test('one of several is drawn by weight, some without any twice, and of buttons only an answer is tapped', () => {
  expect(drawn({ Coming: 3, 'Not this time': 1 }, () => 0.74)).toBe('Coming');
  expect(drawn({ Coming: 3, 'Not this time': 1 }, () => 0.76)).toBe('Not this time');
  expect(someOf(['Amina', 'Bo', 'Chidi'], 5, () => 0.9).sort()).toEqual(['Amina', 'Bo', 'Chidi']);
  expect(tapped(['Leave', 'Yes'], () => 0.5)).toBe('Yes');
  expect(tapped(['Leave', 'Plan the half hour'], () => 0.5)).toBeUndefined();
});

test('the report says what groups came to, in figures', () => {
  const lines = groupLines({
    forums: { offered: 3, held: { six: 1, few: 1 }, ended: { done: 2, 'called-off': 1 } },
    seats: { taken: 9, givenBack: 1, mayBring: 4, absent: 0, replied: 6, asked: 9 },
    teams: { started: 2, begun: 1, asked: 12, joined: 6, pairs: 3, ended: { few: 1 } },
    taps: { replied: 5, asked: 6 },
    gatherings: { planned: 1, calledOff: 0, reveals: 1, revealed: 1, coming: 7, notThisTime: 2 },
  });
  expect(lines[0]).toBe('  forums      3 offered, 1 with six to eight, 1 with two or three; ended: done 2, called-off 1');
  expect(lines).toContain('  members     12 asked, 6 joined, in 3 pairs');
  expect(lines).toContain('  next pairs  named at 1, told after 1');
});
