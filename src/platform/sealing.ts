// AES-256-GCM on one text: what `vault.ts` and its data keys stand on. Pure; the nonce is handed in.
import { createCipheriv, createDecipheriv } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed text was changed, moved to another place, or its key is another one or gone. Which of these is not told: it would help nobody but an attacker. */
export class SealBroken extends Error {
  constructor() {
    super('A sealed text cannot be opened: it was changed or moved, or its key is gone.');
    this.name = 'SealBroken';
  }
}

/** Seals `plain` and binds it to `bound`, which must be the same when it is opened. Returns nonce, text and tag as base64url. */
export function sealBytes(key: Uint8Array, bound: readonly (string | number)[], nonce: Uint8Array, plain: Uint8Array): string {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(JSON.stringify(bound)));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** The reverse of `sealBytes`. Throws `SealBroken`, and never hands out text that was not checked. */
export function openBytes(key: Uint8Array, bound: readonly (string | number)[], sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  // Several texts decode to the same bytes; only the one we wrote is ours.
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== sealed) throw new SealBroken();
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(JSON.stringify(bound)));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}
