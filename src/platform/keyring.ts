// The operator's keys: they wrap the data keys and are never in the database. The first one wraps, all of them unwrap.

const KEY_BYTES = 32;

export interface Keyring {
  /** The key that wraps from now on. */
  first: string;
  keys: ReadonlyMap<string, Buffer>;
}

export type Parsed = { ok: true; keyring: Keyring } | { ok: false; because: string };

/** Prints one new key in the form the setting wants; it runs wherever the program runs. */
export const makeKeyCommand = `node -p "'key1:' + crypto.randomBytes(32).toString('base64')"`;

/** Reads `id:base64,id2:base64`, or one a line with `#` before remarks. `because` says what is wrong without showing any key. */
export function parseKeyring(text: string): Parsed {
  const entries = text.split(/[,\n]/).map((entry) => entry.trim());
  const keys = new Map<string, Buffer>();
  for (const entry of entries.filter((each) => each !== '' && !each.startsWith('#'))) {
    const [, id, encoded] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/.exec(entry) ?? [];
    if (!id || !encoded) return { ok: false, because: `Key ${keys.size + 1} is not in the form name:base64` };
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== KEY_BYTES) return { ok: false, because: `Key "${id}" has ${key.length} bytes instead of ${KEY_BYTES}` };
    if (keys.has(id)) return { ok: false, because: `Key "${id}" stands there twice` };
    keys.set(id, key);
  }
  const [first] = keys.keys();
  return first ? { ok: true, keyring: { first, keys } } : { ok: false, because: 'There is no key in it' };
}

/** A keyring of one key, for the sandbox and for tests. */
export function keyringOf(key: Uint8Array, id = 'key1'): Keyring {
  return { first: id, keys: new Map([[id, Buffer.from(key)]]) };
}
