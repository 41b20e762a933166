// Puts a message on its way: a row in the transaction of its cause. What happens to it afterwards is the postman's business.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Tools, Tx } from '../tools.ts';

export type Address =
  /** The bot's direct conversation with one person. */
  | { to: 'person'; user: string }
  /** A group conversation of the bot with these people; opened when the message is sent. */
  | { to: 'group'; users: readonly string[] }
  | { to: 'channel'; channel: string };

/** 1: an answer someone waits for; 2: a rotation; 3: the fortnight. */
export type Priority = 1 | 2 | 3;

export interface Letter {
  /** Semantic and unique in the workspace: `opener:<pair>:<fortnight>:<leader>`; never a timestamp or a random id. */
  key: string;
  /** What kind of message this is, for reports and for those who care how it ended: `match`, `opener`, `announcement`, … */
  kind: string;
  address: Address;
  priority: Priority;
  /** `text` is the whole message in plain sentences: what a notification shows and a screen reader reads. */
  body: { text: string; blocks: KnownBlock[]; picture?: { name: string; alt: string; svg: string } };
  /** Not before this instant; at once when missing. */
  notBefore?: Temporal.Instant;
  /** Pointless after this instant: then it is skipped, with the reason on record. */
  expiresAt?: Temporal.Instant;
}

/** Returns the row's id, or the id of the row that already stands under the same key (then nothing is changed). */
export declare function enqueue(tools: Pick<Tools, 'vault' | 'newId' | 'workspace'>, tx: Tx, letter: Letter, now: Temporal.Instant): Promise<string>;
