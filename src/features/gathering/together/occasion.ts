// Which gathering is meant: that of the round that runs, or has just ended; and the days that follow from its round.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import type { RoundTable } from '../../../platform/db/tables.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { type RoundCalendar, roundCalendar } from '../../coaching/calendar.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import { roundNear } from '../../founding/plan.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import type { Gathering } from '../../pairing/gatherings.ts';
import * as gatherings from '../../pairing/gatherings.ts';
import * as rounds from '../../pairing/rounds.ts';
import { ENDED_DAYS } from './plan.ts';

/** So long after a gathering its organisers may still want its files. */
const LOOKED_BACK_ON = { hours: 24 * 7 };

/** A round that ends together, or may. */
export interface Occasion {
  programme: Programme;
  round: RoundTable;
  calendar: RoundCalendar;
  /** Whether a later round has begun or been approved: then its pairs are no secret any more. */
  followed: boolean;
  gathering?: Gathering;
}

/** The round that ends next, with its gathering where one is planned; one that has just ended, as long as it may still gather. */
export async function occasionOf(db: Db | Tx, programme: Programme, now: Temporal.Instant): Promise<Occasion | undefined> {
  const found = await lately(db, programme, now);
  for (const round of found) {
    const gathering = await gatherings.gatheringOf(db, round.id);
    // Some days after it there is the next round to think of.
    const past = gathering && !isBefore(now, gathering.endsAt.add(LOOKED_BACK_ON));
    if (past && round !== found.at(-1)) continue;
    return about(db, { programme, round, gathering });
  }
  return undefined;
}

/** The occasion of one gathering of the workspace, called off or not. */
export async function occasionById(
  { db, workspace }: Pick<Tools, 'db' | 'workspace'>,
  id: string,
): Promise<(Occasion & { gathering: Gathering }) | undefined> {
  const gathering = await gatherings.gatheringById(db, workspace, id);
  const programme = gathering && (await programmes.find(db, workspace, gathering.programme));
  const round = gathering && (await rounds.byId(db, gathering.round));
  return programme && round && { ...(await about(db, { programme, round, gathering })), gathering };
}

/** Gatherings that somebody in the programme can still look forward to, the next one first. */
export async function aheadIn(db: Db | Tx, programme: Pick<Programme, 'id' | 'workspace'>, now: Temporal.Instant): Promise<Gathering[]> {
  const rows = await db
    .selectFrom('gathering')
    .select(['id', 'workspace'])
    .where('programme', '=', programme.id)
    .where('workspace', '=', programme.workspace)
    .where('called_off_at', 'is', null)
    .where('starts_at', '>', stamp(now.subtract({ hours: 1 })))
    .orderBy('starts_at')
    .execute();
  const found = await Promise.all(rows.map(({ id, workspace }) => gatherings.gatheringById(db, workspace, id)));
  return found.filter((one) => one !== undefined).filter(({ endsAt }) => isBefore(now, endsAt));
}

/** Whether the next pairs can be named at a gathering that begins at `starts`: no round has followed, and its day is near. */
export function canReveal({ programme, round, followed }: Omit<Occasion, 'gathering'>, starts: Temporal.Instant): boolean {
  return !followed && roundNear(programme, round.number, dayOf(starts, programme.timeZone)) !== undefined;
}

/** Rounds that run, and the one before them if it has ended lately, in their order. */
async function lately(db: Db | Tx, programme: Programme, now: Temporal.Instant): Promise<RoundTable[]> {
  const running = await rounds.running(db, programme.id);
  const first = running[0] ?? (await rounds.latest(db, programme.id));
  if (!first) return [];
  const earlier = await rounds.before(db, programme.id, first.number);
  const since = now.subtract({ hours: 24 * ENDED_DAYS });
  const ended = [earlier, ...(running.length === 0 ? [first] : [])].filter(
    (round) => round?.closed_at && isBefore(since, instantOf(round.closed_at)),
  );
  return [...ended.filter((round) => round !== undefined), ...running];
}

async function about(
  db: Db | Tx,
  { programme, round, gathering }: { programme: Programme; round: RoundTable; gathering: Gathering | undefined },
): Promise<Occasion> {
  const calendar = roundCalendar(round.begins_on, await pauseWeeks.of(db, programme.id));
  const latest = await rounds.latest(db, programme.id);
  const followed = (latest?.number ?? 0) > round.number;
  return { programme, round, calendar, followed, ...(gathering && { gathering }) };
}
