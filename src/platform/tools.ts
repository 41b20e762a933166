// What a verb may be handed. `main.ts` (or the sandbox, or a test) builds these once; nobody else makes a clock, dice, or a connection.
import type { Kysely, Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Content } from './content/load.ts';
import type { Tables } from './db/tables.ts';
import type { Log } from './log.ts';
import type { Slack } from './slack/calls.ts';
import type { Think } from './thinking/think.ts';
import type { Vault } from './vault.ts';

/** The database, and a transaction on it. Reading functions take either. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Tools {
  /** The installation's Slack team id. */
  workspace: string;
  /** The bot's own Slack user id. */
  botUser: string;
  /** Slack user ids that the settings name as organisers of every programme. */
  organisers: readonly string[];
  db: Db;
  content: Content;
  vault: Vault;
  slack: Slack;
  log: Log;
  /** Asks a head that may take long. Never inside a transaction: facts may change meanwhile, and whoever stores the outcome looks again. */
  think: Think;
  /** The present instant. A verb asks once and passes the answer on. */
  now: () => Temporal.Instant;
  /** `bytes` random bytes: from the system in production, from a seed in the sandbox. */
  random: (bytes: number) => Uint8Array;
  /** A fresh 128-bit text id. */
  newId: () => string;
  /** Asks the postman to look at the outbox soon; called after a commit that enqueued something. */
  knock: () => void;
}
