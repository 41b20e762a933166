// Whether what was read still stands: by what a statement says, and by what it changed.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { doingOf, openWritings } from '../../src/platform/db/writings.ts';

const read = doingOf('select "own"."id" from "leader" as "own" where exists (select 1 from pair_leader where "own"."round" = ?)');

test('a statement tells which tables it may read, but for the columns behind a point', () => {
  expect([...read.words].filter((word) => ['leader', 'pair_leader', 'round'].includes(word))).toEqual(['leader', 'pair_leader']);
  expect(read.writes).toBeUndefined();
});

test.each([
  ['insert into "outbox" ("id") values (?) on conflict do nothing returning "id"', 'outbox'],
  ['update "boot" set "ticked_at" = ? where "id" = ?', 'boot'],
  ['delete from "inbox" where "done_at" < ?', 'inbox'],
  ['begin immediate', undefined],
  ['with "gone" as (delete from "a") select 1', 'everything'],
  ['create table "a" ("b" text)', 'everything'],
])('%s writes to %s', (sql, table) => {
  expect(doingOf(sql).writes).toBe(table);
});

test('what was read stands until one of its tables has changed, or somebody else has written', () => {
  let others = 1;
  const writings = openWritings(() => others);
  const followed = writings.follow();
  writings.note(read, false);
  followed.end();
  writings.note(doingOf('update "leader" set "name" = ?'), false);
  writings.note(doingOf('update "outbox" set "state" = ?'), true);
  expect(followed.stands()).toBe(true);
  others = 2;
  expect(followed.stands()).toBe(false);
  others = 1;
  writings.note(doingOf('update "leader" set "name" = ?'), true);
  expect(followed.stands()).toBe(false);
});

test('what was written before the reading began does not matter, what is written while it lasts does', () => {
  const writings = openWritings(() => 1);
  writings.note(doingOf('update "leader" set "name" = ?'), true);
  const followed = writings.follow();
  writings.note(read, false);
  expect(followed.stands()).toBe(true);
  writings.note(doingOf('update "leader" set "name" = ?'), true);
  expect(followed.stands()).toBe(false);
});

test('no migration makes a statement write to a table that it does not name', () => {
  const migrations = readdirSync('migrations').map((file) => readFileSync(`migrations/${file}`, 'utf8'));
  expect(migrations.filter((text) => /create\s+trigger|on\s+(?:delete|update)\s+(?:cascade|set)/i.test(text))).toEqual([]);
});
