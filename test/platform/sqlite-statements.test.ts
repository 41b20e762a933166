import { afterEach, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import { keptStatements } from '../../src/platform/db/sqlite-statements.ts';

const raw = new Sqlite(':memory:');
const ask = keptStatements(raw, { note: () => {} });
const say = (sql: string, parameters: unknown[] = []) => ask(CompiledQuery.raw(sql, parameters));

afterEach(() => void raw.exec('drop table if exists leader'));

test('A row has its values under their names, and what is not there is null', () => {
  say('create table leader (name text, level text, left_at text)');
  say('insert into leader values (?, ?, null)', ['Amina', 'SCS2']);
  say('insert into leader values (?, ?, null)', ['Bo', 'SCS1']);
  const { rows } = say('select level, name as who, left_at from leader order by name');
  expect(rows).toEqual([
    { level: 'SCS2', who: 'Amina', left_at: null },
    { level: 'SCS1', who: 'Bo', left_at: null },
  ]);
});

test('How many rows were changed is told, and a change that returns rows returns them', () => {
  say('create table leader (name text, level text, left_at text)');
  say('insert into leader values (?, ?, null), (?, ?, null)', ['Amina', 'SCS2', 'Bo', 'SCS1']);
  expect(say('update leader set level = ?', ['SCS3'])).toMatchObject({ rows: [], numAffectedRows: 2n });
  expect(say('delete from leader where name = ? returning name', ['Bo']).rows).toEqual([{ name: 'Bo' }]);
});

test('A statement that was kept tells the columns of today, also when they have changed their names', () => {
  say('create table leader (name text, level text)');
  say('insert into leader values (?, ?)', ['Amina', 'SCS2']);
  expect(say('select * from leader').rows).toEqual([{ name: 'Amina', level: 'SCS2' }]);
  say('alter table leader rename column level to grade');
  expect(say('select * from leader').rows).toEqual([{ name: 'Amina', grade: 'SCS2' }]);
  say('alter table leader add column place text');
  expect(say('select * from leader').rows).toEqual([{ name: 'Amina', grade: 'SCS2', place: null }]);
});
