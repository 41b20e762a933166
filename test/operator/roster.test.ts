// `coachingpairs roster` as an operator uses it: lists in, the roster out, beside a bot that runs and without one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import * as organisers from '../../src/features/founding/organisers.ts';
import * as programmes from '../../src/features/founding/programmes.ts';
import { type Database, openDatabase } from '../../src/platform/db/open.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { aFolder, type Folder } from '../platform/a-folder.ts';
import { type Outcome, run, runWhereDiskFails } from './command.ts';

const HEADING = 'email,name,function,level,manager_email,time_zone';
const LIST = [
  HEADING,
  'amina@example.org,Amina Adeyemi,Finance,Director,bo@example.org,Europe/London',
  'bo@example.org,Bo Lindqvist,Operations,,,Europe/Stockholm',
];
const rosters = fileURLToPath(new URL('../data/rosters/', import.meta.url));
const now = () => Temporal.Instant.from('2027-01-04T09:00:00Z');

let folder: Folder;
beforeEach(async () => {
  folder = aFolder();
  await opened(async ({ db }) => {
    await programme(db, 'Leaders', 'C0LEADERS');
  });
});
afterEach(() => folder.remove());

const opened = async (work: (database: Database) => Promise<void>) => {
  const database = await openDatabase({ folder: join(folder.path, 'data'), version: '1.0.0', now });
  await work(database).finally(database.close);
};

async function programme(db: Database['db'], name: string, channel: string): Promise<void> {
  await transact(db, async (tx) => {
    const usual = {
      cycleMonths: 6,
      sendWeekday: 2,
      sendTime: '09:30',
      timeZone: 'Europe/London',
      functions: [],
      workingDays: [1, 2, 3, 4, 5],
    };
    const ways = { choosing: 'welcome', announcing: 'names', rotating: 'automatic' } as const;
    const founded = { foundedBy: 'U0HANA', foundedAt: '2027-01-04T09:00:00.000Z', channelLostAt: null, helpLinks: [] };
    const when = { anchorOn: Temporal.PlainDate.from('2027-01-26'), anchorNumber: 1 };
    await programmes.add(tx, { id: `p-${channel}`, workspace: 'T1', channel, name, ...usual, ...ways, ...founded, ...when });
    await organisers.appoint(
      { newId: () => `o-${channel}`, workspace: 'T1' },
      tx,
      { programme: `p-${channel}`, user: 'U0HANA', by: 'U0HANA' },
      now(),
    );
  });
}

const roster = (...args: string[]): Promise<Outcome> => run(folder.path, {}, 'roster', ...args);
/** The database without a log beside it, so that reading it writes nothing. */
function inOneFile(): void {
  const raw = new Sqlite(join(folder.path, 'data', 'coaching-pairs.db'));
  raw.pragma('journal_mode = delete');
  raw.close();
}

function file(name: string, lines: readonly string[] | Uint8Array): string {
  writeFileSync(join(folder.path, name), Array.isArray(lines) ? lines.join('\n') : (lines as Uint8Array));
  return name;
}

describe('a list', () => {
  test('comes in, is told in words, and waits for the bot to ask nobody', async () => {
    const { code, out, err } = await roster('import', '--file', file('team.csv', LIST));
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('2 people of team.csv are on the roster of Leaders.');
    expect(out).toContain('Nobody is asked. An organiser can invite them with /coachingpairs roster.');
    await opened(async ({ db }) => {
      expect(await db.selectFrom('roster_import').select(['imported_by', 'wish', 'finished_at']).execute()).toEqual([
        { imported_by: 'U0HANA', wish: 'keep', finished_at: null },
      ]);
      expect(await db.selectFrom('audit').select(['actor', 'action']).execute()).toEqual([
        { actor: 'U0HANA', action: 'roster-imported-by-operator' },
      ]);
    });
  });

  test('that comes again is said to change what it changes, before and after', async () => {
    await roster('import', '--file', file('team.csv', LIST));
    const later = file('later.csv', [
      LIST[0] ?? '',
      (LIST[1] ?? '').replace('Finance', 'People'),
      'chidi@example.org,Chidi Okafor,Finance',
    ]);
    const shorter = file(
      'later.csv',
      readFileSync(join(folder.path, later), 'utf8')
        .split('\n')
        .map((line) => line.split(',').slice(0, 3).join(',')),
    );
    const tried = await roster('import', '--file', shorter, '--dry-run');
    expect(tried.out).toContain('2 people in later.csv. Nothing has been changed in Leaders.');
    expect(tried.out).toContain('New: 1. Brought up to date: 1. Unchanged: 0. On the roster, but not on this list: 1.');
    expect(tried.out).toContain('• Amina Adeyemi: function People, was Finance');
    expect(tried.out).toContain('• Bo Lindqvist (on the list, not invited)');
    const done = await roster('import', '--file', shorter, '--then', 'invite', '--json');
    expect(JSON.parse(done.out)).toMatchObject({ imported: true, new: ['chidi@example.org'], unchanged: 0 });
    const again = await roster('import', '--file', shorter, '--dry-run', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ imported: false, new: [], updated: [], unchanged: 2 });
  });

  test('with faults is refused whole, each with its line and what would be right', async () => {
    const { code, out, err } = await roster('import', '--file', file('team.csv', [HEADING, 'amina,,Finance,,,', '=x(),Bo,"Ops"x,,,']));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('Nothing has been imported. 3 to put right:');
    expect(err).toContain('  line 2, email: "amina" is not an address. Write one such as amina@example.org.');
    expect(err).toContain('  line 3: a quotation mark is out of place.');
  });

  test.each([
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4]), 'This is a workbook or a document'],
    ['ten megabytes', new Uint8Array(10_000_000).fill(65), 'This file is larger than 4 megabytes.'],
  ])('that is %s is refused', async (_, bytes, told) => {
    const { code, err } = await roster('import', '--file', file('team.csv', bytes));
    expect(code).toBe(1);
    expect(err).toContain(told);
  });

  test('of nhs-england-2013 comes in as it is, and out, and in again without a change', async () => {
    expect((await roster('import', '--file', join(rosters, 'nhs-england-2013.csv'))).out).toContain('290 people');
    expect((await roster('export', '--file', 'out.csv')).out).toBe('out.csv: 290 people of Leaders.\n');
    const again = await roster('import', '--file', 'out.csv', '--dry-run', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ new: [], updated: [], unchanged: 290, missing: [] });
    expect((await roster('export', '--file', 'out.csv')).err).toContain('out.csv exists already');
    inOneFile();
    const failed = await runWhereDiskFails(8, folder.path, {}, 'roster', 'export', '--file', 'half.csv');
    expect(failed).toMatchObject({ code: 1, out: '', err: 'half.csv cannot be written (EFBIG).\n' });
    expect(existsSync(join(folder.path, 'half.csv'))).toBe(false);
  });
});

describe('a bot that runs', () => {
  test('keeps lists out of its file, and lets the roster be read and a list be tried', async () => {
    await roster('import', '--file', file('team.csv', LIST));
    await opened(async () => {
      const refused = await roster('import', '--file', 'team.csv');
      expect(refused.code).toBe(3);
      expect(refused.err).toContain('is already running');
      expect((await roster('export')).out).toContain('"amina@example.org","Amina Adeyemi","Finance","Director","bo@example.org"');
      expect((await roster('import', '--file', 'team.csv', '--dry-run')).out).toContain('Unchanged: 2.');
    });
  });
});

describe('wrong use', () => {
  test('is told: which of several programmes, what to do, in whose name', async () => {
    await opened(({ db }) => programme(db, 'Partners', 'C0PARTNERS'));
    const which = await roster('export');
    expect(which.code).toBe(2);
    expect(which.err).toContain('There are several programmes. Choose one with --programme');
    expect(which.err).toContain('  Partners (C0PARTNERS)');
    expect((await roster('export', '--programme', 'partners')).code).toBe(0);
    expect((await roster('export', '--programme', 'Nobody')).err).toContain('None is called "Nobody".');
    expect((await roster('other')).err).toContain('Say which: coachingpairs roster import');
    expect((await roster('import')).err).toContain('Name the list');
    const stranger = ['--file', file('team.csv', LIST), '--programme', 'Leaders', '--organiser', 'U0AMINA'];
    expect((await roster('import', ...stranger)).err).toContain('U0AMINA is not an organiser of Leaders. Organisers are: U0HANA.');
    expect((await roster('import', ...stranger.slice(0, 4), '--then', 'dance')).err).toContain('--then is invite, enrol, keep.');
  });
});
