// What a database must do, whichever it is. Run by `db.test.ts` on SQLite, on PostgreSQL inside the process, and on a real server.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { record } from '../../src/platform/audit.ts';
import { instantOf, stamp } from '../../src/platform/clock.ts';
import { raiseBoot } from '../../src/platform/db/boot.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { keyringOf } from '../../src/platform/keyring.ts';
import type { Db } from '../../src/platform/tools.ts';
import { openVault } from '../../src/platform/vault.ts';

export interface Opened {
  db: Db;
  /** Migrates again, as a start would; returns how many migrations were applied. */
  migrateAgain: () => Promise<number>;
  close: () => Promise<void>;
}

const now = Temporal.Instant.from('2027-01-12T09:30:00Z');
const newId = () => randomBytes(16).toString('hex');
const making = { newId, now: () => now, random: (bytes: number) => randomBytes(bytes) };

export function itKeepsTheContract(name: string, open: () => Promise<Opened>): void {
  describe(`the database on ${name}`, () => {
    let opened: Opened;
    let db: Db;
    beforeAll(async () => {
      opened = await open();
      db = opened.db;
    });
    afterAll(() => opened.close());

    const programme = async (channel: string): Promise<string> => {
      const id = newId();
      const facts = {
        anchor_on: '2027-01-12',
        anchor_number: 1,
        cycle_months: 6,
        send_weekday: 2,
        send_time: '09:30',
        time_zone: 'Europe/London',
      };
      const words = {
        functions: '[]',
        working_days: '[]',
        choosing: 'welcome',
        announcing: 'names',
        rotating: 'automatic',
        help_links: '[]',
      };
      const row = { id, workspace: 'T1', channel, name: 'Leaders', ...facts, ...words, founded_by: 'U0DOLORES', founded_at: stamp(now) };
      await db
        .insertInto('programme')
        .values({ ...row, closed_at: null, channel_lost_at: null })
        .execute();
      return id;
    };
    const occurrence = (period: string) => ({
      id: newId(),
      workspace: 'T1',
      programme: 'p1',
      stream: 'opener',
      subject: 'U0AMINA',
      period,
      due_at: stamp(now),
      outcome: 'done',
      reason: null,
      settled_at: stamp(now),
    });

    test('has the columns that the types say, with the same right to be empty', async () => {
      const real = (await db.introspection.getTables()).filter(({ name: table }) => table !== 'migration');
      const columns = real.flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}${column.isNullable ? '?' : ''}`));
      expect(columns.sort()).toEqual(columnsOfTypes().sort());
    });

    test('has nothing to migrate a second time', async () => {
      expect(await opened.migrateAgain()).toBe(0);
    });

    test('counts and sums in numbers', async () => {
      await db.insertInto('occurrence').values(['1', '2', '3'].map(occurrence)).execute();
      const row = await db
        .selectFrom('occurrence')
        .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.sum<number>(eb.fn('length', ['period'])).as('sum')])
        .executeTakeFirstOrThrow();
      expect(row).toEqual({ all: 3, sum: 3 });
    });

    test('says whether a row was new, and keeps the first', async () => {
      const insert = () =>
        db
          .insertInto('occurrence')
          .values(occurrence('once'))
          .onConflict((conflict) => conflict.columns(['programme', 'stream', 'subject', 'period']).doNothing())
          .returning('id')
          .executeTakeFirst();
      const first = await insert();
      expect(first).toEqual({ id: expect.any(String) });
      expect(await insert()).toBeUndefined();
    });

    test('says how many rows were changed and deleted', async () => {
      await db.insertInto('occurrence').values(occurrence('changed')).execute();
      const of = (period: string) => db.updateTable('occurrence').set({ reason: 'late' }).where('period', '=', period).executeTakeFirst();
      expect(Number((await of('changed')).numUpdatedRows)).toBe(1);
      expect(Number((await of('never')).numUpdatedRows)).toBe(0);
      expect(Number((await db.deleteFrom('occurrence').where('period', '=', 'changed').executeTakeFirst()).numDeletedRows)).toBe(1);
    });

    test('keeps a transaction whole, or not at all', async () => {
      const fails = transact(db, async (tx) => {
        await tx.insertInto('occurrence').values(occurrence('undone')).execute();
        throw new Error('Bo pressed Cancel');
      });
      await expect(fails).rejects.toThrow('Bo pressed Cancel');
      expect(await db.selectFrom('occurrence').selectAll().where('period', '=', 'undone').execute()).toEqual([]);
      expect(await transact(db, async () => 'done')).toBe('done');
    });

    test('loses nothing when twenty transactions read and write the same row at once', async () => {
      await db
        .insertInto('occurrence')
        .values({ ...occurrence('counter'), reason: '0' })
        .execute();
      const raise = () =>
        transact(db, async (tx) => {
          const { reason } = await tx.selectFrom('occurrence').select('reason').where('period', '=', 'counter').executeTakeFirstOrThrow();
          await tx
            .updateTable('occurrence')
            .set({ reason: String(Number(reason) + 1) })
            .where('period', '=', 'counter')
            .execute();
        });
      await Promise.all(Array.from({ length: 20 }, raise));
      const { reason } = await db.selectFrom('occurrence').select('reason').where('period', '=', 'counter').executeTakeFirstOrThrow();
      expect(reason).toBe('20');
    });

    test('lets one of two organisers found the programme of a channel, and another one after it has closed', async () => {
      const first = await programme('C0LEADERS');
      await expect(programme('C0LEADERS')).rejects.toMatchObject({ code: expect.stringMatching(/^(SQLITE_CONSTRAINT_UNIQUE|23505)$/) });
      await db
        .updateTable('programme')
        .set({ closed_at: stamp(now) })
        .where('id', '=', first)
        .execute();
      expect(await programme('C0LEADERS')).toEqual(expect.any(String));
    });

    test('refuses a row that refers to nothing', async () => {
      const orphan = {
        id: newId(),
        workspace: 'T1',
        programme: 'nowhere',
        slack_user: 'U0BO',
        appointed_by: 'U0BO',
        appointed_at: stamp(now),
        removed_at: null,
      };
      const insert = db.insertInto('organiser').values(orphan).execute();
      await expect(insert).rejects.toMatchObject({ code: expect.stringMatching(/^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/) });
    });

    test('puts instants in the order of time', async () => {
      const instants = ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00Z', '2027-01-01T00:00:00.001Z', '2027-10-31T01:30:00Z'].map(
        (text) => stamp(instantOf(text)),
      );
      const rows = [...instants].reverse().map((due_at, index) => ({ ...occurrence(`order ${index}`), stream: 'order', due_at }));
      await db.insertInto('occurrence').values(rows).execute();
      const found = await db.selectFrom('occurrence').select('due_at').where('stream', '=', 'order').orderBy('due_at').execute();
      expect(found.map(({ due_at }) => due_at)).toEqual(instants);
    });

    test('gives text back as it was, in any script', async () => {
      const text = `Zoë’s team 🧭 \u202eright to left\u202c "quotes" 'and' \\ backslashes ; -- ${'x'.repeat(100_000)}`;
      await db
        .insertInto('occurrence')
        .values({ ...occurrence('text'), reason: text })
        .execute();
      const { reason } = await db.selectFrom('occurrence').select('reason').where('period', '=', 'text').executeTakeFirstOrThrow();
      expect(reason).toBe(text);
    });

    test('counts its starts', async () => {
      const first = await raiseBoot(db, now);
      expect(await raiseBoot(db, now)).toBe(first + 1);
      expect((await db.selectFrom('boot').selectAll().execute()).length).toBe(1);
    });

    test('never uses a data key that a transaction made and undid', async () => {
      const vault = await openVault(db, keyringOf(Buffer.alloc(32, 1)), making);
      const seal = { workspace: 'T1', owner: 'U0CHIDI', kind: 'note', record: 'n1' };
      const fails = transact(db, async (tx) => {
        await vault.seal(tx, seal, 'never stored');
        throw new Error('undone');
      });
      await expect(fails).rejects.toThrow('undone');
      const sealed = await vault.seal(db, seal, 'stored');
      const again = await openVault(db, keyringOf(Buffer.alloc(32, 1)), making);
      expect(await again.open(db, seal, sealed)).toBe('stored');
    });

    test('lets ten handlers seal the first text of one leader at once, under one key', async () => {
      const vault = await openVault(db, keyringOf(Buffer.alloc(32, 1)), making);
      const seal = { workspace: 'T1', owner: 'U0FREYA', kind: 'note', record: 'n1' };
      const sealed = await Promise.all(
        Array.from({ length: 10 }, (_, index) => transact(db, (tx) => vault.seal(tx, seal, `text ${index}`))),
      );
      expect(await Promise.all(sealed.map((each) => vault.open(db, seal, each)))).toEqual(sealed.map((_, index) => `text ${index}`));
    });

    test('keeps the audit in the transaction of the deed', async () => {
      await transact(db, (tx) =>
        record({ workspace: 'T1', newId }, tx, { actor: 'U0DOLORES', action: 'founded', subject: 'p1', detail: { leaders: 8 } }, now),
      );
      const [row] = await db.selectFrom('audit').selectAll().where('workspace', '=', 'T1').execute();
      expect(row).toMatchObject({
        actor: 'U0DOLORES',
        action: 'founded',
        programme: null,
        detail: '{"leaders":8}',
        at: '2027-01-12T09:30:00.000Z',
      });
    });

    test('takes a plain query with a condition on nothing found', async () => {
      const { rows } = await sql<{
        none: number;
      }>`select count(*) as none from note where leader in (select id from leader where 1 = 0)`.execute(db);
      expect(rows).toEqual([{ none: 0 }]);
    });
  });
}

/** `table.column` of every table in `tables.ts`, with `?` where it may be empty. */
function columnsOfTypes(): string[] {
  const source = readFileSync(new URL('../../src/platform/db/tables.ts', import.meta.url), 'utf8');
  const names = new Map([...source.matchAll(/^ {2}(\w+): (\w+Table);$/gm)].map(([, table, type]) => [type, table]));
  return [...source.matchAll(/^export interface (\w+Table) \{\n(.*?)^\}/gms)].flatMap(([, type, body]) =>
    [...(body ?? '').matchAll(/^ {2}(\w+): (?:string|number)( \| null)?;$/gm)].map(
      ([, column, empty]) => `${names.get(type)}.${column}${empty ? '?' : ''}`,
    ),
  );
}
