// What the operator's commands share: their options, their settings, and how they speak. Data goes to standard output, everything else to
// standard error.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { environment, readSettings, type Settings } from '../platform/config.ts';
import { describeProblems } from '../platform/settings-table.ts';

export const exitCodes = { good: 0, failed: 1, wrongUse: 2 } as const;

/** The real clock and dice: `main.ts` has them and hands them on. */
export interface Real {
  now: () => Temporal.Instant;
  random: (bytes: number) => Uint8Array;
  newId: () => string;
  version: string;
  /** The program of the thread in which heads think that take long. */
  thread: URL;
}

/** The command was typed wrongly or its settings are not right: exit 2, with the sentence. */
export class WrongUse extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongUse';
  }
}

/** It could not be done, for a reason that the sentence tells whole: exit 1 and no trace of the code. */
export class Failed extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Failed';
  }
}

/** The options and, at most `most`, other words of a command line. Throws `WrongUse`. */
export function readArgs<O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: O, most = 0) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  if (positionals.length > most) throw new WrongUse(`"${positionals[most]}" is one word too many.`);
  return { values, words: positionals };
}

/** The settings a command needs. Throws `WrongUse` naming everything that is missing or wrong. */
export function settingsFor<N extends keyof Settings>(wanted: readonly N[]): Pick<Settings, N> {
  const read = readSettings(environment(process.cwd()), wanted);
  if (!read.ok) throw new WrongUse(describeProblems(read.problems));
  return read.settings;
}

/** A line for the person at the terminal. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The outcome: for a program when it asked for JSON, else for a person. */
export function give(json: boolean | undefined, data: Record<string, unknown>, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
}
