import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Environment, environment, readSettings } from '../../src/platform/config.ts';
import { describeProblems, type SettingName, settingsTable } from '../../src/platform/settings-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = (id: string, fill = 7) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const good: Environment = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ENCRYPTION_KEYS: key('key1') };
const all = [
  'botToken',
  'appToken',
  'signingSecret',
  'apiUrl',
  'mode',
  'databaseUrl',
  'keyring',
  'organisers',
  'contentDir',
  'port',
  'logLevel',
] as const;

function problemsOf(env: Environment): string[] {
  const read = readSettings(env, all);
  return read.ok ? [] : read.problems.map(({ setting, wrong }) => `${setting} ${wrong}`);
}

describe('the settings', () => {
  test('are complete with two tokens and a key', () => {
    const read = readSettings(good, all);
    expect(read).toMatchObject({
      ok: true,
      settings: { mode: 'socket', organisers: [], logLevel: 'info', port: undefined, apiUrl: undefined },
    });
  });

  test('that are missing are all told at once, with where to get each and the command that makes a key', () => {
    const read = readSettings({}, all);
    if (read.ok) throw new Error('nothing was missing');
    const told = describeProblems(read.problems);
    expect(read.problems.map(({ setting }) => setting)).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'ENCRYPTION_KEYS']);
    expect(told).toContain('3 settings are missing or wrong');
    expect(told).toContain('OAuth & Permissions');
    expect(told).toContain('App-Level Tokens');
    expect(told).toContain('node -p');
  });

  test('that are missing and those that are wrong are told together', () => {
    const wrong = {
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_MODE: 'carrier pigeon',
      PORT: '80000',
      ORGANISERS: 'bo@example.com',
      LOG_LEVEL: 'loud',
    };
    expect(problemsOf(wrong).map((line) => line.split(' ')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_MODE',
      'ENCRYPTION_KEYS',
      'ORGANISERS',
      'PORT',
      'LOG_LEVEL',
    ]);
  });

  test.each<[string, Environment, string]>([
    ['a user token', { SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN does not begin with xoxb-, so it is another kind of token'],
    ['a bot token twice', { SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN does not begin with xapp-, so it is another kind of token'],
    ['a token with a line break inside', { SLACK_BOT_TOKEN: 'xoxb-1\nx' }, 'SLACK_BOT_TOKEN holds characters that no token has'],
    ['no signing secret in HTTP mode', { SLACK_MODE: 'http' }, 'SLACK_SIGNING_SECRET is missing'],
    ['an address without a scheme', { SLACK_API_URL: 'localhost:4000' }, 'SLACK_API_URL is not a web address'],
    ['another database', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is neither a file nor a postgres:// address'],
    ['a folder that is not there', { CONTENT_DIR: join(folder, 'nowhere') }, 'CONTENT_DIR is not a folder'],
    ['half a port', { PORT: '3.5' }, 'PORT is not a number from 0 to 65535'],
    [
      'a name for an organiser',
      { ORGANISERS: 'U012AB3CD, Bo' },
      'ORGANISERS holds something that is not a Slack member id (like U012AB3CD)',
    ],
    [
      'a key file that is not there',
      { ENCRYPTION_KEYS: '', ENCRYPTION_KEYS_FILE: join(folder, 'no') },
      'ENCRYPTION_KEYS_FILE names a file that does not exist',
    ],
    [
      'a key and a key file',
      { ENCRYPTION_KEYS_FILE: join(folder, 'no') },
      'ENCRYPTION_KEYS_FILE is set beside ENCRYPTION_KEYS; only one of the two may be',
    ],
  ])('refuse %s', (_, change, told) => {
    expect(problemsOf({ ...good, ...change })).toEqual([told]);
  });

  test.each<[string, string, RegExp]>([
    ['no name', Buffer.alloc(32).toString('base64'), /Key 1 is not in the form name:base64/],
    ['a short key', `old:${Buffer.alloc(16).toString('base64')}`, /Key "old" has 16 bytes instead of 32/],
    ['one name twice', `${key('a', 1)},${key('a', 2)}`, /Key "a" stands there twice/],
    ['nothing but remarks', '# none yet', /There is no key in it/],
  ])('refuse keys with %s, without showing them', (_, keys, told) => {
    const [problem] = problemsOf({ ...good, ENCRYPTION_KEYS: keys });
    expect(problem).toMatch(told);
    expect(problem).not.toContain(keys.split(':').at(-1));
  });

  test('take keys from a file, one a line', () => {
    const file = join(folder, 'keys');
    writeFileSync(file, `# the newest first\n${key('key2', 2)}\n${key('key1', 1)}\n`);
    const read = readSettings({ ENCRYPTION_KEYS_FILE: file }, ['keyring']);
    expect(read).toMatchObject({ ok: true, settings: { keyring: { first: 'key2' } } });
    expect(read.ok && [...read.settings.keyring.keys.keys()]).toEqual(['key2', 'key1']);
  });

  test('take any token for a server that is not Slack, and add the slash its address needs', () => {
    const read = readSettings({ SLACK_BOT_TOKEN: 'bot', SLACK_APP_TOKEN: 'app', SLACK_API_URL: 'http://127.0.0.1:4000/api' }, [
      'botToken',
      'appToken',
      'apiUrl',
    ]);
    expect(read).toEqual({ ok: true, settings: { botToken: 'bot', appToken: 'app', apiUrl: 'http://127.0.0.1:4000/api/' } });
  });

  test('are read only as far as a command needs them', () => {
    expect(readSettings({}, ['databaseUrl', 'logLevel'])).toEqual({ ok: true, settings: { databaseUrl: undefined, logLevel: 'info' } });
  });

  test('in the environment go before those in .env', () => {
    writeFileSync(join(folder, '.env'), 'SLACK_BOT_TOKEN=xoxb-file\nORGANISERS="U012AB3CD U045EF6GH"\nPATH=/nowhere\n');
    const env = environment(folder);
    expect(env).toMatchObject({ SLACK_BOT_TOKEN: 'xoxb-file', PATH: process.env.PATH });
    expect(readSettings(env, ['organisers'])).toEqual({ ok: true, settings: { organisers: ['U012AB3CD', 'U045EF6GH'] } });
  });

  test('all stand in .env.example, and nothing else does', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name as SettingName);
    expect([...named].sort()).toEqual(Object.keys(settingsTable).sort());
    const required = named.filter(
      (name) => settingsTable[name].default === 'required' || name === 'SLACK_APP_TOKEN' || name === 'ENCRYPTION_KEYS',
    );
    expect(Object.keys(parseEnv(example)).sort()).toEqual(required.sort());
  });
});
