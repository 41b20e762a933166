import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { openDatabase, placeOf } from '../../src/platform/db/open.ts';
import { exitCodes } from '../../src/platform/db/refused.ts';
import { assertSettings, openRaw } from '../../src/platform/db/sqlite.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { type Trouble, troubleOf } from '../../src/platform/db/trouble.ts';
import { aFolder, type Folder, newId, now } from './a-folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => folder.remove());

const files = () => readdirSync(folder.path).sort();
const fingerprint = () => (existsSync(folder.file) ? createHash('sha256').update(readFileSync(folder.file)).digest('hex') : 'gone');
const anEmptyOne = async () => (await folder.open()).close();

describe('a SQLite database', () => {
  test('is durable at every commit, not only when the machine is kind', async () => {
    await anEmptyOne();
    const raw = openRaw(folder.file);
    raw.exec(`update boot set started_at = started_at`);
    expect(raw.pragma('synchronous', { simple: true })).toBe(2);
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(() => assertSettings(raw, folder.file)).not.toThrow();
    raw.close();
  });

  test.each([
    ['synchronous', 'normal'],
    ['foreign_keys', '0'],
    ['secure_delete', '0'],
    ['trusted_schema', '1'],
  ])('is refused when %s does not stay as it was set', async (setting, value) => {
    await anEmptyOne();
    const raw = openRaw(folder.file);
    raw.pragma(`${setting} = ${value}`);
    expect(() => assertSettings(raw, folder.file)).toThrow(`SQLite does not keep ${setting} at`);
    raw.close();
  });

  test('is readable for this account alone, its log and its backups too, and leaves no log behind when it is closed', async () => {
    const { backup, close } = await folder.open();
    await backup(join(folder.path, 'copy.db'));
    const open = files().filter((name) => (statSync(join(folder.path, name)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    await close();
    expect(files()).toEqual(['coaching-pairs.db', 'coaching-pairs.db.here', 'coaching-pairs.db.lock', 'copy.db']);
  });

  test('counts its starts', async () => {
    await anEmptyOne();
    const second = await folder.open();
    expect(second.boot).toBe(2);
    await second.close();
  });

  test('says at once that a transaction waits for itself, instead of waiting for ever', async () => {
    const { db, close } = await folder.open();
    const waits = transact(db, () => db.selectFrom('boot').selectAll().execute());
    await expect(waits).rejects.toThrow('used the database instead of the transaction');
    expect(await db.selectFrom('boot').select('number').executeTakeFirst()).toEqual({ number: 1 });
    await close();
  });

  test('makes no promise dearer once a transaction is over', () => {
    const program = ['--import', './test/typescript.mjs', './test/platform/after-transaction.ts'];
    expect(execFileSync(process.execPath, program, { encoding: 'utf8' })).toBe('free');
  }, 60_000);

  test('keeps what was committed and nothing else when the disk is full, and goes on when there is room', async () => {
    await anEmptyOne();
    const raw = openRaw(folder.file);
    raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`);
    const insert = raw.prepare(`insert into audit values (?, 'T1', null, 'U0BO', 'tested', null, ?, '')`);
    const many = raw.transaction(() => Array.from({ length: 500 }, () => insert.run(newId(), 'x'.repeat(500))));
    expect(thrownBy(() => many.immediate())).toMatchObject({ code: 'SQLITE_FULL' });
    expect(raw.prepare('select count(*) from audit').pluck().get()).toBe(0);
    raw.pragma('max_page_count = 100000');
    many.immediate();
    expect(raw.prepare('select count(*) from audit').pluck().get()).toBe(500);
    raw.close();
  });
});

describe('trouble with the database', () => {
  test('is told at once where its log cannot be read, and not where the disk is only full', async () => {
    const heard: Trouble[] = [];
    const database = await openDatabase({ folder: folder.path, version: '1.0.0', now, onTrouble: (trouble) => heard.push(trouble) });
    await sql`pragma max_page_count = 1`.execute(database.db);
    const large = sql`insert into audit values ('a', 'T1', null, 'U0BO', 'tested', null, ${'x'.repeat(1_000_000)}, '')`;
    await expect(large.execute(database.db)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(heard).toEqual([]);
    await sql`update boot set started_at = 'in the log'`.execute(database.db);
    await sql`pragma shrink_memory`.execute(database.db);
    truncateSync(`${folder.file}-wal`, 0);
    await expect(database.db.selectFrom('boot').selectAll().execute()).rejects.toMatchObject({ code: 'SQLITE_IOERR_SHORT_READ' });
    expect(heard).toEqual(['disk']);
    expect(() => database.checkpoint()).toThrow();
    expect(heard).toEqual(['disk', 'disk']);
    await database.db.destroy();
  });

  test.each([
    ['SQLITE_IOERR_FSYNC', 'disk'],
    ['EIO', 'disk'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_FULL', undefined],
    ['SQLITE_BUSY', undefined],
  ])('%s is %s', (code, trouble) => {
    expect(troubleOf(Object.assign(new Error('x'), { code }))).toBe(trouble);
  });
});

describe('a second process', () => {
  test('is refused while the first one runs, and may start when it has ended', async () => {
    const first = await folder.open();
    await expect(folder.open()).rejects.toMatchObject({
      because: 'busy',
      exitCode: exitCodes.busy,
      message: expect.stringContaining('already running'),
    });
    await first.close();
    await anEmptyOne();
  });

  test('may start at once after the first one was killed', async () => {
    await anEmptyOne();
    const hold = `const lock = new (require('better-sqlite3'))(process.argv[1] + '.lock'); lock.exec('begin exclusive'); console.log('held'); setInterval(() => {}, 1e6);`;
    const holder = spawn(process.execPath, ['-e', hold, folder.file], { cwd: process.cwd(), stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    try {
      await new Promise((resolve) => holder.stdout.once('data', resolve));
      await expect(folder.open()).rejects.toMatchObject({ because: 'busy' });
    } finally {
      holder.kill('SIGKILL');
      await ended;
    }
    await anEmptyOne();
  });
});

describe('a database that is not as it was left', () => {
  const refusal = (told: RegExp) => ({ because: 'damaged', exitCode: exitCodes.damaged, message: expect.stringMatching(told) });

  test.each<[string, (file: string) => void, RegExp]>([
    ['gone', (file) => rmSync(file), /is gone, although one has been here/],
    ['emptied', (file) => truncateSync(file, 0), /is empty, although one has been here/],
    ['cut in half', (file) => truncateSync(file, 8192), /is damaged/],
    ['cut to a few bytes', (file) => truncateSync(file, 300), /not a sound database/],
    [
      'a picture',
      (file) => writeFileSync(file, Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.alloc(9000, 3)])),
      /not a sound database/,
    ],
    ["another program's database", (file) => anotherPrograms(file), /not one of Coaching Pairs/],
    ['overwritten in the middle', (file) => overwrite(file, 4096, 4096 * 20), /is damaged/],
  ])('is refused when it is %s; nothing is moved, nothing begins anew', async (_, harm, told) => {
    await anEmptyOne();
    harm(folder.file);
    const before = files();
    const bytes = fingerprint();
    await expect(folder.open()).rejects.toMatchObject(refusal(told));
    expect(files().filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
    expect(fingerprint()).toBe(bytes);
  });

  test('is refused when only its log is left', async () => {
    const { close } = await folder.open();
    const log = readFileSync(`${folder.file}-wal`);
    await close();
    for (const end of ['', '.here']) rmSync(folder.file + end);
    writeFileSync(`${folder.file}-wal`, log);
    await expect(folder.open()).rejects.toMatchObject(refusal(/is gone/));
  });

  test('is refused when its log is lost and the file alone holds nothing yet', async () => {
    writeFileSync(folder.file, '');
    openRaw(folder.file).close();
    writeFileSync(`${folder.file}.here`, '');
    await expect(folder.open()).rejects.toMatchObject(refusal(/is empty/));
  });

  test('goes on where its first start was killed', async () => {
    const { close } = await folder.open();
    const copies = ['', '-wal'].map((end) => [end, readFileSync(folder.file + end)] as const);
    await close();
    for (const [end, bytes] of copies) writeFileSync(folder.file + end, bytes);
    await anEmptyOne();
  });

  test.each([
    ['its folder cannot be made', (path: string) => writeFileSync(join(path, 'file'), ''), 'file/coaching.db'],
    ['it is a folder', (path: string) => mkdirSync(join(path, 'folder')), 'folder'],
  ])('is refused when %s', async (_, harm, name) => {
    harm(folder.path);
    const opening = openDatabase({ url: join(folder.path, name), folder: '', version: '1', now });
    await expect(opening).rejects.toMatchObject({
      because: 'unusable',
      exitCode: 1,
      message: expect.stringContaining('cannot be opened for writing'),
    });
  });

  test('begins where the first start was killed before anything was in it', async () => {
    writeFileSync(folder.file, '');
    await anEmptyOne();
    expect(existsSync(`${folder.file}.here`)).toBe(true);
  });

  test('begins where the first start was killed while it signed the file, and knows it again afterwards', async () => {
    const raw = new Sqlite(folder.file);
    raw.pragma('application_id = 1129345651');
    raw.close();
    // What SQLite leaves beside it then: the note that nothing was there before, so that it takes the signed page back.
    const journal = Buffer.alloc(512);
    Buffer.from('d9d505f920a163d7', 'hex').copy(journal);
    journal.writeUInt32BE(512, 20);
    journal.writeUInt32BE(4096, 24);
    writeFileSync(`${folder.file}-journal`, journal);
    await anEmptyOne();
    await anEmptyOne();
  });

  test.each([0.1, 0.3, 0.5, 0.7, 0.9])('has whole transactions when its log is cut at %p of its length', async (share) => {
    const { db, close } = await folder.open();
    for (let pair = 0; pair < 20; pair++) {
      await transact(db, async (tx) => {
        for (const side of ['a', 'b']) {
          const row = {
            id: `${pair}${side}`,
            workspace: 'T1',
            programme: null,
            actor: 'U0BO',
            action: 'tested',
            subject: null,
            detail: '{}',
            at: '',
          };
          await tx.insertInto('audit').values(row).execute();
        }
      });
    }
    const copies = { file: readFileSync(folder.file), log: readFileSync(`${folder.file}-wal`) };
    await close();
    writeFileSync(folder.file, copies.file);
    writeFileSync(`${folder.file}-wal`, copies.log.subarray(0, Math.floor(copies.log.length * share)));
    const again = await folder.open();
    const ids = (await again.db.selectFrom('audit').select('id').execute()).map(({ id }) => id);
    expect(ids.filter((id) => id.endsWith('a')).length).toBe(ids.filter((id) => id.endsWith('b')).length);
    await again.close();
  });
});

test.each([
  [undefined, { kind: 'sqlite', file: '/srv/data/coaching-pairs.db' }],
  ['/mnt/pairs.db', { kind: 'sqlite', file: '/mnt/pairs.db' }],
  ['file:/mnt/pairs.db', { kind: 'sqlite', file: '/mnt/pairs.db' }],
  ['file:///mnt/pairs.db', { kind: 'sqlite', file: '/mnt/pairs.db' }],
  ['file:pairs.db', { kind: 'sqlite', file: join(process.cwd(), 'pairs.db') }],
  ['postgres://db/pairs', { kind: 'postgres', url: 'postgres://db/pairs' }],
  ['postgresql://db/pairs', { kind: 'postgres', url: 'postgresql://db/pairs' }],
])('DATABASE_URL %p means %p', (url, place) => {
  expect(placeOf({ url, folder: '/srv/data' })).toEqual(place);
});

/** What it throws. Errors of the driver may come from another module registry, where `toThrow` does not know them as errors. */
function thrownBy(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (fault) {
    return fault;
  }
}

function anotherPrograms(file: string): void {
  rmSync(file);
  const raw = new Sqlite(file);
  raw.exec('create table recipes (id integer primary key)');
  raw.close();
}

function overwrite(file: string, from: number, to: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, to);
  writeFileSync(file, bytes);
}
