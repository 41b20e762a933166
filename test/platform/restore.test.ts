import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { afterRestore } from '../../src/platform/after-restore.ts';
import { stamp } from '../../src/platform/clock.ts';
import { backupFile, verifyFile } from '../../src/platform/db/backup.ts';
import { type Database, openMemory } from '../../src/platform/db/open.ts';
import { pendingIn } from '../../src/platform/db/open-reading.ts';
import { replace } from '../../src/platform/db/replace.ts';
import { tombstonesIn } from '../../src/platform/db/tombstones-in.ts';
import { eraseAgain, keepErasures, personHash, readErasures, tombstones } from '../../src/platform/erasures.ts';
import { doubtPlanned } from '../../src/platform/outbox/doubt.ts';
import type { Db } from '../../src/platform/tools.ts';
import { openVault, SealBroken } from '../../src/platform/vault.ts';
import { aFolder, type Folder, keyring, making, newId, now } from './a-folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => folder.remove());

const at = (time: string) => `2027-01-12T${time}:00.000Z`;
const inFolder = (name: string) => join(folder.path, name);

const letter = (key: string, change: object = {}) => ({
  ...{ id: newId(), workspace: 'T1', key, kind: 'opener', lane: 'person:U0AMINA', priority: 3, address: '{}', body_sealed: 'x' },
  ...{ state: 'pending', attempt: 0, not_before: at('08:00'), expires_at: null, created_at: at('07:00'), started_at: null, boot: null },
  ...{ looks: 0, looked_at: null, channel: null, ts: null, reason: null, settled_at: null },
  ...change,
});

async function withLetters(database: Database, count: number): Promise<void> {
  await database.db
    .insertInto('outbox')
    .values(Array.from({ length: count }, (_, index) => letter(`opener:${index}`)))
    .execute();
}

describe('a backup', () => {
  test('is one verified file, readable for this account alone', async () => {
    const database = await folder.open();
    await withLetters(database, 300);
    const verified = await database.backup(inFolder('copy.db'));
    expect(verified).toMatchObject({ schema: expect.any(Number), tables: { outbox: 300, note: 0 } });
    expect(verifyFile(inFolder('copy.db'))).toEqual(verified);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
    expect(await pendingIn({ kind: 'sqlite', file: inFolder('copy.db') })).toBe(0);
    await database.close();
  });

  test('can be taken by another process while the bot writes, and holds whole transactions', async () => {
    const database = await folder.open();
    await withLetters(database, 50);
    const [copy] = await Promise.all([backupFile(folder.file, inFolder('copy.db')), withLetters2(database)]);
    expect([50, 150]).toContain(copy.tables.outbox);
    await database.close();
  });

  test('never replaces a file', async () => {
    const database = await folder.open();
    writeFileSync(inFolder('copy.db'), 'mine');
    await expect(database.backup(inFolder('copy.db'))).rejects.toThrow('exists already');
    expect(readFileSync(inFolder('copy.db'), 'utf8')).toBe('mine');
    await database.close();
  });

  test('begins anew where one of that name was cut short, and leaves what is called otherwise', async () => {
    const database = await folder.open();
    for (const end of ['', '-wal', '-journal', '-shm', 'ners']) writeFileSync(inFolder(`copy.db.part${end}`), 'half');
    await database.backup(inFolder('copy.db'));
    expect(readdirSync(folder.path).filter((name) => name.startsWith('copy'))).toEqual(['copy.db', 'copy.db.partners']);
    await database.close();
  });

  test('that was damaged since is refused', async () => {
    const database = await folder.open();
    await withLetters(database, 300);
    await database.backup(inFolder('copy.db'));
    await database.close();
    const bytes = readFileSync(inFolder('copy.db'));
    writeFileSync(inFolder('damaged.db'), bytes.fill(0xa5, 8192, 20_000));
    expect(() => verifyFile(inFolder('damaged.db'))).toThrow(expect.objectContaining({ because: 'damaged' }));
    copyFileSync(inFolder('copy.db'), inFolder('short.db'));
    truncateSync(inFolder('short.db'), 40_000);
    expect(() => verifyFile(inFolder('short.db'))).toThrow(expect.objectContaining({ because: 'damaged' }));
    expect(() => verifyFile(inFolder('none.db'))).toThrow('There is no file');
  });

  async function withLetters2({ db }: Database): Promise<void> {
    const rows = Array.from({ length: 100 }, (_, index) => letter(`later:${index}`));
    await db.transaction().execute((tx) => tx.insertInto('outbox').values(rows).execute());
  }
});

describe('after a restore', () => {
  async function restored(rows: ReturnType<typeof letter>[]): Promise<Database & { unclear: number }> {
    const memory = await openMemory();
    const vault = await openVault(memory.db, keyring, making);
    await memory.db.insertInto('outbox').values(rows).execute();
    return { ...memory, ...(await afterRestore(memory.db, vault, [], now())) };
  }
  const of = (db: Db, key: string) => db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirstOrThrow();

  test('a message that was due may have been sent: it is looked for before anything is sent, as far back as it can have gone out', async () => {
    const { db, unclear, close } = await restored([
      letter('due', { not_before: at('08:00') }),
      letter('at once', { not_before: at('07:00') }),
    ]);
    expect(unclear).toBe(2);
    const quarantined = stamp(now().add({ seconds: 120 }));
    expect(await of(db, 'due')).toMatchObject({
      state: 'unclear',
      attempt: 1,
      started_at: at('08:00'),
      not_before: quarantined,
      boot: null,
    });
    expect(await of(db, 'at once')).toMatchObject({ state: 'unclear', started_at: at('07:00') });
    await close();
  });

  test('a message that is not due yet cannot have been sent, and one that is settled stays so', async () => {
    const { db, unclear, close } = await restored([
      letter('later', { not_before: at('18:00') }),
      letter('done', { state: 'sent', ts: '1.2' }),
    ]);
    expect(unclear).toBe(0);
    expect(await of(db, 'later')).toMatchObject({ state: 'pending', attempt: 0 });
    expect(await of(db, 'done')).toMatchObject({ state: 'sent', ts: '1.2' });
    await close();
  });

  test('a message planned for the first time afterwards may have gone out before: it is looked for once, and only what came of the first planning', async () => {
    const { db, close } = await restored([letter('done', { state: 'sent', ts: '1.2' })]);
    await db
      .updateTable('boot')
      .set({ ticked_at: at('06:30') })
      .execute();
    const vault = await openVault(db, keyring, making);
    await afterRestore(db, vault, [], now());
    await db
      .insertInto('outbox')
      .values([letter('old', { created_at: at('05:00'), not_before: at('18:00') }), letter('planned', { created_at: stamp(now()) })])
      .execute();
    const tools = { db, log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} } };
    await doubtPlanned(tools, now());
    expect(await of(db, 'planned')).toMatchObject({ state: 'unclear', attempt: 1, started_at: at('06:30'), reason: 'restored' });
    expect(await of(db, 'old')).toMatchObject({ state: 'pending', attempt: 0 });
    await db
      .insertInto('outbox')
      .values([letter('next', { created_at: stamp(now()) })])
      .execute();
    await doubtPlanned(tools, now());
    expect(await of(db, 'next')).toMatchObject({ state: 'pending' });
    await close();
  });

  test('a message that was on its way is looked for from where it began', async () => {
    const begun = letter('begun', { state: 'sending', attempt: 2, started_at: at('08:30'), boot: 4, looks: 1 });
    const { db, unclear, close } = await restored([begun]);
    expect(unclear).toBe(1);
    expect(await of(db, 'begun')).toMatchObject({ state: 'unclear', attempt: 2, started_at: at('08:30'), looks: 0, boot: null });
    await close();
  });
});

describe('whoever asked to be forgotten', () => {
  const person = (slack_user: string) => ({
    ...{ workspace: 'T1', slack_user, name: 'A name', email: 'a@example.com', title: null, time_zone: 'UTC', kind: 'member' },
    ...{ workspace_admin_at: null, dm: null, refreshed_at: at('07:00') },
  });

  test('is forgotten again: keys, notes and name, and nobody else', async () => {
    const { db, close } = await openMemory();
    const vault = await openVault(db, keyring, making);
    await db
      .insertInto('person')
      .values([person('U0AMINA'), person('U0BO')])
      .execute();
    const seal = (owner: string) => ({ workspace: 'T1', owner, kind: 'note', record: 'n1' });
    const [hers, his] = [await vault.seal(db, seal('U0AMINA'), 'hers'), await vault.seal(db, seal('U0BO'), 'his')];
    const erased = [{ workspace: 'T1', person_hash: personHash(vault, 'T1', 'U0AMINA'), erased_at: at('09:00') }];
    expect(await db.transaction().execute((tx) => eraseAgain(tx, vault, erased))).toBe(1);
    await expect(vault.open(db, seal('U0AMINA'), hers)).rejects.toBeInstanceOf(SealBroken);
    expect(await vault.open(db, seal('U0BO'), his)).toBe('his');
    expect(await db.selectFrom('person').select('slack_user').execute()).toEqual([{ slack_user: 'U0BO' }]);
    expect(await tombstones(db)).toEqual(erased);
    await close();
  });

  test('and came back afterwards stays, unless they asked again', async () => {
    const { db, close } = await openMemory();
    const vault = await openVault(db, keyring, making);
    const grave = (erased_at: string) => ({ workspace: 'T1', person_hash: personHash(vault, 'T1', 'U0AMINA'), erased_at });
    await db
      .insertInto('tombstone')
      .values(grave(at('08:00')))
      .execute();
    await db.insertInto('person').values(person('U0AMINA')).execute();
    const again = (erased_at: string) => db.transaction().execute((tx) => eraseAgain(tx, vault, [grave(erased_at)]));
    expect(await again(at('08:00'))).toBe(0);
    expect(await again(at('09:00'))).toBe(1);
    await close();
  });

  test('is remembered beside the database, each once, also when the database is lost', () => {
    const row = (person_hash: string, erased_at: string) => ({ workspace: 'T1', person_hash, erased_at });
    const file = inFolder('coaching-pairs.db.erased');
    expect(readErasures(file)).toEqual([]);
    keepErasures(file, [row('a', at('08:00'))]);
    keepErasures(file, [row('b', at('08:30')), row('a', at('09:00'))]);
    expect(readErasures(file)).toEqual([row('a', at('09:00')), row('b', at('08:30'))]);
    writeFileSync(inFolder('torn.erased'), `${readFileSync(file, 'utf8')}{"workspace":"T1","per`);
    expect(() => keepErasures(inFolder('torn.erased'), [])).toThrow(/^Line 3 of .*torn\.erased cannot be read.*Nothing was changed\. Mend/);
    expect(readFileSync(inFolder('torn.erased'), 'utf8')).toMatch(/per$/);
    expect(tombstonesIn(inFolder('none.db'))).toEqual([]);
    writeFileSync(inFolder('broken.db'), 'no database');
    expect(tombstonesIn(inFolder('broken.db'))).toEqual([]);
  });
});

test('a database that cannot be read just now is not taken for one that has forgotten nobody', async () => {
  const { db, close } = await folder.open();
  await db
    .insertInto('tombstone')
    .values({ workspace: 'T1', person_hash: 'a', erased_at: at('08:00') })
    .execute();
  await close();
  mkdirSync(`${folder.file}-wal`);
  expect(() => tombstonesIn(folder.file)).toThrow(expect.objectContaining({ because: 'unusable' }));
  rmdirSync(`${folder.file}-wal`);
  expect(tombstonesIn(folder.file)).toHaveLength(1);
  truncateSync(folder.file, 20_000);
  expect(tombstonesIn(folder.file)).toEqual([]);
});

describe('the file that is replaced', () => {
  test('is kept, with what stood only in its log, and its log is not played into the new one', async () => {
    const database = await folder.open();
    await database.backup(inFolder('prepared.db'));
    await withLetters(database, 3);
    copyFileSync(folder.file, inFolder('old.db'));
    copyFileSync(`${folder.file}-wal`, inFolder('old.db-wal'));
    await database.close();
    copyFileSync(inFolder('old.db'), folder.file);
    copyFileSync(inFolder('old.db-wal'), `${folder.file}-wal`);
    const kept = replace(folder.file, inFolder('prepared.db'), stamp(now())) ?? '';
    expect(verifyFile(kept).tables.outbox).toBe(3);
    expect(existsSync(`${folder.file}-wal`)).toBe(false);
    const after = await folder.open();
    expect(await after.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
    await after.close();
  });

  test('may be damaged or gone', async () => {
    const database = await folder.open();
    await database.backup(inFolder('prepared.db'));
    await database.close();
    writeFileSync(folder.file, 'damaged');
    const kept = replace(folder.file, inFolder('prepared.db'), stamp(now())) ?? '';
    expect(readFileSync(kept, 'utf8')).toBe('damaged');
    await (await folder.open()).close();
    expect(readdirSync(folder.path)).toContain('coaching-pairs.db.here');
  });

  test('stays where it is until the new one takes its name in one step', async () => {
    await (await folder.open()).close();
    expect(() => replace(folder.file, inFolder('not prepared.db'), stamp(now()))).toThrow('ENOENT');
    expect(verifyFile(folder.file).tables.boot).toBe(1);
    await (await folder.open()).close();
  });

  test('is all there is at the next start, where a restore was stopped before it was replaced', async () => {
    await (await folder.open()).close();
    for (const end of ['', '-wal', '.here', '.part']) writeFileSync(inFolder(`coaching-pairs.db.restoring${end}`), 'half');
    await (await folder.open()).close();
    expect(readdirSync(folder.path).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('is asked for again, and nothing begins anew, where a restore was stopped before there was a database', async () => {
    writeFileSync(inFolder('coaching-pairs.db.restoring'), 'half');
    await expect(folder.open()).rejects.toThrow(/A restore was stopped before its end.*Run it again: coachingpairs restore/);
    expect(readFileSync(inFolder('coaching-pairs.db.restoring'), 'utf8')).toBe('half');
    writeFileSync(folder.file, 'damaged');
    expect(() => replace(folder.file, inFolder('not prepared.db'), stamp(now()))).toThrow('ENOENT');
    rmSync(folder.file);
    rmSync(inFolder('coaching-pairs.db.restoring'));
    await expect(folder.open()).rejects.toThrow('is gone, although one has been here');
  });
});
