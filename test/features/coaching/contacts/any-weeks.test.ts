// Whatever is wished, whoever reads it, wherever they are: played with the head alone, a postman of ten lines, outages of the bot and of Slack, pauses
// and both clock changes.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Ledger } from '../../../../src/features/coaching/contacts/book.ts';
import { plan, type Reader, type Wanted } from '../../../../src/features/coaching/contacts/plan.ts';
import { type Hours, windowsFrom } from '../../../../src/features/joining/hours.ts';
import { RANKS, type Rank } from '../../../../src/features/joining/ranks.ts';

const ZONES = [
  ...['Pacific/Honolulu', 'America/Los_Angeles', 'America/New_York', 'America/St_Johns', 'Europe/London', 'Europe/Berlin'],
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Adelaide', 'Australia/Lord_Howe', 'Pacific/Auckland'],
];
const HOUR = 3_600_000;
const STEP = HOUR;
const DAYS = 21;
const AHEAD = 8 * 24 * HOUR;
/** Both clock changes lie within four weeks of one of these, in the north and in the south. */
const BEGINNINGS = ['2027-03-08', '2027-03-22', '2027-09-20', '2027-10-18', '2027-06-07'];

const people = fc.array(
  fc.record({
    zone: fc.constantFrom(...ZONES),
    days: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4], [2, 4], [7, 1, 2, 3, 4], [6, 7]),
    times: fc.constantFrom(['09:00', '17:00'], ['06:00', '09:00'], ['12:00', '20:00'], ['22:00', '06:00'], ['00:00', '23:30']),
    pausedFrom: fc.integer({ min: 0, max: DAYS * 3 }),
    pausedFor: fc.integer({ min: 0, max: 14 }),
  }),
  { minLength: 3, maxLength: 5 },
);
const wishes = fc.array(
  fc.record({
    rank: fc.constantFrom<Rank>(...RANKS),
    to: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
    due: fc.integer({ min: 0, max: DAYS * 24 - 24 * 9 }),
    hours: fc.integer({ min: 1, max: 24 * 8 }),
  }),
  { minLength: 5, maxLength: 25 },
);
const outages = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: DAYS * 24 }),
    hours: fc.integer({ min: 1, max: 24 * 7 }),
    who: fc.constantFrom('bot', 'slack'),
  }),
  { maxLength: 2 },
);
const weeks = fc.record({ begins: fc.constantFrom(...BEGINNINGS), people, wishes, outages });
type Weeks = ReturnType<(typeof weeks)['generate']>['value'];

interface Letter {
  key: string;
  rank: Rank;
  users: readonly string[];
  windows: readonly { opens: number; closes: number }[];
  expires: number;
  state: 'pending' | 'sent' | 'skipped';
  at?: number;
}

test('nobody hears too much or out of hours, nothing comes twice, and nothing is lost without a reason', () => {
  fc.assert(fc.property(weeks, holds), { numRuns: 40 });
}, 120_000);

function holds(drawn: Weeks): void {
  const { letters, settled } = play(drawn);
  const sent = letters.filter(({ state }) => state === 'sent');
  expect(new Set(letters.map(({ key }) => key)).size).toBe(letters.length);
  expect(settled.size).toBe(drawn.wishes.length);
  expect(letters.filter(({ state }) => state === 'pending')).toEqual([]);
  for (const [at, person] of drawn.people.entries()) {
    const heard = sent.filter(({ users }) => users.includes(`p${at}`)).map((letter) => local(letter.at ?? 0, person.zone));
    const days = heard.map((each) => each.toPlainDate().toString());
    expect(new Set(days).size).toBe(days.length);
    const inWeek = new Map<string, number>();
    for (const each of heard) {
      const week = each
        .toPlainDate()
        .subtract({ days: each.dayOfWeek - 1 })
        .toString();
      inWeek.set(week, (inWeek.get(week) ?? 0) + 1);
      expect(isWithin(person, each)).toBe(true);
    }
    expect(Math.max(0, ...inWeek.values())).toBeLessThanOrEqual(2);
  }
}

function isWithin({ days, times }: Weeks['people'][number], at: Temporal.ZonedDateTime): boolean {
  const time = at.toPlainTime().toString().slice(0, 5);
  const [from = '', to = ''] = times;
  const overnight = to <= from;
  const inHours = overnight ? time >= from || time < to : time >= from && time < to;
  const isPolite = overnight || to <= '09:00' || (time >= '08:30' && time < '17:30');
  return (days as readonly number[]).includes(at.dayOfWeek) && inHours && isPolite;
}

function play({ begins, people: drawn, wishes: wished, outages: away }: Weeks): { letters: Letter[]; settled: Map<string, string> } {
  const start = Temporal.PlainDate.from(begins).toZonedDateTime('UTC').epochMilliseconds;
  const letters: Letter[] = [];
  const settled = new Map<string, string>();
  const isDown = (who: string, ms: number) =>
    away.some((each) => each.who === who && ms >= start + each.from * HOUR && ms < start + (each.from + each.hours) * HOUR);
  for (let ms = start; ms < start + (DAYS + 8) * 24 * HOUR; ms += STEP) {
    if (isDown('bot', ms)) continue;
    const open = wished
      .map((wish, at) => ({ ...wish, key: `w${at}` }))
      .filter(({ key, due }) => !settled.has(key) && start + due * HOUR < ms + AHEAD)
      .map((wish) => wantedOf(drawn, wish, { start, ms }));
    for (const [at, decision] of plan(open, ledgerOf(letters, ms), ms).entries()) {
      const wish = open[at] as Wanted;
      if (decision.then === 'wait') expect(decision.until).toBeGreaterThan(ms);
      if (decision.then === 'give-up') settled.set(wish.key, decision.because);
      if (decision.then !== 'send') continue;
      settled.set(wish.key, 'sent');
      for (const letter of letters) if (decision.instead.includes(letter.key)) letter.state = 'skipped';
      for (const { readers, windows } of decision.letters) {
        const users = readers.map(({ user }) => user);
        letters.push({ key: `${wish.key} ${users}`, rank: wish.rank, users, windows, expires: wish.closes, state: 'pending' });
      }
    }
    deliver(letters, { ms, slackIsDown: isDown('slack', ms) });
  }
  return { letters, settled };
}

function deliver(letters: readonly Letter[], { ms, slackIsDown }: { ms: number; slackIsDown: boolean }): void {
  for (const letter of letters) {
    if (letter.state !== 'pending') continue;
    if (ms >= letter.expires || !letter.windows.some(({ closes }) => ms < closes)) letter.state = 'skipped';
    else if (!slackIsDown && letter.windows.some(({ opens, closes }) => opens <= ms && ms < closes))
      Object.assign(letter, { state: 'sent', at: ms });
  }
}

function ledgerOf(letters: readonly Letter[], ms: number): Ledger {
  const ledger = new Map<string, { at: number[]; waiting: { outbox: string; rank: Rank; withdrawable: boolean }[] }>();
  for (const letter of letters) {
    for (const user of letter.users) {
      const entry = ledger.get(user) ?? { at: [], waiting: [] };
      ledger.set(user, entry);
      if (letter.state === 'sent') entry.at.push(letter.at ?? 0);
      else if (letter.state === 'pending' && ms < letter.expires)
        entry.waiting.push({ outbox: letter.key, rank: letter.rank, withdrawable: true });
    }
  }
  return ledger;
}

type Drawn = Weeks['wishes'][number] & { key: string };

function wantedOf(drawn: Weeks['people'], wish: Drawn, { start, ms }: { start: number; ms: number }): Wanted {
  const due = start + wish.due * HOUR;
  const to = [...new Set(wish.to.map((at) => at % drawn.length))];
  const readers = to.map((at): Reader => {
    const person = drawn[at] as Weeks['people'][number];
    const hours: Hours = { zone: person.zone, days: person.days, from: person.times[0] ?? '', to: person.times[1] ?? '', rests: [] };
    const [from, back] = [start + person.pausedFrom * 24 * HOUR, start + (person.pausedFrom + person.pausedFor) * 24 * HOUR];
    const not = ms >= from && ms < back ? ('paused' as const) : undefined;
    return { leader: `l${at}`, user: `p${at}`, zone: person.zone, windows: windowsFrom(hours, Math.min(due, ms)), not, backAt: back };
  });
  return { rank: wish.rank, key: wish.key, due, closes: due + wish.hours * HOUR, readers };
}

function local(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}
