// A Leadership Forum's hour as its members live it: the space a day before, every line at its minute whatever happens to the bot, and nothing left of it a
// week later.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import type { Seen } from '../../src/sandbox/small-slack.ts';
import { cast, type Name, names } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;

/** Thursday at 2pm in London. */
const START = Temporal.Instant.from('2027-02-04T14:00:00Z');

/** A Monday morning in London, in the middle of a round in which everyone has a partner. */
beforeEach(async () => {
  house = await openHouse({ now: '2027-02-01T09:00:00Z', organisers: [cast.hana.id] });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const leaders = new Map<Name, Leader>();
  for (const name of names) leaders.set(name, await enrolled(house, programme, name));
  const groups = [0, 2, 4, 6].map((at) => [leaders.get(names[at] as Name) as Leader, leaders.get(names[at + 1] as Name) as Leader]);
  await beginRound(house.tools, programme, { pairs: groups, beginsOn: '2027-01-18', number: 1 });
});

/** Amina offers the hour, and these save a place. */
async function offered(comers: readonly Name[]): Promise<void> {
  const amina = house.as('amina');
  await amina.types('/coachingpairs forum', '#leaders');
  await amina.presses('Offer a date');
  await amina.fillsIn({ Day: '2027-02-04', 'Begins at': '14:00' });
  expect(await amina.submits()).toEqual({});
  await amina.closes();
  await house.forward({ minutes: 1 });
  for (const name of comers) {
    await house.as(name).presses('Save me a place');
    await house.as(name).closes();
  }
}

const until = (instant: Temporal.Instant) => house.forward(house.now().until(instant));
const minute = (minutes: number) => START.add({ seconds: Math.round(minutes * 60) });

const forum = () => house.tools.db.selectFrom('forum').selectAll().executeTakeFirstOrThrow();
const space = async () => (await forum()).channel ?? '';
const members = async () => house.slack.world.conversations.get(await space())?.members ?? [];

/** Everything said in the forum's space, with its second after the start. */
async function said(where?: string): Promise<{ at: number; text: string }[]> {
  const channel = where ?? (await space());
  return house.slack.transcript
    .filter(
      (seen: Seen) => seen.conversation === channel && seen.what === 'posted' && seen.only === undefined && seen.by === house.tools.botUser,
    )
    .map(({ at, text }) => ({ at: (at - START.epochMilliseconds) / 1000, text }));
}

const BEGINNINGS: Record<string, string> = {
  'Welcome.': 'open',
  'In the order shown': 'word',
  'Who has a question': 'choose',
  'Facts only': 'facts',
  'One open question': 'ask',
  'A second time': 'ask2',
  'Each of you, in one': 'take',
  'Thank you.': 'close',
  'One minute left': 'time',
};

/** A line by a short name. */
function lineOf(text: string): string {
  const known = Object.entries(BEGINNINGS).find(([beginning]) => text.startsWith(beginning));
  if (known) return known[1];
  return text.includes('this is your time')
    ? 'tell'
    : text.includes('camera off')
      ? 'notice'
      : text.includes('last word')
        ? 'holder'
        : text;
}

const lines = async (where?: string) =>
  (await said(where)).filter(({ at }) => at > -60 && at < 4000).map(({ at, text }) => ({ at, line: lineOf(text) }));

/** How far each line is from its minute, at the most. */
function worst(found: readonly { at: number; line: string }[], wanted: readonly (readonly [number, string])[]): number {
  expect(found.map(({ line }) => line)).toEqual(wanted.map(([, line]) => line));
  return Math.max(...found.map(({ at }, n) => Math.abs(at - (wanted[n]?.[0] ?? 0) * 60)));
}

const SIX = [
  ...([
    [0, 'open'],
    [2, 'word'],
    [5, 'time'],
    [6, 'choose'],
    [10, 'tell'],
    [15, 'time'],
    [16, 'facts'],
    [20, 'time'],
  ] as const),
  ...([
    [21, 'ask'],
    [27.5, 'ask2'],
    [33, 'time'],
    [34, 'notice'],
    [41, 'time'],
    [42, 'holder'],
    [46, 'time'],
  ] as const),
  ...([
    [47, 'take'],
    [55, 'time'],
    [56, 'close'],
  ] as const),
];

describe('eight people, one question', () => {
  test('a day before there is a channel with those who have a place, and nobody else', async () => {
    await offered(names);
    expect((await forum()).space).toBeNull();
    await until(START.subtract({ hours: 23 }));
    expect((await forum()).space).toBe('channel');
    expect([...(await members())].sort()).toEqual([...names.map((name) => cast[name].id), house.tools.botUser].sort());
    expect((await said())[0]?.text).toContain('This channel is for your Leadership Forum on Thursday 4 February 2027 at 2pm (London)');
    await house.as('bo').types('/coachingpairs forum', '#leaders');
    await house.as('bo').presses('Give my place back');
    await house.as('bo').closes();
    await house.forward({ minutes: 2 });
    expect(await members()).not.toContain(cast.bo.id);
    expect(await members()).toContain(cast.chidi.id);
  });

  test('every line comes at its minute, once, over a restart of the bot in the middle', async () => {
    await offered(names);
    await until(minute(12));
    await house.crash();
    house.clock.moveTo(minute(13));
    await house.reopen();
    await until(minute(30));
    await house.crash();
    await house.reopen();
    await until(minute(61));
    expect(worst(await lines(), SIX)).toBeLessThanOrEqual(5);
    expect((await forum()).ended_because).toBe('done');
  });

  test('while the bot is down nothing is said late: when it comes back, the line of that moment is', async () => {
    await offered(names);
    await until(minute(5.5));
    await house.crash();
    house.clock.moveTo(minute(23));
    await house.reopen();
    await until(minute(28));
    expect((await lines()).map(({ line }) => line)).toEqual(['open', 'word', 'time', 'ask', 'ask2']);
  });
});
