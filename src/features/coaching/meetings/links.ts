// A meeting for calendars on the web: links that open a filled-in entry in Google's and Microsoft's calendars. Times in UTC, every sign of a text
// escaped. Pure.
import type { Temporal } from 'temporal-polyfill';
import { cut } from '../../../platform/slack/text.ts';

/** A letter may take nine signs in a link, and a button's link has three thousand. */
const LONGEST_TITLE = 150;

export interface Entry {
  title: string;
  details: string;
  start: Temporal.Instant;
  minutes: number;
}

export function googleLink({ title, details, start, minutes }: Entry): string {
  const dates = [start, start.add({ minutes })].map((each) => basic(each)).join('/');
  return `https://calendar.google.com/calendar/render?${query({ action: 'TEMPLATE', text: cut(title, LONGEST_TITLE), dates, details })}`;
}

export function outlookLink({ title, details, start, minutes }: Entry): string {
  const about = { subject: cut(title, LONGEST_TITLE), startdt: plain(start), enddt: plain(start.add({ minutes })), body: details };
  return `https://outlook.office.com/calendar/0/deeplink/compose?${query({ path: '/calendar/action/compose', rru: 'addevent', ...about })}`;
}

/** A blank is `%20`: one of the two would show a `+` as it is. */
function query(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

/** `2027-01-12T14:00:00Z`. */
function plain(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

/** `20270112T140000Z`. */
function basic(instant: Temporal.Instant): string {
  return plain(instant).replace(/[-:]/g, '');
}
