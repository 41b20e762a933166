// What the operator's commands share: their options, their settings, and how they speak. Data goes to standard output, everything else to
// standard error.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { environment, readSettings, type Settings } from '../platform/config.ts';
import type { Database, Opening } from '../platform/db/open.ts';
import { openDatabase, placeOf } from '../platform/db/open.ts';
import type { Log } from '../platform/log.ts';
import { describeProblems } from '../platform/settings-table.ts';

export const exitCodes = { good: 0, failed: 1, wrongUse: 2 } as const;

/** The real clock and dice: `main.ts` has them and hands them on. */
export interface Real {
  now: () => Temporal.Instant;
  random: (bytes: number) => Uint8Array;
  newId: () => string;
  version: string;
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

/** Where everything is kept unless the settings say otherwise, below the folder the program is started in. */
export const dataFolder = 'data';

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

/** Opens the database of the settings, does `work`, and closes it whatever happens. */
export async function withDatabase<T>(opening: Omit<Opening, 'folder'>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder: dataFolder, ...opening });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** A line for the person at the terminal. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The outcome: for a program when it asked for JSON, else for a person. */
export function give(json: boolean | undefined, data: Record<string, unknown>, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
}

/** A log for commands that speak for themselves: only what is wrong. */
export const warnings: Log = {
  debug: () => {},
  info: say,
  warn: say,
  error: say,
};

/** The file of the SQLite database in the settings. Throws `Failed` with `otherwise` when it is not one. */
export function sqliteFile(otherwise: string): string {
  const place = placeOf({ url: settingsFor(['databaseUrl']).databaseUrl, folder: dataFolder });
  if (place.kind !== 'sqlite') throw new Failed(otherwise);
  return place.file;
}
