// Questions whose words are made once: on both databases, inside transactions and looks that remember, each time with its own blanks.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { openMemory } from '../../src/platform/db/open.ts';
import { reading } from '../../src/platform/db/reading.ts';
import { ready } from '../../src/platform/db/ready.ts';
import { transact } from '../../src/platform/db/transact.ts';
import type { Db } from '../../src/platform/tools.ts';
import { databases } from './both-databases.ts';

const now = () => Temporal.Instant.from('2027-01-04T09:00:00Z');
const since = '2027-01-04T09:00:00.000Z';
const pause = (workspace: string, lane: string) => ({ workspace, lane, until: null, reason: 'test', since });

describe.each(databases)('On %s', (_, open) => {
  test('the words are made once for each database, and every asking has its own blanks', async () => {
    let made = 0;
    const lanesIn = ready((db: Db, { workspace }: { workspace: string }) => {
      made += 1;
      return db
        .selectFrom('lane_pause')
        .select('lane')
        .where('workspace', '=', workspace)
        .where('reason', '=', 'test')
        .orderBy('lane')
        .limit(2);
    });
    const { db, close } = await open(now);
    await db
      .insertInto('lane_pause')
      .values([pause('T1', 'post'), pause('T1', 'open'), pause('T1', 'slow'), pause('T2', 'history')])
      .execute();
    expect(await lanesIn(db, { workspace: 'T1' })).toEqual([{ lane: 'open' }, { lane: 'post' }]);
    expect(await lanesIn(db, { workspace: 'T2' })).toEqual([{ lane: 'history' }]);
    expect(await lanesIn(reading(db), { workspace: "T1' or true --" })).toEqual([]);
    expect(await transact(db, (tx) => lanesIn(tx, { workspace: 'T2' }))).toEqual([{ lane: 'history' }]);
    expect(made).toBe(1);
    const other = await openMemory(now);
    expect(await lanesIn(other.db, { workspace: 'T1' })).toEqual([]);
    expect(made).toBe(2);
    await other.close();
    await close();
  });

  test('a question may stand in a transaction that is undone, and sees what was written in it', async () => {
    const reasonsOf = ready((db: Db, { lane, from }: { lane: string; from: string }) =>
      db.selectFrom('lane_pause').select('reason').where('lane', '=', lane).where('since', '>=', from),
    );
    const { db, close } = await open(now);
    const undone = transact(db, async (tx) => {
      await tx.insertInto('lane_pause').values(pause('T1', 'post')).execute();
      expect(await reasonsOf(tx, { lane: 'post', from: since })).toEqual([{ reason: 'test' }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await reasonsOf(db, { lane: 'post', from: since })).toEqual([]);
    await close();
  });
});
