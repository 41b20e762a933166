// The table `data_key`: one key per owner, wrapped by a key of the operator's ring. Every use reads the row, so that a key destroyed by any
// process is gone at once, and a key made in a transaction that was undone is never used.
import { stamp } from './clock.ts';
import { ready } from './db/ready.ts';
import type { Keyring } from './keyring.ts';
import { NONCE_BYTES, openBytes, SealBroken, sealBytes } from './sealing.ts';
import type { Db, Tools, Tx } from './tools.ts';

const KEY_BYTES = 32;

export interface DataKey {
  version: number;
  key: Buffer;
}

export type Making = Pick<Tools, 'newId' | 'now' | 'random'>;

export interface Row {
  workspace: string;
  owner: string;
  version: number;
  wrapped: string;
  wrapped_by: string;
}

/** Whose key it is. */
export type Owner = Pick<Row, 'workspace' | 'owner'>;

/** The owner's key, made if there is none. */
export async function ensureDataKey(db: Db | Tx, keyring: Keyring, making: Making, { workspace, owner }: Owner): Promise<DataKey> {
  const [found] = await newest(db, { workspace, owner });
  if (found) return unwrap(keyring, found);
  const key = Buffer.from(making.random(KEY_BYTES));
  const row = wrap(keyring, making, { workspace, owner, version: 1 }, key);
  await db
    .insertInto('data_key')
    .values({ id: making.newId(), ...row, created_at: stamp(making.now()) })
    .onConflict((oc) => oc.columns(['workspace', 'owner', 'version']).doNothing())
    .execute();
  // Somebody else may have made it in the same moment: the row that stands is the key.
  const [standing] = await newest(db, { workspace, owner });
  if (!standing) throw new SealBroken();
  return unwrap(keyring, standing);
}

/** The owner's key of that version. Throws `SealBroken` when it has been destroyed. */
export async function dataKey(db: Db | Tx, keyring: Keyring, { workspace, owner }: Owner, version: number): Promise<DataKey> {
  const [row] = await ofVersion(db, { workspace, owner, version });
  if (!row) throw new SealBroken();
  return unwrap(keyring, row);
}

/** Destroys all keys of an owner. */
export async function destroyDataKeys(db: Db | Tx, workspace: string, owner: string): Promise<void> {
  await db.deleteFrom('data_key').where('workspace', '=', workspace).where('owner', '=', owner).execute();
}

/** Wraps up to `most` keys anew that are not wrapped by the ring's first key; returns how many. What they seal is not touched. */
export async function rewrapSome(tx: Tx, keyring: Keyring, making: Making, most: number): Promise<number> {
  const stale = await rows(tx).select('id').where('wrapped_by', '!=', keyring.first).orderBy('id').limit(most).execute();
  for (const { id, ...row } of stale) {
    const { wrapped, wrapped_by } = wrap(keyring, making, row, unwrap(keyring, row).key);
    await tx.updateTable('data_key').set({ wrapped, wrapped_by }).where('id', '=', id).execute();
  }
  return stale.length;
}

/** One row for each of the operator's keys that wraps anything: enough to try whether the ring fits. */
export async function oneOfEach(db: Db | Tx): Promise<Row[]> {
  const names = await db.selectFrom('data_key').select('wrapped_by').distinct().orderBy('wrapped_by').execute();
  const found = names.map(({ wrapped_by }) =>
    rows(db).where('wrapped_by', '=', wrapped_by).orderBy('id').limit(1).executeTakeFirstOrThrow(),
  );
  return Promise.all(found);
}

function rows(db: Db | Tx) {
  return db.selectFrom('data_key').select(['workspace', 'owner', 'version', 'wrapped', 'wrapped_by']);
}

const ofVersion = ready((db, { workspace, owner, version }: Owner & { version: number }) =>
  rows(db).where('workspace', '=', workspace).where('owner', '=', owner).where('version', '=', version),
);

const newest = ready((db, { workspace, owner }: Owner) =>
  rows(db).where('workspace', '=', workspace).where('owner', '=', owner).orderBy('version', 'desc').limit(1),
);

function wrap(keyring: Keyring, { random }: Making, place: Pick<Row, 'workspace' | 'owner' | 'version'>, key: Buffer): Row {
  const wrapping = keyring.keys.get(keyring.first);
  if (!wrapping) throw new Error('A keyring must hold its first key.');
  const { workspace, owner, version } = place;
  const wrapped = sealBytes(wrapping, ['data-key', 1, workspace, owner, version, keyring.first], random(NONCE_BYTES), key);
  return { workspace, owner, version, wrapped, wrapped_by: keyring.first };
}

/** The key in a row. Throws `SealBroken` when the ring does not fit it. */
export function unwrap(keyring: Keyring, row: Row): DataKey {
  const wrapping = keyring.keys.get(row.wrapped_by);
  if (!wrapping) throw new SealBroken();
  return {
    version: row.version,
    key: openBytes(wrapping, ['data-key', 1, row.workspace, row.owner, row.version, row.wrapped_by], row.wrapped),
  };
}
