// Calendar files and links, held against the standards: read back by a reader that knows RFC 5545 and nothing of us.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type CalendarEntry, calendarFile } from '../../../../src/features/coaching/meetings/calendar-file.ts';
import { googleLink, outlookLink } from '../../../../src/features/coaching/meetings/links.ts';

const entry: CalendarEntry = {
  id: 'f'.repeat(32),
  sequence: 3,
  cancelled: false,
  start: Temporal.Instant.from('2027-03-30T13:00:00Z'),
  minutes: 75,
  title: 'Coaching: Bo Lindqvist',
  details: 'To move or cancel it, use Slack: whoever you meet hears of it there.',
  to: { name: 'Amina Adeyemi', email: 'amina@example.org' },
  now: Temporal.Instant.from('2027-03-28T00:30:00Z'),
};

interface Line {
  name: string;
  parameters: Record<string, string>;
  value: string;
}

/** Reads a file as RFC 5545 §3.1 says: lines end in CRLF, a line that begins with white space goes on, text is escaped with backslashes. */
function read(file: string): { lines: Line[]; of: (name: string) => Line | undefined } {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(Buffer.from(file).toString()).toBe(file);
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map(parsed);
  return { lines, of: (name) => lines.find((line) => line.name === name) };
}

function parsed(line: string): Line {
  const found = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/u.exec(line);
  if (!found) throw new Error(`no line of a calendar: ${line}`);
  const [, name = '', rest = '', value = ''] = found;
  const parameters = [...rest.matchAll(/;([A-Z-]+)=(?:"([^"]*)"|([^";:,]*))/g)].map(([, key = '', quoted, plain]) => [
    key,
    quoted ?? plain ?? '',
  ]);
  return { name, parameters: Object.fromEntries(parameters), value };
}

const unescaped = (text = '') => text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

describe('the file', () => {
  test('asks for a meeting: who, when in UTC, how long, under one name for good', () => {
    const { of, lines } = read(calendarFile(entry));
    expect(lines.filter(({ name }) => name === 'BEGIN' || name === 'END').map(({ name, value }) => `${name} ${value}`)).toEqual([
      ...['BEGIN VCALENDAR', 'BEGIN VEVENT', 'END VEVENT', 'END VCALENDAR'],
    ]);
    const said = ['VERSION', 'METHOD', 'UID', 'SEQUENCE', 'STATUS', 'DTSTAMP', 'DTSTART', 'DURATION'].map((name) => of(name)?.value);
    expect(said).toEqual([
      ...['2.0', 'REQUEST', `${'f'.repeat(32)}@coachingpairs`, '3', 'CONFIRMED'],
      ...['20270328T003000Z', '20270330T130000Z', 'PT1H15M'],
    ]);
    expect(of('ATTENDEE')).toMatchObject({ value: 'mailto:amina@example.org', parameters: { CN: 'Amina Adeyemi', RSVP: 'FALSE' } });
    expect(of('ORGANIZER')?.value.toLowerCase()).toBe('mailto:noreply@coachingpairs.invalid');
    expect(unescaped(of('SUMMARY')?.value)).toBe('Coaching: Bo Lindqvist');
  });

  test('a later one takes its place, a cancellation takes it out: the same name, a higher sequence', () => {
    const [first, moved, cancelled] = [
      entry,
      { ...entry, sequence: 4, start: entry.start.add({ hours: 24 }) },
      { ...entry, sequence: 5, cancelled: true },
    ].map((each) => read(calendarFile(each)));
    expect(new Set([first, moved, cancelled].map((each) => each?.of('UID')?.value)).size).toBe(1);
    expect([first, moved, cancelled].map((each) => Number(each?.of('SEQUENCE')?.value))).toEqual([3, 4, 5]);
    expect([cancelled?.of('METHOD')?.value, cancelled?.of('STATUS')?.value]).toEqual(['CANCEL', 'CANCELLED']);
    expect(moved?.of('DTSTART')?.value).toBe('20270331T130000Z');
  });

  test('the same entry at the same moment is the same file', () => {
    expect(calendarFile(entry)).toBe(calendarFile({ ...entry }));
  });

  test('an address that a calendar could not read is left out', () => {
    const to = (email: string | null) => read(calendarFile({ ...entry, to: { name: 'Bo', email } })).of('ATTENDEE')?.value;
    expect([null, 'bo', 'bo@example.org\r\nX:1', '"b o"@example.org'].map(to)).toEqual(
      Array(4).fill('mailto:noreply@coachingpairs.invalid'),
    );
  });

  test('whatever people are called, the file stays a calendar and says their name', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aé漢👩‍👩‍👧;,:"\\\r\n\t\u2028<&>'), minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 600 }), (called, minutes) => {
        const file = read(
          calendarFile({ ...entry, minutes, title: `Coaching: ${called}`, details: called, to: { name: called, email: null } }),
        );
        expect(file.lines.filter(({ name: key }) => key === 'UID')).toHaveLength(1);
        expect(unescaped(file.of('SUMMARY')?.value)).toBe(`Coaching: ${called}`.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim());
        expect(file.of('DTSTART')?.value).toBe('20270330T130000Z');
      }),
      { numRuns: 200 },
    );
  });
});

describe('the links', () => {
  const odd = { title: 'Coaching: Bo & Chidi + "Ö"', details: 'Move it: 50% #1?', start: entry.start, minutes: 60 };

  test('Google: from and until in UTC, texts as they are', () => {
    const url = new URL(googleLink(odd));
    expect(url.origin).toBe('https://calendar.google.com');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ...{ action: 'TEMPLATE', text: odd.title, dates: '20270330T130000Z/20270330T140000Z', details: odd.details },
    });
  });

  test('Outlook: the same, without a plus sign for a blank', () => {
    const url = new URL(outlookLink(odd));
    expect(url.search).not.toContain('+');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ subject: odd.title, startdt: '2027-03-30T13:00:00Z', enddt: '2027-03-30T14:00:00Z', body: odd.details },
    });
  });

  test('stay within what a button of Slack takes, however long the names are', () => {
    const long = { ...odd, title: '漢'.repeat(300), details: 'x'.repeat(200) };
    for (const link of [googleLink(long), outlookLink(long)]) expect(link.length).toBeLessThanOrEqual(3000);
  });
});
