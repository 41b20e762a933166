import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isAway, planPause, returnsAt } from '../../../src/features/joining/plan.ts';
import { planImport } from '../../../src/features/joining/rosters/import-plan.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const facts = { today: day('2027-02-01'), nextRoundOn: day('2027-07-12'), paired: true };

describe('a pause', () => {
  test.each([
    ['until tomorrow', '2027-02-02', { ok: true, days: 1, overRound: false }],
    ['of four weeks within a round', '2027-03-01', { ok: true, days: 28, overRound: false }],
    ['over the start of a round, as long as it needs to be', '2027-07-13', { ok: true, days: 162, overRound: true }],
    ['until the very day of a round: Bo is there for it', '2027-07-12', { ok: false, because: 'too-long', latest: day('2027-03-01') }],
    ['of four weeks and a day within a round', '2027-03-02', { ok: false, because: 'too-long', latest: day('2027-03-01') }],
    ['until today', '2027-02-01', { ok: false, because: 'past' }],
    ['until yesterday', '2027-01-31', { ok: false, because: 'past' }],
    ['of more than two years', '2029-02-02', { ok: false, because: 'too-far' }],
  ])('%s', (_, until, expected) => {
    expect(planPause({ ...facts, until: day(until) })).toEqual(expected);
  });

  test('may be longer than four weeks for someone without a partner', () => {
    expect(planPause({ ...facts, paired: false, until: day('2027-06-01') })).toMatchObject({ ok: true, overRound: false });
  });

  test('over a round that waits for an organiser sits that round out', () => {
    expect(planPause({ ...facts, nextRoundOn: day('2027-01-30'), until: day('2027-02-10') })).toMatchObject({ ok: true, overRound: true });
  });
});

describe('being away', () => {
  const paused = { pausedAt: '2027-02-01T10:00:00.000Z', pausedUntil: day('2027-02-15'), leftAt: null };

  test('lasts until the day before the one named', () => {
    expect(isAway(paused, day('2027-02-14'))).toBe(true);
    expect(isAway(paused, day('2027-02-15'))).toBe(false);
  });

  test('is for good for someone who has left, and without end for a pause without a day', () => {
    expect(isAway({ ...paused, pausedAt: null, leftAt: '2027-02-01T10:00:00.000Z' }, day('2030-01-01'))).toBe(true);
    expect(isAway({ ...paused, pausedUntil: null }, day('2030-01-01'))).toBe(true);
  });

  test.each([
    ['Europe/London', '2027-02-15T00:00:00Z'],
    ['Pacific/Auckland', '2027-02-14T11:00:00Z'],
    ['America/New_York', '2027-02-15T05:00:00Z'],
  ])('ends at midnight in %s', (timeZone, instant) => {
    expect(returnsAt({ pausedUntil: paused.pausedUntil, timeZone })?.toString()).toBe(instant);
  });
});

describe('an imported list', () => {
  const person = { kind: 'member', standing: 'new', function: 'Finance' } as const;

  test.each([
    ['somebody new', { user: 'U1', ...person }, 'invite'],
    ['somebody whom nobody here knows', { user: null, ...person, kind: null }, 'unknown'],
    ['a guest', { user: 'U1', ...person, kind: 'guest' }, 'guest'],
    ['an account that is no longer active', { user: 'U1', ...person, kind: 'deactivated' }, 'deactivated'],
    ['a leader who is in', { user: 'U1', ...person, standing: 'in' }, 'in'],
    ['a leader who left', { user: 'U1', ...person, standing: 'left' }, 'left'],
    ['somebody who asked to be forgotten', { user: 'U1', ...person, standing: 'forgotten' }, 'left'],
    ['somebody who has been asked', { user: 'U1', ...person, standing: 'invited' }, 'asked'],
    ['somebody who would rather not', { user: 'U1', ...person, standing: 'declined' }, 'declined'],
  ] as const)('%s', (_, listed, fate) => {
    expect(planImport([{ entry: 'e', ...listed }], 'invite').get('e')).toBe(fate);
  });

  test('enrols who was only asked before, but nobody who left or would rather not, or whose function nobody has said', () => {
    const listed = [
      { entry: 'asked', user: 'U1', ...person, standing: 'invited' },
      { entry: 'left', user: 'U2', ...person, standing: 'left' },
      { entry: 'not for them', user: 'U3', ...person, standing: 'declined' },
      { entry: 'of no function', user: 'U4', ...person, function: '' },
    ] as const;
    expect([...planImport(listed, 'enrol')]).toEqual([
      ['asked', 'enrol'],
      ['left', 'left'],
      ['not for them', 'declined'],
      ['of no function', 'functionless'],
    ]);
  });

  test('brings somebody with two addresses in once', () => {
    const listed = ['a', 'b'].map((entry) => ({ entry, user: 'U1', ...person }));
    expect([...planImport(listed, 'invite').values()]).toEqual(['invite', 'twice']);
  });
});
