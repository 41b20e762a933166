// Which pulses of which rounds are still to be settled, and which of them one leader may answer now. A round's pulses outlive the round: the
// last one is open while the next round is being announced.
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import { roundCalendar } from '../coaching/calendar.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import * as rounds from '../pairing/rounds.ts';
import { isAhead } from './ahead.ts';
import type { Author } from './answers.ts';
import { type Pulse, type PulseDays, pulseDays, pulses, stateOn } from './plan.ts';

/** What a pulse is on record under once it has closed: the round's id, and the pulse as its period. */
export const PULSES = 'pulse';

export interface Standing {
  programme: Programme;
  round: RoundTable;
  pulse: Pulse;
  days: PulseDays;
}

/** The pulses of a programme that are not on record as closed, oldest round first. */
export async function unsettled(db: Db | Tx, programme: Programme): Promise<Standing[]> {
  const all = await roundsOf(db, programme.id);
  const closed = await settledPulses(db, programme.id);
  const running = all.filter(({ id }) => !closed.has(`${id} closing`));
  const rests = running.length > 0 ? await pauseWeeks.of(db, programme.id) : [];
  const found: Standing[] = [];
  for (const round of running) {
    const later = all.find(({ number }) => number > round.number);
    const next = later && Temporal.PlainDate.from(later.begins_on);
    const calendar = roundCalendar(round.begins_on, rests);
    for (const pulse of pulses.filter((each) => !closed.has(`${round.id} ${each}`))) {
      found.push({ programme, round, pulse, days: pulseDays(calendar, pulse, next) });
    }
  }
  return found;
}

/** A pulse that the leader may answer now, and as whom. */
export interface Open extends Standing {
  author: Author;
}

/** The pulses that `leader` of this programme may answer at `now`. */
export async function openTo(db: Db | Tx, programme: Programme, leader: Leader, now: Temporal.Instant): Promise<Open[]> {
  if (leader.leftAt !== null) return [];
  const today = dayOf(now, programme.timeZone);
  const open: Open[] = [];
  for (const standing of await unsettled(db, programme)) {
    const state = stateOn(standing.days, today);
    if (state !== 'open' && !(state === 'to-come' && (await isAhead(db, standing, { today, now })))) continue;
    const pair = await pairIn(db, leader.id, standing.round.id);
    const place = { programme: programme.id, round: standing.round.id, leader: leader.id, user: leader.user };
    if (pair) open.push({ ...standing, author: { ...place, pair } });
  }
  return open;
}

/** The pulse of a round that `user` may answer at `now`; where not, whether it has closed or was never theirs. */
export async function openIn(
  { workspace }: Pick<Tools, 'workspace'>,
  db: Db | Tx,
  { user, round: id, pulse }: { user: string; round: string; pulse: Pulse },
  now: Temporal.Instant,
): Promise<{ ok: true; open: Open } | { ok: false; because: 'not-in' | 'closed' }> {
  const round = await rounds.byId(db, id);
  const programme = round && round.undone_at === null ? await programmes.find(db, workspace, round.programme) : undefined;
  const leader = programme && (await leaders.find(db, programme.id, user));
  if (!round || !programme || !leader || leader.leftAt !== null || !(await pairIn(db, leader.id, round.id)))
    return { ok: false, because: 'not-in' };
  const open = (await openTo(db, programme, leader, now)).find((each) => each.round.id === round.id && each.pulse === pulse);
  return open ? { ok: true, open } : { ok: false, because: 'closed' };
}

/** The round of a pair, whichever pair it is: who may do what with it is looked at by `openIn`. */
export async function roundOfPair(db: Db | Tx, workspace: string, pair: string): Promise<string | undefined> {
  const row = await db.selectFrom('pair').select('round').where('workspace', '=', workspace).where('id', '=', pair).executeTakeFirst();
  return row?.round;
}

/** The leader's pair in a round: the one they are in, else the last one they were in. */
export async function pairIn(db: Db | Tx, leader: string, round: string): Promise<string | undefined> {
  const rows = await db
    .selectFrom('pair_leader')
    .select(['pair', 'ended_at'])
    .where('leader', '=', leader)
    .where('round', '=', round)
    .orderBy('ended_at', 'desc')
    .execute();
  return (rows.find(({ ended_at }) => ended_at === null) ?? rows[0])?.pair;
}

/** Leaders with a place in the round who are still in the programme. */
export async function askedIn(db: Db | Tx, round: string): Promise<string[]> {
  const rows = await db
    .selectFrom('pair_leader')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .select('leader.id')
    .where('pair_leader.round', '=', round)
    .where('leader.left_at', 'is', null)
    .distinct()
    .execute();
  return rows.map(({ id }) => id);
}

/** Every round that stands, in order. */
function roundsOf(db: Db | Tx, programme: string): Promise<RoundTable[]> {
  return db.selectFrom('round').selectAll().where('programme', '=', programme).where('undone_at', 'is', null).orderBy('number').execute();
}

async function settledPulses(db: Db | Tx, programme: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('occurrence')
    .select(['subject', 'period'])
    .where('programme', '=', programme)
    .where('stream', '=', PULSES)
    .execute();
  return new Set(rows.map(({ subject, period }) => `${subject} ${period}`));
}
