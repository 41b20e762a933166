// Leaders come in, say who they are, change it, sit out and come back; whoever may not, or says something that cannot be, hears why.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Leader } from '../../src/features/joining/leaders.ts';
import * as leaders from '../../src/features/joining/leaders.ts';
import { openWishes } from '../../src/features/joining/wishes.ts';
import { changePerson } from '../../src/sandbox/happen.ts';
import type { Person } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined, submitted } from './starting.ts';

let house: House;
const others = [
  { id: 'U0GUEST', name: 'Gus Guest', handle: 'gus', kind: 'guest' },
  { id: 'U0FAR', name: 'Fay Far', handle: 'fay', kind: 'external' },
] as const;

beforeEach(async () => {
  house = await openHouse({
    people: [...Object.values(cast), ...others],
    channels: [
      { name: 'leaders', id: 'C0LEADERS' },
      { name: 'board', id: 'C0BOARD', private: true, members: [cast.hana.id, cast.amina.id] },
    ],
  });
  await founded(house);
});

const rows = () => house.tools.db.selectFrom('leader').selectAll().execute();
const read = (name: Name) => house.as(name).reads().join('\n');

async function leader(name: Name): Promise<Leader> {
  const [found] = await leaders.ofPerson(house.tools.db, house.tools.workspace, cast[name].id);
  if (!found) throw new Error(`${name} is not in`);
  return found;
}

async function together(...names: Name[]): Promise<void> {
  const members = await Promise.all(names.map(leader));
  const [programme] = await house.tools.db.selectFrom('programme').selectAll().execute();
  await beginRound(house.tools, { id: programme?.id } as never, { pairs: [members], beginsOn: '2027-01-04', number: 1 });
}

describe('joining', () => {
  test('Edo, of whom nothing is known, is asked to wait while Slack cannot be asked', async () => {
    await house.tools.db.deleteFrom('person').where('slack_user', '=', cast.edo.id).execute();
    house.slack.faults.calls.push({ method: 'users.info', fault: { kind: 'ratelimited', retryAfter: 60 }, times: 20 });
    await house.as('edo').types('/coachingpairs join', '#leaders');
    expect(house.as('edo').readsLast()).toContain('Slack could not be asked about your account just now');
  });

  test('Edo joins from Auckland: his zone is filled in, his wishes are sealed, and he hears what comes next', async () => {
    const edo = house.as('edo');
    await edo.types('/coachingpairs join', '#leaders');
    expect(edo.sees()).toContain('Time zone: [Pacific/Auckland]');
    const seen = await submitted(house, 'edo', {
      Function: 'Finance',
      Level: 'Head',
      Manager: 'amina',
      'People I would welcome as a partner': ['bo', 'chidi'],
      'People I would rather not be paired with': ['goran'],
      'What I would like to work on': 'Saying no',
    });
    expect(seen).toContain("The next round begins on Tuesday 26 January 2027, and you'll hear who your partner is then.");
    const [row] = await rows();
    expect(row).toMatchObject({ function: 'Finance', manager: cast.amina.id, time_zone: 'Pacific/Auckland', working_days: '[1,2,3,4,5]' });
    expect(JSON.stringify(row)).not.toMatch(/Saying no|U0+BO|U0+GORAN/);
    expect(await openWishes(house.tools, house.tools.db, await leader('edo'))).toEqual({
      ...{ welcomes: [cast.bo.id, cast.chidi.id], avoids: [cast.goran.id], workOn: 'Saying no', helpWith: '' },
    });
  });

  test('twice opens the profile, filled with what was said', async () => {
    await joined(house, 'amina', { 'What I can help with': 'Budgets', 'People I would rather not be paired with': ['goran'] });
    const amina = house.as('amina');
    await amina.types('/coachingpairs join', '#leaders');
    expect(amina.sees()).toContain('You are in Leaders already.');
    expect(amina.sees()).toContain('Budgets');
    expect(amina.sees()).toContain('Goran');
    expect(await submitted(house, 'amina', { Function: 'People' })).toContain('Saved.');
    expect(await rows()).toMatchObject([{ function: 'People' }]);
    expect((await openWishes(house.tools, house.tools.db, await leader('amina'))).helpWith).toBe('Budgets');
  });

  test('a form sent twice makes one leader', async () => {
    const bo = house.as('bo');
    await bo.types('/coachingpairs join', '#leaders');
    await bo.fillsIn({ Function: 'Operations' });
    expect(await Promise.all([bo.submits(), bo.submits()])).toEqual([{}, {}]);
    expect(await rows()).toHaveLength(1);
  });

  test('a function that is not in the list is written down', async () => {
    await house.as('bo').types('/coachingpairs join', '#leaders');
    const wrong = { 'If it is not in the list': 'Write the name of your function.' };
    expect(await submitted(house, 'bo', { Function: 'Another one, written below' })).toEqual(wrong);
    expect(await submitted(house, 'bo', { 'If it is not in the list': 'Estates' })).toContain('You are in Leaders.');
    expect(await rows()).toMatchObject([{ function: 'Estates' }]);
  });

  test.each([
    [{ 'Time zone': '+01:00' }, { 'Time zone': expect.stringContaining('This time zone is not known.') }],
    [{ 'Working hours to': '09:00' }, { 'Working hours to': 'This is the time at which your day begins. Choose another one.' }],
    [{ Manager: 'bo' }, { Manager: 'Choose somebody else, or leave this empty.' }],
    [{ Manager: 'coachingpairs' }, { Manager: 'This is an app. Choose a person, or leave this empty.' }],
    [
      { 'People I would welcome as a partner': ['gus'] },
      { 'People I would welcome as a partner': expect.stringContaining('Gus Guest cannot take part') },
    ],
    [
      { 'People I would welcome as a partner': ['bo'] },
      { 'People I would welcome as a partner': 'You chose yourself here. Take yourself out.' },
    ],
    [
      { 'People I would welcome as a partner': ['amina'], 'People I would rather not be paired with': ['amina'] },
      { 'People I would rather not be paired with': expect.stringContaining('Choose one or the other.') },
    ],
  ])('says at the field what is wrong: %j', async (values, errors) => {
    await house.as('bo').types('/coachingpairs join', '#leaders');
    expect(await submitted(house, 'bo', { Function: 'Operations', ...values })).toEqual(errors);
    expect(await rows()).toEqual([]);
  });

  test.each([
    ['gus', 'Guests cannot take part'],
    ['fay', 'You belong to another organisation'],
  ])('%s is refused with the reason', async (name, words) => {
    house.slack.world.conversations.get('C0LEADERS')?.members.push(name === 'gus' ? 'U0GUEST' : 'U0FAR');
    expect(await house.as(name).types('/coachingpairs join', '#leaders')).toMatch(new RegExp(`${words}|workspace`));
    expect(await rows()).toEqual([]);
  });

  test('a programme in a private channel is joined by its members and those who were invited', async () => {
    await founded(house, { Name: 'Board' }, '#board');
    await house.tools.db
      .updateTable('programme')
      .set({ closed_at: '2027-01-04T09:00:00.000Z' })
      .where('channel', '=', 'C0LEADERS')
      .execute();
    expect(await house.as('bo').types('/coachingpairs join')).toContain('This programme is at home in a private channel.');
    await house.as('amina').types('/coachingpairs join');
    expect(house.as('amina').sees()).toContain('Join Coaching Pairs');
  });

  test('still works where Slack answers nothing about people and channels', async () => {
    house.slack.world.app.scopes = house.slack.world.app.scopes.filter((scope) => !/^(?:users|channels|groups):/.test(scope));
    await joined(house, 'chidi');
    expect(await rows()).toMatchObject([{ function: 'People', time_zone: 'Europe/London' }]);
  });

  test('a change of name or zone in Slack is followed, a zone of their own is kept', async () => {
    await joined(house, 'bo');
    await joined(house, 'amina', { 'Time zone': 'Asia/Tokyo' });
    for (const name of ['bo', 'amina'] as const) {
      changePerson(house.slack, house.slack.world.people.get(cast[name].id) as Person, { name: `${name} New`, timeZone: 'Europe/Paris' });
    }
    await house.settled();
    expect(await leader('bo')).toMatchObject({ name: 'bo New', timeZone: 'Europe/Paris' });
    expect(await leader('amina')).toMatchObject({ name: 'amina New', timeZone: 'Asia/Tokyo' });
  });
});

describe('sitting out', () => {
  beforeEach(async () => {
    for (const name of ['amina', 'bo', 'edo'] as const) await joined(house, name);
  });

  test.each([
    ['2027-01-15', 'Friday 15 January 2027'],
    ['3 weeks', 'Monday 25 January 2027'],
    ['until monday', 'Monday 11 January 2027'],
    ['until 20 January', 'Wednesday 20 January 2027'],
  ])('pause %s is said back, and takes effect when it is pressed', async (typed, words) => {
    const amina = house.as('amina');
    expect(await amina.types(`/coachingpairs pause ${typed}`)).toContain(`Pause until ${words}?`);
    expect(await leader('amina')).toMatchObject({ pausedAt: null });
    await amina.presses('Pause');
    expect(amina.readsLast()).toContain(`You are paused until ${words}.`);
    expect((await leader('amina')).pausedUntil?.toString()).toMatch(/^2027-01-/);
  });

  test('a day is read where the leader is: Edo in Auckland already has Tuesday', async () => {
    await house.forward({ hours: 5 });
    expect(await house.as('edo').types('/coachingpairs pause until tomorrow')).toContain('Pause until Wednesday 6 January 2027?');
  });

  test('pause alone asks for a day, says it back, and then pauses', async () => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs pause');
    expect(await submitted(house, 'amina', { 'I am back on': '2027-01-04' })).toEqual({
      'I am back on': expect.stringContaining('not ahead of you'),
    });
    expect(await submitted(house, 'amina', { 'I am back on': '2027-02-10' })).toContain(
      'The next round begins on Tuesday 26 January 2027, while you are away',
    );
    expect(await leader('amina')).toMatchObject({ pausedAt: null });
    expect(await submitted(house, 'amina', {})).toContain('You are paused until Wednesday 10 February 2027.');
    expect((await leader('amina')).pausedUntil?.toString()).toBe('2027-02-10');
  });

  test.each([
    ['someday', 'could not be read as a day'],
    ['yesterday', 'could not be read as a day'],
    ['2026-12-01', 'That day is not ahead of you.'],
    ['2030-01-01', 'more than two years away'],
    ['<!channel> *x*', 'could not be read as a day'],
  ])('pause %s is answered and changes nothing', async (typed, words) => {
    expect(await house.as('amina').types(`/coachingpairs pause ${typed}`)).toContain(words);
    expect(await leader('amina')).toMatchObject({ pausedAt: null });
  });

  test('the partner hears the bare fact, once, in their own hours; and of an early return', async () => {
    await together('amina', 'edo');
    const amina = house.as('amina');
    expect(await amina.types('/coachingpairs pause 2 weeks')).toContain('Edo Tanaka will hear that you are taking a break');
    await amina.presses('Pause');
    expect(amina.readsLast()).toContain('Edo Tanaka knows you are paused and nothing else.');
    await amina.presses('Pause');
    expect(read('edo')).not.toContain('is taking a break');
    await house.forward({ hours: 12 });
    expect(read('edo').match(/Amina Adeyemi is taking a break until Monday 18 January 2027\./g)).toHaveLength(1);
    await amina.presses('Come back sooner');
    await house.forward({ days: 1 });
    expect(read('edo')).toContain('Amina Adeyemi is back sooner than planned.');
    expect(await amina.types('/coachingpairs resume')).toContain('You are not paused');
  });

  test('within a round four weeks are the most', async () => {
    await together('amina', 'bo');
    await house.tools.db.updateTable('programme').set({ anchor_on: '2027-01-04' }).execute();
    expect(await house.as('amina').types('/coachingpairs pause 2027-03-01')).toContain('so until Monday 1 February 2027');
    expect(await house.as('amina').types('/coachingpairs pause 2027-08-01')).toContain('Pause until Sunday 1 August 2027?');
  });

  test('ends by itself on the day, where the leader is', async () => {
    const edo = house.as('edo');
    await edo.types('/coachingpairs pause 2027-01-08');
    await edo.presses('Pause');
    await house.forward({ days: 3, hours: 1 });
    expect(await leader('edo')).toMatchObject({ pausedAt: expect.any(String) });
    await house.forward({ hours: 2 });
    expect(await leader('edo')).toMatchObject({ pausedAt: null, pausedUntil: null });
  });

  test('whoever has left is told how to come in again, however they ask', async () => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs leave', '#leaders');
    await amina.presses('Leave');
    for (const word of ['resume', 'profile', 'leave'])
      expect(await amina.types(`/coachingpairs ${word}`, '#leaders')).toBe(
        'You are not in Leaders now. /coachingpairs join brings you in, or back.',
      );
  });

  test('a button from last year changes nothing', async () => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs pause 2 weeks');
    await house.forward({ days: 30 });
    await amina.presses('Pause');
    expect(amina.readsLast()).toContain('That day is not ahead of you.');
  });
});
