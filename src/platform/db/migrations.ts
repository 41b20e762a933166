// The migration files as values: read, numbered, fingerprinted, cut into statements. Pure but for reading the folder.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refused } from './refused.ts';

export interface Migration {
  number: number;
  name: string;
  sha256: string;
  statements: string[];
  /** Tables whose number of rows this migration changes on purpose: a line `-- changes rows of: note, pair` in the file. */
  changesRowsOf: string[];
}

/** A migration as the database remembers it. */
export interface Applied {
  number: number;
  name: string;
  sha256: string;
}

/** The migrations that come with this version. */
export const ownMigrations = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** All migrations of the folder in order. Throws `Refused` when a number is missing or stands twice. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const migrations = files.sort().map((name) => parse(name, readFileSync(join(folder, name), 'utf8')));
  migrations.forEach(({ number }, index) => {
    if (number === index + 1) return;
    throw new Refused(
      'schema',
      `The folder ${folder} should hold migration ${index + 1} next, but there is ${number}. Install the program again: files are missing.`,
    );
  });
  return migrations;
}

/** What is still to be done. Throws `Refused` when what has been done does not fit these files. */
export function pending(all: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const done = [...applied].sort((a, b) => a.number - b.number);
  done.forEach((row, index) => {
    const file = all[index];
    if (row.number !== index + 1) {
      throw new Refused(
        'schema',
        `The database has no record of migration ${index + 1}, although later ones were done. Nothing was changed. Restore a backup.`,
      );
    }
    if (!file) {
      throw new Refused(
        'schema',
        `The database was last used by a newer version of this program (its schema is at ${done.length}, this program knows ${all.length}). Nothing was changed. Start the newer version, or restore the backup made before the upgrade.`,
      );
    }
    if (row.sha256 !== file.sha256) {
      throw new Refused(
        'schema',
        `Migration ${row.number} (${row.name}) is not the one that was applied to this database: its text has changed since. Nothing was changed. Install the released version of the program.`,
      );
    }
  });
  return all.slice(done.length);
}

function parse(name: string, text: string): Migration {
  const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
  if (!number) throw new Refused('schema', `"${name}" in the migrations folder is not named like 0001_what_it_does.sql.`);
  // Line ends are made alike first: a checkout on another system must not look like a changed migration.
  const sql = text.replaceAll('\r\n', '\n');
  return {
    number,
    name: name.slice(0, -'.sql'.length),
    sha256: createHash('sha256').update(sql).digest('hex'),
    statements: statementsOf(sql),
    changesRowsOf: [...sql.matchAll(/^-- changes rows of: (.+)$/gm)].flatMap(([, tables]) => (tables ?? '').split(/,\s*/)),
  };
}

/** A statement ends with a semicolon at the end of a line; a comment has a line of its own. */
function statementsOf(sql: string): string[] {
  return sql
    .replace(/^\s*--.*$/gm, '')
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
