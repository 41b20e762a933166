// Tells those whose pair has changed, each in their own hours, and takes back what was still on its way to them about the pair that is no more.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import type { Letter } from '../../../platform/outbox/enqueue.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { withdraw } from '../../../platform/outbox/withdraw.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { freshFrom } from '../fresh-days.ts';
import type { Pair } from '../pairs.ts';
import * as pairs from '../pairs.ts';
import { beginSpaces, openSpaces } from '../spaces.ts';
import { politely } from '../telling-hours.ts';
import { aloneMessage, type Turn, turnedMessage } from './letters.ts';
import type { Look } from './look.ts';

/** What has become of one person's place. */
export interface Placed {
  pair: string;
  leader: string;
  turn: Turn;
}

export interface Turning {
  look: Pick<Look, 'programme' | 'round'>;
  placed: readonly Placed[];
  /** Pairs that have ended. */
  ended: readonly string[];
  /** Leaders who have nobody for now. */
  alone: readonly string[];
}

export async function tellTurns(tools: Tools, tx: Tx, { look, placed, ended, alone }: Turning, now: Temporal.Instant): Promise<void> {
  const people = new Map((await leaders.some(tx, [...placed.map(({ leader }) => leader), ...alone])).map((leader) => [leader.id, leader]));
  for (const pair of ended) await takeBack(tools, tx, `pair:${pair}`);
  for (const leader of people.keys()) await takeBack(tools, tx, `match:${look.round.id}:${leader}`);
  const parted = [...placed.filter(({ turn }) => turn === 'changed').map(({ leader }) => leader), ...alone];
  for (const leader of parted) await forgetWaiting(tools, tx, people.get(leader) as Leader, now);
  const standing = new Map<string, Pair>();
  for (const id of new Set(placed.map(({ pair }) => pair))) standing.set(id, (await pairs.byId(tx, id)) as Pair);
  for (const each of placed)
    await tellOne(tools, tx, { look, each, pair: standing.get(each.pair) as Pair, to: people.get(each.leader) as Leader }, now);
  for (const leader of alone) {
    const to = people.get(leader) as Leader;
    const key = `match-changed:${look.round.id}:${leader}:${ended.join('+')}`;
    await send(tools, tx, { key, kind: 'match-changed', body: aloneMessage(tools.content), to }, now);
  }
  await openTheirs(tools, tx, { look, placed, standing }, now);
}

interface Telling {
  look: Turning['look'];
  each: Placed;
  pair: Pair;
  to: Leader;
}

async function tellOne(tools: Tools, tx: Tx, { look, each, pair, to }: Telling, now: Temporal.Instant): Promise<void> {
  const reasons = await pairs.reasonsOf(tools, tx, pair);
  const when = { round: look.round, zone: look.programme.timeZone, now };
  const body = turnedMessage(tools.content, { pair: { ...pair, reasons }, leader: to.id, turn: each.turn }, when);
  const size = pair.members.length;
  const key = `match:${look.round.id}:${to.id}:${pair.id}:${size}`;
  await send(tools, tx, { key, kind: each.turn === 'shrunk' ? 'match-changed' : 'match', body, to }, now);
}

async function send(
  tools: Tools,
  tx: Tx,
  { to, ...said }: Pick<Letter, 'key' | 'kind' | 'body'> & { to: Leader },
  now: Temporal.Instant,
): Promise<void> {
  const address = { to: 'person', user: to.user } as const;
  const from = (await freshFrom(tools, tx, [to], now)).get(to.id) ?? now;
  await enqueue(tools, tx, { ...said, address, priority: 2, ...politely(to, from) }, now);
  await contacts.note(tools, tx, { key: said.key, kind: said.kind, rank: 'match', readers: [{ leader: to.id, user: to.user }] }, now);
}

interface Opening {
  look: Turning['look'];
  placed: readonly Placed[];
  standing: ReadonlyMap<string, Pair>;
}

/** Shared conversations for the new pairs, once those of the round are open; and another one for two who have become three. */
async function openTheirs(tools: Tools, tx: Tx, { look, placed, standing }: Opening, now: Temporal.Instant): Promise<void> {
  const { round } = look;
  if (round.announced_at === null && isBefore(now, instantOf(round.confirm_by))) return;
  const all = [...standing.values()];
  await openSpaces(tools, tx, { groups: all, pace: 'polite' }, now);
  const grown = new Set(placed.filter(({ turn }) => turn === 'grown').map(({ pair }) => pair));
  const again = all.filter(({ id, openedAt }) => grown.has(id) && openedAt !== null);
  await beginSpaces(tools, tx, { groups: again, pace: 'polite' }, now);
}

/** Cards and questions of the pair that is no more. */
function forgetWaiting({ workspace }: Tools, tx: Tx, { id, user }: Leader, now: Temporal.Instant): Promise<void> {
  return contacts.takeBackFrom(tx, { workspace, user, leader: id }, 'rematched', now);
}

/** The letter under `key`, and those to each alone or about later pairs under longer ones: what has not gone out yet would be wrong now. */
async function takeBack(tools: Tools, tx: Tx, key: string): Promise<void> {
  const rows = await tx
    .selectFrom('outbox')
    .select('key')
    .where('workspace', '=', tools.workspace)
    .where('state', '=', 'pending')
    .where((eb) => eb.or([eb('key', '=', key), eb('key', 'like', `${key}:%`)]))
    .execute();
  for (const row of rows) await withdraw(tx, tools.workspace, { keys: [row.key], beginnings: [] });
}
