import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Ledger } from '../../../../src/features/coaching/contacts/book.ts';
import { type Decision, plan, type Reader, type Wanted } from '../../../../src/features/coaching/contacts/plan.ts';
import { type Hours, windowsFrom } from '../../../../src/features/joining/hours.ts';

const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const office: Hours = { zone: 'Europe/London', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', rests: [] };
const monday = ms('2027-01-18T00:00:00Z');

function reader(name: string, about: Partial<Reader> = {}, hours: Partial<Hours> = {}): Reader {
  const all = { ...office, ...hours };
  return { leader: `l-${name}`, user: name, zone: all.zone, windows: windowsFrom(all, monday), ...about };
}

const amina = reader('Amina');
const bo = reader('Bo');
const dolores = reader('Dolores', {}, { zone: 'America/Los_Angeles' });

/** A wish for the week from Monday 18 January 2027, wanted on Tuesday at 9:30. */
function wish(key: string, about: Partial<Wanted> = {}): Wanted {
  return { rank: 'opener', key, due: ms('2027-01-19T09:30:00Z'), closes: ms('2027-01-25T00:00:00Z'), readers: [amina], ...about };
}

const reached = (...entries: [string, ...string[]][]): Ledger =>
  new Map(entries.map(([user, ...at]) => [user, { at: at.map(ms), waiting: [] }]));

/** `send Amina+Bo`, `send Amina, Bo`, `wait 2027-01-20T09:00`, `give-up late`. */
function told(decision: Decision): string {
  if (decision.then === 'give-up') return `give-up ${decision.because}`;
  if (decision.then === 'wait') return `wait ${Temporal.Instant.fromEpochMilliseconds(decision.until).toString().slice(0, 16)}`;
  return `send ${decision.letters.map(({ readers }) => readers.map(({ user }) => user).join('+')).join(', ')}`;
}

const decide = (wishes: readonly Wanted[], now: string, ledger: Ledger = new Map()) => plan(wishes, ledger, ms(now)).map(told);

describe('one message', () => {
  test.each([
    ['waits until it is wanted', '2027-01-18T10:00:00Z', 'wait 2027-01-19T09:30'],
    ['goes when it is wanted', '2027-01-19T09:30:00Z', 'send Amina'],
    ['after an outage in the evening waits for the morning', '2027-01-19T22:00:00Z', 'wait 2027-01-20T09:00'],
    ['is given up when it is too late', '2027-01-25T00:00:00Z', 'give-up late'],
  ])('%s', (_, now, decision) => {
    expect(decide([wish('o')], now)).toEqual([decision]);
  });

  test('carries the windows in which it may be delivered, until it is too late', () => {
    const [sent] = plan([wish('o', { closes: ms('2027-01-21T12:00:00Z') })], new Map(), ms('2027-01-19T09:30:00Z'));
    const windows = sent?.then === 'send' ? sent.letters[0]?.windows : undefined;
    expect(windows?.map(({ opens, closes }) => [opens, closes].map((each) => new Date(each).toISOString().slice(8, 16)))).toEqual([
      ['19T09:30', '19T17:00'],
      ['20T09:00', '20T17:00'],
      ['21T09:00', '21T12:00'],
    ]);
  });

  test.each([
    ['who has left', { gone: 'left' as const }, 'give-up left'],
    ['who is paused and names no day', { not: 'paused' as const }, 'wait 2027-01-25T00:00'],
    ['who is paused and comes back in time', { not: 'paused' as const, backAt: ms('2027-01-21T00:00:00Z') }, 'wait 2027-01-21T00:00'],
    ['who was asked how to go on', { not: 'quiet' as const }, 'wait 2027-01-25T00:00'],
  ])('to Amina, %s', (_, about, decision) => {
    expect(decide([wish('o', { readers: [reader('Amina', about)] })], '2027-01-19T09:30:00Z')).toEqual([decision]);
  });

  test('given up for a pause, a silence, a week without working days or a week that was full says so', () => {
    const late = '2027-01-25T00:00:00Z';
    const to = (about: Partial<Reader>, hours: Partial<Hours> = {}) => [wish('o', { readers: [reader('Amina', about, hours)] })];
    expect(decide(to({ not: 'paused' }), late)).toEqual(['give-up paused']);
    expect(decide(to({ not: 'quiet' }), late)).toEqual(['give-up quiet']);
    expect(decide(to({}, { days: [] }), late)).toEqual(['give-up no-hours']);
    const full = reached(['Amina', '2027-01-18T09:00:00Z', '2027-01-20T09:00:00Z']);
    expect(decide([wish('o')], late, full)).toEqual(['give-up no-room']);
  });

  test('that found no room in its week is moved into the next days where it may be, and only then', () => {
    const movable = [wish('o', { roomUntil: ms('2027-01-28T00:00:00Z') })];
    const full = reached(['Amina', '2027-01-18T09:00:00Z', '2027-01-20T09:00:00Z']);
    expect(decide(movable, '2027-01-25T00:00:00Z', full)).toEqual(['wait 2027-01-25T09:00']);
    expect(decide(movable, '2027-01-25T09:00:00Z', full)).toEqual(['send Amina']);
    expect(decide(movable, '2027-01-28T00:00:00Z', full)).toEqual(['give-up no-room']);
    expect(decide(movable, '2027-01-25T09:00:00Z')).toEqual(['give-up late']);
  });
});

describe('never more than one a day and two a week', () => {
  test('Amina has heard something today: it waits for tomorrow', () => {
    expect(decide([wish('o')], '2027-01-19T09:30:00Z', reached(['Amina', '2027-01-19T09:00:00Z']))).toEqual(['wait 2027-01-20T09:00']);
  });

  test('she has heard two this week: there is no room until it is too late', () => {
    const heard = reached(['Amina', '2027-01-18T09:00:00Z', '2027-01-19T09:00:00Z']);
    expect(decide([wish('o')], '2027-01-20T09:30:00Z', heard)).toEqual(['wait 2027-01-25T00:00']);
    expect(decide([wish('o', { closes: ms('2027-01-27T00:00:00Z') })], '2027-01-20T09:30:00Z', heard)).toEqual(['wait 2027-01-25T09:00']);
  });

  test('of two on one day the more important goes, and the other on the next', () => {
    const both = [wish('nudge', { rank: 'nudge' }), wish('card', { rank: 'card' })];
    expect(decide(both, '2027-01-19T09:30:00Z')).toEqual(['wait 2027-01-20T09:00', 'send Amina']);
  });

  test('room is kept for what outranks later in the week', () => {
    const later = [
      wish('card', { rank: 'card', due: ms('2027-01-21T09:30:00Z') }),
      wish('check-in', { rank: 'check-in', due: ms('2027-01-22T09:30:00Z') }),
    ];
    expect(decide([wish('o'), ...later], '2027-01-19T09:30:00Z')[0]).toBe('wait 2027-01-25T00:00');
    expect(decide([wish('o'), later[0] as Wanted], '2027-01-19T09:30:00Z')[0]).toBe('send Amina');
  });

  test('the week is the reader’s own, Monday to Sunday', () => {
    const sunday = reader('Amina', {}, { zone: 'Pacific/Auckland', days: [1, 7] });
    const due = ms('2027-01-24T00:00:00Z');
    const heard = reached(['Amina', '2027-01-18T20:00:00Z', '2027-01-20T20:00:00Z']);
    const auckland = [wish('o', { readers: [sunday], due, closes: ms('2027-01-27T00:00:00Z') })];
    // Sunday 24 January, 1pm in Auckland: still the full week. Monday 25, 9am there: the next.
    expect(decide(auckland, '2027-01-24T00:00:00Z', heard)).toEqual(['wait 2027-01-24T20:00']);
  });

  test('what comes to her in two programmes is counted together', () => {
    expect(decide([wish('one'), wish('two')], '2027-01-19T09:30:00Z')).toEqual(['send Amina', 'wait 2027-01-20T09:00']);
  });
});

describe('a message for a pair', () => {
  const pair = (about: Partial<Wanted> = {}) => wish('card', { rank: 'card', readers: [amina, bo], ...about });

  test('goes to both at once, and counts for both', () => {
    expect(decide([pair(), wish('o')], '2027-01-19T09:30:00Z')).toEqual(['send Amina+Bo', 'wait 2027-01-20T09:00']);
  });

  test('waits for a day on which both have room', () => {
    expect(decide([pair()], '2027-01-19T09:30:00Z', reached(['Bo', '2027-01-19T09:00:00Z']))).toEqual(['wait 2027-01-20T09:00']);
  });

  test('waits for hours that both share', () => {
    const early = reader('Bo', {}, { zone: 'America/New_York' });
    expect(decide([pair({ readers: [amina, early] })], '2027-01-19T09:30:00Z')).toEqual(['wait 2027-01-19T14:00']);
  });

  test('goes to each alone, in their own hours, where they share none', () => {
    const [decision] = plan([pair({ readers: [amina, dolores] })], new Map(), ms('2027-01-19T09:30:00Z'));
    expect(told(decision as Decision)).toBe('send Amina, Dolores');
    const opens = decision?.then === 'send' ? decision.letters.map(({ windows }) => new Date(windows[0]?.opens ?? 0).toISOString()) : [];
    expect(opens).toEqual(['2027-01-19T09:30:00.000Z', '2027-01-19T17:00:00.000Z']);
  });

  test('waits while one of two is paused, and goes to those who are there of a trio', () => {
    const away = reader('Bo', { not: 'paused' });
    expect(decide([pair({ readers: [amina, away] })], '2027-01-19T09:30:00Z')).toEqual(['wait 2027-01-25T00:00']);
    expect(decide([pair({ readers: [amina, away, reader('Chidi')] })], '2027-01-19T09:30:00Z')).toEqual(['send Amina, Chidi']);
  });

  test('goes to Amina alone where Bo was asked how to go on', () => {
    expect(decide([pair({ readers: [amina, reader('Bo', { not: 'quiet' })] })], '2027-01-19T09:30:00Z')).toEqual(['send Amina']);
  });

  test('says who could not be told, and why', () => {
    const never = reader('Bo', {}, { days: [] });
    const [decision] = plan([pair({ readers: [amina, never] })], new Map(), ms('2027-01-19T09:30:00Z'));
    expect(decision).toMatchObject({ then: 'send', missed: [{ reader: { user: 'Bo' }, because: 'no-hours' }] });
  });
});

describe('while a letter is still on its way', () => {
  const waiting = (rank: 'card' | 'nudge', withdrawable: boolean): Ledger =>
    new Map([['Amina', { at: [], waiting: [{ outbox: 'row', rank, withdrawable }] }]]);

  test.each([
    ['nothing less important is planned', waiting('card', true), ['wait 2027-01-19T09:45']],
    ['what outranks it takes its place', waiting('nudge', true), ['send Amina']],
    ['but not where it may have gone out', waiting('nudge', false), ['wait 2027-01-19T09:45']],
  ])('%s', (_, ledger, decision) => {
    expect(decide([wish('o')], '2027-01-19T09:30:00Z', ledger)).toEqual(decision);
  });

  test('the one that gives way is named', () => {
    expect(plan([wish('o')], waiting('nudge', true), ms('2027-01-19T09:30:00Z'))[0]).toMatchObject({ instead: ['row'] });
  });
});
