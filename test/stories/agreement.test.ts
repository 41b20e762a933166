// How a pair agrees on how they work: read together, filled in, agreed to by everyone, changed, looked at again half way.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import * as leaders from '../../src/features/joining/leaders.ts';
import { stamp } from '../../src/platform/clock.ts';
import { transact } from '../../src/platform/db/transact.ts';
import type { Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;
let people: Record<'amina' | 'bo' | 'chidi' | 'goran', Leader>;
let pairs: string[];

const takesPart = (name: Name) => enrolled(house, programme, name);

beforeEach(async () => {
  house = await openHouse({ now: '2027-01-18T10:00:00Z' });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  people = {
    ...{ amina: await takesPart('amina'), bo: await takesPart('bo') },
    ...{ chidi: await takesPart('chidi'), goran: await takesPart('goran') },
  };
  const { amina, bo, chidi, goran } = people;
  pairs = (
    await beginRound(house.tools, programme, {
      pairs: [
        [amina, bo],
        [chidi, goran],
      ],
      beginsOn: '2027-01-18',
      number: 1,
    })
  ).pairs;
  await house.tools.db
    .updateTable('pair')
    .set({ opened_at: stamp(house.tools.now()) })
    .execute();
});

const opens = async (name: Name) => {
  await house.as(name).types('/coachingpairs agreement');
  return house.as(name).sees() ?? '';
};
const fills = async (name: Name, values: Record<string, string>) => {
  await opens(name);
  await house.as(name).presses('Change a line');
  await house.as(name).fillsIn(values);
  const errors = await house.as(name).submits();
  return Object.keys(errors).length > 0 ? errors : (house.as(name).sees() ?? '');
};
const agrees = async (name: Name) => {
  await opens(name);
  await house.as(name).presses('I agree to this');
  const seen = house.as(name).sees() ?? '';
  await house.as(name).closes();
  return seen;
};
const heard = (name: Name, words: string) =>
  house
    .as(name)
    .reads()
    .filter((text) => text.includes(words));
const TOGETHER = { 'Our rhythm': 'Full: 60 minutes each time', 'We usually meet on': 'Thursday', At: '14:00', By: 'video' };

describe('an agreement', () => {
  test('is read in thirteen lines, and begins with its blanks open', async () => {
    const text = await opens('amina');
    expect(text).toContain('Ten minutes now saves awkwardness later.');
    for (const line of ['Private.', 'The limits.', 'Not evidence.', 'Equal.', 'Ask first.', 'If it slips.', 'Not today.', 'Day jobs.'])
      expect(text).toContain(line);
    expect(text).toContain('Our rhythm is ___ (steady or full). We usually meet on ___ at ___, by ___.');
    expect(text).toContain('It helps Bo Lindqvist to have: ___');
    expect(text).toContain('Nobody has agreed to it yet.');
    expect(text).not.toContain('Three of us.');
  });

  test('is complete once both have agreed to what they filled in; the pair hears it once, and Home says so', async () => {
    expect(await fills('amina', { ...TOGETHER, 'How I prefer to be challenged': 'Straight away' })).toContain(
      'Our rhythm is full. We usually meet on Thursday at 2pm, by video.',
    );
    await house.as('amina').closes();
    expect(await agrees('amina')).toContain('You have agreed to it. Still to come: Bo Lindqvist.');
    // What Bo says of himself fills a blank, and takes nothing back from Amina.
    expect(await fills('bo', { 'It helps me to have': 'captions' })).toContain('It helps Bo Lindqvist to have: captions');
    await house.as('bo').closes();
    expect(await agrees('bo')).toContain('Your agreement is complete.');
    await house.forward({ days: 1 });
    for (const name of ['amina', 'bo'] as const) expect(heard(name, 'Your agreement is complete. You will find it')).toHaveLength(1);
    expect(heard('chidi', 'agreement')).toEqual([]);
    expect(await house.as('amina').opensHome()).toContain('Complete: everyone has agreed to it.');
  });

  test('opens from Home, and from what the pair hears of it', async () => {
    await house.as('amina').opensHome();
    await house.as('amina').presses('Open our agreement');
    expect(house.as('amina').sees()).toContain('Ten minutes now saves awkwardness later.');
    await house.as('amina').presses('I agree to this');
    await house.as('amina').closes();
    await agrees('bo');
    await house.forward({ minutes: 5 });
    await house.as('bo').presses('Open our agreement');
    expect(house.as('bo').sees()).toContain('Complete: everyone has agreed to it.');
  });

  test('asks the others again when one changes it, in the pair’s conversation, once', async () => {
    await fills('amina', TOGETHER);
    await house.as('amina').closes();
    await agrees('amina');
    await agrees('bo');
    await house.forward({ hours: 1 });
    expect(await fills('bo', { By: 'phone' })).toContain('Saved. Whoever had agreed to the words as they were is asked again.');
    await house.as('bo').closes();
    await fills('bo', { At: '15:00' });
    await house.as('bo').closes();
    await house.forward({ days: 1 });
    expect(heard('amina', 'Bo Lindqvist has changed a line of your agreement.')).toHaveLength(1);
    expect(await opens('amina')).toContain('Everyone else has agreed to it.');
    await house.as('amina').presses('I agree to this');
    await house.forward({ days: 1 });
    expect(heard('bo', 'Your agreement is complete. You will find it')).toHaveLength(2);
  });

  test('keeps the first of two changes made at the same time, and tells the second', async () => {
    await opens('bo');
    await house.as('bo').presses('Change a line');
    await fills('amina', { By: 'video' });
    await house.as('bo').fillsIn({ By: 'phone' });
    expect(Object.values(await house.as('bo').submits())).toEqual([
      'Amina Adeyemi changed the agreement while you were writing. Copy your words, close this and open it again.',
    ]);
    await house.as('bo').closes();
    expect(await opens('bo')).toContain('by video');
  });

  test('is agreed to only as it was read', async () => {
    await opens('bo');
    await fills('amina', { By: 'video' });
    await house.as('bo').presses('I agree to this');
    expect(house.as('bo').sees()).toContain('A line has changed since you opened this.');
    expect(house.as('bo').sees()).toContain('Nobody has agreed to it yet.');
  });

  test('of a pair that grows is complete again when the third has agreed; of a trio that shrinks it stays so', async () => {
    await agrees('amina');
    await agrees('bo');
    const [pair = '', other = ''] = pairs;
    const { round } = await house.tools.db.selectFrom('pair').select('round').where('id', '=', pair).executeTakeFirstOrThrow();
    await house.tools.db.updateTable('pair').set({ ended_at: 'x', ended_because: 'left' }).where('id', '=', other).execute();
    await house.tools.db.updateTable('pair_leader').set({ ended_at: 'x' }).where('pair', '=', other).execute();
    await house.tools.db
      .insertInto('pair_leader')
      .values({
        ...{ pair, leader: people.chidi.id, workspace: house.tools.workspace, round, place: 3 },
        ...{ confirmed_at: null, asked_another_at: null, ended_at: null },
      })
      .execute();
    expect(await opens('amina')).toContain('Three of us.');
    expect(house.as('amina').sees()).toContain('Still to come: Chidi Okafor.');
    await house.as('amina').closes();
    expect(await agrees('chidi')).toContain('Complete: everyone has agreed to it.');
    await house.forward({ days: 1 });
    expect(heard('chidi', 'Your agreement is complete. You will find it')).toHaveLength(1);
    await house.as('bo').types('/coachingpairs leave', '#leaders');
    await house.as('bo').presses('Leave');
    const text = await opens('amina');
    expect(text).toContain('Complete: everyone has agreed to it.');
    expect(text).not.toContain('Three of us.');
    expect(text).not.toContain('Bo Lindqvist');
  });

  test('is looked at again half way: kept, once', async () => {
    await agrees('amina');
    await agrees('bo');
    expect(await opens('amina')).not.toContain('Keep it as it is');
    await house.forward({ days: 90 });
    expect(await opens('amina')).toContain('What should you keep, change or add?');
    await house.as('amina').presses('Keep it as it is');
    expect(house.as('amina').sees()).toContain('Kept as it is.');
    expect(await opens('bo')).not.toContain('Keep it as it is');
    const row = await house.tools.db.selectFrom('agreement').selectAll().executeTakeFirstOrThrow();
    expect(row.looked_again_at).not.toBeNull();
  });

  test('ends with the pair, and belongs to nobody else', async () => {
    await fills('amina', { ...TOGETHER, 'A line of our own': 'No <slides> & no @here.' });
    expect(house.as('amina').sees()).toContain('No <slides> & no @here.');
    await house.as('amina').closes();
    expect(await opens('chidi')).not.toContain('video');
    const leader = (await leaders.find(house.tools.db, programme.id, people.bo.user)) as Leader;
    await house.as('bo').types('/coachingpairs leave', '#leaders');
    await house.as('bo').presses('Leave');
    expect(leader.id).toBe(people.bo.id);
    expect(await house.as('bo').types('/coachingpairs agreement')).toContain('You are not in');
    await transact(house.tools.db, (tx) => leaders.change(tx, { ...people.amina }, house.tools.now()));
    expect(await house.as('amina').types('/coachingpairs agreement')).toContain('no partner yet');
  });

  test('shows a time to each where they are', async () => {
    await fills('goran', { ...TOGETHER, At: '15:30' });
    await house.as('goran').closes();
    expect(await opens('goran')).toContain('Thursday at 3:30pm');
    expect(await opens('chidi')).toContain('Thursday at 10am');
  });

  test('stands sealed: nothing that anybody wrote lies open', async () => {
    await fills('amina', { By: 'canary-by-heron', 'It helps me to have': 'canary-helps-newt', 'A line of our own': 'canary-line-ibex' });
    const rows = [
      ...(await house.tools.db.selectFrom('agreement').selectAll().execute()),
      ...(await house.tools.db.selectFrom('agreement_leader').selectAll().execute()),
    ];
    expect(JSON.stringify(rows)).not.toMatch(/canary/);
  });
});
