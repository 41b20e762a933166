// `coachingpairs rotate-key`: wraps every data key with the first of the operator's keys. What is sealed is not touched, so it takes
// seconds, and it may be stopped at any point: a row is wrapped by one key or by the other.

import { rewrapSome } from '../platform/data-keys.ts';
import { transact } from '../platform/db/transact.ts';
import { openVault } from '../platform/vault.ts';
import { exitCodes, give, type Real, readArgs, settingsFor } from './command-line.ts';
import { warnings, withDatabase } from './database.ts';

const AT_ONCE = 100;

export async function rotateKey(args: string[], real: Real): Promise<number> {
  const { values } = readArgs(args, { json: { type: 'boolean' } });
  const { databaseUrl, keyring } = settingsFor(['databaseUrl', 'keyring']);
  await withDatabase({ url: databaseUrl, now: real.now, version: real.version, log: warnings }, async ({ db, checkpoint }) => {
    await openVault(db, keyring, real);
    let rewrapped = 0;
    for (let some = AT_ONCE; some === AT_ONCE; rewrapped += some) {
      some = await transact(db, (tx) => rewrapSome(tx, keyring, real, AT_ONCE));
    }
    await openVault(db, keyring, real);
    checkpoint();
    const unused = [...keyring.keys.keys()].filter((id) => id !== keyring.first);
    const rest = unused.length === 0 ? '' : ` This database no longer needs ${unused.join(', ')}; backups made before now still do.`;
    give(values.json, { key: keyring.first, rewrapped, unused }, [
      `Everything is sealed with "${keyring.first}" (${rewrapped} data keys moved).${rest}`,
    ]);
  });
  return exitCodes.good;
}
