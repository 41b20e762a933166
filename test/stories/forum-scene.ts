// A forum's hour to be played: eight leaders in a running round in London, a forum in which some of them have places, and what is said in its space.
import { expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../src/features/founding/programmes.ts';
import { note } from '../../src/features/gathering/forums/seats.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { stamp } from '../../src/platform/clock.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast, type Name, names } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { seatedForum } from '../features/gathering/forums/seated-forum.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

/** Thursday at 2pm in London. */
export const START = Temporal.Instant.from('2027-02-04T14:00:00Z');
export const minute = (minutes: number) => START.add({ seconds: Math.round(minutes * 60) });

/** A line with its second after the start. */
export interface Said {
  at: number;
  text: string;
}

export interface ForumScene {
  house: House;
  programme: Programme;
  leaders: ReadonlyMap<Name, Leader>;
  /** Amina has offered the hour, and these have a place. */
  sitting: (comers: readonly Name[], brings?: readonly Name[]) => Promise<void>;
  until: (instant: Temporal.Instant) => Promise<void>;
  /** The row of the forum, as it stands. */
  forum: () => Promise<ForumRow>;
  /** The forum's channel. */
  space: () => Promise<string>;
  members: () => Promise<readonly string[]>;
  /** What the bot has said there, or in `where`. */
  said: (where?: string) => Promise<Said[]>;
  /** The lines of the hour by short names. */
  lines: (where?: string) => Promise<{ at: number; line: string }[]>;
  /** What somebody reads there; the last of it. */
  reads: (name: Name, where?: string) => Promise<string[]>;
  newest: (name?: Name) => Promise<string>;
  presses: (name: Name, label: string) => Promise<void>;
}

type ForumRow = Awaited<ReturnType<typeof rowOf>>;
const rowOf = (house: House) => house.tools.db.selectFrom('forum').selectAll().executeTakeFirstOrThrow();

/** Two hours before, unless something else is said. */
export async function forumScene(now = '2027-02-04T12:00:00Z'): Promise<ForumScene> {
  const house = await openHouse({ now, organisers: [cast.hana.id] });
  const programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const leaders = new Map<Name, Leader>();
  for (const name of names) leaders.set(name, await enrolled(house, programme, name));
  const groups = [0, 2, 4, 6].map((at) => [leaders.get(names[at] as Name) as Leader, leaders.get(names[at + 1] as Name) as Leader]);
  await beginRound(house.tools, programme, { pairs: groups, beginsOn: '2027-01-18', number: 1 });
  const forum = () => rowOf(house);
  const space = async () => (await forum()).channel ?? '';
  const said = async (where?: string) => {
    const channel = where ?? (await space());
    const there = house.slack.transcript.filter(({ conversation, what, only }) => conversation === channel && what === 'posted' && !only);
    return there
      .filter(({ by }) => by === house.tools.botUser)
      .map(({ at, text }) => ({ at: (at - START.epochMilliseconds) / 1000, text }));
  };
  const lines = async (where?: string) => {
    const during = (await said(where)).filter(({ at }) => at > -60 && at < 4000);
    return during.map(({ at, text }) => ({ at, line: lineOf(text) }));
  };
  const reads = async (name: Name, where?: string) => house.as(name).reads(where ?? (await space()));
  return {
    ...{ house, programme, leaders, forum, space, said, lines, reads },
    sitting: (comers, brings = []) => sit({ house, programme, leaders }, comers, brings),
    until: (instant) => house.forward(house.now().until(instant)),
    members: async () => house.slack.world.conversations.get(await space())?.members ?? [],
    newest: async (name = 'bo') => (await reads(name)).at(-1) ?? '',
    presses: (name, label) => house.as(name).presses(label),
  };
}

async function sit(
  { house, programme, leaders }: Pick<ForumScene, 'house' | 'programme' | 'leaders'>,
  comers: readonly Name[],
  brings: readonly Name[],
): Promise<void> {
  const who = comers.map((name) => leaders.get(name) as Leader);
  const { tools } = house;
  const forum = await seatedForum(tools, { programme, offeredBy: cast.amina.id, startsAt: START, leaders: who });
  await transact(tools.db, async (tx) => {
    for (const name of brings) await note(tx, forum, leaders.get(name)?.id ?? '', { brings_at: stamp(house.now()) });
  });
  await house.forward({ minutes: 1 });
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
const PARTS: Record<string, string> = {
  'this is your time': 'tell',
  'camera off': 'notice',
  'last word': 'holder',
  'this turn is yours': 'turn',
  'your next step': 'settle',
};

/** A line by a short name. */
function lineOf(text: string): string {
  const beginning = Object.entries(BEGINNINGS).find(([start]) => text.startsWith(start));
  const part = Object.entries(PARTS).find(([piece]) => text.includes(piece));
  return beginning?.[1] ?? part?.[1] ?? text;
}

/** How far each line is from its minute, at the most. */
export function worst(found: readonly { at: number; line: string }[], wanted: readonly (readonly [number, string])[]): number {
  expect(found.map(({ line }) => line)).toEqual(wanted.map(([, line]) => line));
  return Math.max(...found.map(({ at }, n) => Math.abs(at - (wanted[n]?.[0] ?? 0) * 60)));
}

/** Minutes and lines of an hour with one question. */
export const SIX = [
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
] as const;
