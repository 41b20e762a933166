// The bot as its operator runs it: `node dist/main.js start`, on a SQLite file in a folder of its own, talking to a small Slack on a port.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { appToken, botToken } from '../../src/sandbox/installed.ts';
import { until } from './progress.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** A line of the bot's log. */
export interface Line {
  level: string;
  event: string;
  code?: string;
  method?: string;
  /** `performance.now()` when it was read. */
  at: number;
}

export interface Bot {
  child: ChildProcess;
  /** `performance.now()` when the process was begun. */
  began: number;
  lines: Line[];
  /** Resolves with the moment at which it said it was ready. Throws with its last line when it ended before. */
  ready: () => Promise<number>;
  /** Resolves when it is gone. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** The most memory it has held so far, in MB, as the kernel counts it; 0 where there is no /proc. */
  mostMemory: () => number;
}

/** A folder for one database; `remove` deletes it. */
export function newFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'coaching-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the bot on the database in `folder`; it need not be ready yet. */
export function startBot(folder: string, slackUrl: string): Bot {
  const settings = {
    SLACK_API_URL: `${slackUrl}/api/`,
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    ENCRYPTION_KEYS: `key1:${Buffer.alloc(32, 7).toString('base64')}`,
  };
  return run([main, 'start'], folder, settings);
}

/** Runs a Node program that says, in a line of JSON on standard error, when it is ready. */
export function run(args: readonly string[], folder: string, settings: Record<string, string> = {}): Bot {
  const began = performance.now();
  const env = { PATH: process.env.PATH ?? '', HOME: folder, ...settings };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const lines: Line[] = [];
  createInterface({ input: child.stderr }).on('line', (text) => lines.push(readLine(text)));
  const readyLine = () => lines.find(({ event }) => event === 'Ready');
  return {
    child,
    began,
    lines,
    ready: async () => {
      await until('the bot is ready', () => readyLine() !== undefined || isOver());
      const line = readyLine();
      if (!line) throw new Error(`The bot ended with ${child.exitCode ?? child.signalCode}: ${lines.at(-1)?.event}`);
      return line.at;
    },
    end: async (signal) => {
      if (!isOver()) child.kill(signal);
      await gone;
    },
    mostMemory: () => memoryOf(child.pid),
  };
}

function readLine(text: string): Line {
  const at = performance.now();
  try {
    return { ...(JSON.parse(text) as Omit<Line, 'at'>), at };
  } catch {
    return { level: 'error', event: text, at };
  }
}

function memoryOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

export interface Letters {
  count: (...states: string[]) => number;
  in: (state: string) => { id: string; key: string }[];
}

/** The letters in the bot's outbox, by their states; read beside the running bot. */
export function lettersIn(folder: string): Letters {
  const db = new Sqlite(join(folder, 'data', 'coaching-pairs.db'), { readonly: true, timeout: 10_000 });
  try {
    const rows = db.prepare('select id, key, state from outbox').all() as { id: string; key: string; state: string }[];
    return {
      count: (...states) => rows.filter(({ state }) => states.includes(state)).length,
      in: (state) => rows.filter((row) => row.state === state),
    };
  } finally {
    db.close();
  }
}
