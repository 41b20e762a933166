#!/usr/bin/env node
// The front door: which command, with the real clock and the real dice. Each command is loaded when it is asked for, so that none waits for
// the others.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { exitCodes, Failed, type Real, say, WrongUse } from './operator/command-line.ts';
import { Refused } from './platform/db/refused.ts';
import { nearest } from './platform/nearest.ts';

/** Runs with what follows its name; the number is the exit code. */
type Run = (args: string[], real: Real) => Promise<number>;

interface Command {
  /** What follows the name in the usage line. */
  args: string;
  summary: string;
  /** What `--help` adds, a line each. */
  help: readonly string[];
  load: () => Promise<Run>;
}

const json = '--json            the outcome as JSON on standard output';

const commands: Readonly<Record<string, Command>> = {
  start: {
    args: '',
    summary: 'Run the bot',
    help: ['Needs the settings of .env.example. Stop it with Ctrl-C or SIGTERM: it finishes what it is sending first.'],
    load: async () => (await import('./operator/start.ts')).start,
  },
  demo: {
    args: '[--roster <file.csv>] [--port <port>]',
    summary: 'Try the bot in a small Slack in the browser; needs nothing else',
    help: [
      '--roster <file>   another leadership team than the one that comes with it',
      '--port <port>     the page, 3000 unless PORT says otherwise',
    ],
    load: async () => (await import('./sandbox/demo.ts')).demo,
  },
  sandbox: {
    args: '[--port <port>]',
    summary: 'Run the small Slack alone, for a bot started with SLACK_API_URL',
    help: ['--port <port>     where it answers'],
    load: async () => (await import('./sandbox/serve.ts')).serve,
  },
  pair: {
    args: '--roster <file.csv> [--json]',
    summary: 'Work out pairs for a roster, and say why',
    help: ['--roster <file>   columns: email,name,function,level,manager_email,time_zone', json],
    load: async () => (await import('./features/pairing/command.ts')).pair,
  },
  doctor: {
    args: '[--json]',
    summary: 'Check settings, tokens, scopes, clock, database and keys, and say what to do',
    help: [json],
    load: async () => (await import('./operator/doctor.ts')).doctor,
  },
  migrate: {
    args: '[--json]',
    summary: 'Bring the database to this version (start does it too)',
    help: ['A verified backup is made before anything is changed. The bot must not be running.', json],
    load: async () => (await import('./operator/migrate.ts')).migrate,
  },
  backup: {
    args: '[<file>] [--json]',
    summary: 'Write a verified copy of the database, also while the bot runs',
    help: ['<file>            a new file; data/backups/<date and time>.db when missing', json],
    load: async () => (await import('./operator/backup.ts')).backup,
  },
  restore: {
    args: '<file> [--json]',
    summary: 'Put a backup in the place of the database',
    help: [
      'The backup is verified first. Whoever asked to be forgotten since then is forgotten again, and messages that may have been sent since',
      'then are looked up in Slack before anything is sent. The present database is kept beside it. The bot must not be running.',
      json,
    ],
    load: async () => (await import('./operator/restore.ts')).restore,
  },
  verify: {
    args: '[<file>] [--json]',
    summary: 'Read a backup, or the database, through and say whether it is sound',
    help: ['<file>            a backup; the database of the settings when missing', json],
    load: async () => (await import('./operator/verify.ts')).verify,
  },
  'rotate-key': {
    args: '[--json]',
    summary: 'Move everything that is sealed to the first key of ENCRYPTION_KEYS',
    help: ['Put the new key in front of the old one first. May be stopped and run again at any point. The bot must not be running.', json],
    load: async () => (await import('./operator/rotate-key.ts')).rotateKey,
  },
};

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

const real: Real = {
  now: () => Temporal.Now.instant(),
  random: (bytes) => randomBytes(bytes),
  newId: () => randomBytes(16).toString('hex'),
  version,
};

async function main([word = 'help', ...args]: string[]): Promise<number> {
  if (word === '--version' || word === '-v') return print(version);
  if (word === 'help' || word === '--help' || word === '-h')
    return print(args[0] && commands[args[0]] ? helpOn(args[0], commands[args[0]] as Command) : helpOnAll());
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!command) throw new WrongUse(`There is no command "${word}". Did you mean "${nearest(word, Object.keys(commands))}"?`);
  if (args.includes('--help') || args.includes('-h')) return print(helpOn(word, command));
  const run = await command.load();
  return run(args, real);
}

function helpOnAll(): string {
  const width = Math.max(...Object.keys(commands).map((word) => word.length));
  const lines = Object.entries(commands).map(([word, { summary }]) => `  ${word.padEnd(width)}  ${summary}`);
  return [
    'Usage: coachingpairs <command>',
    '',
    ...lines,
    '',
    'coachingpairs <command> --help tells more. Settings are described in .env.example.',
  ].join('\n');
}

function helpOn(word: string, { args, summary, help }: Command): string {
  return [
    `Usage: coachingpairs ${word} ${args}`.trimEnd(),
    '',
    `${summary}.`,
    ...help.map((line) => `  ${line}`),
    '',
    'Exit: 0 good, 1 failed, 2 wrong use.',
  ].join('\n');
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return exitCodes.good;
}

/** What went wrong, for the person at the terminal, and the exit code that goes with it. */
function explain(fault: unknown): number {
  if (fault instanceof WrongUse || (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS'))) {
    say(fault.message);
    return exitCodes.wrongUse;
  }
  if (fault instanceof Refused) {
    say(fault.message);
    return fault.exitCode;
  }
  say(
    fault instanceof Failed
      ? fault.message
      : `Something went wrong that should not: ${fault instanceof Error ? fault.stack : String(fault)}`,
  );
  return exitCodes.failed;
}

const code = await main(process.argv.slice(2)).catch(explain);
// Whatever a command left open must not keep the process; what it printed must be out first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
