// The offer to start with one's own team rides on the end of a check-in, half way and near the end: to those who have met often enough and host nobody yet.
import { beforeEach, expect, test } from '@jest/globals';
import type { Programme } from '../../src/features/founding/programmes.ts';
import * as teams from '../../src/features/gathering/teams/teams.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { stamp } from '../../src/platform/clock.ts';
import { transact } from '../../src/platform/db/transact.ts';
import type { Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;
let people: Record<'amina' | 'bo' | 'chidi' | 'edo' | 'freya', Leader>;
let pairs: readonly string[];

/** It is the Monday on which fortnight 7 begins, of a round from 18 January on. */
beforeEach(async () => {
  house = await openHouse({ now: '2027-04-12T06:00:00Z' });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const takesPart = (name: Name) => enrolled(house, programme, name, { timeZone: 'Europe/London' });
  people = {
    ...{ amina: await takesPart('amina'), bo: await takesPart('bo') },
    ...{ chidi: await takesPart('chidi'), edo: await takesPart('edo'), freya: await takesPart('freya') },
  };
  const { amina, bo, chidi, edo, freya } = people;
  const groups = [
    [amina, bo],
    [chidi, edo, freya],
  ];
  pairs = (await beginRound(house.tools, programme, { pairs: groups, beginsOn: '2027-01-18', number: 1 })).pairs;
});

const OFFER = 'Some leaders now try a small version with their own team';
const LATER = 'That is fine. /coachingpairs team is there whenever you want it.';
const last = (name: Name) => house.as(name).readsLast();
const offers = (name: Name) => house.as(name).reads().join('\n').split(OFFER).length - 1;

async function said(name: keyof typeof people, fortnights: readonly number[], met = 'met'): Promise<void> {
  const { id: leader } = people[name];
  const pair = pairs[name === 'amina' || name === 'bo' ? 0 : 1] ?? '';
  const times = { answered_at: stamp(house.tools.now()), changed_at: stamp(house.tools.now()), finished_at: null };
  for (const fortnight of fortnights)
    await house.tools.db
      .insertInto('checkin')
      .values({ id: house.tools.newId(), workspace: house.tools.workspace, pair, leader, fortnight, met, ...times })
      .execute();
}

/** To the second Wednesday, in the afternoon. */
const toTheCheckin = () => house.forward({ days: 9, hours: 8 });

/** Chidi has a team that has not ended. */
async function chidiHosts(): Promise<void> {
  const now = stamp(house.tools.now());
  const row = { id: 'team', workspace: house.tools.workspace, programme: programme.id, leader: people.chidi.id, run: 1, follows: null };
  const days = { time_zone: 'Europe/London', begins_on: '2027-06-07', asked: 4, made_at: now, invite_sealed: null };
  await transact(house.tools.db, (tx) => teams.add(tx, { ...row, ...days }));
}

test('it stands at the end of the check-in of fortnight 7, says with whom and how often, and no message of its own brings it', async () => {
  await said('amina', [1, 2]);
  await said('bo', [2, 4]);
  await toTheCheckin();
  const amina = house.as('amina');
  expect(last('amina')).toContain('Did you and Bo Lindqvist meet?');
  expect(offers('amina')).toBe(0);
  const before = amina.reads().length;
  await amina.presses('We met');
  expect(last('amina')).not.toContain(OFFER);
  await amina.presses('Not this time');
  expect(last('amina')).toContain('Noted: you met.');
  expect(last('amina')).toContain('You have met 4 times with Bo Lindqvist. Some leaders now try');
  expect(last('amina')).toContain('[See how it works] [Not now]');
  await amina.presses('See how it works');
  expect(amina.sees()).toContain("A small version for a leader's own team");
  expect(amina.sees()).toContain('[Start with my team]');
  await amina.closes();
  expect(amina.reads()).toHaveLength(before);
  await house.forward({ days: 4 });
  expect(offers('bo')).toBe(0);
});

test('"Not now" keeps the rest of the check-in, and holds for this moment whatever is changed; fortnight 12 offers it again', async () => {
  await said('amina', [1, 2, 3, 5]);
  await toTheCheckin();
  const amina = house.as('amina');
  await amina.presses('Skip this time');
  expect(last('amina')).toContain('You have met 4 times with Bo Lindqvist.');
  await amina.presses('Not now');
  expect(last('amina')).toContain('Skipped, and that is a full answer.');
  expect(last('amina')).toContain(LATER);
  expect(last('amina')).toContain('[Change my answer]');
  expect(last('amina')).not.toContain('[Not now]');
  await amina.presses('Change my answer');
  expect(last('amina')).not.toContain(LATER);
  await amina.presses('We met');
  await amina.presses('Not this time');
  expect(offers('amina')).toBe(0);
  expect(last('amina')).toContain(LATER);
  await said('amina', [8, 9, 10, 11], 'skip');
  await house.forward({ days: 70 });
  await amina.presses('We met');
  await amina.presses('Not this time');
  expect(last('amina')).toContain('You have met 6 times with Bo Lindqvist.');
});

test('it rides on the form of the check-in as well, and "Not now" is told there and in the message', async () => {
  await said('bo', [1, 2, 3, 4]);
  await toTheCheckin();
  const bo = house.as('bo');
  await bo.types('/coachingpairs checkin', '#leaders');
  await bo.presses('Skip this time');
  expect(bo.sees()).toContain(OFFER);
  expect(last('bo')).toContain(OFFER);
  await bo.presses('Not now');
  expect(bo.sees()).toContain(LATER);
  await bo.closes();
  expect(last('bo')).toContain(LATER);
});

test('nobody is offered it who has met less often, says "not yet", hosts a team or sits out; a trio is named whole', async () => {
  await said('amina', [1, 2]);
  await said('edo', [1, 2, 3, 4, 5]);
  await chidiHosts();
  await toTheCheckin();
  for (const name of ['amina', 'chidi'] as const) {
    await house.as(name).presses('We met');
    await house.as(name).presses('Not this time');
    expect(last(name)).toContain('Noted: you met.');
    expect(offers(name)).toBe(0);
  }
  await house.as('edo').presses('Not yet');
  expect(offers('edo')).toBe(0);
  await house.as('edo').presses('Leave it this time');
  expect(last('edo')).toContain('You have met 6 times with Chidi Okafor and Freya Holm.');
  await house.as('freya').types('/coachingpairs pause 2 weeks', '#leaders');
  await house.as('freya').presses('Pause');
  await house.as('freya').presses('Skip this time');
  expect(offers('freya')).toBe(0);
});
