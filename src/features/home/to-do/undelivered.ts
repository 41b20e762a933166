// Letters to a programme's leaders and its channel that Slack refused, or of which nobody knows whether they arrived, until an organiser has seen
// to them.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../platform/clock.ts';
import type { State } from '../../../platform/outbox/states.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import { GATHERING } from '../../gathering/together/tell.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as rounds from '../../pairing/rounds.ts';
import type { Wait } from './wait.ts';

/** What lies longer back is not news. */
const LOOKED_BACK = { hours: 24 * 14 };
const NOT_ARRIVED: readonly State[] = ['dead', 'organiser', 'operator'];

/** The channel's first, then one for each leader, in the order of their names. */
export async function undeliveredOf(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  { programme, inIt }: { programme: Programme; inIt: readonly Leader[] },
  now: Temporal.Instant,
): Promise<Wait[]> {
  const rows = await open(db, workspace, now).select(['id', 'key', 'kind', 'lane', 'state']).orderBy('not_before').execute();
  const posted = rows.filter(({ lane }) => lane === `channel:${programme.channel}`);
  const inChannel = await Promise.all(posted.map((row) => postingOf(db, programme, row)));
  const reached = inIt.map((leader) => ({ ...leader, x: rows.filter(({ lane }) => lane === laneOf(leader)).length }));
  const notReached = reached.filter(({ x }) => x > 0).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return [...inChannel, ...notReached.map(({ id, user, name, x }): Wait => ({ what: 'undelivered', leader: id, user, name, x }))];
}

/** An organiser has seen to what did not reach this leader; how many letters that were. */
export async function noteSeenTo(tx: Tx, workspace: string, leader: Pick<Leader, 'user'>, now: Temporal.Instant): Promise<number> {
  const ids = (await open(tx, workspace, now).select('id').where('lane', '=', laneOf(leader)).execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx
    .updateTable('outbox')
    .set({ seen_to_at: stamp(now) })
    .where('id', 'in', ids)
    .execute();
  return ids.length;
}

function open(db: Db | Tx, workspace: string, now: Temporal.Instant) {
  return db
    .selectFrom('outbox')
    .where('workspace', '=', workspace)
    .where('state', 'in', NOT_ARRIVED)
    .where('created_at', '>', stamp(now.subtract(LOOKED_BACK)))
    .where('seen_to_at', 'is', null);
}

async function postingOf(
  db: Db | Tx,
  { channel }: Programme,
  { id, key, kind, state }: { id: string; key: string; kind: string; state: string },
): Promise<Wait> {
  if (kind === GATHERING) return { what: 'word', letter: id, channel, refused: state === 'dead' };
  const round = kind === 'announcement' ? await rounds.byId(db, key.split(':')[1] ?? '') : undefined;
  if (!round) return { what: 'posting', channel };
  return { what: 'announcement', letter: id, number: round.number, channel, refused: state === 'dead' };
}

function laneOf({ user }: Pick<Leader, 'user'>): string {
  return `person:${user}`;
}
