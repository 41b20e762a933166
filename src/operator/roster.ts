// `coachingpairs roster`: a list of people into a programme, or its roster out, for whoever runs the program. Slack is not asked anything here.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { roster as linesOf } from '../features/joining/rosters/roster.ts';
import { rosterFile } from '../features/joining/rosters/roster-file.ts';
import { placeOf } from '../platform/db/open.ts';
import { pendingIn, read } from '../platform/db/open-reading.ts';
import type { Db } from '../platform/tools.ts';
import { exitCodes, Failed, give, type Real, readArgs, settingsFor, WrongUse } from './command-line.ts';
import { dataFolder } from './database.ts';
import { programmeNamed } from './programme-named.ts';
import { importList } from './roster-import.ts';

const options = {
  programme: { type: 'string' },
  file: { type: 'string' },
  then: { type: 'string' },
  organiser: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export type RosterValues = ReturnType<typeof readArgs<typeof options>>['values'];

export async function roster(args: string[], real: Real): Promise<number> {
  const { values, words } = readArgs(args, options, 1);
  if (words[0] === 'import') return importList(values, real);
  if (words[0] === 'export') return exportRoster(values);
  throw new WrongUse('Say which: coachingpairs roster import --file <file.csv>, or coachingpairs roster export --file <file.csv>.');
}

async function exportRoster({ programme: wanted, file, json }: RosterValues): Promise<number> {
  const { name, people, text } = await look(async (db) => {
    const programme = await programmeNamed(db, wanted);
    const lines = await linesOf(db, programme);
    return { name: programme.name, people: lines.length, text: rosterFile(lines, programme.timeZone) };
  });
  if (file === undefined) {
    process.stdout.write(text);
    return exitCodes.good;
  }
  write(file, text);
  give(json, { programme: name, people, file }, [`${file}: ${people} people of ${name}.`]);
  return exitCodes.good;
}

/** Reads the database of the settings beside a bot that may be running. Throws `Failed` where it is older than this program. */
export async function look<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const place = placeOf({ url: settingsFor(['databaseUrl']).databaseUrl, folder: dataFolder });
  if ((await pendingIn(place)) > 0) throw new Failed('The database is older than this program. Run coachingpairs migrate first.');
  return read(place, work);
}

/** Only for whoever runs the program: the file names people. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new Failed(`${file} exists already; an export never replaces a file.`);
    // Half a list must not stand there under the name of the whole one.
    if (existsSync(file)) rmSync(file);
    throw new Failed(`${file} cannot be written (${code}).`);
  }
}
