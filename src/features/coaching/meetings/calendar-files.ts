// Hands calendar files out: to whoever fixed the time at once, to the others in their own hours, each once for each change; and a cancellation only
// to those who were handed something to cancel. Where Slack takes no file, the links in the message remain.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { claim } from '../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Db, Tools } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import * as pairs from '../../pairing/pairs.ts';
import { calendarFile } from './calendar-file.ts';
import { CALENDAR, fileSubject, filesToHand, type ToHand, wasHanded } from './files-to-hand.ts';
import type { Meeting } from './meetings.ts';
import * as meetings from './meetings.ts';
import { isBooked } from './meetings.ts';
import { politeFor } from './polite.ts';
import { joined, whenIn } from './times.ts';

/** Nobody is handed a file about something older. */
const WORTH = { hours: 5 * 24 };

/** So many files at a time, and so long until the next: each is several calls, and what else is due waits for them. */
export const FILES_AT_ONCE = 3;
export const FILES_GAP = { seconds: 5 };

/** Whatever has been fixed or cancelled and not been handed out; first to those who have just acted. */
export const calendarFiles: Stream = {
  name: CALENDAR,
  run: async (tools, now) => {
    const last = looks.get(tools.db);
    if (last && !(await hasNews(tools, last, now))) return last.next;
    const open = await filesToHand(tools.db, tools.workspace, now.subtract(WORTH), now);
    const files = [...open.filter(({ acted }) => acted), ...open.filter(({ acted }) => !acted)];
    const nexts: (Temporal.Instant | undefined)[] = [];
    let handed = 0;
    for (const file of files) {
      const due = file.acted ? now : politeFor(file, now);
      if (!due?.equals(now)) nexts.push(due);
      else if (handed === FILES_AT_ONCE) nexts.push(now.add(FILES_GAP));
      else if (await handOut(tools, file, now)) handed += 1;
    }
    const next = earliest(...nexts);
    looks.set(tools.db, { at: now, next });
    return next;
  },
};

interface Look {
  at: Temporal.Instant;
  next: Temporal.Instant | undefined;
}

/** What the last look at each database found. */
const looks = new WeakMap<Db, Look>();

/** Whether a file is due that was not, or a meeting has changed since: cheap, because it is asked at every knock. */
async function hasNews({ db, workspace }: Tools, { at, next }: Look, now: Temporal.Instant): Promise<boolean> {
  if (isBefore(now, at) || (next && !isBefore(now, next))) return true;
  return meetings.hasChanged(db, workspace, stamp(at), stamp(now));
}

/** On record first: a file is handed over once or, where the program dies in between, not at all; a button in the message hands it over again. Returns whether it was tried. */
async function handOut(tools: Tools, file: ToHand, now: Temporal.Instant): Promise<boolean> {
  const occurrence = { programme: file.programme, stream: CALENDAR, subject: fileSubject(file.meeting, file.leader) };
  const send = await transact(tools.db, async (tx) => {
    const wanted = file.booked || (await wasHanded(tx, file));
    const outcome = wanted ? ({ outcome: 'done' } as const) : ({ outcome: 'skipped', reason: 'nothing-to-cancel' } as const);
    const first = await claim(tools, tx, { ...occurrence, period: String(file.sequence), dueAt: now, ...outcome }, now);
    return first && wanted;
  });
  const meeting = send ? await meetings.ofFortnight(tools.db, file.pair, file.fortnight) : undefined;
  const member = meeting && (await leaders.byId(tools.db, tools.workspace, file.leader));
  if (meeting && member) await sendFile(tools, { meeting, member }, now);
  return send;
}

export interface Handing {
  meeting: Meeting;
  member: Leader;
}

/** The file about a meeting, to one of those in it; false where Slack did not take it. */
export async function sendFile(tools: Tools, { meeting, member }: Handing, now: Temporal.Instant): Promise<boolean> {
  const { content } = tools;
  const start = instantOf(meeting.startsAt ?? meeting.changedAt);
  const pair = await pairs.byId(tools.db, meeting.pair);
  const names = joined((pair?.members ?? []).filter(({ leader }) => leader !== member.id).map(({ name }) => name));
  const cancelled = !isBooked(meeting);
  const title = content.plain('coaching.meeting.calendar.title', { names });
  const text = calendarFile({
    ...{ id: meeting.id, sequence: meeting.sequence, cancelled, start, minutes: meeting.minutes, now, title },
    details: content.plain('coaching.meeting.calendar.details'),
    to: { name: member.name, email: member.email },
  });
  const comment = content.say(cancelled ? 'coaching.meeting.file.cancelled' : 'coaching.meeting.file', {
    names,
    ...whenIn(member.timeZone, start),
  });
  const bytes = new TextEncoder().encode(text);
  const sent = await tools.slack.sendFile(member.user, { name: 'coaching-meeting.ics', title, comment, bytes });
  return sent.ok;
}
