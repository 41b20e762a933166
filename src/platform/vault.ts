// Seals private text with AES-256-GCM under a data key per owner; the owner's key is wrapped by the operator's keyring.
import { createHmac } from 'node:crypto';
import { type DataKey, dataKey, destroyDataKeys, ensureDataKey, type Making } from './data-keys.ts';
import { checkKeys, compareKeys } from './key-check.ts';
import type { Keyring } from './keyring.ts';
import { NONCE_BYTES, openBytes, SealBroken, sealBytes } from './sealing.ts';
import type { Db, Tx } from './tools.ts';

export { SealBroken } from './sealing.ts';

/** What a sealed text is bound to: it opens only where all four agree. */
export interface Seal {
  workspace: string;
  /** A Slack user id, or `workspace` for text that belongs to no one person. */
  owner: string;
  /** The kind of record: `note`, `leader`, `outbox`, `inbox`, … */
  kind: string;
  /** The id of the row that holds the text. */
  record: string;
}

export interface Vault {
  /** Seals `text`; makes the owner's data key if there is none yet. */
  seal: (db: Db | Tx, seal: Seal, text: string) => Promise<string>;
  /** Opens what `seal` made. Throws `SealBroken` when it was changed, moved, or its key is gone. */
  open: (db: Db | Tx, seal: Seal, sealed: string) => Promise<string>;
  /** Destroys the owner's data keys: everything sealed for them is unreadable from then on, also in later copies of this database. */
  forget: (db: Db | Tx, workspace: string, owner: string) => Promise<void>;
  /** An opaque, stable mark for `text` (HMAC-SHA256 under a secret of this installation, first 128 bits, base64url): for message keys and tombstones. */
  mark: (text: string) => string;
}

const MARK_BYTES = 16;
const FORM = /^v1\.(\d{1,9})\.([A-Za-z0-9_-]+)$/;

/** Opens the vault of a database. Throws `Refused` when the keyring does not fit what is sealed in it. */
export async function openVault(db: Db, keyring: Keyring, making: Making): Promise<Vault> {
  await checkKeys(db, keyring);
  const secret = await ensureDataKey(db, keyring, making, INSTALLATION);
  return vaultWith(secret, keyring, making);
}

/** The same for those who look at a database and leave it as it is: nothing is noted, and nothing can be sealed. */
export async function openVaultToRead(db: Db, keyring: Keyring): Promise<Vault> {
  await compareKeys(db, keyring);
  const refuse = () => {
    throw new Error('this vault was opened for reading');
  };
  return vaultWith(await dataKey(db, keyring, INSTALLATION, 1), keyring, { newId: refuse, now: refuse, random: refuse });
}

/** The secret behind the marks is itself a data key, so that a new key of the operator's changes no mark. */
const INSTALLATION = { workspace: '*', owner: 'installation' };

function vaultWith(secret: DataKey, keyring: Keyring, making: Making): Vault {
  return {
    seal: async (at, seal, text) => {
      const { version, key } = await ensureDataKey(at, keyring, making, seal);
      return `v1.${version}.${sealBytes(key, bound(seal, version), making.random(NONCE_BYTES), Buffer.from(text))}`;
    },
    open: async (at, seal, sealed) => {
      const [, version, bytes] = FORM.exec(sealed) ?? [];
      if (!version || !bytes || String(Number(version)) !== version) throw new SealBroken();
      const { key } = await dataKey(at, keyring, seal, Number(version));
      return openBytes(key, bound(seal, Number(version)), bytes).toString('utf8');
    },
    forget: destroyDataKeys,
    mark: (text) => createHmac('sha256', secret.key).update(text).digest().subarray(0, MARK_BYTES).toString('base64url'),
  };
}

function bound({ workspace, owner, kind, record }: Seal, version: number): (string | number)[] {
  return ['text', 1, workspace, owner, kind, record, version];
}
