// Meetings as pairs live them: a time is found, moved and given up, and what hangs on it moves along.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ears } from '../../src/features/coaching/meetings/listeners.ts';
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;
let pairs: string[];

const takesPart = (name: Name, about: Partial<Leader> = {}) => enrolled(house, programme, name, about);

/** The Monday on which the first fortnight begins, at eight in London. */
beforeEach(async () => {
  house = await openHouse({ now: '2027-01-18T08:00:00Z' });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const groups = [
    [await takesPart('amina'), await takesPart('bo')],
    [await takesPart('dolores', { workingTo: '12:00' }), await takesPart('edo')],
    [await takesPart('chidi'), await takesPart('freya'), await takesPart('goran')],
  ];
  pairs = (await beginRound(house.tools, programme, { pairs: groups, beginsOn: '2027-01-18', number: 1 })).pairs;
});

const reads = (name: Name) => house.as(name).reads().join('\n\n');

const meetings = () => house.tools.db.selectFrom('meeting').selectAll().orderBy('fortnight').execute();
const letters = (like: string) => house.tools.db.selectFrom('outbox').selectAll().where('key', 'like', `${like}%`).orderBy('key').execute();
const count = (text: string, part: string) => text.split(part).length - 1;

const LIST = 'Times that suit everyone';
/** Everybody's calendar files so far, as they were handed over. */
const files = (name: Name) => count(reads(name), 'coaching-meeting.ics');

async function books(name: Name, time: string, page = 1): Promise<string> {
  const person = house.as(name);
  await person.types('/coachingpairs meet', '#leaders');
  for (let at = 1; at < page; at++) await person.presses('Later days');
  await person.fillsIn({ [LIST]: time });
  const errors = await person.submits();
  return Object.values(errors).join(' ') || (person.sees() ?? '');
}

async function moves(name: Name, values: Record<string, string>): Promise<string> {
  const person = house.as(name);
  await person.presses('Move it');
  await person.fillsIn(values);
  const errors = await person.submits();
  return Object.values(errors).join(' ') || (person.sees() ?? '');
}

describe('fixing a time', () => {
  test('Amina picks one; Bo hears in his hours, both have it in their calendars, and the agreement is waiting', async () => {
    expect(await books('amina', 'Thursday 28 January 2027, 2pm', 2)).toContain('Thursday 28 January 2027 at 2pm, for 60 minutes');
    expect(reads('bo')).toBe('');
    await house.forward({ minutes: 29 });
    expect(reads('bo')).toBe('');
    await house.forward({ minutes: 32 });
    const said =
      house
        .as('bo')
        .reads()
        .find((text) => text.includes('You have 60 minutes.')) ?? '';
    expect(said).toContain('Amina Adeyemi and Bo Lindqvist, you meet on Thursday 28 January 2027 at 2pm');
    expect(said).toContain('[Get the calendar file] [Add to Google] [Add to Outlook]');
    expect(said).toContain('[Open our agreement]');
    expect([files('amina'), files('bo')]).toEqual([1, 1]);
    expect(await house.as('bo').opensHome()).toContain('You meet Amina Adeyemi on Thursday 28 January 2027 at 2pm, for 60 minutes.');
  });

  test('the card comes on the working day before, says who goes first, and shows the fortnight’s two questions', async () => {
    await books('amina', 'Thursday 28 January 2027, 2pm', 2);
    await house.forward({ days: 9, hours: 1 });
    expect(await letters('card:')).toHaveLength(0);
    await house.forward({ hours: 2 });
    const card = house.as('bo').readsLast();
    expect(card).toContain('you meet on Thursday 28 January 2027 at 2pm. Amina Adeyemi goes first this time.');
    expect(card).toContain('What would make this hour worth more than the meeting it replaced?');
    expect(card).toContain('Change times, pause or stop: Home tab.');
    await house.forward({ days: 3 });
    expect(count(reads('bo'), 'goes first this time')).toBe(1);
  });

  test('a pair that fixes nothing is asked on the first Thursday, once; one that has a time is not', async () => {
    await books('chidi', 'Thursday 28 January 2027, 10am', 2);
    await house.forward({ days: 13 });
    expect(count(reads('amina'), 'You two have not fixed a time')).toBe(1);
    expect(count(reads('freya'), 'have not fixed a time')).toBe(0);
    const skipped = house.tools.db.selectFrom('occurrence').select('reason').where('stream', '=', 'pick-a-time');
    expect(await skipped.where('outcome', '=', 'skipped').execute()).toEqual([{ reason: 'booked' }]);
  });

  test('for tomorrow: the word of it carries what stands on the card, and no card comes after it', async () => {
    await house.forward({ hours: 3 });
    await books('amina', 'Tuesday 19 January 2027, 10am');
    await house.forward({ minutes: 2 });
    expect(reads('bo')).toContain('Two questions worth asking');
    await house.forward({ days: 3 });
    expect(count(reads('bo'), 'Two questions worth asking')).toBe(1);
    expect(await letters('card:')).toHaveLength(0);
  });

  test('what is asked with the fortnight’s question leads to the same form', async () => {
    await house.forward({ days: 2 });
    await house.as('amina').presses('Book our meeting');
    expect(house.as('amina').sees()).toContain('Times that suit everyone');
  });

  test('Dolores and Edo share no office hours: a free choice says whose hours it lies outside of, and asks once more', async () => {
    const dolores = house.as('dolores');
    await dolores.types('/coachingpairs meet', '#leaders');
    expect(dolores.sees()).toContain('Your working hours do not meet');
    await dolores.fillsIn({ 'Another day': '2027-01-28', At: '17:00' });
    await dolores.submits();
    expect(dolores.sees()).toContain('Thursday 28 January 2027 at 5pm lies outside the working hours of Dolores Reyes.');
    expect(dolores.sees()).toContain('11am on Friday 29 January 2027 for Edo Tanaka');
    expect(await meetings()).toEqual([]);
    await dolores.submits();
    expect((await meetings()).map(({ starts_at }) => starts_at)).toEqual(['2027-01-28T22:00:00.000Z']);
    await house.forward({ days: 3 });
    expect(reads('edo')).toContain('you meet on');
  });

  test('a choice that makes no sense is refused where it was made', async () => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs meet', '#leaders');
    const tries: [Record<string, string>, string][] = [
      [{}, 'Choose a time from the list'],
      [{ 'Another day': '2027-01-20' }, 'A day needs a time'],
      [{ 'Another day': '2027-01-11', At: '10:00' }, 'That time has passed'],
      [{ 'Another day': '2027-03-10', At: '10:00' }, 'Choose one from'],
    ];
    for (const [values, said] of tries) {
      await amina.fillsIn({ 'Another day': '', At: '', ...values });
      expect(Object.values(await amina.submits()).join(' ')).toContain(said);
    }
    await amina.fillsIn({ [LIST]: 'Tuesday 19 January 2027, 2pm', 'Another day': '2027-01-20', At: '10:00' });
    expect(Object.values(await amina.submits()).join(' ')).toContain('not both');
    expect(await meetings()).toEqual([]);
  });
});

describe('two at once', () => {
  test('the first wins, and the other sees what stands and by whom', async () => {
    await house.forward({ hours: 2 });
    for (const name of ['amina', 'bo'] as const) await house.as(name).types('/coachingpairs meet', '#leaders');
    await house.as('bo').fillsIn({ [LIST]: 'Wednesday 20 January 2027, 3pm' });
    await house.as('bo').submits();
    await house.as('amina').fillsIn({ [LIST]: 'Thursday 21 January 2027, 10am' });
    await house.as('amina').submits();
    expect(house.as('amina').sees()).toContain('Bo Lindqvist was a moment faster');
    expect(house.as('amina').sees()).toContain('Wednesday 20 January 2027 at 3pm');
    expect((await meetings()).map(({ starts_at, sequence }) => [starts_at, sequence])).toEqual([['2027-01-20T15:00:00.000Z', 1]]);
  });

  test('the same time twice is one meeting, told once', async () => {
    await house.forward({ hours: 2 });
    for (const name of ['amina', 'bo'] as const) {
      await house.as(name).types('/coachingpairs meet', '#leaders');
      await house
        .as(name)
        .fillsIn({ [LIST]: 'Wednesday 20 January 2027, 3pm' })
        .catch(() => undefined);
    }
    await house.as('amina').submits();
    await house.as('bo').submits();
    expect(house.as('bo').sees()).toContain('That is the time you have already');
    expect(await letters('meeting:')).toHaveLength(1);
  });

  test('a time that passes while the form stands open is not booked', async () => {
    const amina = house.as('amina');
    await house.forward({ hours: 2 });
    await amina.types('/coachingpairs meet', '#leaders');
    await amina.fillsIn({ [LIST]: 'Monday 18 January 2027, 11am' });
    await house.forward({ hours: 2 });
    expect(Object.values(await amina.submits()).join(' ')).toContain('That time has passed');
    expect(await meetings()).toEqual([]);
  });
});

describe('moving and cancelling', () => {
  beforeEach(async () => {
    await house.forward({ hours: 2 });
    await books('amina', 'Thursday 21 January 2027, 2pm');
    await house.as('amina').closes();
    await house.forward({ minutes: 2 });
  });

  test('before the card: it comes for the new time only; calendars hear once more, under the same name', async () => {
    await house.as('bo').types('/coachingpairs meet', '#leaders');
    expect(house.as('bo').sees()).toContain('Thursday 21 January 2027 at 2pm');
    expect(await moves('bo', { [LIST]: 'Friday 22 January 2027, 10am' })).toContain('Friday 22 January 2027 at 10am');
    await house.forward({ days: 5 });
    expect(count(reads('amina'), 'your meeting has a new time: Friday 22 January 2027 at 10am')).toBe(1);
    expect(count(reads('amina'), 'goes first this time')).toBe(1);
    expect(await letters('card:')).toHaveLength(1);
    expect([files('amina'), files('bo')]).toEqual([2, 2]);
  });

  test('after the card: the old one is taken away where it stands, and the new one comes before the new day', async () => {
    await house.forward({ days: 2 });
    expect(count(reads('amina'), 'goes first this time')).toBe(1);
    expect(await moves('bo', { [LIST]: 'Friday 29 January 2027, 10am' }).catch(() => 'page')).toBe('page');
    await house.as('bo').presses('Later days');
    await house.as('bo').fillsIn({ [LIST]: 'Friday 29 January 2027, 10am' });
    await house.as('bo').submits();
    expect(count(reads('amina'), 'goes first this time')).toBe(0);
    expect(reads('amina')).toContain('What stood here was about a time that has changed.');
    await house.forward({ days: 8 });
    expect(count(reads('amina'), 'goes first this time')).toBe(1);
  });

  test('to the same time: nothing changes, nobody is told', async () => {
    expect(await moves('amina', { [LIST]: 'Thursday 21 January 2027, 2pm' })).toContain('Nothing has changed');
    expect((await meetings())[0]?.sequence).toBe(1);
  });

  test('cancelled: the other hears that, no card comes, calendars take it out, and another time may be picked', async () => {
    await house.as('bo').types('/coachingpairs meet', '#leaders');
    await house.as('bo').presses('Cancel it');
    expect(house.as('bo').sees()).toContain('It is cancelled');
    await house.forward({ minutes: 2 });
    expect(reads('amina')).toContain('Bo Lindqvist has cancelled your meeting on Thursday 21 January 2027 at 2pm.');
    await house.forward({ days: 2 });
    expect(await letters('card:')).toHaveLength(0);
    expect([files('amina'), files('bo')]).toEqual([2, 2]);
    expect(await books('amina', 'Friday 29 January 2027, 10am', 2)).toContain('Friday 29 January 2027 at 10am');
    await house.forward({ hours: 1 });
    expect(count(reads('bo'), 'Before your first real conversation')).toBe(1);
    expect((await meetings()).map(({ sequence, state }) => [sequence, state])).toEqual([[3, 'booked']]);
  });

  test('a button from an earlier fortnight says that it is over', async () => {
    await house.forward({ days: 20 });
    await house.as('amina').presses('Move it');
    expect(house.as('amina').sees()).toContain('What this was about is over, or was cancelled.');
  });
});

describe('without a time', () => {
  beforeEach(() => house.forward({ days: 4 }));

  test('"Not this fortnight": both see it where they were asked, and no meeting is chased', async () => {
    await house.as('bo').presses('Not this fortnight');
    expect(reads('amina')).toContain('Bo Lindqvist suggests no meeting this fortnight.');
    expect(house.as('amina').readsLast()).toContain('[Pick a time]');
    expect(reads('amina')).not.toContain('You two have not fixed a time');
    expect((await meetings())[0]?.state).toBe('none');
    await house.as('bo').types('/coachingpairs meet', '#leaders');
    await house.as('bo').presses('Not this fortnight');
    expect((await meetings())[0]?.sequence).toBe(1);
  });

  test('"We have one already", with its time: it is booked like any other', async () => {
    const bo = house.as('bo');
    await bo.presses('We have one already');
    await bo.fillsIn({ Day: '2027-01-27', At: '12:15' });
    expect(await bo.submits()).toEqual({});
    await house.forward({ days: 1 });
    expect(reads('amina')).toContain('you meet on Wednesday 27 January 2027 at 12:15pm');
  });

  test('"We have one already", without: noted, and the other may name the time', async () => {
    await house.as('bo').presses('We have one already');
    await house.as('bo').submits();
    expect(house.as('bo').sees()).toContain('Noted: you have a time.');
    await house.forward({ hours: 3 });
    expect(reads('amina')).toContain('Bo Lindqvist says that you have a time for this fortnight already.');
    expect((await meetings())[0]).toMatchObject({ state: 'arranged', starts_at: null });
  });
});

describe('three', () => {
  test('meet for 75 minutes at a time that suits all, each in their own zone', async () => {
    const goran = house.as('goran');
    await goran.types('/coachingpairs meet', '#leaders');
    expect(goran.sees()).toContain('With Chidi Okafor and Freya Holm, for 75 minutes.');
    await goran.fillsIn({ [LIST]: 'Wednesday 20 January 2027, 2:30pm' });
    await goran.submits();
    await house.forward({ days: 1, hours: 4 });
    expect(house.as('chidi').readsLast()).toContain('Chidi Okafor, Freya Holm and Goran Petrović, you meet on Wednesday 20 January 2027');
    expect(house.as('chidi').readsLast()).toContain('9am for Chidi Okafor and Freya Holm, and 2:30pm for Goran Petrović');
  });
});

describe('somebody who is not there', () => {
  test('a leader who left takes part in no meeting, and a stale button tells the other so', async () => {
    await house.forward({ hours: 2 });
    await books('amina', 'Thursday 21 January 2027, 2pm');
    await house.as('amina').closes();
    await house.forward({ minutes: 2 });
    await house.as('bo').types('/coachingpairs leave', '#leaders');
    await house.as('bo').presses('leaving.leave-now');
    await house.as('bo').presses('Move it');
    expect(reads('bo')).toContain('This is not a meeting of yours');
    await house.forward({ days: 5 });
    expect(count(reads('amina'), 'goes first this time')).toBe(0);
  });

  test('who pauses over a meeting: it is off, no card comes, calendars take it out, and the pair picks another time afterwards', async () => {
    await house.forward({ hours: 2 });
    await books('amina', 'Thursday 28 January 2027, 2pm', 2);
    await house.as('amina').closes();
    await house.forward({ minutes: 2 });
    await house.as('bo').types('/coachingpairs pause 2027-02-01', '#leaders');
    await house.as('bo').presses('joining.pause-now');
    await house.forward({ hours: 1 });
    expect((await meetings())[0]).toMatchObject({ state: 'cancelled', sequence: 2 });
    expect(files('amina')).toBe(2);
    expect(await house.as('amina').opensHome()).not.toContain('28 January 2027 at 2pm');
    await house.forward({ days: 12 });
    expect(count(reads('amina'), 'goes first this time')).toBe(0);
    expect(files('bo')).toBe(1);
    await house.forward({ days: 2 });
    expect(await books('amina', 'Friday 5 February 2027, 10am')).toContain('Friday 5 February 2027 at 10am');
  });

  test('nobody opens the meeting of others, whatever their button says', async () => {
    await house.forward({ hours: 2 });
    await books('amina', 'Thursday 21 January 2027, 2pm');
    await house.forward({ minutes: 2 });
    const { tools } = house;
    const before = await meetings();
    const press = (action: string, value: string) =>
      ears.presses?.[action]?.(tools, {
        user: cast.hana.id,
        action,
        value,
        values: [value],
        triggerId: 't',
        message: { channel: 'C', ts: '1' },
      });
    for (const action of Object.keys(ears.presses ?? {}).filter((each) => !each.endsWith('-in') && !each.endsWith('-times'))) {
      const answer = await press(action, `${pairs[0]}:1`);
      expect(answer?.text).toMatch(/not a meeting of yours/);
    }
    expect(await meetings()).toEqual(before);
  });
});

describe('the plan', () => {
  beforeEach(async () => {
    await house.forward({ hours: 2 });
    await books('amina', 'Thursday 21 January 2027, 2pm');
    await house.as('amina').closes();
    await house.forward({ days: 2 });
  });

  test('shows the minutes to both, and to each the notes they want to bring, which nobody else sees', async () => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs note', '#leaders');
    await amina.fillsIn({ 'Your note': 'Ask about the reserve.', 'For your next meeting': ['Bring to our meeting'] });
    await amina.submits();
    await amina.closes();
    await amina.presses('See the plan');
    expect(amina.sees()).toContain('15 minutes: the agreement.');
    expect(amina.sees()).toContain('Ask about the reserve.');
    await house.as('bo').presses('See the plan');
    expect(house.as('bo').sees()).toContain('You have marked no note to bring.');
    expect(house.as('bo').sees()).not.toContain('reserve');
  });

  test('the timer says its three lines a turn in the shared space, survives a restart, and stops when told', async () => {
    const amina = house.as('amina');
    await amina.presses('See the plan');
    expect(amina.sees()).not.toContain('Start the turn timer');
    await amina.closes();
    await house.forward({ days: 1, hours: 3, minutes: 55 });
    await amina.presses('See the plan');
    await amina.presses('Start the turn timer');
    expect(amina.sees()).toContain('The timer runs from now.');
    await house.forward({ minutes: 9 });
    expect(count(reads('bo'), 'Half way through this turn')).toBe(1);
    await house.reopen();
    await house.forward({ minutes: 9 });
    expect([count(reads('bo'), 'Two minutes left'), count(reads('bo'), 'Change over')]).toEqual([1, 1]);
    await house.as('bo').presses('See the plan');
    await house.as('bo').presses('Stop the timer');
    await house.forward({ minutes: 30 });
    expect(count(reads('bo'), 'Half way through this turn')).toBe(1);
    expect((await meetings())[0]?.timer_started_at).not.toBeNull();
  });
});

test('who speaks first changes from meeting to meeting, over a fortnight that was left out', async () => {
  await house.forward({ hours: 2 });
  await books('amina', 'Thursday 21 January 2027, 2pm');
  await house.forward({ days: 28 });
  await books('bo', 'Thursday 18 February 2027, 2pm');
  await house.forward({ days: 3 });
  const cards = house
    .as('amina')
    .reads()
    .filter((text) => text.includes('goes first this time'));
  expect(cards.map((text) => /(\w+) \w+ goes first/.exec(text)?.[1])).toEqual(['Amina', 'Bo']);
});
