import { describe, expect, test } from '@jest/globals';
import { linesOf } from '../../../src/features/joining/line.ts';

const leader = (name: string, manager: string | null = null, managerEmail: string | null = null) => ({
  id: name,
  user: `U0${name.toUpperCase()}`,
  email: `${name}@example.org`,
  manager: manager && `U0${manager.toUpperCase()}`,
  managerEmail,
});
const entry = (name: string, manager: string | null, user: string | null = null) => ({
  email: `${name}@example.org`,
  slack_user: user,
  manager_email: manager && `${manager}@example.org`,
});
const lines = (...given: Parameters<typeof linesOf>) => Object.fromEntries(linesOf(...given));

describe('two steps up and down the line', () => {
  test('Dolores reports to Chidi, Chidi to Bo, Bo to Amina: three steps are far enough', () => {
    const everyone = [leader('amina'), leader('bo', 'amina'), leader('chidi', 'bo'), leader('dolores', 'chidi')];
    expect(lines(everyone, [])).toEqual({
      amina: ['bo', 'chidi'],
      bo: ['amina', 'chidi', 'dolores'],
      chidi: ['amina', 'bo', 'dolores'],
      dolores: ['bo', 'chidi'],
    });
  });

  test('two who report to the same person may work together', () => {
    const everyone = [leader('amina'), leader('bo', 'amina'), leader('chidi', 'amina')];
    expect(lines(everyone, []).bo).toEqual(['amina']);
  });

  test('a manager who takes no part still stands between Edo and Amina, known by the roster alone', () => {
    const everyone = [leader('amina'), leader('edo', null, 'Goran@example.org')];
    expect(lines(everyone, [entry('goran', 'amina')])).toEqual({ amina: ['edo'], edo: ['amina'] });
  });

  test('the roster says whom Bo reports to while Bo has not; what Bo says goes before it', () => {
    const roster = [entry('bo', 'amina')];
    expect(lines([leader('amina'), leader('bo'), leader('chidi')], roster).bo).toEqual(['amina']);
    expect(lines([leader('amina'), leader('bo', 'chidi'), leader('chidi')], roster).bo).toEqual(['chidi']);
  });

  test('an address and a Slack id that belong to one person are one step in the line', () => {
    const everyone = [leader('amina'), leader('edo', 'goran')];
    expect(lines(everyone, [entry('goran', 'amina', 'U0GORAN')])).toEqual({ amina: ['edo'], edo: ['amina'] });
  });

  test('a circle of managers, or somebody who manages themselves, ends where it began', () => {
    const circle = [leader('amina', 'bo'), leader('bo', 'chidi'), leader('chidi', 'amina'), leader('dolores', 'dolores')];
    expect(lines(circle, [])).toEqual({ amina: ['bo', 'chidi'], bo: ['amina', 'chidi'], chidi: ['amina', 'bo'], dolores: [] });
  });
});
