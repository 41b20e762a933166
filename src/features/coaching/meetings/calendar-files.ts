// Hands calendar files out: to whoever fixed the time at once, to the others in their own hours, each once for each change; and a cancellation only
// to those who were handed something to cancel. Where Slack takes no file, the links in the message remain.
import type { Temporal } from 'temporal-polyfill';
import { earliest, instantOf } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { claim } from '../../../platform/schedule/occurrences.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools } from '../../../platform/tools.ts';
import { soonest } from '../../joining/hours.ts';
import type { Leader } from '../../joining/leaders.ts';
import { calendarFile } from './calendar-file.ts';
import { CALENDAR, fileSubject, filesToHand, type ToHand, wasHanded } from './files-to-hand.ts';
import type { Meeting } from './meetings.ts';
import { isBooked } from './meetings.ts';
import { meetingOf, type OurPair, ourPair } from './our-pair.ts';
import { joined, whenIn } from './times.ts';

/** Nobody is handed a file about something older. */
const WORTH = { hours: 8 * 24 };

/** Once a minute: whatever has been fixed or cancelled and not been handed out. */
export const calendarFiles: Stream = {
  name: CALENDAR,
  run: async (tools, now) => {
    const nexts: (Temporal.Instant | undefined)[] = [];
    for (const file of await filesToHand(tools.db, tools.workspace, now.subtract(WORTH), now)) {
      const due = file.acted ? now : soonest(file.hours, now);
      if (due?.equals(now)) await handOut(tools, file, now);
      else nexts.push(due);
    }
    return earliest(...nexts);
  },
};

/** On record first: a file is handed over once or, where the program dies in between, not at all; a button in the message hands it over again. */
async function handOut(tools: Tools, file: ToHand, now: Temporal.Instant): Promise<void> {
  const occurrence = { programme: file.programme, stream: CALENDAR, subject: fileSubject(file.meeting, file.leader) };
  const send = await transact(tools.db, async (tx) => {
    const wanted = file.booked || (await wasHanded(tx, file));
    const outcome = wanted ? ({ outcome: 'done' } as const) : ({ outcome: 'skipped', reason: 'nothing-to-cancel' } as const);
    const first = await claim(tools, tx, { ...occurrence, period: String(file.sequence), dueAt: now, ...outcome }, now);
    return first && wanted;
  });
  if (!send) return;
  const ours = await ourPair(tools, { user: file.user, pair: file.pair }, now);
  const meeting = ours && meetingOf(ours, file.fortnight);
  if (ours && meeting) await sendFile(tools, { ours, meeting, member: ours.own }, now);
}

export interface Handing {
  ours: OurPair;
  meeting: Meeting;
  member: Leader;
}

/** The file about a meeting, to one of those in it; false where Slack did not take it. */
export async function sendFile(tools: Tools, { ours, meeting, member }: Handing, now: Temporal.Instant): Promise<boolean> {
  const { content } = tools;
  const start = instantOf(meeting.startsAt ?? meeting.changedAt);
  const names = joined(ours.members.filter(({ id }) => id !== member.id).map(({ name }) => name));
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
  const sent = await tools.slack.sendFile(member.user, {
    ...{ name: 'coaching-meeting.ics', title, comment },
    bytes: new TextEncoder().encode(text),
  });
  return sent.ok;
}
