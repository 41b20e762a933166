// `coachingpairs repair` as an organiser without Slack uses it: who changes, why, and what it would take where nothing can be done.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aFolder, type Folder } from '../platform/a-folder.ts';
import { run } from './command.ts';

const people = [
  ['amina', 'Finance'],
  ['bo', 'Technology'],
  ['chidi', 'Operations'],
  ['dolores', 'People'],
  ['edo', 'Finance'],
  ['freya', 'Technology'],
].map(([name = '', own]) => `${name}@example.org,${name.charAt(0).toUpperCase()}${name.slice(1)},${own},Director,,Europe/London`);

let folder: Folder;
let files: string[];
beforeAll(() => {
  folder = aFolder();
  const file = (name: string, ...lines: string[]) => {
    writeFileSync(join(folder.path, name), lines.join('\n'));
    return join(folder.path, name);
  };
  const at = (names: string) => names.replace(/\w+/g, '$&@example.org');
  const roster = file('roster.csv', 'email,name,function,level,manager_email,time_zone', ...people);
  const rounds = ['2026-07-07,amina chidi', '2027-01-05,amina bo', '2027-01-05,chidi dolores', '2027-01-05,edo freya'];
  const lines = rounds.map((line) => line.replace(/,.*/, (names) => at(names)));
  files = ['--roster', roster, '--standing', file('standing.csv', 'round_began_on,leaders', ...lines)];
});
afterAll(() => folder.remove());

const repair = (...args: string[]) => run(folder.path, {}, 'repair', ...files, ...args);

test('Bo has left: Amina joins a pair, and nobody else changes', async () => {
  const { code, out } = await repair('--without', 'bo@example.org', '--json');
  const { possible, made, changed, groups, proof } = JSON.parse(out);
  expect({ code, possible, proof }).toEqual({ code: 0, possible: true, proof: { whole: true } });
  expect([made.length, changed.length, groups.length]).toEqual([1, 1, 2]);
  expect(made[0].leaders).toContain('amina@example.org');
  expect(made[0].reasons[0]).toBe('a trio, because the number of leaders is odd');
});

test('Amina and Bo want other partners: they exchange with one pair, and the earlier round is remembered', async () => {
  const { code, out } = await repair('--refused', 'amina@example.org bo@example.org');
  expect(code).toBe(0);
  expect(out).toContain('These groups change:\n  ');
  expect(out).toContain('Proved: within the limit there is no better way.');
  expect(out).not.toContain('Amina – Chidi');
});

test('where no pair may change, it says what it would take', async () => {
  const { code, out } = await repair('--refused', 'amina@example.org bo@example.org', '--limit', '0');
  expect({ code, out }).toEqual({ code: 1, out: 'With no other pair changing, there is no place for them. It takes 1 to change.\n' });
});

test('nothing has happened: nothing has to change', async () => {
  expect(await repair()).toMatchObject({ code: 0, out: 'Everyone has a place. Nothing has to change.\n' });
});

test('a stranger, one address where two are needed, and a limit that is no number are told', async () => {
  expect((await repair('--without', 'zoe@example.org')).err).toContain('Nobody on the roster has the address zoe@example.org.');
  expect((await repair('--refused', 'bo@example.org')).err).toContain('--refused takes two addresses');
  expect(await repair('--limit', 'few')).toMatchObject({ code: 2, err: expect.stringContaining('--limit is a number from 0 up.') });
});
