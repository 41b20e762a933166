// The beginning of an hour, and what comes before it where too few have a place: asked an hour ahead and at the start, and given up when nobody presses.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import { enqueue } from '../../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import type { Forum } from '../forums.ts';
import * as forums from '../forums.ts';
import { ASKED_AHEAD, ENOUGH, shuffled, versionFor } from '../plan.ts';
import { note, type Seat, seated, signedUp } from '../seats.ts';
import { stillRuns } from '../who.ts';
import { fewMessage, fewSoonLetter } from './around-views.ts';
import { scriptWith, standing, zoneOf } from './circle.ts';
import { endUnheld } from './end.ts';
import { sayLine, spaceOf } from './lines.ts';
import { begin } from './plan.ts';

/** So long after its start it can still begin. */
const LATEST = { minutes: 20 };
/** Begun so little late, it keeps to its timetable. */
const SOON_ENOUGH = { minutes: 1 };

/** When a forum whose start has come, and in which nobody has pressed, has to be looked at again. */
export function waitingFor({ startsAt, beganAt, endedAt }: Forum, now: Temporal.Instant): Temporal.Instant | undefined {
  const latest = instantOf(startsAt).add(LATEST);
  return beganAt === null && endedAt === null && isBefore(now, latest) ? latest : undefined;
}

/** Does what is due at the start of a forum that has not begun. */
export async function attendStart(tools: Tools, tx: Tx, forum: Forum, now: Temporal.Instant): Promise<void> {
  const start = instantOf(forum.startsAt);
  if (isBefore(now, start.subtract(ASKED_AHEAD))) return;
  const seats = await seated(tx, forum);
  if (isBefore(now, start)) {
    if (seats.length < ENOUGH && forum.fewAskedAt === null) await askAhead(tools, tx, { forum, people: seats.length }, now);
    return;
  }
  if (seats.length < 2) return endUnheld(tools, tx, { forum, why: 'forums.hour.too-few' }, now);
  if (!isBefore(now, start.add(LATEST))) {
    // Whoever was asked has not pressed; where there were enough, the program was not there.
    const asked = seats.length < ENOUGH && forum.fewAskedAt !== null;
    return endUnheld(tools, tx, { forum, why: asked ? 'forums.hour.too-few' : 'forums.hour.late' }, now);
  }
  if (seats.length >= ENOUGH || goesAhead(forum)) return beginHour(tools, tx, { forum, seats }, now);
  await askThere(tools, tx, { forum, seats }, now);
}

/** Whether somebody has said that a small group will do. */
export function goesAhead({ version, fewAskedAt }: Forum): boolean {
  return version === 'few' && fewAskedAt !== null;
}

/** Says the first line. */
export async function beginHour(
  tools: Tools,
  tx: Tx,
  { forum, seats }: { forum: Forum; seats: readonly Seat[] },
  now: Temporal.Instant,
): Promise<void> {
  const version = versionFor(seats.length) ?? 'few';
  const leaders = seats.map(({ leader }) => leader);
  const [first = null, second = null] = version === 'few' ? shuffled(leaders, `${forum.seed}\nturns`) : [];
  const space = forum.space ?? 'group';
  const named: Forum = { ...forum, version, space, beganAt: stamp(now), holder: first, secondHolder: second };
  const start = instantOf(forum.startsAt);
  const script = scriptWith(named, seats);
  const going = begin(script, isBefore(now, start.add(SOON_ENOUGH)) ? start : now);
  const begun = standing(named, going);
  await forums.save(tx, begun);
  for (const { leader } of (await signedUp(tx, forum)).away) await note(tx, forum, leader, { absent_at: stamp(now) });
  await sayLine(tools, tx, { forum: begun, seats, script, going, zone: await zoneOf(tools, tx, forum) }, now);
}

async function askAhead(tools: Tools, tx: Tx, { forum, people }: { forum: Forum; people: number }, now: Temporal.Instant): Promise<void> {
  await forums.save(tx, asked(forum, now));
  // Whoever offered it and has left since is left in peace: at its start the others are asked.
  if (!(await stillRuns(tools, tx, forum, forum.offeredBy))) return;
  const starts = instantOf(forum.startsAt);
  const zone = await zoneOf(tools, tx, forum);
  await enqueue(
    tools,
    tx,
    {
      ...{ key: `forum-few:${forum.id}:${forum.sequence}`, kind: 'forum-word', priority: 1 },
      address: { to: 'person', user: forum.offeredBy },
      body: fewSoonLetter(tools.content, { forum: forum.id, starts, zone, people }),
      expiresAt: starts,
    },
    now,
  );
}

async function askThere(
  tools: Tools,
  tx: Tx,
  { forum, seats }: { forum: Forum; seats: readonly Seat[] },
  now: Temporal.Instant,
): Promise<void> {
  if (forum.fewAskedAt === null) await forums.save(tx, asked(forum, now));
  const until = instantOf(forum.startsAt).add(LATEST);
  const address = spaceOf(forum, seats);
  if (!address) return;
  const zone = await zoneOf(tools, tx, forum);
  const body = fewMessage(tools.content, { forum: forum.id, people: seats.length, until, zone });
  const key = `forum:${forum.id}:few:${forum.sequence}`;
  await enqueue(tools, tx, { key, kind: 'forum-script', priority: 1, address, body, expiresAt: until }, now);
}

/** Whoever said for an earlier hour that a small group will do is asked again. */
function asked(forum: Forum, now: Temporal.Instant): Forum {
  return { ...forum, fewAskedAt: stamp(now), version: null };
}
