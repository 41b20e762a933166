import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rewrapSome } from '../../src/platform/data-keys.ts';
import { type Database, openMemory } from '../../src/platform/db/open.ts';
import { exitCodes } from '../../src/platform/db/refused.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { type Keyring, keyringOf } from '../../src/platform/keyring.ts';
import { openBytes, sealBytes } from '../../src/platform/sealing.ts';
import { openVault, type Seal, SealBroken, type Vault } from '../../src/platform/vault.ts';
import { making } from './a-folder.ts';

const SECRET = 'I was too quick with Bo, and I know it.';
const amina: Seal = { workspace: 'T1', owner: 'U0AMINA', kind: 'note', record: 'n1' };
const ring = (...ids: string[]): Keyring => ({ first: ids[0] ?? '', keys: new Map(ids.map((id) => [id, Buffer.alloc(32, id)])) });

let database: Database;
let vault: Vault;
let sealed: string;
beforeAll(async () => {
  database = await openMemory();
  vault = await openVault(database.db, ring('key1'), making);
  sealed = await vault.seal(database.db, amina, SECRET);
});
afterAll(() => database.close());

const open = (text: string, seal = amina) => vault.open(database.db, seal, text);

describe('the vault', () => {
  test('gives Amina back what she wrote, in any script and length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 3000 }), async (text) => {
        expect(await open(await vault.seal(database.db, amina, text))).toBe(text);
      }),
    );
  });

  test('never seals twice alike', async () => {
    const many = await Promise.all(Array.from({ length: 2000 }, () => vault.seal(database.db, amina, SECRET)));
    expect(new Set(many.map((text) => text.split('.')[2]?.slice(0, 16))).size).toBe(2000);
  });

  test('marks the same text alike, and after a change of keys too, but never shows it', async () => {
    const again = await openVault(database.db, ring('key2', 'key1'), making);
    expect(vault.mark('opener:p1:3:U0AMINA')).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(again.mark('opener:p1:3:U0AMINA')).toBe(vault.mark('opener:p1:3:U0AMINA'));
    expect(vault.mark('opener:p1:4:U0AMINA')).not.toBe(vault.mark('opener:p1:3:U0AMINA'));
  });

  test('marks otherwise in another installation', async () => {
    const other = await openMemory();
    expect((await openVault(other.db, ring('key1'), making)).mark('x')).not.toBe(vault.mark('x'));
    await other.close();
  });

  test('forgets Amina without forgetting Bo, and seals anew if she comes back', async () => {
    const { db, close } = await openMemory();
    const here = await openVault(db, ring('key1'), making);
    const bo = { ...amina, owner: 'U0BO' };
    const [hers, his] = [await here.seal(db, amina, SECRET), await here.seal(db, bo, SECRET)];
    await here.forget(db, 'T1', 'U0AMINA');
    await expect(here.open(db, amina, hers)).rejects.toBeInstanceOf(SealBroken);
    expect(await here.open(db, bo, his)).toBe(SECRET);
    expect(await here.open(db, amina, await here.seal(db, amina, 'Back again.'))).toBe('Back again.');
    await expect(here.open(db, amina, hers)).rejects.toBeInstanceOf(SealBroken);
    await close();
  });
});

describe('a sealed text is refused', () => {
  test('when any one bit of it is another', async () => {
    const [form, version, bytes = ''] = sealed.split('.');
    const raw = Buffer.from(bytes, 'base64url');
    for (let bit = 0; bit < raw.length * 8; bit++) {
      const changed = Buffer.from(raw);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      await expect(open(`${form}.${version}.${changed.toString('base64url')}`)).rejects.toBeInstanceOf(SealBroken);
    }
  });

  test('when any one character of it is another', async () => {
    for (let at = 0; at < sealed.length; at++) {
      for (const character of ['A', 'b', '9', '_', '.', '=', ' ', '\n', '\0'].filter((each) => each !== sealed[at])) {
        const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
        await expect(open(changed)).rejects.toBeInstanceOf(SealBroken);
      }
    }
  });

  test('when it is shortened or lengthened at either end', async () => {
    const [form, version, bytes = ''] = sealed.split('.');
    const raw = Buffer.from(bytes, 'base64url');
    for (let cut = 1; cut <= raw.length; cut++) {
      for (const rest of [raw.subarray(cut), raw.subarray(0, -cut)]) {
        await expect(open(`${form}.${version}.${rest.toString('base64url')}`)).rejects.toBeInstanceOf(SealBroken);
      }
    }
    await expect(open(`${sealed}A`)).rejects.toBeInstanceOf(SealBroken);
    await expect(open(`${sealed}=`)).rejects.toBeInstanceOf(SealBroken);
  });

  test.each<[string, Partial<Seal>]>([
    ['to another note', { record: 'n2' }],
    ['to Bo', { owner: 'U0BO' }],
    ['to the workspace', { owner: 'workspace' }],
    ['to another workspace', { workspace: 'T2' }],
    ['to another kind of record', { kind: 'leader' }],
  ])('when it is moved %s', async (_, elsewhere) => {
    const seal = { ...amina, ...elsewhere };
    await vault.seal(database.db, seal, 'so that there is a key');
    await expect(open(sealed, seal)).rejects.toBeInstanceOf(SealBroken);
  });

  test('when two words of its place change sides', async () => {
    const text = await vault.seal(database.db, { ...amina, kind: 'note', record: 'x|y' }, SECRET);
    await expect(open(text, { ...amina, kind: 'note|x', record: 'y' })).rejects.toBeInstanceOf(SealBroken);
  });

  test.each(['', 'v1', 'v1.1', 'v1.1.', 'v2.1.AAAA', 'v1.0.AAAA', 'v1.01.AAAA', 'v1.-1.AAAA', 'v1.999999999999.AAAA', SECRET, 'null'])(
    'when it is %p',
    async (text) => {
      await expect(open(text)).rejects.toBeInstanceOf(SealBroken);
    },
  );

  test('whatever it is, if the vault did not make it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.base64String().map((text) => `v1.1.${text}`),
        ),
        async (text) => {
          await expect(open(text)).rejects.toBeInstanceOf(SealBroken);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('when its tag is one of the short ones that the library would take', () => {
    const key = Buffer.alloc(32, 1);
    const bytes = Buffer.from(sealBytes(key, ['x'], Buffer.alloc(12), Buffer.from(SECRET)), 'base64url');
    for (let tag = 0; tag < 16; tag++) {
      const shorter = bytes.subarray(0, bytes.length - 16 + tag).toString('base64url');
      expect(() => openBytes(key, ['x'], shorter)).toThrow(SealBroken);
    }
  });
});

describe("the operator's keys", () => {
  const refused = (told: RegExp) => ({ because: 'keys', exitCode: exitCodes.keys, message: expect.stringMatching(told) });

  async function sealedWith(keyring: Keyring): Promise<Database & { text: string }> {
    const fresh = await openMemory();
    const text = await (await openVault(fresh.db, keyring, making)).seal(fresh.db, amina, SECRET);
    return { ...fresh, text };
  }

  test.each<[string, Keyring, RegExp]>([
    ['is missing', ring('key2'), /Key "key1" is missing from ENCRYPTION_KEYS/],
    ['has its name but is another', keyringOf(randomBytes(32), 'key1'), /Key "key1" in ENCRYPTION_KEYS is not the key of that name/],
    [
      'is another, behind a new one',
      {
        first: 'key2',
        keys: new Map([
          ['key2', randomBytes(32)],
          ['key1', randomBytes(32)],
        ]),
      },
      /"key1"/,
    ],
  ])('are refused at start when one %s, without being shown', async (_, keyring, told) => {
    const { db, close } = await sealedWith(ring('key1'));
    const opening = openVault(db, keyring, making);
    await expect(opening).rejects.toMatchObject(refused(told));
    const message = await opening.catch((fault: Error) => fault.message);
    for (const key of keyring.keys.values()) expect(message).not.toContain(key.toString('base64').slice(0, 8));
    await close();
  });

  test('are refused when the first one is not the key it was, even before it has wrapped anything', async () => {
    const { db, close } = await sealedWith(ring('key1'));
    await openVault(db, ring('key2', 'key1'), making);
    const other = new Map([
      ['key2', randomBytes(32)],
      ['key1', Buffer.alloc(32, 'key1')],
    ]);
    await expect(openVault(db, { first: 'key2', keys: other }, making)).rejects.toMatchObject(refused(/"key2"/));
    await close();
  });

  test('change: what was sealed stays readable, what is new is wrapped by the first', async () => {
    const { db, text, close } = await sealedWith(ring('key1'));
    const after = await openVault(db, ring('key2', 'key1'), making);
    expect(await after.open(db, amina, text)).toBe(SECRET);
    await after.seal(db, { ...amina, owner: 'U0BO' }, SECRET);
    expect(await db.selectFrom('data_key').select('wrapped_by').where('owner', '=', 'U0BO').execute()).toEqual([{ wrapped_by: 'key2' }]);
    await close();
  });

  test.each([0, 1, 2, 3, 5])('move in steps that may stop anywhere: after %p of five owners everything is readable', async (steps) => {
    const { db, text, close } = await sealedWith(ring('key1'));
    const before = await openVault(db, ring('key1'), making);
    for (const owner of ['U0BO', 'U0CHIDI', 'U0DOLORES']) await before.seal(db, { ...amina, owner }, SECRET);
    const keyring = ring('key2', 'key1');
    for (let step = 0; step < steps; step++) expect(await transact(db, (tx) => rewrapSome(tx, keyring, making, 1))).toBe(1);
    expect(await (await openVault(db, keyring, making)).open(db, amina, text)).toBe(SECRET);
    await transact(db, (tx) => rewrapSome(tx, keyring, making, 100));
    const alone = await openVault(db, ring('key2'), making);
    expect(await alone.open(db, amina, text)).toBe(SECRET);
    expect(alone.mark('x')).toBe(before.mark('x'));
    await close();
  });

  test('cannot be had from a wrapped data key that was swapped with another owner’s', async () => {
    const { db, text, close } = await sealedWith(ring('key1'));
    const here = await openVault(db, ring('key1'), making);
    await here.seal(db, { ...amina, owner: 'U0BO' }, SECRET);
    const { wrapped } = await db.selectFrom('data_key').select('wrapped').where('owner', '=', 'U0BO').executeTakeFirstOrThrow();
    await db.updateTable('data_key').set({ wrapped }).where('owner', '=', 'U0AMINA').execute();
    await expect(here.open(db, amina, text)).rejects.toBeInstanceOf(SealBroken);
    await close();
  });
});
