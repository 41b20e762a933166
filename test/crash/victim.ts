// The process that is killed: the real app on a database file, against a small Slack on a port, by a clock that runs faster. It kills itself at
// the n-th passage, before or after a query or a request, so that every place where a process can die is met in turn.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { KyselyPlugin } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { openApp } from '../../src/app.ts';
import { loadContent } from '../../src/platform/content/load.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { keyringOf } from '../../src/platform/keyring.ts';
import { openLog } from '../../src/platform/log.ts';
import type { Fetch } from '../../src/platform/slack/client.ts';
import { thinkHere } from '../../src/platform/thinking/think.ts';
import { openVault } from '../../src/platform/vault.ts';
import { botToken } from '../../src/sandbox/installed.ts';
import { fastClock } from './fast-clock.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: '' },
    api: { type: 'string', default: '' },
    epoch: { type: 'string', default: '' },
    speed: { type: 'string', default: '1' },
    'kill-at': { type: 'string', default: '0' },
  },
});

const speed = Number(values.speed);
const clock = fastClock(Number(values.epoch), speed);
const now = () => Temporal.Instant.fromEpochMilliseconds(clock());
let passages = 0;

function passage(): void {
  passages += 1;
  if (passages === Number(values['kill-at'])) process.kill(process.pid, 'SIGKILL');
}

const atQueries: KyselyPlugin = {
  transformQuery: ({ node }) => {
    passage();
    return node;
  },
  transformResult: async ({ result }) => {
    passage();
    return result;
  },
};

const atRequests: Fetch = async (input, init) => {
  passage();
  const answer = await fetch(input, init);
  passage();
  return answer;
};

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const newId = () => randomBytes(16).toString('hex');
const log = openLog('warn');
const database = await openDatabase({ folder: values.folder, version: '0', now, log });
const db = database.db.withPlugin(atQueries);
const opened = await openApp({
  token: botToken,
  slackApiUrl: values.api,
  fetch: atRequests,
  boot: database.boot,
  alone: true,
  door: { mode: 'given', receiver: { init: () => {}, start: async () => {}, stop: async () => {} } },
  tools: {
    organisers: [],
    db,
    content: loadContent(),
    vault: await openVault(db, keyringOf(Buffer.alloc(32, 7)), { newId, now, random }),
    log,
    think: thinkHere,
    now,
    random,
    newId,
  },
  hall: { tables: [], rooms: [], timetable: [] },
});
if (!opened.ok) throw new Error(opened.error);

for (;;) {
  const next = await opened.value.round(now());
  const { open } = await db
    .selectFrom('outbox')
    .where('state', 'in', ['pending', 'sending', 'unclear'])
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow();
  if (Number(open) === 0) break;
  const ms = next ? next.epochMilliseconds - clock() : 1_000;
  await pause(Math.min(Math.max(ms, 0), 60_000) / speed);
}
await database.close();
process.stdout.write(`${passages}\n`, () => process.exit(0));
