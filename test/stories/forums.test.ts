// A Leadership Forum up to its hour, as those live it who offer it, come, wait, give their place back, and move it or call it off. Whatever happens, the
// message in the channel is right.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme, joinLeader } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

const ines = { id: 'U00000INES', name: 'Ines Moreau', handle: 'ines', email: 'ines@example.org' };
const joon = { id: 'U00000JOON', name: 'Joon Park', handle: 'joon', email: 'joon@example.org' };

const CHANNELS = ['leaders', 'others'].map((name) => ({ name, id: `C0${name.toUpperCase()}` }));

let house: House;
let programme: Programme;
const leaders: Record<string, Leader> = {};

/** A Monday morning in London, in the middle of a round in which everyone but Ines and Joon has a partner. */
beforeEach(async () => {
  house = await openHouse({
    now: '2027-01-25T09:00:00Z',
    people: [...Object.values(cast), ines, joon],
    channels: CHANNELS,
    organisers: [cast.hana.id],
  });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  for (const name of ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya', 'goran', 'hana'] as const)
    leaders[name] = await enrolled(house, programme, name, name === 'edo' ? { manager: cast.amina.id } : {});
  for (const each of [ines, joon]) leaders[each.handle] = await joinLeader(house.tools, each.name, programme, { user: each.id });
  const groups = [
    ['amina', 'bo'],
    ['chidi', 'dolores'],
    ['edo', 'freya'],
    ['goran', 'hana'],
  ].map((names) => names.map((name) => leaders[name] as Leader));
  await beginRound(house.tools, programme, { pairs: groups, beginsOn: '2027-01-18', number: 1 });
});

const invitation = () =>
  house
    .as('hana')
    .reads('#leaders')
    .findLast((text) => text.includes('Leadership Forum')) ?? '';
const posts = () =>
  house
    .as('hana')
    .reads('#leaders')
    .filter((text) => text.includes('Leadership Forum')).length;
const reads = (name: string) => house.as(name).reads().join('\n\n');

/** Offers a date, chosen in their own zone, and tells what the form said. */
async function offers(name: Name, values: Record<string, string> = {}): Promise<string> {
  const person = house.as(name);
  await person.types('/coachingpairs forum', '#leaders');
  await person.presses('Offer a date');
  await person.fillsIn({ Day: '2027-02-04', 'Begins at': '14:00', ...values });
  const errors = await person.submits();
  const said = Object.values(errors).join(' ') || (person.sees() ?? '');
  await person.closes();
  await house.forward({ minutes: 1 });
  return said;
}

/** Presses the button in the channel, and tells what came of it. */
async function saves(name: string): Promise<string> {
  const person = house.as(name);
  await person.presses(invitation().includes('[Wait for a place]') ? 'Wait for a place' : 'Save me a place');
  const said = person.sees() ?? person.readsLast();
  await person.closes();
  return said;
}

const COMERS = ['bo', 'chidi', 'dolores', 'freya', 'goran', 'hana', 'ines', 'amina'];

describe('a forum up to its hour', () => {
  test('Amina offers a date: it is said back in words, and the channel has it with its places, without her name', async () => {
    expect(await offers('amina')).toContain('It is offered: Thursday 4 February 2027 at 2pm, in London, with 8 places.');
    expect(invitation()).toContain('A Leadership Forum is open on Thursday 4 February 2027 at 2pm (London)');
    expect(invitation()).toContain('On your own clock: Thursday, 4 February 2027 at 14:00.');
    expect(invitation()).toContain('All 8 places are free.');
    expect(invitation()).not.toContain('Amina');
  });

  test('eight come, Joon waits, Bo gives his place back: Joon hears of it, and the one message in the channel is always right', async () => {
    await offers('amina');
    for (const [at, name] of COMERS.entries()) {
      expect(await saves(name)).toContain('You have a place.');
      expect(invitation()).toContain(at === 0 ? '1 of 8 places is taken.' : at === 7 ? 'Full: all 8' : `${at + 1} of 8 places are taken.`);
    }
    expect(await saves('joon')).toContain('You are number 1 on the waiting list');
    expect(invitation()).toContain('Full: all 8 places are taken. 1 is waiting.');
    expect(await saves('bo')).toContain('You have a place.');
    expect(invitation()).toContain('Full: all 8 places are taken. 1 is waiting.');

    await house.as('bo').types('/coachingpairs forum', '#leaders');
    await house.as('bo').presses('Give my place back');
    expect(house.as('bo').sees()).toContain('You have no place in the Forum on Thursday 4 February 2027 at 2pm any more.');
    await house.forward({ minutes: 1 });
    expect(reads('joon')).toContain('A place has come free: you are in the Leadership Forum on Thursday 4 February 2027 at 2pm.');
    expect(invitation()).toContain('Full: all 8 places are taken.');
    expect(invitation()).not.toContain('waiting');
    expect(posts()).toBe(1);
    expect((await calendars()).filter((file) => file === '0 CANCEL')).toHaveLength(1);
    await house.as('bo').closes();
    expect(await saves('bo')).toContain('You are number 1 on the waiting list');
  });

  test('Edo reports to Amina: there is no place for him beside her, but another date', async () => {
    await offers('amina');
    await saves('amina');
    await offers('bo', { Day: '2027-02-09' });
    await house.as('edo').types('/coachingpairs forum', '#leaders');
    await house.as('edo').presses('Save me a place');
    const said = house.as('edo').sees() ?? '';
    expect(said).toContain('Nobody sits in a Forum with their own manager, or with someone who reports to them.');
    expect(said).toContain('Open on other days: Wednesday 10 February 2027 at 3am.');
    expect(invitation()).not.toContain('2 of 8');
  });

  test('nor does Edo move up beside her: the one who waits behind him does', async () => {
    await offers('chidi', { Places: '4' });
    for (const name of ['bo', 'chidi', 'dolores', 'freya', 'amina', 'edo', 'joon']) await saves(name);
    for (const name of ['bo', 'chidi']) {
      await house.as(name).types('/coachingpairs forum', '#leaders');
      await house.as(name).presses('Give my place back');
      await house.as(name).closes();
    }
    await house.forward({ days: 1 });
    expect([reads('amina'), reads('joon'), reads('edo')].map((text) => text.includes('A place has come free'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(invitation()).toContain('Full: all 4 places are taken. 1 is waiting.');
  });

  test('the tick is kept, and nothing more: there is no box for the question', async () => {
    await offers('amina');
    const ines = house.as('ines');
    await ines.presses('Save me a place');
    await ines.chooses('forums.brings', 'I may bring a question');
    expect(ines.sees()).toContain('Noted: you may bring a question. There is nothing to write down here.');
    const seats = () => house.tools.db.selectFrom('forum_seat').select('brings_at').execute();
    expect((await seats()).map(({ brings_at }) => brings_at !== null)).toEqual([true]);
    expect(JSON.stringify([...house.slack.world.views.values()])).not.toContain('plain_text_input');
  });
});

describe('moving and calling off', () => {
  beforeEach(async () => {
    await offers('amina');
    for (const name of ['bo', 'freya', 'ines']) await saves(name);
    await house.forward({ minutes: 1 });
  });

  /** Amina, in the list. */
  async function runs(name: Name, button: string): Promise<void> {
    await house.as(name).types('/coachingpairs forum', '#leaders');
    await house.as(name).presses(button);
  }

  test('moved: everyone with a place hears once and keeps it, calendars follow, and the channel has the new day', async () => {
    await runs('amina', 'Move it');
    await house.as('amina').fillsIn({ Day: '2027-02-11', 'Begins at': '15:30' });
    expect(await house.as('amina').submits()).toEqual({});
    expect(house.as('amina').sees()).toContain(
      'Moved: Thursday 11 February 2027 at 3:30pm. 3 people with a place or on the waiting list will hear.',
    );
    await house.forward({ days: 1 });
    const word =
      'Your Leadership Forum has moved from Thursday 4 February 2027 at 2pm to Thursday 11 February 2027 at 3:30pm. You keep your place.';
    for (const name of ['bo', 'freya', 'ines']) {
      expect(reads(name).split(word)).toHaveLength(2);
      expect(reads(name).split('leadership-forum.ics')).toHaveLength(3);
    }
    expect(invitation()).toContain('This Forum has moved. This is the new day.');
    expect(invitation()).toContain('Thursday 11 February 2027 at 3:30pm (London)');
    expect(invitation()).toContain('3 of 8 places are taken.');
    expect(await calendars()).toEqual(['0 REQUEST', '0 REQUEST', '0 REQUEST', '1 REQUEST', '1 REQUEST', '1 REQUEST']);
    await house.forward({ days: 9 });
    expect(reads('bo').match(/Your Forum is today/g)).toBeNull();
  });

  test('called off by Hana, who organises: everyone is told, calendars are cleared, the channel says so, and there is nothing left to take', async () => {
    await runs('hana', 'Call it off');
    expect(house.as('hana').sees()).toContain('Called off. 3 people with a place or on the waiting list will hear.');
    await house.forward({ days: 1 });
    for (const name of ['bo', 'freya', 'ines'])
      expect(reads(name)).toContain('The Leadership Forum on Thursday 4 February 2027 at 2pm does not take place.');
    expect(invitation()).toContain('The Leadership Forum on Thursday 4 February 2027 at 2pm (London) is called off.');
    expect(invitation()).not.toContain('[');
    expect((await calendars()).slice(3)).toEqual(['1 CANCEL', '1 CANCEL', '1 CANCEL']);
    await house.forward({ days: 10 });
    expect(reads('ines')).not.toContain('Your Forum is today');
    const audit = await house.tools.db.selectFrom('audit').select(['action', 'actor']).where('action', 'like', 'forum-%').execute();
    expect(audit).toEqual([{ action: 'forum-called-off', actor: cast.hana.id }]);
    await house.as('hana').closes();
    expect(await house.as('hana').types('/coachingpairs audit', '#leaders')).toContain('called off a Leadership Forum');
  });

  test('on the day: those in the round and Ines, who is in none, hear once; nobody else does', async () => {
    await house.forward({ days: 11 });
    for (const name of ['bo', 'freya', 'ines']) expect(reads(name).match(/Your Forum is today at 2pm/g)).toHaveLength(1);
    expect(reads('joon')).not.toContain('Your Forum is today');
  });

  test('Ines sits out over that day and Bo leaves the programme: two places are free again, and nobody is reminded', async () => {
    for (const name of ['chidi', 'dolores', 'goran', 'amina', 'joon', 'hana']) await saves(name);
    expect(invitation()).toContain('Full: all 8 places are taken. 1 is waiting.');
    await house.as('ines').types('/coachingpairs pause 2027-02-20', '#leaders');
    await house.as('ines').presses('Pause');
    await house.forward({ minutes: 2 });
    expect(invitation()).toContain('Full: all 8 places are taken.');
    expect(reads('hana')).toContain('A place has come free');
    await house.as('bo').types('/coachingpairs leave', '#leaders');
    await house.as('bo').presses('Leave');
    await house.forward({ minutes: 2 });
    expect(invitation()).toContain('7 of 8 places are taken.');
    await house.forward({ days: 11 });
    expect(`${reads('ines')} ${reads('bo')}`).not.toContain('Your Forum is today');
  });
});

describe('what a date has to be', () => {
  test.each([
    [{ Day: '2027-01-20' }, 'That time has passed.'],
    [{ Day: '2027-01-26', 'Begins at': '08:30' }, 'People need a day’s notice. The earliest is Tuesday 26 January 2027 at 9am.'],
    [{ Day: '2027-07-27' }, 'That is too far ahead. The latest day is Monday 26 July 2027.'],
    [{ Day: '2027-03-28', 'Begins at': '01:30' }, 'Clocks in London are put forward on that day, and this time is left out.'],
  ])('%j is refused at its field', async (values, said) => {
    expect((await offers('amina', values)).replace(/'/g, '’')).toContain(said);
    expect(posts()).toBe(0);
  });

  test('an hour that another Forum has is allowed, and said; three open ones are enough for one leader', async () => {
    await offers('amina');
    expect(await offers('bo')).toContain('Another Forum of this programme lies in the same hour.');
    await offers('amina', { Day: '2027-02-08' });
    await offers('amina', { Day: '2027-02-09' });
    expect(await offers('amina', { Day: '2027-02-10' })).toContain('Three Forums that you offered are still open.');
    expect(posts()).toBe(4);
    await saves('freya');
    await house.as('freya').types('/coachingpairs forum', '#leaders');
    expect(
      house
        .as('freya')
        .sees()
        ?.match(/\d of 8|All 8/g),
    ).toHaveLength(4);
  });

  test('nobody is at two Forums in one hour', async () => {
    await offers('amina');
    await offers('bo', { 'Begins at': '14:30' });
    const freya = house.as('freya');
    await freya.types('/coachingpairs forum', '#leaders');
    await freya.presses('Save me a place');
    await freya.closes();
    await freya.types('/coachingpairs forum', '#leaders');
    await freya.presses('Save me a place');
    expect(freya.sees()).toContain('You have a place in another Forum in that hour.');
  });
});

describe('what people see', () => {
  test('Bo takes part in two programmes: he is asked which, and each has its own Forums', async () => {
    await offers('amina');
    const others = await foundProgramme(house.tools, { rotating: 'approve', name: 'Others', channel: 'C0OTHERS' });
    await enrolled(house, others, 'bo');
    const bo = house.as('bo');
    await bo.types('/coachingpairs forum');
    expect(bo.readsLast()).toContain('[This one]');
    await bo.presses('This one');
    expect(bo.sees()).toContain('Leadership Forums');
    await bo.closes();
    await bo.types('/coachingpairs forum', '#others');
    expect(bo.sees()).toContain('No Forum is open in Others at the moment.');
    await bo.presses('Offer a date');
    await bo.fillsIn({ Day: '2027-02-04', 'Begins at': '14:30' });
    await bo.submits();
    await bo.presses('Save me a place');
    expect(bo.sees()).toContain('You have a place.');
    await bo.closes();
    // One hour is one hour, whatever the programme.
    await bo.types('/coachingpairs forum', '#leaders');
    await bo.presses('Save me a place');
    expect(bo.sees()).toContain('You have a place in another Forum in that hour.');
  });

  test('an organiser who takes no part offers a date, sees the list, and has no place to take', async () => {
    await house.tools.db
      .updateTable('leader')
      .set({ left_at: '2027-01-25T08:00:00.000Z' })
      .where('slack_user', '=', cast.hana.id)
      .execute();
    const said = await offers('hana');
    expect(said).toContain('It is offered: Thursday 4 February 2027 at 2pm, in London, with 8 places.');
    expect(said).not.toContain('[Save me a place]');
    await house.as('hana').types('/coachingpairs forum', '#leaders');
    expect(house.as('hana').sees()).toContain('[Move it] [Call it off]');
    expect(house.as('hana').sees()).not.toContain('[Save me a place]');
    await house.as('hana').closes();
    await house.as('hana').presses('Save me a place');
    expect(house.as('hana').readsLast()).toContain('Only leaders who take part in the programme have a place in its Forums.');
  });

  test('on Home stands what is open, and one’s own place', async () => {
    expect(await house.as('bo').opensHome()).toContain('No Leadership Forum is open now. You may offer a date.');
    await offers('amina');
    expect(await house.as('bo').opensHome()).toContain('One Leadership Forum is open.');
    await saves('bo');
    const home = await house.as('bo').opensHome();
    expect(home).toContain('Leadership Forum: Thursday 4 February 2027 at 2pm. You have a place.');
    await house.as('bo').presses('My place');
    expect(house.as('bo').sees()).toContain('[Give my place back]');
  });

  test('an empty list is said kindly, with the way to offer one', async () => {
    await house.as('joon').types('/coachingpairs forum', '#leaders');
    expect(house.as('joon').sees()).toContain('No Forum is open in Leaders at the moment.');
    expect(house.as('joon').sees()).toContain('[Offer a date]');
  });
});

describe('when Slack does not listen', () => {
  test('an update that is not taken is made up for', async () => {
    await offers('amina');
    house.slack.faults.calls.push({ method: 'chat.update', fault: { kind: 'status', status: 503, posted: false }, times: 1000 });
    await saves('bo');
    expect(invitation()).toContain('All 8 places are free.');
    house.slack.faults.calls.splice(0);
    await house.forward({ minutes: 6 });
    expect(invitation()).toContain('1 of 8 places is taken.');
    expect(posts()).toBe(1);
  });

  test('a form that Slack does not open takes nobody’s place away: it is said in words', async () => {
    await offers('amina');
    house.slack.faults.calls.push({ method: 'views.open', fault: { kind: 'error', code: 'expired_trigger_id', posted: false }, times: 1 });
    await saves('bo');
    expect(reads('bo')).toContain('Thursday 4 February 2027 at 2pm. You have a place.');
    expect(invitation()).toContain('1 of 8 places is taken.');
  });

  test('nobody knows whether the invitation arrived: Amina hears of it and has a look; it is posted when she says so', async () => {
    const { calls } = house.slack.faults;
    await house.forward({ hours: 1 });
    calls.push({ method: 'chat.postMessage', fault: { kind: 'status', status: 500, posted: false }, times: 1 });
    await offers('amina');
    await house.forward({ minutes: 30 });
    expect(posts()).toBe(0);
    expect(reads('amina')).toContain(
      'Slack did not say whether the invitation to the Forum on Thursday 4 February 2027 at 2pm reached #leaders.',
    );
    await house.as('amina').presses('Post it now');
    await house.forward({ minutes: 1 });
    expect(posts()).toBe(1);
    expect(await saves('bo')).toContain('You have a place.');
    expect(invitation()).toContain('1 of 8 places is taken.');
    await house.as('amina').presses('It is there');
    expect(house.as('amina').readsLast()).toContain('That has been settled already.');
  });

  test('a channel that is lost takes no new date; in the next one the open Forums are offered again', async () => {
    await offers('amina');
    await saves('bo');
    await house.tools.db.updateTable('programme').set({ channel_lost_at: '2027-01-25T10:00:00.000Z' }).execute();
    expect(await offers('freya', { Day: '2027-02-08' })).toContain('The programme has lost its channel');
    await house.tools.db.updateTable('programme').set({ channel_lost_at: null, channel: 'C0OTHERS' }).execute();
    await house.forward({ minutes: 3 });
    const there = house
      .as('hana')
      .reads('#others')
      .filter((text) => text.includes('Leadership Forum'));
    expect(there).toHaveLength(1);
    expect(there[0]).toContain('1 of 8 places is taken.');
    await saves('chidi');
    expect(invitation()).toContain('1 of 8 places is taken.');
    await house.tools.db.updateTable('programme').set({ channel: 'C0LEADERS' }).execute();
    await house.forward({ minutes: 3 });
    expect(invitation()).toContain('2 of 8 places are taken.');
    expect(posts()).toBe(1);
  });
});

/** Every calendar file that was handed over, in the order of its words. */
async function calendars(): Promise<string[]> {
  const files = [...house.slack.world.files.values()].filter(({ name, complete }) => complete && name === 'leadership-forum.ics');
  const read = (text: string, field: string) => new RegExp(`^${field}:(.*)$`, 'm').exec(text)?.[1]?.trim();
  const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  expect(new Set(texts.map((text) => read(text, 'UID'))).size).toBe(1);
  return texts.map((text) => `${read(text, 'SEQUENCE')} ${read(text, 'METHOD')}`);
}
