import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { chosenByThemselves } from '../../../src/features/pairing/planning/chosen.ts';
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

  test('Amina and Bo named each other, Chidi named Amina: Amina and Bo are a pair', () => {
    const leaders = [someone('amina', ['bo']), someone('bo', ['amina']), someone('chidi', ['amina'])];
    expect(chosenByThemselves({ leaders, forbidden: [] })).toEqual([['amina', 'bo']]);
  });

  test('whom both put first goes before whom they put second', () => {
    const leaders = [someone('amina', ['bo', 'chidi']), someone('bo', ['chidi', 'amina']), someone('chidi', ['bo', 'amina'])];
    expect(chosenByThemselves({ leaders, forbidden: [] })).toEqual([['bo', 'chidi']]);
  });

  test('a hard rule goes before a choice', () => {
    const both = (more: object) => ({ leaders: [someone('amina', ['bo'], more), someone('bo', ['amina'])], forbidden: [] });
    expect(chosenByThemselves(both({ line: ['bo'] }))).toEqual([]);
    expect(chosenByThemselves(both({ avoids: ['bo'] }))).toEqual([]);
    expect(chosenByThemselves({ ...both({}), forbidden: [['bo', 'amina']] })).toEqual([]);
  });
});
