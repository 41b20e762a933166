// Hands the gathering to a leader who comes, as a file for their calendar: under one name for good, so that a later file takes the place of an earlier.
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import { calendarFile } from '../../coaching/meetings/calendar-file.ts';
import { GATHERING_MINUTES } from '../../founding/plan.ts';
import type { Invited } from './answer.ts';

/** False where Slack did not take it. */
export async function sendCalendarFile(
  { slack, content }: Pick<Tools, 'slack' | 'content'>,
  { gathering, programme, leader }: Invited,
  now: Temporal.Instant,
): Promise<boolean> {
  const { id, sequence, startsAt: start, place } = gathering;
  const title = content.plain('together.calendar.title', { programme: programme.name });
  const details = content.plain('together.calendar.details');
  const to = { name: leader.name, email: leader.email };
  const text = calendarFile({ id, sequence, cancelled: false, start, minutes: GATHERING_MINUTES, title, details, place, to, now });
  const file = { name: 'gathering.ics', title, bytes: new TextEncoder().encode(text), comment: content.say('together.file') };
  return (await slack.sendFile(leader.user, file)).ok;
}
