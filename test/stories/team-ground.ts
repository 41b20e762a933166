// A leader's own team for stories: Amina hosts; of the six whom she asks, Bo and Chidi are leaders, and the others take part in no programme.
import { expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Leader } from '../../src/features/joining/leaders.ts';
import * as leaders from '../../src/features/joining/leaders.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

export const MEMBERS = ['bo', 'chidi', 'dolores', 'edo', 'freya', 'goran'] as const;
/** Far from London, but with hours in common. */
const ZONES: Partial<Record<Name, string>> = { dolores: 'Europe/Madrid', edo: 'Europe/London', goran: 'Europe/Athens' };
const zoneOf = (name: Name) => ZONES[name] ?? cast[name].timeZone;

export type OnTeam = Awaited<ReturnType<typeof openTeam>>;

/** It is Monday 1 March 2027; a programme stands, and nobody has been asked. */
export async function openTeam() {
  const people = Object.entries(cast).map(([name, each]) => ({ ...each, timeZone: zoneOf(name as Name) }));
  const house = await openHouse({ now: '2027-03-01T09:30:00Z', people });
  const programme = await foundProgramme(house.tools, { rotating: 'approve' });
  for (const name of ['amina', 'bo', 'chidi', 'hana'] as const) await enrolled(house, programme, name);
  const everything = (name: Name) => house.as(name).reads().join('\n');
  const all = async (names: readonly Name[], label: string) => {
    for (const name of names) await house.as(name).presses(label);
  };
  /** For Monday 15 March. */
  const asks = async (names: readonly Name[] = MEMBERS) => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs team', '#leaders');
    await amina.presses('Start with my team');
    await amina.fillsIn({ 'Whom to ask': names.map((name) => cast[name].id) });
    expect(await amina.submits()).toEqual({});
    while (amina.sees() !== undefined) await amina.closes();
    await house.forward({ days: 4 });
  };
  return {
    ...{ house, all, asks, everything },
    /** Amina and Bo each have a partner in a round that runs. */
    aRoundRuns: async () => {
      const known = new Map((await leaders.inProgramme(house.tools.db, programme.id)).map((leader) => [leader.user, leader]));
      const pair = (...names: Name[]) => names.map((name) => known.get(cast[name].id) as Leader);
      const pairs = [pair('amina', 'hana'), pair('bo', 'chidi')];
      await beginRound(house.tools, programme, { pairs, beginsOn: '2027-03-01', number: 1 });
    },
    /** Six have joined, and the pairs have their first line: it is Wednesday 17 March. */
    begins: async () => {
      await asks();
      await all(MEMBERS, 'Join');
      await house.forward({ days: 12 });
    },
    weekly: async (weeks: number, act: () => Promise<unknown>) => {
      for (let week = 0; week < weeks; week++) {
        await house.forward({ weeks: 1 });
        await act();
      }
    },
    /** How often somebody has been told this. */
    said: (name: Name, id: string) => everything(name).split(house.tools.content.plain(id)).length - 1,
    leaves: async (name: Name) => {
      await house.as(name).presses('Leave');
      await house.settled();
    },
    /** With whom somebody meets. */
    partnerOf: async (name: Name): Promise<Name[]> => {
      const pairs = house.tools.db.selectFrom('team_pair').innerJoin('team_pair_member as mine', 'mine.pair', 'team_pair.id');
      const rows = await pairs
        .innerJoin('team_pair_member as other', 'other.pair', 'team_pair.id')
        .select('other.slack_user')
        .where('mine.slack_user', '=', cast[name].id)
        .where('other.slack_user', '!=', cast[name].id)
        .where('team_pair.ended_at', 'is', null)
        .execute();
      return rows.map(({ slack_user }) => MEMBERS.find((each) => cast[each].id === slack_user) as Name);
    },
    /** The days, where they are, on which something reached somebody unasked. */
    daysOf: async (name: Name): Promise<string[]> => {
      const sent = house.tools.db.selectFrom('outbox').select(['address', 'started_at']).where('state', '=', 'sent');
      const rows = await sent.where('kind', '!=', 'team-invite').orderBy('started_at').execute();
      const theirs = rows.filter(({ address }) => address.includes(`"${cast[name].id}"`));
      return theirs.map(({ started_at }) => dayAt(started_at ?? '', zoneOf(name)));
    },
  };
}

function dayAt(stamp: string, zone: string): string {
  return Temporal.Instant.from(stamp).toZonedDateTimeISO(zone).toPlainDate().toString();
}
