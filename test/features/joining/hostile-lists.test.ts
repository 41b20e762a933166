// Lists made to hold the bot up: each is refused in the time one answer may take, because everybody else waits meanwhile.
import { describe, expect, test } from '@jest/globals';
import { readRoster } from '../../../src/features/joining/roster-csv.ts';

const heading = 'email,name,function,level,manager_email,time_zone';
const people = (of: (at: number) => string) => [heading, ...Array.from({ length: 5_000 }, (_, at) => of(at))].join('\n');

describe('A list of a megabyte', () => {
  test.each([
    ['with an address that never ends', `${heading}\nx@${'a.'.repeat(450_000)}@,Bo,Finance`],
    ['with a manager that never ends', `${heading}\nbo@example.org,Bo,Finance,,x@${'a.'.repeat(450_000)}@`],
    ['with 5,000 zones that nobody knows', people((at) => `p${at}@example.org,P,Finance,,,Zzz/Qqq${at}abcdefghijklmnop`)],
    ['with a circle of 5,000 managers', people((at) => `p${at}@example.org,P,Finance,,p${(at + 1) % 5_000}@example.org`)],
    ['of nothing but quotes', '"'.repeat(900_000)],
    ['of nothing but commas', ','.repeat(900_000)],
  ])('%s is refused within moments', (_, text) => {
    const begun = process.cpuUsage();
    expect(readRoster(text).ok).toBe(false);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000_000).toBeLessThan(3);
  });

  test('with marks nobody can see is read without them', () => {
    const read = readRoster(`${heading}\nbo@example.org,Bo\u0000 \u202eLindqvist,Fin\u0007ance,,,`);
    expect(read).toMatchObject({ ok: true, rows: [{ name: 'Bo Lindqvist', function: 'Finance' }] });
  });
});
