// Whoever asked to be forgotten stays forgotten, also when an older backup is put back: their marks are kept in a file beside the database
// as well, and whatever a backup still knows of them is destroyed again before anything reads it.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Refused } from './db/refused.ts';
import { fsyncFolder } from './db/sqlite-file.ts';
import type { TombstoneTable as Tombstone } from './db/tables.ts';
import { erasePerson } from './erase-person.ts';
import type { Db, Tx } from './tools.ts';
import type { Vault } from './vault.ts';

const lineShape = z.object({ workspace: z.string(), person_hash: z.string(), erased_at: z.string() });

/** How a person is named on a tombstone: nobody can read from it who it was, but they are known again. */
export function personHash(vault: Pick<Vault, 'mark'>, workspace: string, user: string): string {
  return vault.mark(`person ${JSON.stringify([workspace, user])}`);
}

/** All tombstones of a database. */
export async function tombstones(db: Db | Tx): Promise<Tombstone[]> {
  return db.selectFrom('tombstone').selectAll().orderBy('erased_at').execute();
}

/** The marks kept in `file`; none when there is no such file. Throws `Refused` where one cannot be read: nobody is to be remembered by accident. */
export function readErasures(file: string): Tombstone[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line, at) => markIn(line) ?? fail(file, at + 1));
}

function markIn(line: string): Tombstone | undefined {
  try {
    return lineShape.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function fail(file: string, line: number): never {
  throw new Refused(
    'damaged',
    `Line ${line} of ${file} cannot be read: there it stands who asked to be forgotten. Nothing was changed. Mend the line from a copy, or delete it if the database is sound, which knows it too.`,
  );
}

/** Adds `more` to what `file` keeps; it is on the disk before this returns. */
export function keepErasures(file: string, more: readonly Tombstone[]): void {
  const all = latest([...readErasures(file), ...more]);
  const part = openSync(`${file}.part`, 'w', 0o600);
  // Unlike a single write, this goes on until all of it is written or the disk is full.
  writeFileSync(part, all.map((line) => `${JSON.stringify(line)}\n`).join(''));
  fsyncSync(part);
  closeSync(part);
  renameSync(`${file}.part`, file);
  fsyncFolder(dirname(file));
}

/** Destroys what `tx` still knows of people who were forgotten after it was copied; returns how many. */
export async function eraseAgain(tx: Tx, vault: Vault, erased: readonly Tombstone[]): Promise<number> {
  const known = new Map((await tombstones(tx)).map((row) => [keyOf(row), row.erased_at]));
  const due = new Map(
    latest(erased)
      .filter((row) => (known.get(keyOf(row)) ?? '') < row.erased_at)
      .map((row) => [keyOf(row), row]),
  );
  let people = 0;
  for (const { workspace, slack_user } of await everybody(tx)) {
    const row = due.get(keyOf({ workspace, person_hash: personHash(vault, workspace, slack_user) }));
    if (!row) continue;
    await erasePerson(tx, vault, { workspace, user: slack_user, at: row.erased_at });
    people += 1;
  }
  for (const row of due.values()) {
    await tx
      .insertInto('tombstone')
      .values(row)
      .onConflict((conflict) => conflict.columns(['workspace', 'person_hash']).doUpdateSet({ erased_at: row.erased_at }))
      .execute();
  }
  return people;
}

async function everybody(tx: Tx): Promise<{ workspace: string; slack_user: string }[]> {
  const people = tx.selectFrom('person').select(['workspace', 'slack_user']);
  const leaders = tx.selectFrom('leader').select(['workspace', 'slack_user']);
  const members = tx.selectFrom('team_member').select(['workspace', 'slack_user']);
  return people.union(leaders).union(members).execute();
}

function latest(rows: readonly Tombstone[]): Tombstone[] {
  const byPerson = new Map<string, Tombstone>();
  for (const row of rows) {
    if ((byPerson.get(keyOf(row))?.erased_at ?? '') < row.erased_at) byPerson.set(keyOf(row), row);
  }
  return [...byPerson.values()];
}

function keyOf({ workspace, person_hash }: Pick<Tombstone, 'workspace' | 'person_hash'>): string {
  return `${workspace} ${person_hash}`;
}
