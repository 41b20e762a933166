// Lists made to hold the bot up: each is refused in the time one answer may take, because everybody else waits meanwhile.
import { describe, expect, test } from '@jest/globals';
import { readRoster } from '../../../src/features/joining/rosters/roster-csv.ts';

const heading = 'email,name,function,level,manager_email,time_zone';
const people = (of: (at: number) => string) => [heading, ...Array.from({ length: 5_000 }, (_, at) => of(at))].join('\n');

describe('A list of up to four megabytes', () => {
  test.each([
    ['with an address that never ends', `${heading}\nx@${'a.'.repeat(450_000)}@,Bo,Finance`],
    ['with a manager that never ends', `${heading}\nbo@example.org,Bo,Finance,,x@${'a.'.repeat(450_000)}@`],
    ['with 5,000 zones that nobody knows', people((at) => `p${at}@example.org,P,Finance,,,Zzz/Qqq${at}abcdefghijklmnop`)],
    ['with a circle of 5,000 managers', people((at) => `p${at}@example.org,P,Finance,,p${(at + 1) % 5_000}@example.org`)],
    ['of nothing but quotes', '"'.repeat(900_000)],
    ['of nothing but commas', ','.repeat(900_000)],
    ['of nothing but lines', '\n'.repeat(3_900_000)],
    ['with a cell of nearly four megabytes', `${heading}\nbo@example.org,"${'x'.repeat(3_900_000)}",Finance,,,`],
    ['of 50,000 lines', [heading, ...Array.from({ length: 50_000 }, (_, at) => `p${at}@example.org,P,Finance,,,`)].join('\n')],
    ['of 100,000 lines with a quotation mark each', `${heading}\n${'a"b"c\n"\n'.repeat(50_000)}`],
    ['with formulas in every cell', people((at) => `p${at}@example.org,=cmd|' /C calc'!A${at},+1,-1,@x,=1`)],
    [
      'with each column three times',
      [`${heading},${heading},${heading}`, ...Array.from({ length: 5_000 }, () => ',,,,,,,,,,,,,,,,,')].join('\n'),
    ],
    ['with 4,000 columns that nobody knows', Array.from({ length: 4_000 }, (_, at) => `c${at}`).join(',')],
  ])('%s is refused within moments', (_, text) => {
    const begun = process.cpuUsage();
    const read = readRoster(text);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000_000).toBeLessThan(3);
    expect(read.ok ? [] : read.faults).not.toEqual([]);
  });

  test('with marks nobody can see is read without them', () => {
    const read = readRoster(`${heading}\nbo@example.org,Bo\u0000 \u202eLindqvist,Fin\u0007ance,,,`);
    expect(read).toMatchObject({ ok: true, rows: [{ name: 'Bo Lindqvist', function: 'Finance' }] });
  });
});
