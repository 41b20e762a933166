// The Home tab as people have it before them: in each of its states, in its fixed order, and up to date without being opened again.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { appoint } from '../../src/features/founding/organisers.ts';
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { readHome } from '../../src/sandbox/readings.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;

const HEADINGS = ['Next meeting', 'This fortnight', 'My commitments', 'Our agreement', 'Starter kit', 'Who sees what', 'Pause or leave'];

const takesPart = (name: Name, where = programme) => enrolled(house, where, name);
const opens = (name: Name) => house.as(name).opensHome();
/** What stands there, without opening it again. */
const stands = (name: Name) => readHome(house.slack, cast[name].id);
const headings = (home: string) => home.split('\n').filter((line) => HEADINGS.includes(line));
const paired = async (...names: Name[]) => {
  const people: Leader[] = [];
  for (const name of names) people.push(await takesPart(name));
  return beginRound(house.tools, programme, { pairs: [people], beginsOn: '2027-01-18', number: 1 });
};

beforeEach(async () => {
  house = await openHouse({ now: '2027-01-18T10:00:00Z' });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
});

describe('Home has the same things in the same order', () => {
  test('for who waits for a partner', async () => {
    await takesPart('amina');
    const home = await opens('amina');
    expect(headings(home)).toEqual(HEADINGS);
    expect(home).toContain('The next round begins on');
  });

  test.each([
    ['amina', 'bo'],
    ['amina', 'bo', 'chidi'],
  ] as Name[][])('for %s and %s, in a pair or a trio', async (...names) => {
    await paired(...(names.filter(Boolean) as Name[]));
    const home = await opens('amina');
    expect(headings(home)).toEqual(HEADINGS);
    expect(home).toContain('Bo Lindqvist');
    expect(home).toContain('[Open our agreement]');
  });

  test('for who is paused, and for whose partner is', async () => {
    await paired('amina', 'bo');
    await house.as('bo').types('/coachingpairs pause until 2027-02-03', '#leaders');
    await house.as('bo').presses('Pause');
    expect(headings(await opens('bo'))).toEqual(HEADINGS);
    expect(stands('bo')).toContain('You are paused until Wednesday 3 February 2027.');
    expect(headings(await opens('amina'))).toEqual(HEADINGS);
    expect(stands('amina')).toContain('Bo Lindqvist is taking a break until Wednesday 3 February 2027. Your place together is kept.');
  });

  test('for whose partner has left, with what can follow', async () => {
    await paired('amina', 'bo');
    await house.as('bo').types('/coachingpairs leave', '#leaders');
    await house.as('bo').presses('Leave');
    const home = await opens('amina');
    expect(headings(home)).toEqual(HEADINGS);
    expect(home).toContain('[Join a pair] [Match me again] [Finish here]');
    expect(headings(await opens('bo'))).not.toContain('Pause or leave');
  });

  test('between two rounds, and before the first fortnight', async () => {
    await paired('amina', 'bo');
    await house.forward({ days: 185 });
    expect(headings(await opens('amina'))).toEqual(HEADINGS);
    expect(stands('amina')).toContain('The thirteen fortnights are over.');
  });

  test('for who takes part in two programmes, and organises as well', async () => {
    await paired('amina', 'bo');
    const other = await foundProgramme(house.tools, { channel: 'C0OTHERS', name: 'Deputies', foundedBy: cast.amina.id });
    await takesPart('amina', other);
    await house.tools.db
      .insertInto('organiser')
      .values({
        ...{ id: 'o1', workspace: house.tools.workspace, programme: programme.id, slack_user: cast.amina.id },
        ...{ appointed_by: cast.amina.id, appointed_at: 'x', removed_at: null },
      })
      .execute();
    const home = await opens('amina');
    expect(headings(home)).toEqual(HEADINGS);
    expect(home.match(/^Deputies$/gm)?.length).toBeGreaterThan(3);
    expect(home).toContain('For organisers');
  });
});

describe('Home is kept up to date', () => {
  test('when the partner changes something, without being opened again', async () => {
    await paired('amina', 'bo');
    await opens('amina');
    expect(stands('amina')).toContain('Not made yet');
    await house.as('bo').types('/coachingpairs agreement', '#leaders');
    await house.as('bo').presses('I agree to this');
    await house.forward({ minutes: 1 });
    expect(stands('amina')).toContain('Everyone else has agreed to it.');
  });

  test('when the partner pauses, and when they are back', async () => {
    await paired('amina', 'bo');
    await opens('amina');
    await house.as('bo').types('/coachingpairs pause until 2027-01-26', '#leaders');
    await house.as('bo').presses('Pause');
    await house.forward({ minutes: 1 });
    expect(stands('amina')).toContain('Bo Lindqvist is taking a break');
    await house.forward({ days: 8 });
    expect(stands('amina')).not.toContain('taking a break');
  });

  test('when the partner leaves', async () => {
    await paired('amina', 'bo');
    await opens('amina');
    await house.as('bo').types('/coachingpairs leave', '#leaders');
    await house.as('bo').presses('Leave');
    await house.forward({ minutes: 1 });
    expect(stands('amina')).toContain('Your partner has left this round.');
  });

  test('when the partner has everything about them deleted', async () => {
    await paired('amina', 'bo');
    await opens('amina');
    await house.forward({ minutes: 1 });
    await house.as('bo').types('/coachingpairs erase', '#leaders');
    await house.as('bo').presses('Delete everything');
    await house.forward({ minutes: 1 });
    expect(stands('amina')).toContain('Your partner has left this round.');
    expect(stands('amina')).not.toContain('Bo');
  });

  test('when a fortnight ends, where its reader is', async () => {
    await paired('edo', 'bo');
    await opens('edo');
    expect(stands('edo')).toContain('Agree how you will work');
    await house.forward({ days: 13, hours: 2 });
    expect(stands('edo')).toContain('Bring something real');
  });

  test('when an organiser approves a round, for everyone who has opened theirs', async () => {
    for (const name of ['amina', 'bo'] as const) await takesPart(name);
    await transact(house.tools.db, (tx) =>
      appoint(house.tools, tx, { programme: programme.id, user: cast.hana.id, by: cast.hana.id }, house.tools.now()),
    );
    for (const name of ['amina', 'bo'] as const) await opens(name);
    await house.as('hana').types('/rotate', '#leaders');
    await house.as('hana').submits();
    await house.as('hana').submits();
    await house.as('hana').closes();
    await house.forward({ minutes: 1 });
    expect(stands('amina')).toContain('Your partner is Bo Lindqvist');
    expect(stands('bo')).toContain('[This suits me] [Ask for another]');
    await house.as('amina').presses('This suits me');
    await house.forward({ minutes: 1 });
    expect(stands('amina')).not.toContain('[This suits me]');
  });

  test('when somebody was asked whether they carry on: the question waits there too', async () => {
    await paired('amina', 'bo');
    await opens('amina');
    await house.forward({ days: 40 });
    expect(await opens('amina')).toContain('[Carry on]');
    await house.as('amina').presses('Carry on');
    expect(stands('amina')).not.toContain('[Carry on]');
  });

  test('is not published again where nothing has changed, nor for who never opened it', async () => {
    await paired('amina', 'bo');
    await opens('amina');
    const published = () => house.slack.transcript.filter(({ what }) => what === 'home').length;
    const before = published();
    await house.as('bo').types('/coachingpairs privacy', '#leaders');
    await house.as('bo').types('/coachingpairs partner', '#leaders');
    await house.forward({ hours: 1 });
    expect(published()).toBe(before);
    expect(await house.tools.db.selectFrom('home_tab').select('slack_user').execute()).toEqual([{ slack_user: cast.amina.id }]);
  });
});
