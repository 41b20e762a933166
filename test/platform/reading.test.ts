// A look that remembers: the same question is asked of the database once, and what is written through it is not overlooked.
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { openMemory } from '../../src/platform/db/open.ts';
import { reading } from '../../src/platform/db/reading.ts';
import type { Db } from '../../src/platform/tools.ts';

const now = () => Temporal.Instant.from('2027-01-04T09:00:00Z');
const pause = (lane: string) => ({ workspace: 'T1', lane, until: null, reason: 'test', since: '2027-01-04T09:00:00.000Z' });
const lanes = async (db: Db) => (await db.selectFrom('lane_pause').select('lane').orderBy('lane').execute()).map(({ lane }) => lane);

test('the same question is answered from memory, by this look and by no other', async () => {
  const { db, close } = await openMemory(now);
  const look = reading(db);
  expect(await lanes(look)).toEqual([]);
  await db.insertInto('lane_pause').values(pause('post')).execute();
  expect(await lanes(look)).toEqual([]);
  expect(await lanes(reading(db))).toEqual(['post']);
  await close();
});

test('what is written through it makes it forget', async () => {
  const { db, close } = await openMemory(now);
  const look = reading(db);
  expect(await lanes(look)).toEqual([]);
  await look.insertInto('lane_pause').values(pause('open')).execute();
  expect(await lanes(look)).toEqual(['open']);
  expect(await lanes(db)).toEqual(['open']);
  await close();
});

test('whoever asked may change their list, and the next one has it as it was', async () => {
  const { db, close } = await openMemory(now);
  await db
    .insertInto('lane_pause')
    .values([pause('open'), pause('post')])
    .execute();
  const look = reading(db);
  const rows = await look.selectFrom('lane_pause').select('lane').orderBy('lane').execute();
  rows.reverse();
  expect(await lanes(look)).toEqual(['open', 'post']);
  await close();
});

test('it begins no transaction', async () => {
  const { db, close } = await openMemory(now);
  await expect(reading(db).transaction().execute(lanes)).rejects.toThrow('begins no transactions');
  await close();
});
