import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { allowed, welcoming } from '../../../src/features/pairing/choosing/chosen.ts';
import type { Candidate } from '../../../src/features/pairing/plan.ts';
import { workingWeeks } from '../../../src/features/pairing/planning/working-week.ts';

describe('the working week in UTC', () => {
  const day = Temporal.PlainDate.from('2027-01-12');
  const weekOf = (timeZone: string, from = '09:00', to = '17:00', days = [1]) =>
    workingWeeks(day)({ timeZone, workingDays: days, workingFrom: from, workingTo: to });

  test('Amina in London works from nine to five', () => {
    expect(weekOf('Europe/London')).toEqual([[540, 1020]]);
    expect(weekOf('Europe/London', '09:00', '17:00', [1, 3])).toEqual([
      [540, 1020],
      [3420, 3900],
    ]);
  });

  test('Dolores in New York begins when it is two in London', () => {
    expect(weekOf('America/New_York')).toEqual([[840, 1320]]);
  });

  test('Edo’s Monday in Auckland begins on the Sunday of the week before: it stands at the week’s end and beginning', () => {
    expect(weekOf('Pacific/Auckland', '12:00', '20:00')).toEqual([
      [10_020, 10_080],
      [0, 420],
    ]);
  });

  test('a night shift runs into the next day', () => {
    expect(weekOf('UTC', '22:00', '06:00')).toEqual([[1320, 1800]]);
    expect(weekOf('UTC', '22:00', '06:00', [7])).toEqual([
      [9960, 10_080],
      [0, 360],
    ]);
  });

  test('hours follow the clocks of the day that is asked about', () => {
    const summer = workingWeeks(Temporal.PlainDate.from('2027-07-13'));
    expect(summer({ timeZone: 'Europe/London', workingDays: [1], workingFrom: '09:00', workingTo: '17:00' })).toEqual([[480, 960]]);
  });
});

describe('leaders who choose each other', () => {
  const someone = (id: string, welcomes: string[], more: { line?: string[]; avoids?: string[] } = {}) => ({
    ...{
      id,
      name: id,
      function: 'Finance',
      level: '',
      line: [],
      avoids: [],
      hours: [],
      workOn: '',
      helpWith: '',
      rhythm: 'steady' as const,
    },
    welcomes,
    ...more,
  });

  const facts = (leaders: Candidate[]) => ({ leaders, history: [], forbidden: [] as [string, string][], duty: {} });
  const both = (more: object) => facts([someone('amina', [], more), someone('bo', []), someone('chidi', [])]);

  test('Amina and Bo are a pair', () => {
    expect(allowed(both({}), [['amina', 'bo']])).toEqual([['amina', 'bo']]);
  });

  test('a hard rule goes before a choice', () => {
    expect(allowed(both({ line: ['bo'] }), [['amina', 'bo']])).toEqual([]);
    expect(allowed(both({ avoids: ['bo'] }), [['amina', 'bo']])).toEqual([]);
    expect(allowed({ ...both({}), forbidden: [['bo', 'amina']] }, [['amina', 'bo']])).toEqual([]);
    expect(allowed(both({}), [['amina', 'dolores']])).toEqual([]);
  });

  test('who leads everybody may be with somebody who has chosen them', () => {
    const line = { line: ['bo', 'chidi'] };
    const leaders = [someone('amina', [], line), someone('bo', [], { line: ['amina'] }), someone('chidi', [], { line: ['amina'] })];
    expect(allowed(facts(welcoming(leaders, [['amina', 'bo']])), [['amina', 'bo']])).toEqual([['amina', 'bo']]);
  });

  test('whom one has chosen one welcomes, once', () => {
    const welcomes = (leaders: Candidate[]) => leaders.map((leader) => leader.welcomes);
    expect(welcomes(welcoming([someone('amina', ['bo']), someone('bo', ['chidi']), someone('chidi', [])], [['amina', 'bo']]))).toEqual([
      ['bo'],
      ['chidi', 'amina'],
      [],
    ]);
  });
});
