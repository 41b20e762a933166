// A meeting as a calendar file for one of those in it (RFC 5545, sent as RFC 5546 says): under one name for good, so that a later file takes the
// place of an earlier one, and a cancellation takes it out.
import { createEvent } from 'ics';
import type { Temporal } from 'temporal-polyfill';

export interface CalendarEntry {
  /** The meeting's id: the same for every file about it. */
  id: string;
  sequence: number;
  cancelled: boolean;
  start: Temporal.Instant;
  minutes: number;
  title: string;
  details: string;
  /** Where it is, if that is known. */
  place?: string;
  /** Whoever receives the file. */
  to: { name: string; email: string | null };
  /** When the file is written. */
  now: Temporal.Instant;
}

/** No mail goes to it: whoever cannot come says so in Slack. */
const NOBODY = 'noreply@coachingpairs.invalid';
const LONGEST_LINE = 75;

/** The file's text. */
export function calendarFile(entry: CalendarEntry): string {
  const { id, sequence, cancelled, start, minutes, title, details, place, to, now } = entry;
  const event = {
    productId: '-//Coaching Pairs//Meetings//EN',
    method: cancelled ? 'CANCEL' : 'REQUEST',
    uid: `${id}@coachingpairs`,
    sequence,
    timestamp: now.epochMilliseconds,
    start: start.epochMilliseconds,
    duration: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    title: oneLine(title),
    description: details.split('\n').map(oneLine).join('\n'),
    ...(place && { location: oneLine(place) }),
    status: cancelled ? ('CANCELLED' as const) : ('CONFIRMED' as const),
    busyStatus: cancelled ? ('FREE' as const) : ('BUSY' as const),
    classification: 'PRIVATE',
    organizer: { name: 'Coaching Pairs', email: NOBODY },
    attendees: [attendee(to)],
  };
  const { error, value } = createEvent(event);
  if (error || !value) throw new Error('the calendar file could not be written');
  return folded(value);
}

function attendee({ name, email }: CalendarEntry['to']) {
  const role = { rsvp: false, partstat: 'ACCEPTED' as const, role: 'REQ-PARTICIPANT' as const };
  // The quotation mark is the one sign that a name in a calendar file cannot have.
  return { ...role, name: oneLine(name).replaceAll('"', '’'), email: email && isPlain(email) ? email : NOBODY };
}

/** An address that needs no quoting: anything else is left out rather than written wrongly. */
function isPlain(email: string): boolean {
  return /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/.test(email);
}

/** No line breaks and no other signs that are none. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Lines of 75 bytes at most, as the standard counts them; never parted inside a character. */
function folded(text: string): string {
  const lines = text.replace(/\r\n[\t ]/g, '').split('\r\n');
  return lines.map(fold).join('\r\n');
}

function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    // The blank before a continued line counts too.
    const most = parts.length === 0 ? LONGEST_LINE : LONGEST_LINE - 1;
    if (Buffer.byteLength(part + character) > most) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
