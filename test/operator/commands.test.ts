import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { commands } from '../../src/operator/commands.ts';
import { stamp } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { personHash } from '../../src/platform/erasures.ts';
import { openVault } from '../../src/platform/vault.ts';
import { aFolder, type Folder, keyring, making, now } from '../platform/a-folder.ts';
import { begin, type Given, type Running, run, runWhereDiskFails } from './command.ts';

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const keys = { ENCRYPTION_KEYS: key('key1', 7) };

let folder: Folder;
let file: string;
const running: Running[] = [];
beforeEach(() => {
  folder = aFolder();
  mkdirSync(join(folder.path, 'data'));
  file = join(folder.path, 'data', 'coaching-pairs.db');
});
afterEach(async () => {
  for (const { process } of running.splice(0)) process.kill('SIGKILL');
  folder.remove();
});

const does = (env: Given, ...args: string[]) => run(folder.path, env, ...args);
const prepared = async () => (await openDatabase({ url: file, folder: '', version: '1', now })).close();
const change = (sql: string, at = file) => {
  const raw = new Sqlite(at);
  raw.exec(sql);
  raw.close();
};

describe('the front door', () => {
  test('shows every command, and each its own help', async () => {
    const { code, out } = await does({});
    expect(code).toBe(0);
    for (const word of Object.keys(commands)) expect(out).toMatch(new RegExp(`^  ${word} `, 'm'));
    expect(await does({}, 'restore', '--help')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Usage: coachingpairs restore <file>/),
    });
    expect(await does({}, '--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test.each([
    [['strat'], /There is no command "strat"\. Did you mean "start"\?/],
    [['constructor'], /There is no command "constructor"/],
    [['backup', '--loud'], /--loud/],
    [['verify', 'a', 'b'], /"b" is one word too many/],
    [['restore'], /ENCRYPTION_KEYS is missing/],
  ])('answers %p with a sentence and exit 2', async (args, told) => {
    expect(await does({}, ...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(told) });
  });
});

describe('start', () => {
  let slack: Running;
  let settings: Given;
  const bot = (more: Given = {}) => {
    const started = begin(folder.path, { ...settings, ...more }, 'start');
    running.push(started);
    return started;
  };

  beforeAll(async () => {
    const home = aFolder();
    slack = begin(home.path, {}, 'sandbox', '--port', '0');
    const said = await slack.says(/SLACK_APP_TOKEN=\S+/);
    settings = { ...keys, ...Object.fromEntries([...said.matchAll(/^(SLACK_\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value])) };
  });
  afterAll(async () => {
    slack.process.kill('SIGTERM');
    await slack.ended;
  });

  test('with no settings names all that are missing, and exits with 2', async () => {
    const { code, err } = await does({}, 'start');
    expect(code).toBe(2);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'ENCRYPTION_KEYS']) expect(err).toContain(`${name} is missing`);
    expect(existsSync(file)).toBe(false);
  });

  test('is ready within two seconds of being let in, is the only one, tells its health, and ends gently', async () => {
    const began = performance.now();
    await does({}, '--version');
    const breath = performance.now() - began;
    const first = bot({ PORT: '0' });
    const said = await first.says(/"event":"Ready"/);
    // Two seconds; where the machine is slow or busy, not more than a few times what it takes to say a version.
    const ready = JSON.parse(said.split('\n').find((line) => line.includes('"Ready"')) ?? '{}').ms;
    expect(ready).toBeLessThan(Math.max(2000, 6 * breath));
    const second = await bot().ended;
    expect(second).toMatchObject({ code: 3, err: expect.stringContaining('already running') });
    const port = /"port":(\d+)/.exec(said)?.[1];
    const health = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([health.status, await health.json()]).toEqual([200, { ready: true, database: 'ok', slack: 'ok', clock: 'ok', messages: 'ok' }]);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect(await does(settings, 'doctor')).toMatchObject({ code: 0, out: expect.stringContaining('All is well.') });
    first.process.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, err: expect.stringContaining('"event":"Stopped"') });
    expect(readdirSync(join(folder.path, 'data')).sort()).toEqual([
      'coaching-pairs.db',
      'coaching-pairs.db.here',
      'coaching-pairs.db.lock',
    ]);
  });

  test.each<[string, Given, RegExp]>([
    ['the bot token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, /^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/ms],
    ['the app token', { SLACK_APP_TOKEN: 'xapp-wrong' }, /^Slack refuses SLACK_APP_TOKEN \(invalid_auth\).*App-Level Tokens/ms],
    ['no address', { SLACK_API_URL: 'http://127.0.0.1:9/api/' }, /^Slack cannot be reached \(\w+\)/m],
  ])('says plainly that Slack refuses %s', async (_, wrong, told) => {
    const { code, err } = await bot(wrong).ended;
    expect(code).toBe(1);
    expect(err).toMatch(told);
    expect(err).not.toMatch(/\bat .+:\d+:\d+|xoxb-wrong|xapp-wrong/);
  });

  test.each<[string, () => void | Promise<void>, Given, number, RegExp]>([
    ['a damaged database', () => truncateSync(file, 20_000), {}, 4, /is damaged.*restore a backup/],
    [
      'a newer schema',
      () => change(`insert into migration values (99, '0099_later', 'x', '', '9')`),
      {},
      5,
      /newer version|no record of migration/,
    ],
    [
      'a key that is not the one',
      () => sealSomething(),
      { ENCRYPTION_KEYS: key('key1', 8) },
      6,
      /Key "key1" in ENCRYPTION_KEYS is not the key/,
    ],
    [
      'a folder of words that cannot be used',
      () => mkdirSync(join(folder.path, 'words')),
      { CONTENT_DIR: 'words' },
      1,
      /words in words cannot be used/,
    ],
  ])('refuses %s', async (_, harm, more, code, told) => {
    await prepared();
    await harm();
    const ended = await bot(more).ended;
    expect(ended).toMatchObject({ code, err: expect.stringMatching(told) });
    expect(ended.err).not.toContain('Ready');
  });
});

/** Something in the database that is sealed with `keys`. */
async function sealSomething(): Promise<void> {
  const database = await openDatabase({ url: file, folder: '', version: '1', now });
  const vault = await openVault(database.db, keyring, making);
  await vault.seal(database.db, { workspace: 'T1', owner: 'U0AMINA', kind: 'note', record: 'n1' }, 'x');
  await database.close();
}

describe('keeping it', () => {
  test('a backup made and verified; a damaged one refused', async () => {
    await prepared();
    const made = await does({}, 'backup', 'copy.db', '--json');
    expect(JSON.parse(made.out)).toMatchObject({ backup: join(folder.path, 'copy.db'), tables: { boot: 1 } });
    expect(await does({}, 'verify', 'copy.db')).toMatchObject({ code: 0, out: expect.stringContaining('is sound') });
    expect(await does({}, 'backup', 'copy.db')).toMatchObject({ code: 1, err: expect.stringContaining('never replaces a file') });
    truncateSync(join(folder.path, 'copy.db'), 20_000);
    expect(await does({}, 'verify', 'copy.db')).toMatchObject({ code: 4, err: expect.stringContaining('is damaged') });
    expect(await does(keys, 'restore', 'copy.db')).toMatchObject({ code: 4 });
    expect(await does({}, 'verify')).toMatchObject({ code: 0 });
  });

  test('a restore forgets again whoever asked for it since, and doubts what may have been sent', async () => {
    await sealSomething();
    change(`insert into person values ('T1', 'U0AMINA', 'Amina', null, null, null, 'member', null, null, '')`);
    change(`insert into outbox (id, workspace, key, kind, lane, priority, address, state, attempt, not_before, created_at, looks)
      values ('o1', 'T1', 'opener:1', 'opener', 'channel:C1', 3, '{}', 'pending', 0, '2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 0)`);
    copyFileSync(file, join(folder.path, 'earlier.db'));
    const database = await openDatabase({ url: file, folder: '', version: '1', now });
    const hash = personHash(await openVault(database.db, keyring, making), 'T1', 'U0AMINA');
    await database.db
      .insertInto('tombstone')
      .values({ workspace: 'T1', person_hash: hash, erased_at: stamp(now()) })
      .execute();
    await database.close();
    const { code, out } = await does(keys, 'restore', 'earlier.db', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ restored: file, forgotten: 1, kept: expect.stringContaining('.before-restore-') });
    const raw = new Sqlite(file, { readonly: true });
    expect(raw.prepare('select count(*) from person').pluck().get()).toBe(0);
    expect(raw.prepare(`select count(*) from data_key where owner = 'U0AMINA'`).pluck().get()).toBe(0);
    raw.close();
    expect(await does({}, 'verify')).toMatchObject({ code: 0 });
  });

  test('a restore takes what stands in the log of its backup, and nothing that a killed one has left', async () => {
    const letters = (ids: readonly string[]) =>
      ids.map(
        (id) => `insert into outbox (id, workspace, key, kind, lane, priority, address, state, attempt, not_before, created_at, looks)
          values ('${id}', 'T1', '${id}', 'opener', 'channel:C1', 3, '{}', 'sent', 1, '2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 0);`,
      );
    /** A copy of the database, with these letters in the log beside it: what is there while it is in use. */
    const inUse = (at: string, ids: readonly string[]) => {
      copyFileSync(file, at);
      const raw = new Sqlite(at);
      raw.exec(letters(ids).join(''));
      const log = readFileSync(`${at}-wal`);
      const main = readFileSync(at);
      raw.close();
      writeFileSync(at, main, { mode: 0o644 });
      writeFileSync(`${at}-wal`, log);
    };
    await prepared();
    const earlier = join(folder.path, 'earlier.db');
    inUse(earlier, ['a', 'b']);
    inUse(`${file}.restoring`, ['x', 'y', 'z']);
    expect(await does(keys, 'restore', 'earlier.db')).toMatchObject({ code: 0 });
    const raw = new Sqlite(file, { readonly: true });
    expect(raw.prepare('select id from outbox order by id').pluck().all()).toEqual(['a', 'b']);
    raw.close();
    expect(readdirSync(join(folder.path, 'data')).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('keys are moved to the new one, after which the old one is not needed', async () => {
    await sealSomething();
    const both = { ENCRYPTION_KEYS: `${key('key2', 9)},${keys.ENCRYPTION_KEYS}` };
    expect(JSON.parse((await does(both, 'rotate-key', '--json')).out)).toEqual({ key: 'key2', rewrapped: 2, unused: ['key1'] });
    expect(JSON.parse((await does(both, 'rotate-key', '--json')).out)).toMatchObject({ rewrapped: 0 });
    expect(await does({ ENCRYPTION_KEYS: key('key2', 9) }, 'rotate-key')).toMatchObject({ code: 0 });
    expect(await does(keys, 'rotate-key')).toMatchObject({ code: 6, err: expect.stringContaining('Key "key2" is missing') });
  });

  test('the first start may be killed at any moment: the next one goes on', async () => {
    for (const ms of [150, 250, 300, 350]) {
      const killed = begin(folder.path, {}, 'migrate');
      const timer = setTimeout(() => killed.process.kill('SIGKILL'), ms);
      await killed.ended;
      clearTimeout(timer);
    }
    expect(await does({}, 'migrate')).toMatchObject({ code: 0 });
    expect(await does({}, 'verify')).toMatchObject({ code: 0 });
  });
});

describe('a disk that fails', () => {
  const plain = /^(?!.*\bat .+:\d+:\d+).*could not be read or written \((SQLITE_IOERR\w*|EFBIG)\).*Look at the disk/s;

  test('is told in a sentence, and nothing is lost or half done', async () => {
    expect(await runWhereDiskFails(64, folder.path, {}, 'migrate')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(plain) });
    await sealSomething();
    const both = { ENCRYPTION_KEYS: `${key('key2', 9)},${keys.ENCRYPTION_KEYS}` };
    expect(await does({}, 'backup', 'copy.db')).toMatchObject({ code: 0 });
    const before = readFileSync(file);
    for (const args of [['backup', 'other.db'], ['restore', 'copy.db'], ['rotate-key']]) {
      const { code, out, err } = await runWhereDiskFails(8, folder.path, both, ...args);
      expect([args[0], code, out]).toEqual([args[0], 1, '']);
      expect(err).toMatch(plain);
    }
    expect(readdirSync(folder.path).sort()).toEqual(['copy.db', 'data']);
    expect(await does({}, 'verify')).toMatchObject({ code: 0 });
    expect(readFileSync(file).length).toBe(before.length);
    expect(await does(both, 'restore', 'copy.db')).toMatchObject({ code: 0 });
    expect(await does(both, 'rotate-key')).toMatchObject({ code: 0 });
  });
});

test('a damaged file is kept as it is', async () => {
  await prepared();
  writeFileSync(file, 'not a database');
  expect(await does({}, 'migrate')).toMatchObject({ code: 4 });
  expect(readFileSync(file, 'utf8')).toBe('not a database');
});
