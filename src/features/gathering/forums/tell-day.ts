// "Your Forum is today", for those who are in no round that runs: in their own hours, the only thing that reaches them unasked on that day, and counted
// like everything else.
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { claim, settledPeriods } from '../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import * as contacts from '../../joining/contacts.ts';
import { hoursOfLeader, politeWindows, soonest } from '../../joining/hours.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { standingPairsOf } from '../../joining/partners.ts';
import { freshFrom } from '../../pairing/fresh-days.ts';
import { type Coming, comingUp, dayKey, daySubject, FORUM_DAY } from './day.ts';
import { dayLetter } from './letters.ts';

/** So far ahead it is looked. */
const AHEAD = { hours: 48 };

export const forumDays: Stream = {
  name: FORUM_DAY,
  run: async (tools, now) => {
    const nexts: (Temporal.Instant | undefined)[] = [];
    for (const programme of await programmes.all(tools.db, tools.workspace)) {
      const coming = await comingUp(tools.db, programme, now.add(AHEAD), now);
      if (coming.length === 0) continue;
      nexts.push(now.add({ hours: 12 }));
      const about = { programme: programme.id, stream: FORUM_DAY, subjects: coming.map(daySubject) };
      const settled = await settledPeriods(tools.db, about);
      for (const each of coming) if (!settled.has(`${daySubject(each)} ${each.forum.sequence}`)) nexts.push(await tell(tools, each, now));
    }
    return earliest(...nexts);
  },
};

/** When it will be due; nothing once it is settled, or is for the round's own messages to say. */
async function tell(tools: Tools, coming: Coming, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const leader = await leaders.byId(tools.db, tools.workspace, coming.seat.leader);
  if (!leader || (await standingPairsOf(tools.db, leader.id)).length > 0) return undefined;
  const due = soonest(hoursOfLeader(leader), isBefore(now, coming.due) ? coming.due : now);
  if (due && isBefore(now, due) && isBefore(due, coming.closes)) return due;
  await transact(tools.db, (tx) => settle(tools, tx, { coming, leader, inHours: due?.equals(now) ?? false }, now));
  tools.knock();
  return undefined;
}

interface Settling {
  coming: Coming;
  leader: Leader;
  inHours: boolean;
}

async function settle(tools: Tools, tx: Tx, { coming, leader, inHours }: Settling, now: Temporal.Instant): Promise<void> {
  const { forum, closes, due: dueAt } = coming;
  const occurrence = { programme: forum.programme, stream: FORUM_DAY, subject: daySubject(coming), period: String(forum.sequence), dueAt };
  const hasRoom = inHours && (await freshFrom(tools, tx, [leader], now)).get(leader.id)?.equals(now);
  if (!hasRoom) {
    await claim(tools, tx, { ...occurrence, outcome: 'skipped', reason: inHours ? 'no-room' : 'outside-hours' }, now);
    return;
  }
  if (!(await claim(tools, tx, { ...occurrence, outcome: 'done' }, now))) return;
  const key = dayKey(coming);
  const body = dayLetter(tools.content, { forum: forum.id, at: closes, zone: leader.timeZone });
  const windows = politeWindows(hoursOfLeader(leader), now, closes);
  const address = { to: 'person', user: leader.user } as const;
  await enqueue(tools, tx, { key, kind: FORUM_DAY, address, priority: 3, body, windows, expiresAt: closes }, now);
  await contacts.note(tools, tx, { key, kind: FORUM_DAY, rank: 'card', readers: [{ user: leader.user, leader: leader.id }] }, now);
}
