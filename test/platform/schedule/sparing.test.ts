// What a tick asks again and what it leaves alone: a stream looks when its own time has come or when something that it read has changed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { type Database, openMemory } from '../../../src/platform/db/open.ts';
import { kyselyOn } from '../../../src/platform/db/sqlite-dialect.ts';
import { lookedBefore, lookOnce, sparing } from '../../../src/platform/schedule/sparing.ts';
import type { Stream } from '../../../src/platform/schedule/stream.ts';
import { comingBack, tick } from '../../../src/platform/schedule/tick.ts';
import type { Tools } from '../../../src/platform/tools.ts';

const at = (time: string) => Temporal.Instant.from(`2027-01-04T${time}:00Z`);

function openFile(file: string): Sqlite.Database {
  const raw = new Sqlite(file);
  raw.pragma('journal_mode = wal');
  return raw;
}

let database: Database;
beforeEach(async () => {
  database = await openMemory(() => at('09:00'));
});
afterEach(() => database.close());

/** A stream that reads who has a conversation with the bot, asked by a process of its own. */
function stream(next: string | undefined, more: Partial<Stream> = {}) {
  const { db } = database;
  const looks: string[] = [];
  const reads: Stream = {
    name: 'test',
    run: async (_, now) => {
      looks.push(now.toString().slice(11, 16));
      await db.selectFrom('person').selectAll().execute();
      return next === undefined ? undefined : at(next);
    },
    ...more,
  };
  const tools = { db, workspace: 'T1', knock: () => {}, log: { warn: () => {}, error: () => {} } } as unknown as Tools;
  return { looks, ask: (time: string) => tick(tools, at(time), [reads]), back: () => comingBack(tools, [reads]) };
}

const meet = (slack_user: string) => {
  const nothing = { email: null, title: null, time_zone: null, workspace_admin_at: null, dm: null };
  const person = { workspace: 'T1', slack_user, name: 'Amina', kind: 'member', refreshed_at: '2027-01-04T09:00:00.000Z', ...nothing };
  return database.db.insertInto('person').values(person).execute();
};

const pause = () =>
  database.db
    .insertInto('lane_pause')
    .values({ workspace: 'T1', lane: 'post', until: null, reason: 'asked', since: '2027-01-04T09:00:00.000Z' })
    .execute();

describe('a stream', () => {
  test('that read what nobody has written since is not asked, and says again what it said', async () => {
    const { looks, ask } = stream('12:00');
    for (const time of ['09:00', '09:01', '11:59']) expect((await ask(time))?.equals(at('12:00'))).toBe(true);
    expect(looks).toEqual(['09:00']);
  });

  test('is asked when its time has come', async () => {
    const { looks, ask } = stream('09:05');
    for (const time of ['09:00', '09:04', '09:05']) await ask(time);
    expect(looks).toEqual(['09:00', '09:05']);
  });

  test('is asked when a table that it read has been written, and not for another', async () => {
    const { looks, ask } = stream(undefined);
    await ask('09:00');
    await pause();
    await ask('09:01');
    await meet('U1');
    await ask('09:02');
    await ask('09:03');
    expect(looks).toEqual(['09:00', '09:02']);
  });

  test('may notice a change some minutes later', async () => {
    const { looks, ask } = stream('12:00', { minutes: 15 });
    await ask('09:00');
    await meet('U1');
    for (const time of ['09:05', '09:14', '09:15', '09:16']) expect((await ask(time))?.equals(at('12:00'))).toBe(true);
    expect(looks).toEqual(['09:00', '09:15']);
  });

  test('that comes back wants to be asked when these minutes are over, where something has changed', async () => {
    const { looks, ask, back } = stream('12:00', { minutes: 15, comesBack: true });
    expect(back()).toBeUndefined();
    await ask('09:00');
    expect(back()).toBeUndefined();
    await meet('U1');
    expect(String(back())).toBe(String(at('09:15')));
    await ask('09:05');
    expect(String(back())).toBe(String(at('09:15')));
    await ask('09:15');
    expect(back()).toBeUndefined();
    expect(looks).toEqual(['09:00', '09:15']);
  });

  test('that does not come back waits for the next occasion', async () => {
    const { ask, back } = stream('12:00', { minutes: 15 });
    await ask('09:00');
    await meet('U1');
    expect(back()).toBeUndefined();
  });

  test('whose time nobody can tell is asked at every knock', async () => {
    const { looks, ask } = stream(undefined, { always: true });
    for (const time of ['09:00', '09:01']) await ask(time);
    expect(looks).toEqual(['09:00', '09:01']);
  });

  test('is asked anew where the clock has gone back', async () => {
    const { looks, ask } = stream(undefined);
    for (const time of ['09:10', '09:12', '09:09']) await ask(time);
    expect(looks).toEqual(['09:10', '09:09']);
  });
});

test('after a day it is looked whatever was found, and where others write too, each time', async () => {
  const found = await lookOnce(database.db, async () => undefined, at('09:00'));
  expect(lookedBefore(found, at('09:00').add({ hours: 23 }))).toBeDefined();
  expect(lookedBefore(found, at('09:00').add({ hours: 24 }))).toBeUndefined();
  expect(lookedBefore({ ...found, stands: () => false }, at('09:01'))).toBeUndefined();
});

test('who goes by something beside the database looks anew when that has changed', async () => {
  let beside = 0;
  const looks: string[] = [];
  const run = async (now: Temporal.Instant) => {
    looks.push(now.toString().slice(11, 16));
    return undefined;
  };
  const look = sparing(database.db, run, () => beside);
  for (const time of ['09:00', '09:01']) await look(at(time));
  beside += 1;
  for (const time of ['09:02', '09:03']) await look(at(time));
  expect(looks).toEqual(['09:00', '09:02']);
});

test('what another process has written to the same file is seen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sparing-'));
  const file = join(folder, 'office.db');
  const here = kyselyOn(openFile(file));
  const there = kyselyOn(openFile(file));
  try {
    await sql`create table person (name text)`.execute(here);
    const looks: string[] = [];
    const look = sparing(here, async (now) => {
      looks.push(now.toString().slice(11, 16));
      await sql`select name from person`.execute(here);
      return undefined;
    });
    for (const time of ['09:00', '09:01']) await look(at(time));
    await sql`insert into person (name) values ('Amina')`.execute(there);
    for (const time of ['09:02', '09:03']) await look(at(time));
    expect(looks).toEqual(['09:00', '09:02']);
  } finally {
    await here.destroy();
    await there.destroy();
    rmSync(folder, { recursive: true });
  }
});
