import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { openMemory } from '../../src/platform/db/open.ts';
import { keyringOf } from '../../src/platform/keyring.ts';
import { openVault, SealBroken } from '../../src/platform/vault.ts';

const making = {
  newId: () => randomBytes(16).toString('hex'),
  random: (n: number) => randomBytes(n),
  now: () => Temporal.Instant.from('2027-01-12T09:30:00Z'),
};
const amina = { workspace: 'T1', owner: 'U0AMINA', kind: 'note', record: 'n1' };

describe('the vault', () => {
  test('gives Amina her note back', async () => {
    const { db, close } = await openMemory();
    const vault = await openVault(db, keyringOf(randomBytes(32)), making);
    const sealed = await vault.seal(db, amina, 'I was too quick with Bo.');
    expect(await vault.open(db, amina, sealed)).toBe('I was too quick with Bo.');
    await vault.forget(db, 'T1', 'U0AMINA');
    await expect(vault.open(db, amina, sealed)).rejects.toBeInstanceOf(SealBroken);
    await close();
  });
});
