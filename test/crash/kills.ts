// One life of the postman with real deaths: letters are written into a database file, a process sends them to a small Slack on a port and is
// killed at a chosen passage, perhaps once more while it recovers, and then lives to the end. Whatever happens, each letter is seen once.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../src/platform/db/open.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { keyringOf } from '../../src/platform/keyring.ts';
import { type Address, enqueue } from '../../src/platform/outbox/enqueue.ts';
import { section } from '../../src/platform/slack/blocks.ts';
import { openVault } from '../../src/platform/vault.ts';
import { foundWorld } from '../../src/sandbox/found.ts';
import { keepTime } from '../../src/sandbox/port/alarm.ts';
import { openPort } from '../../src/sandbox/port/server.ts';
import { type SmallSlack, smallSlack } from '../../src/sandbox/small-slack.ts';
import { making } from '../platform/a-folder.ts';
import { cast, userOf } from '../platform/outbox/post-room.ts';
import { fastClock } from './fast-clock.ts';

export interface Life {
  /** How many times it was killed. */
  kills: number;
  /** How many passages the last, undisturbed process went through. */
  passages: number;
  violations: string[];
}

const SPEED = 100;
const scopes = ['commands', 'chat:write', 'im:write', 'im:history', 'mpim:write', 'users:read', 'files:write', 'channels:history'];
const WORKSPACE = 'T0SANDBOX';
const victim = fileURLToPath(new URL('./victim.ts', import.meta.url));
const typescript = fileURLToPath(new URL('../typescript.mjs', import.meta.url));

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15">Map</text></svg>';
const letters: { key: string; address: Address; people: string[]; picture?: boolean }[] = [
  { key: 'match:amina', address: { to: 'person', user: userOf('Amina') }, people: ['Amina'] },
  { key: 'match:bo', address: { to: 'person', user: userOf('Bo') }, people: ['Bo'] },
  { key: 'pair:p1', address: { to: 'group', users: ['Amina', 'Bo'].map(userOf) }, people: ['Amina', 'Bo'] },
  { key: 'announcement:r1', address: { to: 'channel', channel: 'C0LEADERS' }, people: ['#leaders'], picture: true },
  { key: 'match:amina:again', address: { to: 'person', user: userOf('Amina') }, people: ['Amina'] },
];

/** Lives one life with deaths at these passages of one process after the other. */
export async function live(killAt: readonly number[]): Promise<Life> {
  const folder = mkdtempSync(join(tmpdir(), 'coaching-kill-'));
  const epoch = Date.now();
  const now = fastClock(epoch, SPEED);
  const people = cast.slice(0, 3).map((name) => ({ id: userOf(name), name }));
  const world = foundWorld({
    team: { id: WORKSPACE },
    people,
    channels: [{ name: 'leaders', id: 'C0LEADERS' }],
    app: { scopes },
    now: epoch,
  });
  const slack = smallSlack({ world, now, limits: 'none' });
  const port = await openPort({ stage: { slack, settle: async () => {} }, port: 0 });
  const rest = keepTime(slack);
  try {
    await writeLetters(folder, now);
    let kills = 0;
    for (const passage of [...killAt, 0]) {
      const end = await run([
        '--folder',
        folder,
        '--api',
        `${port.url}/api/`,
        '--epoch',
        String(epoch),
        '--speed',
        String(SPEED),
        '--kill-at',
        String(passage),
      ]);
      if (end.signal === 'SIGKILL') kills += 1;
      else if (end.code !== 0) return { kills, passages: 0, violations: [`the process ended with ${end.code}: ${end.errors}`] };
      if (passage === 0) return { kills, passages: Number(end.output), violations: violationsOf(slack) };
    }
    throw new Error('the last process was killed');
  } finally {
    rest();
    await port.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeLetters(folder: string, now: () => number): Promise<void> {
  const clock = () => Temporal.Instant.fromEpochMilliseconds(now());
  const database = await openDatabase({ folder, version: '0', now: clock });
  const vault = await openVault(database.db, keyringOf(Buffer.alloc(32, 7)), making);
  await transact(database.db, async (tx) => {
    for (const { key, address, picture } of letters) {
      const text = `This is ${key}.`;
      const body = { text, blocks: [section(text)], ...(picture && { picture: { name: 'map.png', alt: 'A map.', svg: drawing } }) };
      await enqueue({ vault, newId: making.newId, workspace: WORKSPACE }, tx, { key, kind: 'match', address, priority: 2, body }, clock());
    }
  });
  await database.close();
}

interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
  errors: string;
}

function run(args: string[]): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', typescript, victim, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (part) => {
      output += part;
    });
    child.stderr.on('data', (part) => {
      errors += part;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output: output.trim(), errors }));
  });
}

function violationsOf(slack: SmallSlack): string[] {
  return letters.flatMap(({ key, people }) => {
    const places: Record<string, number> = {};
    for (const { members, kind, messages } of slack.world.conversations.values()) {
      const names = kind === 'channel' ? ['#leaders'] : cast.filter((name) => members.includes(userOf(name)));
      const count = messages.filter(({ text }) => text === `This is ${key}.`).length;
      if (count > 0) places[names.join('+')] = count;
    }
    const isOnce = Object.values(places).every((count) => count === 1);
    const inOnePlace = places[people.join('+')] === 1 && Object.keys(places).length === 1;
    // What may have reached the pair's conversation is told to each of them alone.
    const toEach = people.length > 1 && people.every((name) => places[name] === 1);
    return isOnce && (inOnePlace || toEach) ? [] : [`${key} was seen like this: ${JSON.stringify(places)}`];
  });
}
