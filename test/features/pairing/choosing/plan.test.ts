import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  type Choosers,
  endOf,
  obstacle,
  opensAt,
  phaseOf,
  type SeasonFacts,
  seasonOf,
} from '../../../../src/features/pairing/choosing/plan.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rest = (from: string, to: string) => ({ from: day(from), to: day(to) });

function season(on: string, more: Partial<SeasonFacts> = {}): string {
  const { opensOn, lastDay } = seasonOf({ next: { number: 2, on: day(on) }, workingDays: [1, 2, 3, 4, 5], rests: [], ...more });
  return `${opensOn} to ${lastDay}`;
}

describe('when partners are chosen', () => {
  test.each([
    ['before the first round: four weeks', '2027-02-02', {}, '2027-01-05 to 2027-01-26'],
    ['from fortnight 10 of the round that runs', '2027-08-02', { runningSince: day('2027-02-08') }, '2027-06-14 to 2027-07-26'],
    [
      'later by what the programme rests',
      '2027-08-02',
      { runningSince: day('2027-02-08'), rests: [rest('2027-03-29', '2027-04-04')] },
      '2027-06-21 to 2027-07-26',
    ],
    ['four weeks before where the next round comes early', '2027-05-03', { runningSince: day('2027-02-08') }, '2027-04-05 to 2027-04-26'],
    [
      'earlier where the days before are days of rest',
      '2027-01-05',
      { rests: [rest('2026-12-21', '2027-01-01')] },
      '2026-12-08 to 2026-12-15',
    ],
    ['five working days of a programme that works on one', '2027-02-02', { workingDays: [3] }, '2027-01-05 to 2026-12-30'],
    ['five days of one that never works', '2027-02-02', { workingDays: [] }, '2027-01-05 to 2027-01-28'],
  ] as const)('%s', (_, on, more, said) => {
    expect(season(on, more as Partial<SeasonFacts>)).toBe(said);
  });

  test('the last day is over at midnight where the programme is, also when the clocks change', () => {
    const zone = { timeZone: 'Europe/London' };
    const spring = seasonOf({ next: { number: 1, on: day('2027-04-05') }, workingDays: [1, 2, 3, 4, 5], rests: [] });
    expect(spring.lastDay.toString()).toBe('2027-03-29');
    expect(endOf(spring, zone).toString()).toBe('2027-03-29T23:00:00Z');
    expect(opensAt(spring, zone).toString()).toBe('2027-03-08T00:00:00Z');
    const at = (text: string) => phaseOf(spring, zone, Temporal.Instant.from(text));
    expect(['2027-03-07T23:59:59Z', '2027-03-08T00:00:00Z', '2027-03-29T22:59:59Z', '2027-03-29T23:00:00Z'].map(at)).toEqual([
      'before',
      'open',
      'open',
      'over',
    ]);
  });
});

describe('who may ask whom', () => {
  const everyone = ['amina', 'bo', 'chidi', 'dolores'];
  const choosers = (more: Partial<Choosers> = {}): Choosers => ({
    leaders: new Map(everyone.map((name, at) => [name, ['finance', 'operations', 'finance', 'technology'][at] ?? ''])),
    ...{ lines: new Map(), past: new Map(), forbidden: new Map() },
    ...more,
  });
  const two = (one: string, other: string) =>
    new Map([
      [one, new Set([other])],
      [other, new Set([one])],
    ]);

  test.each([
    ['anybody from another function', choosers(), undefined],
    [
      'nobody from their own, as long as there is somebody else',
      choosers({
        leaders: new Map([
          ['amina', 'finance'],
          ['bo', 'finance'],
          ['chidi', 'people'],
        ]),
      }),
      'function',
    ],
    [
      'somebody from their own where there is nobody else',
      choosers({
        leaders: new Map([
          ['amina', 'finance'],
          ['bo', 'finance'],
        ]),
      }),
      undefined,
    ],
    ['nobody they were with lately', choosers({ past: two('amina', 'bo') }), 'repeat'],
    [
      'somebody they were with, where everybody else is as bad',
      choosers({
        leaders: new Map([
          ['amina', 'f'],
          ['bo', 'o'],
        ]),
        past: two('amina', 'bo'),
      }),
      undefined,
    ],
    ['nobody whom an organiser keeps apart', choosers({ forbidden: two('amina', 'bo') }), 'forbidden'],
    ['nobody on their line', choosers({ lines: new Map([['amina', ['bo']]]) }), 'line'],
    ['whom they lead, where they lead everybody', choosers({ lines: new Map([['amina', ['bo', 'chidi', 'dolores']]]) }), undefined],
    ['nobody who does not take part', choosers({ leaders: new Map([['amina', 'finance']]) }), 'away'],
  ] as const)('%s', (_, facts, because) => {
    expect(obstacle(facts, 'amina', 'bo')).toBe(because);
  });

  test('a thousand leaders are looked through in no time', () => {
    const ids = Array.from({ length: 1000 }, (_, at) => `leader-${at}`);
    const all = choosers({
      leaders: new Map(ids.map((id) => [id, 'finance'])),
      lines: new Map(ids.map((id) => [id, ids.filter((other) => other !== id)])),
    });
    const began = process.cpuUsage().user;
    expect(obstacle(all, 'leader-0', 'leader-1')).toBeUndefined();
    expect((process.cpuUsage().user - began) / 1000).toBeLessThan(1000);
  });
});
