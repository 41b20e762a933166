// A folder of its own for a test that needs files, and databases in it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Database, openDatabase } from '../../src/platform/db/open.ts';
import { keyringOf } from '../../src/platform/keyring.ts';
import { openVault, type Vault } from '../../src/platform/vault.ts';

export const now = () => Temporal.Instant.from('2027-01-12T09:30:00Z');
export const newId = () => randomBytes(16).toString('hex');
export const making = { newId, now, random: (bytes: number) => new Uint8Array(randomBytes(bytes)) };
export const keyring = keyringOf(Buffer.alloc(32, 7));

export interface Folder {
  path: string;
  file: string;
  open: (migrations?: string) => Promise<Database>;
  vault: (database: Database) => Promise<Vault>;
  remove: () => void;
}

export function aFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'coaching-'));
  return {
    path,
    file: join(path, 'coaching-pairs.db'),
    open: (migrations) => openDatabase({ folder: path, version: '1.0.0', now, ...(migrations && { migrations }) }),
    vault: ({ db }) => openVault(db, keyring, making),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
