// Tells each organiser of a coming round, once, two weeks before: time to look at it, change it, or move it.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore, sayDay, sayTime } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import { claim, settledSubjects } from '../../platform/schedule/occurrences.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import { type ComingRound, comingRound } from '../founding/coming-round.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { noticeAt } from './calendar.ts';
import { gatheringById } from './gatherings.ts';
import { NOTICE_STREAM } from './move.ts';
import { notice } from './organiser-letters.ts';

/** There are two weeks left: a new organiser, or another day, may be noticed so many minutes later. */
const BETWEEN_LOOKS = 15;

export const rotationNotices: Stream = { name: NOTICE_STREAM, run, minutes: BETWEEN_LOOKS };

async function run(tools: Tools, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const nexts: (Temporal.Instant | undefined)[] = [];
  for (const programme of await programmes.all(tools.db, tools.workspace)) nexts.push(await look(tools, programme, now));
  return earliest(...nexts);
}

async function look(tools: Tools, programme: Programme, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const coming = await comingRound(tools.db, programme, now);
  const dueAt = noticeAt(programme, coming.on);
  if (isBefore(now, dueAt)) return dueAt;
  // From its hour on, the round itself is what organisers hear of.
  if (!isBefore(now, coming.at)) return undefined;
  const told = await settledSubjects(tools.db, { programme: programme.id, stream: NOTICE_STREAM, period: coming.inCalendar.toString() });
  for (const user of await organisers.of(tools, tools.db, programme.id))
    if (!told.has(user)) await tell(tools, { programme, coming, user }, now);
  return undefined;
}

async function tell(
  tools: Tools,
  { programme, coming, user }: { programme: Programme; coming: ComingRound; user: string },
  now: Temporal.Instant,
): Promise<void> {
  const { on, inCalendar, gathering } = coming;
  const dueAt = noticeAt(programme, on);
  const occurrence = { programme: programme.id, stream: NOTICE_STREAM, subject: user, period: inCalendar.toString(), dueAt };
  // Who founded the programme within the two weeks has just set the day.
  const knows = user === programme.foundedBy && isBefore(dueAt, instantOf(programme.foundedAt));
  await transact(tools.db, async (tx) => {
    if (knows) return claim(tools, tx, { ...occurrence, outcome: 'skipped', reason: 'set-it' }, now);
    if (!(await claim(tools, tx, { ...occurrence, outcome: 'done' }, now))) return false;
    const approved = gathering && (await gatheringById(tx, tools.workspace, gathering))?.approved;
    const held = approved ? 'approved' : gathering ? 'open' : undefined;
    const body = notice(tools.content, programme, { date: sayDay(on), time: sayTime(programme.sendTime), held });
    const key = `rotation-notice:${programme.id}:${inCalendar}:${user}`;
    const expiresAt = coming.at;
    await enqueue(tools, tx, { key, kind: 'rotation-notice', address: { to: 'person', user }, priority: 2, body, expiresAt }, now);
    return true;
  });
  tools.knock();
}
