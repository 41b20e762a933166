// Seals private text with AES-256-GCM under a data key per owner; the owner's key is wrapped by the operator's keyring.
import type { Db, Tx } from './tools.ts';

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
  /** An opaque, stable mark for `text` (HMAC-SHA256 under the keyring, first 128 bits, base64url): for message keys and tombstones. */
  mark: (text: string) => string;
}
