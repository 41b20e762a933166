// Puts a message on its way: a row in the transaction of its cause. What happens to it afterwards is the postman's business.
import type { KnownBlock } from '@slack/types';
import type { Insertable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../clock.ts';
import { ready } from '../db/ready.ts';
import type { OutboxTable } from '../db/tables.ts';
import type { Tools, Tx } from '../tools.ts';
import { type Window, writeWindows } from './windows.ts';

export type Address =
  /** The bot's direct conversation with one person. */
  | { to: 'person'; user: string }
  /** A group conversation of the bot with these people; opened when the message is sent. */
  | { to: 'group'; users: readonly string[] }
  | { to: 'channel'; channel: string };

/** 1: an answer someone waits for; 2: a rotation; 3: the fortnight. */
export type Priority = 1 | 2 | 3;

export interface Body {
  /** The whole message in plain sentences: what a notification shows and a screen reader reads. */
  text: string;
  blocks: KnownBlock[];
  /** Shown below the blocks where Slack takes it; `alt` says everything the picture says. */
  picture?: { name: string; alt: string; svg: string };
  /** What each person of a group is told where the group cannot be: the words of a shared conversation would be wrong there. */
  alone?: { text: string; blocks: KnownBlock[] };
}

export interface Letter {
  /** The row's id, where it has to be known beforehand; a fresh one when missing. */
  id?: string;
  /** Semantic and unique in the workspace: `opener:<pair>:<fortnight>:<leader>`; never a timestamp or a random id. */
  key: string;
  /** What kind of message this is, for reports and for those who care how it ended: `match`, `opener`, `announcement`, … */
  kind: string;
  address: Address;
  priority: Priority;
  body: Body;
  /** Not before this instant; at once when missing. */
  notBefore?: Temporal.Instant;
  /**
   * Pointless after this instant: then it is skipped, with the reason on record. A line of an hour under way (priority 1, to several readers, without
   * windows) that has such an end holds up nothing where it is not known whether it arrived, and is not said again.
   */
  expiresAt?: Temporal.Instant;
  /**
   * When its readers may be reached, in order; at any time when missing. Where it is not known whether such a letter of a fortnight arrived in
   * a conversation that the bot cannot read, it is left at that: nobody waits for it, and twice would be once too often.
   */
  windows?: readonly Window[];
}

type Sealing = Pick<Tools, 'vault' | 'newId' | 'workspace'>;

/** SQLite takes 32,766 values in one statement. */
const ROWS_AT_ONCE = 200;

/** Returns the row's id, or the id of the row that already stands under the same key (then nothing is changed). */
export async function enqueue(tools: Sealing, tx: Tx, letter: Letter, now: Temporal.Instant): Promise<string> {
  const known = await standing(tools.workspace, tx, letter.key);
  if (known !== undefined) return known;
  const made = await rowOf(tools, tx, letter, now);
  const row = await tx
    .insertInto('outbox')
    .values(made)
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? (await standing(tools.workspace, tx, letter.key)) ?? made.id;
}

/** The same for many letters at once, as a round needs: those whose key stands already are left as they are. */
export async function enqueueAll(tools: Sealing, tx: Tx, letters: readonly Letter[], now: Temporal.Instant): Promise<void> {
  for (let from = 0; from < letters.length; from += ROWS_AT_ONCE) {
    const rows: Insertable<OutboxTable>[] = [];
    for (const letter of letters.slice(from, from + ROWS_AT_ONCE)) rows.push(await rowOf(tools, tx, letter, now));
    await tx
      .insertInto('outbox')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['workspace', 'key']).doNothing())
      .execute();
  }
}

async function rowOf(tools: Sealing, tx: Tx, letter: Letter, now: Temporal.Instant) {
  const { id = tools.newId() } = letter;
  return {
    ...waiting,
    id,
    workspace: tools.workspace,
    key: letter.key,
    kind: letter.kind,
    lane: laneOf(letter.address),
    priority: letter.priority,
    address: JSON.stringify(letter.address),
    body_sealed: await tools.vault.seal(tx, bodySeal(tools.workspace, id), JSON.stringify(letter.body)),
    not_before: stamp(letter.notBefore ?? now),
    expires_at: letter.expiresAt ? stamp(letter.expiresAt) : null,
    windows: writeWindows(letter.windows),
    seen_to_at: null,
    created_at: stamp(now),
  };
}

/** The one conversation an address means, whoever is named first: messages of one lane go one after the other. */
function laneOf(address: Address): string {
  if (address.to === 'person') return `person:${address.user}`;
  if (address.to === 'channel') return `channel:${address.channel}`;
  return `group:${[...new Set(address.users)].sort().join('+')}`;
}

/** What the body of row `id` is sealed to. */
export function bodySeal(workspace: string, id: string): { workspace: string; owner: string; kind: string; record: string } {
  return { workspace, owner: 'workspace', kind: 'outbox', record: id };
}

const waiting = {
  state: 'pending',
  attempt: 0,
  started_at: null,
  boot: null,
  looks: 0,
  looked_at: null,
  channel: null,
  ts: null,
  reason: null,
  settled_at: null,
};

async function standing(workspace: string, tx: Tx, key: string): Promise<string | undefined> {
  const [row] = await idUnder(tx, { workspace, key });
  return row?.id;
}

const idUnder = ready((db, { workspace, key }: { workspace: string; key: string }) =>
  db.selectFrom('outbox').select('id').where('workspace', '=', workspace).where('key', '=', key),
);
