// Opens a pair's agreement for one of those in it: what they wrote, and who has agreed to what stands.
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import type { Member, Pair } from '../../pairing/pairs.ts';
import * as places from '../places.ts';
import type { Agreement } from './agreements.ts';
import * as agreements from './agreements.ts';
import { isHalfWay, type Person, type Standing, whereTheyAre } from './plan.ts';
import { openLine } from './sealed-lines.ts';
import { type PairSeat, seatIn } from './seat.ts';

type Opening = Pick<Tools, 'workspace' | 'vault'>;

export type AgreementSeen = { ok: true; seat: PairSeat; standing: Standing } | { ok: false; because: 'others' | 'over' };

/** The agreement of `pair` as `user` reads it. */
export async function seeAgreement(
  tools: Opening & Pick<Tools, 'db'>,
  wanted: { user: string; pair: string },
  now: Temporal.Instant,
): Promise<AgreementSeen> {
  const found = await seatIn(tools, tools.db, wanted);
  return found.ok ? { ok: true, seat: found.seat, standing: await standingOf(tools, tools.db, found.seat, now) } : found;
}

/** The same for somebody whose place in the pair is known. */
export async function standingOf(tools: Opening, db: Db | Tx, seat: PairSeat, now: Temporal.Instant): Promise<Standing> {
  const { pair, leader } = seat;
  const { match } = await places.ofSeat(db, seat, now);
  return open(tools, db, { pair, leader, fortnight: match?.fortnight ?? 'before' }, now);
}

/** The same for whoever knows the fortnight too. */
export async function open(
  tools: Opening,
  db: Db | Tx,
  { pair, leader, fortnight }: { pair: Pair; leader: Leader; fortnight: number | 'before' | 'after' },
  now: Temporal.Instant,
): Promise<Standing> {
  const agreement = await agreements.ofPair(db, pair.id);
  const people = await Promise.all(pair.members.map((member) => personOf(tools, db, agreement, member)));
  const standing = { pair: pair.id, version: agreement?.version ?? 1, people, me: leader.id };
  if (!agreement) return { ...standing, lookAgain: false };
  const changedBy = pair.members.find((member) => member.leader === agreement.changedBy)?.name;
  const by = await sharedLine(tools, db, pair, { line: 'by', agreement });
  const added = await sharedLine(tools, db, pair, { line: 'added', agreement });
  return {
    ...standing,
    ...(agreement.rhythm && { rhythm: agreement.rhythm }),
    ...whereTheyAre(agreement, leader.timeZone, dayOf(now, leader.timeZone)),
    ...(by !== undefined && { by }),
    ...(added !== undefined && { added }),
    ...(changedBy !== undefined && { changedBy }),
    lookAgain: agreement.lookedAgainAt === null && isHalfWay(fortnight),
  };
}

async function personOf(tools: Opening, db: Db | Tx, agreement: Agreement | undefined, { leader, user, name }: Member): Promise<Person> {
  const own = agreement?.owns.find((each) => each.leader === leader);
  if (!agreement || !own) return { leader, name, agreed: false };
  const helps = await openLine(tools, db, { line: 'helps', agreement: agreement.id, author: user }, own.helpsSealed);
  return {
    ...{ leader, name, agreed: own.agreedVersion === agreement.version },
    ...(own.direct && { direct: own.direct }),
    ...(helps !== undefined && { helps }),
  };
}

/** A line of all of them, which may have been written by somebody who is no longer in the pair. */
async function sharedLine(
  tools: Opening,
  db: Db | Tx,
  pair: Pair,
  { line, agreement }: { line: 'by' | 'added'; agreement: Agreement },
): Promise<string | undefined> {
  const [sealed, from] = line === 'by' ? [agreement.bySealed, agreement.byFrom] : [agreement.addedSealed, agreement.addedFrom];
  if (from === null) return undefined;
  const author = pair.members.find(({ leader }) => leader === from)?.user ?? (await authorOf(db, from));
  return author === undefined ? undefined : openLine(tools, db, { line, agreement: agreement.id, author }, sealed);
}

async function authorOf(db: Db | Tx, leader: string): Promise<string | undefined> {
  const row = await db.selectFrom('leader').select('slack_user').where('id', '=', leader).executeTakeFirst();
  return row?.slack_user;
}
