// `npm run bench -- start --runs 5`: how long until the demo's page answers, and until the bot is ready after Slack has accepted its tokens.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inventedPeople } from '../../src/sandbox/roster.ts';
import { newFolder, startBot } from './bot.ts';
import { type Figure, print, quantile, tell, until } from './progress.ts';
import { openSlack } from './slack-on-a-port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const options = { runs: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } } as const;
const DEMO_GOAL_SECONDS = 5;
const READY_GOAL_SECONDS = 2;

/** Runs it; true when every goal is met. Nothing in it is random, so that `seed` changes nothing. */
export async function start(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options });
  const runs = Number(values.runs);
  const demo: Demo[] = [];
  const firsts: Begun[] = [];
  const laters: Begun[] = [];
  for (let run = 1; run <= runs; run += 1) {
    demo.push(await demoOnce());
    const { first, later } = await startTwice();
    firsts.push(first);
    laters.push(later);
    tell(`run ${run} of ${runs}`);
  }
  return print(`Starting, median of ${runs} runs (least to most), ${new Date().toISOString()}`, [
    timed(
      'npm run demo: the page answers',
      demo.map(({ answers }) => answers),
      DEMO_GOAL_SECONDS,
    ),
    timed(
      'npm run demo: the team is in its programme',
      demo.map(({ settled }) => settled),
    ),
    timed(
      'start, new database: ready after the tokens were accepted',
      firsts.map(({ ready }) => ready),
      READY_GOAL_SECONDS,
    ),
    timed(
      'start, new database: ready after the process began',
      firsts.map(({ whole }) => whole),
    ),
    timed(
      'start, later: ready after the tokens were accepted',
      laters.map(({ ready }) => ready),
      READY_GOAL_SECONDS,
    ),
    timed(
      'start, later: ready after the process began',
      laters.map(({ whole }) => whole),
    ),
  ]);
}

function timed(name: string, seconds: readonly number[], goal?: number): Figure {
  const median = quantile(seconds, 0.5);
  const value = `${median.toFixed(2)} s (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})`;
  return goal === undefined ? { name, value } : { name, value, goal: `${goal} s`, met: median <= goal };
}

interface Demo {
  answers: number;
  settled: number;
}

/** `npm run demo` as it is typed, its build included; seconds. */
async function demoOnce(): Promise<Demo> {
  const port = await freePort();
  const began = performance.now();
  // A group of its own: npm does not hand signals on to everything below it.
  const child = spawn('npm', ['run', '--silent', 'demo', '--', '--port', String(port)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  try {
    while (!(await pageAnswers(port))) {
      if (child.exitCode !== null) throw new Error(`npm run demo ended: ${said}`);
      if (performance.now() - began > 120_000) throw new Error('npm run demo does not answer.');
      await pause(20);
    }
    const answers = (performance.now() - began) / 1000;
    await until('the team is in its programme', () => said.includes('The sandbox is open'), { withinSeconds: 120 });
    return { answers, settled: (performance.now() - began) / 1000 };
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await gone;
  }
}

async function pageAnswers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

interface Begun {
  ready: number;
  whole: number;
}

/** The bot on a new database, and once more on the same one; seconds. */
async function startTwice(): Promise<{ first: Begun; later: Begun }> {
  const open = await openSlack(inventedPeople(12), 'leaders');
  const { folder, remove } = newFolder();
  const once = async (): Promise<Begun> => {
    const before = open.calls.length;
    const bot = startBot(folder, open.url);
    const ready = await bot.ready();
    const accepted = open.calls.slice(before).find(({ method }) => method === 'auth.test')?.at ?? Number.NaN;
    await bot.end('SIGTERM');
    return { ready: (ready - accepted) / 1000, whole: (ready - bot.began) / 1000 };
  };
  try {
    return { first: await once(), later: await once() };
  } finally {
    await open.close();
    remove();
  }
}
