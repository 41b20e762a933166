// Who is in a programme and has had no place in its running round, though they could have one: they came after it had begun, or are back from a
// pause over its beginning. While more than eight weeks remain a partner is looked for; later they wait for the next round.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay, stamp } from '../../../platform/clock.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import { isTimeLeft } from '../../founding/round-days.ts';
import * as contacts from '../../joining/contacts.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import * as nextRounds from '../../joining/next-rounds.ts';
import { confirmBy } from '../calendar.ts';
import { asked } from '../edits.ts';
import { freshFrom } from '../fresh-days.ts';
import * as proposals from '../proposals.ts';
import * as rounds from '../rounds.ts';
import { politely } from '../telling-hours.ts';
import { lateMessage } from './letters.ts';
import * as rematches from './rematches.ts';

/** Notes that they want a partner, and tells them until when they hear. Nothing happens where there is nobody. */
export async function admitNewcomers(
  tools: Tools,
  { programme, round }: { programme: Programme; round: RoundTable },
  now: Temporal.Instant,
): Promise<void> {
  if ((await unplaced(tools.db, round)).length === 0 || !(await isInTime(tools.db, { programme, round }, now))) return;
  const admitted = await transact(tools.db, async (tx) => {
    const apart = await notMeant(tools, tx, { programme, round });
    const comers = await leaders.some(tx, await unplaced(tx, round));
    for (const leader of comers) {
      const wish = { id: tools.newId(), due: await dueBy(tx, { programme, round }, now) };
      await note(tools, tx, { programme, round, leader: leader.id, ...wish }, now);
      if (apart.has(leader.id)) await rematches.settle(tx, wish.id, 'not-meant', stamp(now));
      else await tell(tools, tx, { programme, round, leader, ...wish }, now);
    }
    return comers.length > 0;
  });
  if (admitted) tools.knock();
}

/** Whether more than eight weeks of the round remain. */
export async function isInTime(
  db: Db | Tx,
  { programme, round }: { programme: Programme; round: Pick<RoundTable, 'begins_on'> },
  now: Temporal.Instant,
): Promise<boolean> {
  const rests = await pauseWeeks.of(db, programme.id);
  return isTimeLeft(Temporal.PlainDate.from(round.begins_on), rests, dayOf(now, programme.timeZone));
}

interface Newcomer {
  programme: Programme;
  round: RoundTable;
  /** The wish's id. */
  id: string;
  due: Temporal.Instant;
}

/** Nobody is matched before the others have had time to confirm. */
async function dueBy(
  tx: Tx,
  { programme, round }: Pick<Newcomer, 'programme' | 'round'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const confirm = instantOf(round.confirm_by);
  return confirmBy(programme, await pauseWeeks.of(tx, programme.id), isBefore(now, confirm) ? confirm : now);
}

async function note(
  tools: Tools,
  tx: Tx,
  { programme, round, leader, id, due }: Newcomer & { leader: string },
  now: Temporal.Instant,
): Promise<void> {
  const wish = { id, programme: programme.id, round: round.id, leader, wish: 'late', notWith: [] } as const;
  await rematches.add(tx, tools.workspace, { ...wish, wantedAt: stamp(now), dueBy: stamp(due) });
}

async function tell(
  tools: Tools,
  tx: Tx,
  { programme, leader, id, due }: Newcomer & { leader: Leader },
  now: Temporal.Instant,
): Promise<void> {
  const next = (await comingRound(tx, programme, now)).on;
  const body = lateMessage(tools.content, { date: sayDay(dayOf(due, leader.timeZone)), next: sayDay(next) });
  const address = { to: 'person', user: leader.user } as const;
  const key = `late:${id}`;
  const from = (await freshFrom(tools, tx, [leader], now)).get(leader.id) ?? now;
  await enqueue(tools, tx, { key, kind: 'rematch', address, priority: 2, body, ...politely(leader, from) }, now);
  await contacts.note(tools, tx, { key, kind: 'rematch', rank: 'match', readers: [{ leader: leader.id, user: leader.user }] }, now);
}

/** Everyone who is in the programme and not away, has never had a place in the round, and has not been looked after yet. */
async function unplaced(db: Db | Tx, { id, programme }: Pick<RoundTable, 'id' | 'programme'>): Promise<string[]> {
  const rows = await db
    .selectFrom('leader')
    .select('leader.id')
    .where('leader.programme', '=', programme)
    .where('leader.left_at', 'is', null)
    .where('leader.paused_at', 'is', null)
    // Asked for as lists, each is read once; asked for one by one, they are read anew for each leader.
    .where('leader.id', 'not in', db.selectFrom('pair_leader').select('pair_leader.leader').where('pair_leader.round', '=', id))
    .where('leader.id', 'not in', db.selectFrom('rematch').select('rematch.leader').where('rematch.round', '=', id))
    .execute();
  return rows.map((row) => row.id);
}

/** Whom an organiser has left out of this round, and who said that they would sit it out. */
async function notMeant(
  tools: Tools,
  tx: Tx,
  { programme, round }: { programme: Programme; round: RoundTable },
): Promise<ReadonlySet<string>> {
  const proposal = await proposals.byId(tools, tx, round.proposal);
  const before = await rounds.before(tx, programme.id, round.number);
  const sittingOut = await nextRounds.sittingOut(tx, before);
  return new Set([...(proposal ? asked(proposal.edits).leftOut : []), ...sittingOut]);
}
