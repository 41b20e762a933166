// What groups do together, as it stands on Home and in "status": forums and the gathering with the next meeting, teams with the starter kit, the next dates,
// what organisers have to see to; kept up to date for whoever has it open.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../src/features/founding/programmes.ts';
import * as gatherings from '../../src/features/pairing/gatherings.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { readHome } from '../../src/sandbox/readings.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';
import { openTeam } from './team-ground.ts';

const HEADINGS = ['Next meeting', 'This fortnight', 'My commitments', 'Our agreement', 'Starter kit', 'Who sees what', 'Pause or leave'];

let house: House;
let programme: Programme;
let round: string;

/** A Monday morning in London, in the second week of a round; Hana organises and takes part in nothing. */
async function begin(beginsOn: string): Promise<void> {
  house = await openHouse({ now: '2027-01-25T09:00:00Z', organisers: [cast.hana.id] });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const leaders = await Promise.all((['amina', 'bo', 'chidi', 'dolores'] as const).map((name) => enrolled(house, programme, name)));
  const pairs = [leaders.slice(0, 2), leaders.slice(2)];
  round = (await beginRound(house.tools, programme, { pairs, beginsOn, number: 1 })).id;
}

beforeEach(() => begin('2027-01-18'));

const opens = (name: Name) => house.as(name).opensHome();
/** What stands there, without opening it again. */
const stands = (name: Name) => readHome(house.slack, cast[name].id);
const headings = (home: string) => home.split('\n').filter((line) => HEADINGS.includes(line));
const part = (home: string, from: string, to: string) => home.slice(`\n${home}`.indexOf(`\n${from}`), home.indexOf(`\n${to}`));

async function offersForum(name: Name, day = '2027-02-04'): Promise<void> {
  const person = house.as(name);
  await person.types('/coachingpairs forum', '#leaders');
  await person.presses('Offer a date');
  await person.fillsIn({ Day: day, 'Begins at': '14:00', Places: '4' });
  expect(await person.submits()).toEqual({});
  await person.closes();
  await house.forward({ minutes: 1 });
}

async function saves(name: Name): Promise<void> {
  await house.as(name).presses('forums.save');
  await house.as(name).closes();
}

function plans(startsAt: string, reveals = false): Promise<boolean> {
  const { workspace } = house.tools;
  const where = { id: 'g1', workspace, programme: programme.id, round, place: 'The long room', by: cast.hana.id };
  return transact(house.tools.db, (tx) =>
    gatherings.plan(tx, { ...where, startsAt: Temporal.Instant.from(startsAt), reveals }, house.tools.now()),
  );
}

async function status(name: Name): Promise<string> {
  await house.as(name).types('/coachingpairs status', '#leaders');
  return house.as(name).readsLast();
}

describe('forums', () => {
  test('stand with the next meeting, one’s own place first, and everything keeps its order', async () => {
    await offersForum('amina');
    await saves('bo');
    const home = await opens('bo');
    expect(headings(home)).toEqual(HEADINGS);
    const meeting = part(home, 'Next meeting', 'This fortnight');
    expect(meeting).toContain('Leadership Forum: Thursday 4 February 2027 at 2pm. You have a place.');
    expect(meeting).toContain('No other Forum is open now. You may offer a date.');
    expect(part(await opens('chidi'), 'Next meeting', 'This fortnight')).toContain('One Leadership Forum is open.');
  });

  test('come and go on Homes that stand open: one is offered, somebody moves up, one is called off', async () => {
    await opens('dolores');
    expect(stands('dolores')).toContain('No Leadership Forum is open now.');
    await offersForum('amina');
    await house.forward({ minutes: 1 });
    expect(stands('dolores')).toContain('One Leadership Forum is open.');
    for (const name of ['amina', 'bo', 'chidi'] as const) await saves(name);
    await enrolled(house, programme, 'edo');
    await saves('edo');
    await saves('dolores');
    expect(stands('dolores')).toContain('You are number 1 on the waiting list.');
    await house.as('bo').types('/coachingpairs forum', '#leaders');
    await house.as('bo').presses('Give my place back');
    await house.forward({ minutes: 1 });
    expect(stands('dolores')).toContain('Leadership Forum: Thursday 4 February 2027 at 9am. You have a place.');
    await house.as('amina').types('/coachingpairs forum', '#leaders');
    await house.as('amina').presses('Call it off');
    await house.forward({ minutes: 1 });
    expect(stands('dolores')).toContain('No Leadership Forum is open now.');
  });

  test('with too few wait for the organiser from three days before', async () => {
    await offersForum('amina');
    await saves('bo');
    expect(await opens('hana')).not.toContain('signed up for the Leadership Forum');
    await house.forward({ days: 8 });
    expect(await opens('hana')).toContain(
      'One person has signed up for the Leadership Forum on Thursday 4 February 2027 at 2pm (London). It needs four.',
    );
    for (const name of ['amina', 'chidi', 'dolores'] as const) await saves(name);
    expect(await opens('hana')).not.toContain('signed up for the Leadership Forum');
  });
});

describe('the gathering', () => {
  test('stands with the next meeting until it is over', async () => {
    await plans('2027-01-28T14:00:00Z');
    const home = await opens('bo');
    expect(headings(home)).toEqual(HEADINGS);
    expect(part(home, 'Next meeting', 'This fortnight')).toContain('The long room');
    await house.forward({ days: 3, hours: 7 });
    expect(stands('bo')).not.toContain('The long room');
  });

  test('is to be planned in the last six weeks of the round, unless it is or was called off', async () => {
    expect(await opens('hana')).not.toContain('no gathering is planned yet');
    await begin('2026-08-24');
    expect(await opens('hana')).toContain('The round ends on Sunday 21 February 2027, and no gathering is planned yet.');
    await plans('2027-02-18T13:00:00Z');
    expect(await opens('hana')).not.toContain('no gathering is planned yet');
    const { db, workspace } = house.tools;
    await transact(db, (tx) => gatherings.callOff(tx, { workspace, id: 'g1' }, house.tools.now()));
    expect(await opens('hana')).not.toContain('no gathering is planned yet');
  });
});

describe('status', () => {
  test('names the next three dates, a forum and the gathering among them, with their hours', async () => {
    await offersForum('amina');
    await saves('bo');
    await plans('2027-01-28T14:00:00Z');
    const said = await status('bo');
    expect(said).toContain('Thursday 28 January 2027: the gathering, at 2pm');
    expect(said).toContain('Thursday 4 February 2027: a Leadership Forum, at 2pm');
    expect(said).toContain('The long room');
    expect(await status('chidi')).not.toContain('a Leadership Forum, at');
  });
});

describe('a team', () => {
  test('stands with the starter kit: how to begin, for leaders alone', async () => {
    const home = await opens('amina');
    expect(headings(home)).toEqual(HEADINGS);
    expect(part(home, 'Starter kit', 'Who sees what')).toContain('[See how it works]');
    expect(await opens('goran')).not.toContain('[See how it works]');
    expect(await status('amina')).not.toContain('Coaching in a team');
  });

  test('stands for its leader and for those who were asked, whatever they take part in, with its next day', async () => {
    const on = await openTeam();
    house = on.house;
    await on.asks();
    await opens('amina');
    expect(await opens('goran')).toContain('[Coaching in a team]');
    expect(await opens('hana')).not.toContain('[Coaching in a team]');
    await on.all(['bo', 'chidi', 'dolores', 'edo', 'freya', 'goran'], 'Join');
    expect(await status('amina')).toContain('Monday 15 March 2027: coaching in a team begins');
    expect(await status('bo')).toContain('Monday 15 March 2027: coaching in a team begins');
    expect(await status('hana')).not.toContain('team');
    await house.forward({ days: 12 });
    const home = stands('amina');
    expect(headings(home)).toEqual(HEADINGS);
    expect(part(home, 'Starter kit', 'Who sees what')).toContain('[See your team]');
    for (const name of ['dolores', 'edo', 'freya', 'goran'] as const) expect(home).not.toContain(cast[name].name);
    expect(await status('bo')).toContain('Monday 29 March 2027: the next two weeks of coaching in a team');
    const [partner] = await on.partnerOf('goran');
    expect(stands('goran')).toContain(cast[partner as Name].name);
  });
});
