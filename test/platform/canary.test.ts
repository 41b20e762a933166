import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { transact } from '../../src/platform/db/transact.ts';
import { bodySeal } from '../../src/platform/outbox/enqueue.ts';
import { aFolder, type Folder, newId, now } from './a-folder.ts';
import { isIn, traces } from './canary.ts';

let folder: Folder;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => folder.remove());

const secrets = Array.from({ length: 40 }, (_, index) => `canary-${index} Bo schweigt über Zürich & "alles" 🤐 ${newId()}`);

/** Every file below the folder, as it lies on the disk. */
function everyFile(path: string): Buffer {
  const entries = readdirSync(path, { withFileTypes: true });
  return Buffer.concat(
    entries.map((entry) => (entry.isDirectory() ? everyFile(join(path, entry.name)) : readFileSync(join(path, entry.name)))),
  );
}

test('the canary is found in every form that it can take', () => {
  const secret = secrets[0] ?? '';
  const utf8 = Buffer.from(secret);
  const hidden = [
    secret,
    utf8.toString('hex'),
    encodeURIComponent(secret),
    `x${utf8.toString('base64url')}`,
    Buffer.from(`ab${secret}`).toString('base64'),
  ];
  for (const form of hidden) expect(isIn(Buffer.from(`--${form}--`), secret)).toBe(true);
  expect(isIn(Buffer.from(`..${secret}`, 'utf16le'), secret)).toBe(true);
  expect(traces(secret).every((trace) => trace.length > 40)).toBe(true);
});

test('nothing sealed can be read in the database, its log or a backup of it', async () => {
  const database = await folder.open();
  const vault = await folder.vault(database);
  for (const [_index, secret] of secrets.entries()) {
    await transact(database.db, async (tx) => {
      const id = newId();
      const seal = bodySeal('T1', id);
      const body_sealed = await vault.seal(tx, seal, secret);
      await sql`insert into outbox (id, workspace, key, kind, lane, priority, address, body_sealed, state, attempt, not_before, created_at, looks)
        values (${id}, 'T1', ${`opener:${vault.mark(secret)}`}, 'opener', 'person:U0AMINA', 3, '{}', ${body_sealed}, 'pending', 0, '', '', 0)`.execute(
        tx,
      );
    });
  }
  await database.backup(join(folder.path, 'backups', 'copy.db'));
  const bytes = everyFile(folder.path);
  expect(bytes.includes('opener:')).toBe(true);
  expect(secrets.filter((secret) => isIn(bytes, secret))).toEqual([]);
  await database.close();
  expect(secrets.filter((secret) => isIn(everyFile(folder.path), secret))).toEqual([]);
});

test('what was deleted leaves nothing in the file once the log is emptied', async () => {
  const database = await folder.open();
  const person = { workspace: 'T1', slack_user: 'U0AMINA', name: secrets[1] ?? '', email: null, title: null, time_zone: null };
  await database.db
    .insertInto('person')
    .values({ ...person, kind: 'member', workspace_admin_at: null, dm: null, refreshed_at: now().toString() })
    .execute();
  expect(isIn(everyFile(folder.path), person.name)).toBe(true);
  await database.db.deleteFrom('person').execute();
  database.checkpoint();
  expect(isIn(everyFile(folder.path), person.name)).toBe(false);
  await database.close();
});
