#!/usr/bin/env node
// The front door: which command, with the real clock and the real dice, and what to say when it fails.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { exitCodes, Failed, type Real, say, WrongUse } from './operator/command-line.ts';
import { type Command, commands } from './operator/commands.ts';
import { diskRefused, Refused } from './platform/db/refused.ts';
import { nearest } from './platform/nearest.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

const real: Real = {
  now: () => Temporal.Now.instant(),
  random: (bytes) => randomBytes(bytes),
  newId: () => randomBytes(16).toString('hex'),
  version,
  thread: new URL('./thread.js', import.meta.url),
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
    'Exit: 0 good, 1 failed, 2 wrong use or settings; for the database 3 in use, 4 damaged or gone, 5 another schema, 6 other keys.',
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
  const refused = fault instanceof Refused ? fault : diskRefused(fault);
  if (refused) {
    say(refused.message);
    return refused.exitCode;
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
