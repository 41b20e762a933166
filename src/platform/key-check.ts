// Whether the operator's keyring fits this database, asked at every start: a missing or wrong key must be heard of before the first
// message, not when somebody looks for a note.
import { createHmac } from 'node:crypto';
import { oneOfEach, type Row, unwrap } from './data-keys.ts';
import { Refused } from './db/refused.ts';
import type { Keyring } from './keyring.ts';
import type { Db } from './tools.ts';

/** Compares the ring with what is sealed, and notes the keys that are in use. Throws `Refused` when one is missing or another one. */
export async function checkKeys(db: Db, keyring: Keyring): Promise<void> {
  const inUse = await compareKeys(db, keyring);
  const values = inUse.map((id) => [id, checkValue(id, keyring.keys.get(id) as Buffer)]);
  await db
    .updateTable('boot')
    .set({ key_check: JSON.stringify(values) })
    .where('id', '=', 1)
    .execute();
}

/** The same without noting anything; returns the names of the keys in use. */
export async function compareKeys(db: Db, keyring: Keyring): Promise<string[]> {
  const boot = await db.selectFrom('boot').select('key_check').where('id', '=', 1).executeTakeFirst();
  const noted = new Map<string, string>(boot?.key_check ? (JSON.parse(boot.key_check) as [string, string][]) : []);
  const used = await oneOfEach(db);
  for (const row of used) tryKey(row, keyring);
  for (const [id, key] of keyring.keys) {
    if (noted.has(id) && noted.get(id) !== checkValue(id, key)) throw otherKey(id);
  }
  return [...new Set([keyring.first, ...used.map((row) => row.wrapped_by)])].sort();
}

function checkValue(id: string, key: Buffer): string {
  return createHmac('sha256', key).update(`coaching-pairs key check ${id}`).digest('base64url');
}

function tryKey(row: Row, keyring: Keyring): void {
  if (!keyring.keys.has(row.wrapped_by)) {
    throw new Refused(
      'keys',
      `Key "${row.wrapped_by}" is missing from ENCRYPTION_KEYS: private text in this database is sealed with it. Put it back after the newer keys, separated by a comma. Nothing was changed.`,
    );
  }
  try {
    unwrap(keyring, row);
  } catch {
    throw otherKey(row.wrapped_by);
  }
}

function otherKey(id: string): Refused {
  return new Refused(
    'keys',
    `Key "${id}" in ENCRYPTION_KEYS is not the key of that name with which private text in this database was sealed. Put the right key there. Nothing was changed.`,
  );
}
