import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { verifyFile } from '../../src/platform/db/backup.ts';
import { ownMigrations, readMigrations } from '../../src/platform/db/migrations.ts';
import { exitCodes } from '../../src/platform/db/refused.ts';
import { aFolder, type Folder } from './a-folder.ts';

let folder: Folder;
let migrations: string;
beforeEach(() => {
  folder = aFolder();
  migrations = join(folder.path, 'migrations');
  cpSync(ownMigrations, migrations, { recursive: true });
});
afterEach(() => folder.remove());

const shipped = readMigrations(ownMigrations).length;
const next = String(shipped + 1).padStart(4, '0');
const afterNext = String(shipped + 2).padStart(4, '0');
const add = (name: string, text: string) => writeFileSync(join(migrations, name), text);
const backups = () => readdirSync(join(folder.path, 'backups'));

async function withOneWorkspace(): Promise<void> {
  const { db, close } = await folder.open(migrations);
  const row = { id: 'T1', name: 'Example', bot_user: 'U0BOT', time_zone: 'UTC', connected_at: '', disconnected_at: null, back_from: null };
  await db.insertInto('workspace').values(row).execute();
  await close();
}

const refused = (told: RegExp) => ({ because: 'schema', exitCode: exitCodes.schema, message: expect.stringMatching(told) });

describe('migrations', () => {
  test('are applied in order, each with its record, after a verified backup', async () => {
    await withOneWorkspace();
    add(`${next}_motto.sql`, `-- A motto; it may be long.\nalter table workspace add column motto text;\n`);
    add(`${afterNext}_fill.sql`, `update workspace set motto = 'one; two';\ncreate index workspace_motto on workspace (motto);\n`);
    const { db, migrated, close } = await folder.open(migrations);
    expect(migrated).toBe(2);
    const { rows } = await sql`select number, name, app_version, applied_at from migration order by number desc limit 1`.execute(db);
    expect(rows).toEqual([
      { number: shipped + 2, name: `${afterNext}_fill`, app_version: '1.0.0', applied_at: '2027-01-12T09:30:00.000Z' },
    ]);
    expect((await sql`select motto from workspace`.execute(db)).rows).toEqual([{ motto: 'one; two' }]);
    expect((await sql`pragma user_version`.execute(db)).rows).toEqual([{ user_version: shipped + 2 }]);
    await close();
    const [backup = ''] = backups();
    expect(verifyFile(join(folder.path, 'backups', backup))).toMatchObject({ schema: shipped, tables: { workspace: 1 } });
  });

  test('of a new database need no backup', async () => {
    await (await folder.open(migrations)).close();
    expect(readdirSync(folder.path)).not.toContain('backups');
  });

  test('that fail leave nothing of themselves, and the ones before them stay', async () => {
    await withOneWorkspace();
    add(`${next}_good.sql`, 'create table good (id text not null primary key);');
    add(`${afterNext}_bad.sql`, 'create table half (id text not null primary key);\ninsert into nowhere values (1);');
    await expect(folder.open(migrations)).rejects.toMatchObject({ message: expect.stringContaining('nowhere') });
    rmSync(join(migrations, `${afterNext}_bad.sql`));
    const { db, migrated, close } = await folder.open(migrations);
    expect(migrated).toBe(0);
    expect((await sql`select name from sqlite_master where name in ('good', 'half')`.execute(db)).rows).toEqual([{ name: 'good' }]);
    await close();
  });

  test('that lose rows are undone', async () => {
    await withOneWorkspace();
    add(`${next}_loses.sql`, 'delete from workspace;');
    await expect(folder.open(migrations)).rejects.toMatchObject(refused(/would have left 0 of 1 rows in "workspace" and was undone/));
    rmSync(join(migrations, `${next}_loses.sql`));
    const { db, close } = await folder.open(migrations);
    expect(await db.selectFrom('workspace').select('id').execute()).toEqual([{ id: 'T1' }]);
    await close();
  });

  test('that change rows on purpose say so', async () => {
    await withOneWorkspace();
    add(`${next}_tidies.sql`, '-- changes rows of: workspace\ndelete from workspace;');
    const { migrated, close } = await folder.open(migrations);
    expect(migrated).toBe(1);
    await close();
  });

  test('that leave a row without what it belongs to are undone', async () => {
    await withOneWorkspace();
    add(`${next}_orphan.sql`, `-- changes rows of: pause_week\ninsert into pause_week values ('w1', 'T1', 'nowhere', '', '', '', '');`);
    await expect(folder.open(migrations)).rejects.toMatchObject(refused(/would have left the data inconsistent and was undone/));
  });

  test('may build a table anew although others refer to it', async () => {
    await withOneWorkspace();
    const { db, close } = await folder.open(migrations);
    await sql`create table parent (id text not null primary key)`.execute(db);
    await sql`create table child (parent text not null references parent (id) on delete cascade)`.execute(db);
    await sql`insert into parent values ('p')`.execute(db);
    await sql`insert into child values ('p')`.execute(db);
    await close();
    add(
      `${next}_rebuild.sql`,
      'create table parent_2 (id text not null primary key, name text);\ninsert into parent_2 select id, null from parent;\ndrop table parent;\nalter table parent_2 rename to parent;',
    );
    const again = await folder.open(migrations);
    expect((await sql`select * from child`.execute(again.db)).rows).toEqual([{ parent: 'p' }]);
    await again.close();
  });
});

describe('a database is refused, and nothing is changed,', () => {
  test('when a newer version of the program has used it', async () => {
    add(`${next}_new.sql`, 'create table new_thing (id text not null primary key);');
    await withOneWorkspace();
    rmSync(join(migrations, `${next}_new.sql`));
    await expect(folder.open(migrations)).rejects.toMatchObject(refused(/last used by a newer version/));
  });

  test('when a migration that was applied has changed since', async () => {
    add(`${next}_thing.sql`, 'create table thing (id text not null primary key);');
    await withOneWorkspace();
    add(`${next}_thing.sql`, 'create table thing (id integer not null primary key);');
    await expect(folder.open(migrations)).rejects.toMatchObject(refused(/is not the one that was applied/));
  });

  test('but not when only the ends of its lines have', async () => {
    add(`${next}_thing.sql`, 'create table thing (\n  id text not null primary key\n);\n');
    await withOneWorkspace();
    add(`${next}_thing.sql`, 'create table thing (\r\n  id text not null primary key\r\n);\r\n');
    const { migrated, close } = await folder.open(migrations);
    expect(migrated).toBe(0);
    await close();
  });

  test('when a record of a migration is missing', async () => {
    add(`${next}_thing.sql`, 'create table thing (id text not null primary key);');
    await withOneWorkspace();
    const { db, close } = await folder.open(migrations);
    await sql`delete from migration where number = 1`.execute(db);
    await close();
    await expect(folder.open(migrations)).rejects.toMatchObject(refused(/no record of migration 1/));
  });

  test.each([
    [
      'a migration file is missing',
      () => renameSync(join(migrations, `${next}_a.sql`), join(migrations, `${afterNext}_a.sql`)),
      /should hold migration \d+ next/,
    ],
    ['two have the same number', () => add(`${next}_b.sql`, 'select 1;'), /should hold migration \d+ next/],
    ['a file is named otherwise', () => add('2-more.sql', 'select 1;'), /is not named like/],
  ])('when %s', async (_, harm, told) => {
    add(`${next}_a.sql`, 'create table a (id text not null primary key);');
    harm();
    await expect(folder.open(migrations)).rejects.toMatchObject(refused(told));
  });

  test('when its schema cannot be copied first', async () => {
    await withOneWorkspace();
    add(`${next}_thing.sql`, 'create table thing (id text not null primary key);');
    writeFileSync(join(folder.path, 'backups'), 'a file where the folder should be');
    await expect(folder.open(migrations)).rejects.toMatchObject(
      refused(/backup before the upgrade could not be made \(E\w+\).*Nothing was changed/),
    );
    rmSync(join(folder.path, 'backups'));
    mkdirSync(join(folder.path, 'backups'));
    const { migrated, close } = await folder.open(migrations);
    expect(migrated).toBe(1);
    await close();
  });
});
