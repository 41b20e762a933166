// A leader starts a small version with their own team: the people they ask answer in private, pairs form on the Monday, and the leader learns a number.
// Amina hosts and is paired with Bo; Chidi, Dolores, Edo, Freya and Goran take part in no programme. Hana organises.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../src/features/founding/programmes.ts';
import * as tombstones from '../../src/features/joining/tombstones.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { emitPerson } from '../../src/sandbox/events.ts';
import type { Filling } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

const TEAM = ['chidi', 'dolores', 'edo', 'freya', 'goran'] as const;
const outsiders = [
  { id: 'U0000GUEST', name: 'Gil Guest', handle: 'gil', email: 'gil@example.org', kind: 'guest' as const },
  { id: 'U00STRANGE', name: 'Xena Far', handle: 'xena', email: 'xena@elsewhere.org', kind: 'external' as const },
  { id: 'U000ROBOT1', name: 'Robot', handle: 'robot', email: 'robot@example.org', kind: 'bot' as const },
  { id: 'U0000LEFT1', name: 'Lena Left', handle: 'lena', email: 'lena@example.org', kind: 'deactivated' as const },
];

let house: House;
let programme: Programme;

beforeEach(async () => {
  const near = Object.values(cast).map((each) => ({ ...each, timeZone: 'Europe/London' }));
  house = await openHouse({ now: '2027-01-18T10:00:00Z', people: [...near, ...outsiders] });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const people = [await enrolled(house, programme, 'amina'), await enrolled(house, programme, 'bo')];
  await beginRound(house.tools, programme, { pairs: [people], beginsOn: '2027-01-18', number: 1 });
});

const idsOf = (names: readonly Name[]) => names.map((name) => cast[name].id).sort();

/** Amina opens the form and sends it; tells what stands at its fields, or what it became. */
async function starts(values: Record<string, Filling> = {}): Promise<Record<string, string> | string> {
  const amina = house.as('amina');
  await amina.types('/coachingpairs team', '#leaders');
  await amina.presses('Start with my team');
  await amina.fillsIn({ 'Whom to ask': idsOf(TEAM), ...values });
  const errors = await amina.submits();
  const became = amina.sees() ?? '';
  await amina.closes();
  return Object.keys(errors).length > 0 ? errors : became;
}

/** What somebody sees who types the command. */
async function looks(name: Name): Promise<string> {
  await house.as(name).types('/coachingpairs team');
  const seen = house.as(name).sees() ?? '';
  await house.as(name).closes();
  return seen;
}

async function join(...names: readonly Name[]): Promise<void> {
  for (const name of names) await house.as(name).presses('Join');
}

const inWords = (name: Name) => house.as(name).reads().join('\n');
const asked = async () =>
  (await house.tools.db.selectFrom('team_member').select('slack_user').orderBy('slack_user').execute()).map((row) => row.slack_user);
const pairs = async () => {
  const rows = await house.tools.db
    .selectFrom('team_pair_member')
    .innerJoin('team_pair', 'team_pair.id', 'team_pair_member.pair')
    .select(['pair', 'slack_user'])
    .where('team_pair.ended_at', 'is', null)
    .orderBy('slack_user')
    .execute();
  return [...new Set(rows.map(({ pair }) => pair))]
    .map((pair) => rows.filter((row) => row.pair === pair).map((row) => row.slack_user))
    .sort();
};
const ended = async () => (await house.tools.db.selectFrom('team').select('ended_because').executeTakeFirstOrThrow()).ended_because;

/** To Monday 1 February in the afternoon. */
async function toTheMonday(): Promise<void> {
  await house.forward({ days: 13 });
}

const WRONG: readonly [Record<string, Filling>, string, string][] = [
  [
    { 'Whom to ask': idsOf(['chidi', 'edo', 'freya']) },
    'Whom to ask',
    'Please choose at least 4 people. With fewer, it could be guessed who said no.',
  ],
  [{ 'Whom to ask': idsOf([...TEAM, 'amina']) }, 'Whom to ask', 'You host, so please leave yourself out.'],
  [
    { 'Whom to ask': [...idsOf(TEAM), 'U0000GUEST'] },
    'Whom to ask',
    'Gil Guest is a guest here, and guests cannot take part. Please leave them out.',
  ],
  [
    { 'Whom to ask': [...idsOf(TEAM), 'U00STRANGE'] },
    'Whom to ask',
    'Xena Far is from another organisation, and cannot take part here. Please leave them out.',
  ],
  [{ 'Whom to ask': [...idsOf(TEAM), 'U000ROBOT1'] }, 'Whom to ask', 'Robot is an app, not a person. Please leave it out.'],
  [{ 'Whom to ask': [...idsOf(TEAM), 'U0000LEFT1'] }, 'Whom to ask', 'Lena Left has no active account here. Please leave them out.'],
  [{ 'The Monday on which it begins': '2027-02-02' }, 'The Monday on which it begins', 'That day is not a Monday. Please choose one.'],
  [{ 'The Monday on which it begins': '2027-01-11' }, 'The Monday on which it begins', 'Please choose a Monday that is still to come.'],
  [
    { 'The Monday on which it begins': '2028-01-03' },
    'The Monday on which it begins',
    'Please choose a Monday within the next six months.',
  ],
];

describe('starting', () => {
  test('is explained, asks for people, words and a Monday, and says what the leader will hear', async () => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs team', '#leaders');
    expect(amina.sees()).toContain('four meetings of 30 minutes in eight weeks');
    expect(amina.sees()).toContain('Two promises from me.');
    expect(amina.sees()).toContain('This works best once you have met your own partner four times.');
    await amina.presses('Start with my team');
    expect(amina.sees()).toContain('For the past few months I have been coached by a colleague');
    expect(amina.sees()).toContain('2027-02-01');
    await amina.closes();
    expect(await starts()).toContain('Pairs form on Monday 1 February 2027. You will hear how many have joined, never who.');
    expect(await asked()).toEqual(idsOf(TEAM));
  });

  test('is put right at its field, whatever is wrong with it', async () => {
    for (const [values, field, sentence] of WRONG) expect(await starts(values)).toEqual({ [field]: sentence });
    expect(await asked()).toEqual([]);
  });

  test('happens once, whoever sends the form twice', async () => {
    await starts();
    expect(await looks('amina')).not.toContain('[Start with my team]');
    expect(await house.tools.db.selectFrom('team').select('id').execute()).toHaveLength(1);
  });

  test('is explained to a leader whom another has asked, below where they stand', async () => {
    await starts({ 'Whom to ask': idsOf(['bo', 'chidi', 'dolores', 'edo']) });
    await house.forward({ days: 7 });
    await join('bo');
    const seen = await looks('bo');
    expect(seen).toContain('Start with my team');
    expect(seen.indexOf('You have joined the coaching in the team of Amina')).toBeLessThan(seen.indexOf('Two promises from me.'));
    expect(seen.indexOf('You have joined the coaching in the team of Amina')).toBeGreaterThan(-1);
  });

  test('reaches a leader whose own question comes in the same minute, and the question comes on another day', async () => {
    await house.tools.db.updateTable('leader').set({ working_from: '10:00' }).where('slack_user', '=', cast.bo.id).execute();
    await house.forward({ hours: 9 });
    await starts({ 'Whom to ask': idsOf(['bo', 'chidi', 'dolores', 'edo']) });
    await house.forward({ days: 3 });
    expect(inWords('bo')).toContain('Amina Adeyemi asks whether you would like to take part');
    expect(inWords('bo')).toContain('A question to carry with you');
  });

  test('is for leaders who are there', async () => {
    expect(await looks('edo')).toContain('This is for leaders who take part in a programme');
    await house.as('amina').types('/coachingpairs pause 2 weeks');
    await house.as('amina').presses('Pause');
    expect(await looks('amina')).toContain('You sit out at the moment.');
  });

  test('leaves whoever asked to be forgotten in peace, and the leader cannot tell', async () => {
    await transact(house.tools.db, (tx) => tombstones.raise(house.tools, tx, cast.edo.id, house.tools.now()));
    expect(await starts()).toContain('Your invitation goes to each of them in private');
    await house.forward({ days: 3 });
    expect(inWords('edo')).toBe('');
    expect(await asked()).not.toContain(cast.edo.id);
  });
});

describe('being asked', () => {
  beforeEach(async () => {
    await starts({ 'The invitation, in your words': 'Come <along> & *try* it.' });
    await house.forward({ days: 1 });
  });

  test('comes in private, in the leader’s own words, and says who will know', async () => {
    for (const name of TEAM) {
      expect(inWords(name)).toContain('Amina Adeyemi asks whether you would like to take part in coaching within their team.');
      expect(inWords(name)).toContain('Come <along> & *try* it.');
      expect(inWords(name)).toContain('Amina Adeyemi hears how many have joined, never who.');
    }
    expect(inWords('bo') + inWords('hana')).not.toContain('Come <along>');
    expect(JSON.stringify(await house.tools.db.selectFrom('team').selectAll().execute())).not.toContain('along');
  });

  test('is answered with one tap, and the message says from then on where one stands', async () => {
    await join('chidi');
    expect(house.as('chidi').readsLast()).toContain(
      'You have joined the coaching in the team of Amina Adeyemi. Pairs form on Monday 1 February 2027',
    );
    await house.as('edo').presses('Not now');
    expect(house.as('edo').readsLast()).toContain('You have said "Not now" to the coaching in the team of Amina Adeyemi. Nobody is told.');
    await house.as('edo').presses('Join after all');
    expect(house.as('edo').readsLast()).toContain('You have joined the coaching');
    await house.as('edo').presses('Leave');
    expect(await looks('edo')).toContain('You have left the coaching in the team of Amina Adeyemi. You can still join again.');
  });

  test('can be looked up by anyone who was asked, and by nobody else', async () => {
    expect(await looks('goran')).toContain('[Join] [Not now]');
    expect(await looks('bo')).not.toContain('Come <along>');
    expect(await looks('hana')).toContain('This is for leaders who take part in a programme');
    expect(await house.as('goran').opensHome()).toContain('Amina Adeyemi asks whether you would like to take part');
    await house.as('goran').types('/coachingpairs status', '#leaders');
    expect(house.as('goran').readsLast('#leaders')).toContain('Amina Adeyemi asks whether you would like to take part');
    await house.as('hana').types('/coachingpairs status', '#leaders');
    expect(house.as('hana').readsLast('#leaders')).not.toContain('Amina Adeyemi');
  });

  test('tells the leader a number, once a day, and never who or how many said no', async () => {
    await join('chidi', 'dolores', 'freya');
    await house.as('edo').presses('Not now');
    expect(await looks('amina')).toContain('Fewer than two have joined. Counted when today began.');
    await house.forward({ days: 1 });
    expect(await looks('amina')).toContain('At least 3 have joined.');
    await join('goran');
    await house.forward({ days: 1 });
    expect(await looks('amina')).toContain('At least 3 have joined.');
    const all = `${inWords('amina')} ${await looks('amina')} ${await house.as('amina').opensHome()}`;
    for (const name of TEAM) expect(all).not.toContain(cast[name].name);
    for (const name of TEAM) expect(`${inWords('hana')} ${await house.as('hana').opensHome()}`).not.toContain(cast[name].name);
  });

  test('for two teams is open until one has joined, and only they hear why not', async () => {
    await house.as('bo').types('/coachingpairs team', '#leaders');
    await house.as('bo').presses('Start with my team');
    await house.as('bo').fillsIn({ 'Whom to ask': idsOf(['chidi', 'edo', 'freya', 'goran']) });
    expect(await house.as('bo').submits()).toEqual({});
    await house.as('bo').closes();
    await join('chidi');
    await house.forward({ days: 2 });
    await house.as('chidi').types('/coachingpairs team');
    await house.as('chidi').presses('Join');
    expect(house.as('chidi').sees()).toContain('You take part in another team at the moment.');
    await house.as('chidi').closes();
    await house.forward({ days: 1 });
    expect(await looks('bo')).toContain('Fewer than two have joined.');
  });

  test('can be done for more people later, to twenty in all, and nobody is asked twice', async () => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs team');
    await amina.presses('Ask more people');
    await amina.fillsIn({ 'Whom to ask': idsOf(['hana', 'edo']) });
    expect(await amina.submits()).toEqual({});
    expect(amina.sees()).toContain('Your invitation goes to each of them in private');
    await house.forward({ days: 1 });
    expect(inWords('hana')).toContain('Come <along> & *try* it.');
    expect(
      house
        .as('edo')
        .reads()
        .filter((text) => text.includes('Come <along>')),
    ).toHaveLength(1);
    expect((await house.tools.db.selectFrom('team').select('asked').executeTakeFirstOrThrow()).asked).toBe(6);
  });
});

describe('the Monday', () => {
  beforeEach(async () => {
    await starts();
    await house.forward({ days: 1 });
  });

  test('puts those together who have joined, and they alone hear with whom', async () => {
    await join('chidi', 'dolores', 'edo', 'goran');
    await toTheMonday();
    await house.forward({ days: 2 });
    expect((await pairs()).flat().sort()).toEqual(idsOf(['chidi', 'dolores', 'edo', 'goran']));
    expect((await pairs()).map(({ length }) => length)).toEqual([2, 2]);
    expect(inWords('chidi')).toContain('You meet for 30 minutes a fortnight');
    expect(await looks('chidi')).toContain('You meet with');
    expect(await looks('amina')).toContain('Your team is in weeks 1 and 2 of eight.');
    expect(await looks('amina')).toContain('At least 3 have joined.');
    expect(inWords('freya')).not.toContain('30 minutes a fortnight: ');
  });

  test('makes room for those who join late: as a third, then as two pairs of three', async () => {
    await join('chidi', 'dolores');
    await toTheMonday();
    await join('freya');
    expect(await pairs()).toEqual([idsOf(['chidi', 'dolores', 'freya'])]);
    expect(house.as('freya').readsLast()).toContain('You meet with');
    await join('goran');
    expect((await pairs()).map(({ length }) => length)).toEqual([2, 2]);
    await house.forward({ weeks: 7 });
    await house.as('edo').presses('Join');
    expect(house.as('edo').readsLast()).toContain('It is too late to join these eight weeks');
    expect((await pairs()).flat()).toHaveLength(4);
  });

  test('with too few is tried twice more, and then given up with a word to everyone it concerns', async () => {
    await join('chidi');
    await toTheMonday();
    expect(inWords('amina')).toContain(
      'No pairs could be formed in your team today. Too few have joined, or those who have report to one another. It is tried again on Monday 8 February 2027.',
    );
    await house.forward({ days: 1 });
    expect(inWords('chidi')).toContain('The eight weeks in the team of Amina Adeyemi begin later, on Monday 8 February 2027.');
    await house.forward({ weeks: 2 });
    expect(await ended()).toBe('few');
    await house.forward({ weeks: 1 });
    expect(inWords('amina')).toContain('No pairs could be formed in your team, so it ends here for now.');
    expect(inWords('chidi')).toContain('The coaching in the team of Amina Adeyemi will not begin for now. Nothing more will come.');
    expect(inWords('edo')).not.toContain('will not begin');
    await house.as('edo').presses('Join');
    expect(house.as('edo').readsLast()).toContain('Those eight weeks have ended');
    expect(await looks('amina')).toContain('[Start with my team]');
  });

  test('is another one where the bot was away for a week, and that was no try', async () => {
    await join('chidi', 'edo');
    const { tools } = house;
    house.clock.moveTo(house.clock.now().add({ hours: 24 * 18 }));
    await house.forward({ hours: 1 });
    expect(await pairs()).toEqual([]);
    expect(await tools.db.selectFrom('team').select(['begins_on', 'ended_at']).executeTakeFirstOrThrow()).toEqual({
      begins_on: '2027-02-08',
      ended_at: null,
    });
    await house.forward({ weeks: 1 });
    expect((await pairs()).flat()).toEqual(idsOf(['chidi', 'edo']));
  });
});

describe('the end before its time', () => {
  beforeEach(async () => {
    await starts();
    await house.forward({ days: 1 });
    await join('chidi', 'dolores', 'freya', 'goran');
    await toTheMonday();
    await house.forward({ days: 2 });
  });

  const FACT = 'The eight weeks of coaching in the team of Amina Adeyemi end here.';

  test('is one tap and one confirmation of the leader; those who had joined hear the bare fact', async () => {
    await house.as('amina').types('/coachingpairs team');
    await house.as('amina').presses('Stop');
    expect(house.as('amina').sees()).toContain('It has stopped. Those who had joined hear that it ends, and nothing more.');
    await house.as('amina').closes();
    await house.forward({ weeks: 1 });
    for (const name of ['chidi', 'dolores', 'freya', 'goran'] as const) expect(inWords(name)).toContain(FACT);
    expect(inWords('edo')).not.toContain(FACT);
    expect([await pairs(), await ended()]).toEqual([[], 'stopped']);
  });

  test.each<[string, string, () => Promise<void>]>([
    ['leaves the programme', 'leader-left', leaves],
    ['deletes everything about them', 'leader-gone', forgets],
    ['sits out for long', 'leader-paused', () => pausesUntil('2027-04-05')],
    ['is gone from Slack', 'leader-gone', () => deactivated('amina')],
  ])('comes where the leader %s', async (_, because, happens) => {
    await happens();
    await house.forward({ weeks: 1 });
    expect(await ended()).toBe(because);
    for (const name of ['chidi', 'goran'] as const) expect(inWords(name)).toContain(FACT);
  });

  test('does not come with a short absence of the leader', async () => {
    await pausesUntil('2027-02-15');
    await house.forward({ weeks: 1 });
    expect(await ended()).toBeNull();
  });

  test('does not come when a member is gone: the others are put together', async () => {
    await deactivated('chidi');
    await house.forward({ days: 1 });
    expect(await pairs()).toEqual([idsOf(['dolores', 'freya', 'goran'])]);
    expect(await looks('amina')).toContain('At least 3 have joined.');
  });
});

async function leaves(): Promise<void> {
  await house.as('amina').types('/coachingpairs leave', '#leaders');
  await house.as('amina').presses('Leave');
}

async function forgets(): Promise<void> {
  await house.as('amina').types('/coachingpairs erase');
  await house.as('amina').presses('Delete everything');
}

async function pausesUntil(day: string): Promise<void> {
  await house.tools.db
    .updateTable('leader')
    .set({ paused_at: house.tools.now().toString({ smallestUnit: 'millisecond' }), paused_until: day })
    .where('slack_user', '=', cast.amina.id)
    .execute();
}

async function deactivated(name: Name): Promise<void> {
  const person = house.slack.world.people.get(cast[name].id);
  if (!person) throw new Error('nobody');
  person.kind = 'deactivated';
  person.updated += 1;
  emitPerson(house.slack, 'user_change', person);
  await house.settled();
}
