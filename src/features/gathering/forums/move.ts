// Moving a forum to another hour: everyone with a place keeps it or gives it back, and hears of it. Also when too few have come by its start.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import { instantOf, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Saying } from '../../founding/words.ts';
import { momentOf, type Wanted } from './calendar.ts';
import { fill } from './fill.ts';
import * as forums from './forums.ts';
import { type Forum, forumById } from './forums.ts';
import { movedLetter } from './letters.ts';
import { seated, signedUp } from './seats.ts';
import { takeBackWords, tellLeader } from './tell.ts';
import { stillRuns, type Who } from './who.ts';

export type Moved =
  | { ok: true; forum: Forum; told: number }
  | { ok: false; because: 'not-yours' | 'over' }
  | { ok: false; because: 'date'; field: 'day' | 'time'; saying: Saying };

/** `who` chooses in their own zone. */
export async function moveForum(tools: Tools, who: Who, wish: { forum: string } & Pick<Wanted, 'day' | 'time'>): Promise<Moved> {
  const now = tools.now();
  const moved = await transact(tools.db, (tx) => moveIn(tools, tx, { who, wish }, now));
  if (moved.ok) tools.knock();
  return moved;
}

async function moveIn(
  tools: Tools,
  tx: Tx,
  { who, wish }: { who: Who; wish: { forum: string } & Pick<Wanted, 'day' | 'time'> },
  now: Temporal.Instant,
): Promise<Moved> {
  const { programme } = who;
  const forum = await forumById(tx, tools.workspace, wish.forum);
  if (!forum || forum.programme !== programme.id || !(await mayMove(tools, tx, forum, who))) return { ok: false, because: 'not-yours' };
  if (forum.beganAt !== null || forum.endedAt !== null) return { ok: false, because: 'over' };
  const rests = await pauseWeeks.of(tx, programme.id);
  const moment = momentOf({ day: wish.day, time: wish.time, zone: who.zone }, { now, rests, zone: programme.timeZone });
  if (!moment.ok) return { ...moment, because: 'date' };
  const startsAt = stamp(moment.at);
  if (startsAt === forum.startsAt) return { ok: false, because: 'date', field: 'day', saying: { id: 'forums.date.same', blanks: {} } };
  const later: Forum = { ...forum, startsAt, sequence: forum.sequence + 1, fewAskedAt: null };
  await forums.save(tx, later);
  await takeBackWords(tools, tx, { id: forum.id, invitation: false }, now);
  const told = await tellEveryone(tools, tx, { before: forum, later, user: who.user }, now);
  await fill(tools, tx, { forum: later }, now);
  if (forum.offeredBy !== who.user)
    await record(tools, tx, { programme: programme.id, actor: who.user, action: 'forum-moved', subject: forum.id }, now);
  return { ok: true, forum: later, told };
}

/** Once it is known that they are too few, whoever has a place may. */
export async function mayMove(tools: Tools, tx: Db | Tx, forum: Forum, { user }: Pick<Who, 'user'>): Promise<boolean> {
  if (await stillRuns(tools, tx, forum, user)) return true;
  return forum.fewAskedAt !== null && (await seated(tx, forum)).some((seat) => seat.user === user);
}

interface Telling {
  before: Forum;
  later: Forum;
  user: string;
}

/** Also those who are away on the old day, or on the new one: they have not given their place back. */
async function tellEveryone(tools: Tools, tx: Tx, { before, later, user }: Telling, now: Temporal.Instant): Promise<number> {
  const { seated, waiting, away } = await signedUp(tx, before);
  const others = [...seated, ...waiting, ...away].filter((seat) => seat.user !== user);
  for (const { leader, zone, seatedAt } of others) {
    const [from, to] = [instantOf(before.startsAt), instantOf(later.startsAt)];
    const body = movedLetter(tools.content, { forum: later.id, at: to, from, zone, seated: seatedAt !== null });
    await tellLeader(tools, tx, { leader, key: `forum-moved:${later.id}:${leader}:${later.sequence}`, body, until: to }, now);
  }
  return others.length;
}
