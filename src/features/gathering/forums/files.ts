// Calendar files of forums: to whoever takes a place at once, to those who get one or whose forum moves in their own hours, each once for each change;
// and a cancellation only to those who were handed something to cancel. Where Slack takes no file, the links remain.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { claim, settledPeriods } from '../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools } from '../../../platform/tools.ts';
import { calendarFile } from '../../coaching/meetings/calendar-file.ts';
import { FILES_AT_ONCE, FILES_GAP } from '../../coaching/meetings/calendar-files.ts';
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
    const nexts: Temporal.Instant[] = [];
    let handed = 0;
    for (const forum of await untidied(tools.db, tools.workspace)) {
      if (!isBefore(now, instantOf(forum.startsAt)) || forum.beganAt !== null) continue;
      for (const file of await filesOf(tools, forum)) {
        const due = dueOf(file, now);
        if (isBefore(now, due)) nexts.push(due);
        else if (handed === FILES_AT_ONCE) return now.add(FILES_GAP);
        else if (await handOut(tools, file, now)) handed += 1;
      }
    }
    return earliest(...nexts);
  },
};

interface File {
  forum: Forum;
  signed: Signed;
  leader: Leader;
  cancelled: boolean;
  /** What it is on record under: one file for each hour that a place was taken for, and one that takes it back. */
  period: string;
}

async function filesOf({ db, workspace }: Tools, forum: Forum): Promise<File[]> {
  const everyone = await everSignedUp(db, forum);
  if (everyone.length === 0) return [];
  const seats = new Set(forum.endedAt === null ? (await seated(db, forum)).map(({ leader }) => leader) : []);
  const about = { programme: forum.programme, stream: FILES, subjects: everyone.map((signed) => subjectOf(forum, signed)) };
  const done = await settledPeriods(db, about);
  const files: File[] = [];
  for (const signed of everyone) {
    const open = openFor({ forum, signed, isSeated: seats.has(signed.leader) }, done);
    const leader = open && (await leaders.byId(db, workspace, signed.leader));
    if (leader && leader.leftAt === null) files.push({ forum, signed, leader, ...open });
  }
  return files;
}

/** Which file one of them is to be handed still, if any. */
function openFor(
  { forum, signed, isSeated }: Pick<File, 'forum' | 'signed'> & { isSeated: boolean },
  done: ReadonlySet<string>,
): Pick<File, 'cancelled' | 'period'> | undefined {
  const has = (period: string) => done.has(`${subjectOf(forum, signed)} ${period}`);
  const booked = `${signed.takenAt} ${forum.sequence}`;
  const off = `${signed.takenAt} off`;
  if (isSeated) return has(booked) ? undefined : { cancelled: false, period: booked };
  const handed = Array.from({ length: forum.sequence + 1 }, (_, n) => `${signed.takenAt} ${n}`).some(has);
  return handed && !has(off) && isGone(forum, signed) ? { cancelled: true, period: off } : undefined;
}

/** They will not come, and it is not only that they are away just now. */
function isGone({ endedAt }: Forum, { givenBackAt }: Signed): boolean {
  return endedAt !== null || givenBackAt !== null;
}

function subjectOf({ id }: Forum, { leader }: Signed): string {
  return `${id}:${leader}`;
}

/** At once for whoever has just acted; else in their hours, where those come in time. */
function dueOf({ forum, signed, leader, cancelled }: File, now: Temporal.Instant): Temporal.Instant {
  const acted = cancelled ? signed.givenBackAt !== null : signed.seatedAt === signed.takenAt && forum.sequence === 0;
  const polite = acted ? now : politeMoment(leader, now);
  return isBefore(polite, instantOf(forum.startsAt)) ? polite : now;
}

/** On record first: a file is handed over once or, where the program dies in between, not at all; a button hands it over again. */
async function handOut(tools: Tools, { forum, signed, leader, cancelled, period }: File, now: Temporal.Instant): Promise<boolean> {
  const about = { programme: forum.programme, stream: FILES, subject: subjectOf(forum, signed), period };
  const first = await transact(tools.db, (tx) => claim(tools, tx, { ...about, dueAt: now, outcome: 'done' }, now));
  if (first) await sendForumFile(tools, { forum, leader, cancelled }, now);
  return first;
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
