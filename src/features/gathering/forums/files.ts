// Calendar files of forums: to whoever takes a place at once, to those who get one or whose forum moves in their own hours, each once for each change;
// and a cancellation only to those who were handed something to cancel. Where Slack takes no file, the links remain.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { claim, settledPeriods } from '../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools } from '../../../platform/tools.ts';
import { calendarFile } from '../../coaching/meetings/calendar-file.ts';
import { politeMoment } from '../../joining/hours.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { ownly } from '../words.ts';
import { FORUM_MINUTES } from './calendar.ts';
import { type Forum, untidied } from './forums.ts';
import { calendarWords } from './letters.ts';
import { everSignedUp, type Signed, seated } from './seats.ts';

/** What it is on record under that a file was handed out. */
export const FILES = 'forum-file';

/** Whatever has changed and has not been handed out. */
export const forumFiles: Stream = {
  name: FILES,
  run: async (tools, now) => {
    const nexts: (Temporal.Instant | undefined)[] = [];
    for (const forum of await untidied(tools.db, tools.workspace)) {
      if (!isBefore(now, instantOf(forum.startsAt)) || forum.beganAt !== null) continue;
      for (const file of await filesOf(tools, forum)) nexts.push(await handOut(tools, file, now));
    }
    return earliest(...nexts);
  },
};

interface File {
  forum: Forum;
  signed: Signed;
  cancelled: boolean;
  /** What it is on record under: one file for each hour that a place was taken for, and one that takes it back. */
  period: string;
}

async function filesOf({ db }: Tools, forum: Forum): Promise<File[]> {
  const everyone = await everSignedUp(db, forum);
  if (everyone.length === 0) return [];
  const seats = new Set(forum.endedAt === null ? (await seated(db, forum)).map(({ leader }) => leader) : []);
  const about = { programme: forum.programme, stream: FILES, subjects: everyone.map((signed) => subjectOf(forum, signed)) };
  const done = await settledPeriods(db, about);
  return everyone.flatMap((signed): File[] => {
    const has = (period: string) => done.has(`${subjectOf(forum, signed)} ${period}`);
    const booked = `${signed.takenAt} ${forum.sequence}`;
    const off = `${signed.takenAt} off`;
    if (seats.has(signed.leader)) return has(booked) ? [] : [{ forum, signed, cancelled: false, period: booked }];
    const handed = Array.from({ length: forum.sequence + 1 }, (_, n) => `${signed.takenAt} ${n}`).some(has);
    return handed && !has(off) && isGone(forum, signed) ? [{ forum, signed, cancelled: true, period: off }] : [];
  });
}

/** They will not come, and it is not only that they are away just now. */
function isGone({ endedAt }: Forum, { givenBackAt }: Signed): boolean {
  return endedAt !== null || givenBackAt !== null;
}

function subjectOf({ id }: Forum, { leader }: Signed): string {
  return `${id}:${leader}`;
}

/** On record first: a file is handed over once or, where the program dies in between, not at all; a button hands it over again. */
async function handOut(
  tools: Tools,
  { forum, signed, cancelled, period }: File,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const leader = await leaders.byId(tools.db, tools.workspace, signed.leader);
  if (!leader || leader.leftAt !== null) return undefined;
  const acted = cancelled ? signed.givenBackAt !== null : signed.seatedAt === signed.takenAt && forum.sequence === 0;
  const polite = acted ? now : politeMoment(leader, now);
  if (isBefore(now, polite) && isBefore(polite, instantOf(forum.startsAt))) return polite;
  const about = { programme: forum.programme, stream: FILES, subject: subjectOf(forum, signed), period };
  const first = await transact(tools.db, (tx) => claim(tools, tx, { ...about, dueAt: now, outcome: 'done' }, now));
  if (first) await sendForumFile(tools, { forum, leader, cancelled }, now);
  return undefined;
}

/** The file, to one person; false where Slack did not take it. */
export async function sendForumFile(
  tools: Tools,
  { forum, leader, cancelled }: { forum: Forum; leader: Leader; cancelled: boolean },
  now: Temporal.Instant,
): Promise<boolean> {
  const { content } = tools;
  const start = instantOf(forum.startsAt);
  const text = calendarFile({
    ...{ id: forum.id, sequence: forum.sequence, cancelled, start, minutes: FORUM_MINUTES, now, ...calendarWords(content) },
    to: { name: leader.name, email: leader.email },
  });
  const comment = content.say(cancelled ? 'forums.file.cancelled' : 'forums.file', ownly(start, leader.timeZone));
  const { title } = calendarWords(content);
  const bytes = new TextEncoder().encode(text);
  return (await tools.slack.sendFile(leader.user, { name: 'leadership-forum.ics', title, comment, bytes })).ok;
}
