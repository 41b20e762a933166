// Hana brings a list of people in, invites some by name and the channel as a whole, and takes the roster out again.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, names } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined, submitted } from './starting.ts';

let house: House;
const others = [
  { id: 'U0GUEST', name: 'Gus Guest', handle: 'gus', kind: 'guest', email: 'gus@example.org' },
  { id: 'U0GONE', name: 'Gil Gone', handle: 'gil', kind: 'deactivated', email: 'gil@example.org' },
] as const;
const HEADING = 'email,name,function,level,manager_email,time_zone';
const line = (name: keyof typeof cast) => `${cast[name].email},"${cast[name].name}",${cast[name].function},${cast[name].level},,`;
const LIST = [HEADING, ...names.map(line)].join('\n');

beforeEach(async () => {
  house = await openHouse({ people: [...Object.values(cast), ...others] });
  await founded(house, { Functions: '' });
});

const leaderRows = () => house.tools.db.selectFrom('leader').selectAll().execute();
const entries = () => house.tools.db.selectFrom('roster_entry').selectAll().orderBy('email').execute();
const invitations = (name: string) =>
  house
    .as(name)
    .reads()
    .filter((text) => text.includes('invites you to'));

/** Hana opens the form and sends a list with it. */
async function imports(text: string, values: Record<string, string> = {}): Promise<Record<string, string> | string> {
  const hana = house.as('hana');
  await hana.types('/coachingpairs roster', '#leaders');
  await hana.presses('Import a list');
  const seen = await submitted(house, 'hana', { 'A CSV file': { name: 'roster.csv', text }, ...values });
  await hana.closes();
  return seen;
}

describe('importing', () => {
  test('invites everyone, each with a message of their own, and tells the organiser how it went', async () => {
    const strangers = `nobody@example.org,Nobody,Finance,,,\ngus@example.org,Gus,Finance,,,\ngil@example.org,Gil,Finance,,,`;
    const seen = await imports(`\uFEFF${LIST}\n${strangers}`);
    expect(seen).toContain('11 people on the list.');
    expect(seen).toContain('New functions, added to the list: Finance, Operations, People and Technology.');
    await house.forward({ minutes: 5 });
    for (const name of names) expect(invitations(name)).toHaveLength(1);
    expect(invitations('bo')[0]).toContain(
      'Sign up by Tuesday 26 January 2027 for the next round.\n[Sign up] [Not for me] [Who sees what]',
    );
    const report =
      house
        .as('hana')
        .reads()
        .find((text) => text.includes('is done.')) ?? '';
    expect(report).toMatch(/8 people invited\.[\s\S]*2 people not found in Slack:\s*• gil@example\.org\s*• nobody@example\.org/);
    expect(report).toMatch(/1 person not brought in\. Guests of the workspace cannot take part:\s*• gus@example\.org/);
    expect(await leaderRows()).toEqual([]);
  });

  test('an invited leader signs up with what the list knows, and then stands in the roster', async () => {
    await imports(LIST.replace(`${line('dolores')}`, `${cast.dolores.email},Dolores,Technology,SCS2,${cast.hana.email},Asia/Tokyo`));
    await house.forward({ minutes: 2 });
    const dolores = house.as('dolores');
    await dolores.presses('Sign up');
    expect(dolores.sees()).toContain('Function: [Technology]');
    expect(dolores.sees()).toContain('Level (optional): [SCS2]');
    expect(dolores.sees()).toContain('Time zone: [Asia/Tokyo]');
    expect(dolores.sees()).toContain('Hana Novak');
    expect(await submitted(house, 'dolores', {})).toContain('You are in Leaders.');
    await house.as('hana').types('/coachingpairs roster', '#leaders');
    expect(house.as('hana').sees()).toMatch(/In: 1\. Paused: 0\. Invited, no answer yet: 7\./);
    expect(house.as('hana').sees()).toContain('Dolores Reyes (Technology, SCS2)');
  });

  test('enrols everyone at once where the organiser says so; each is told, and can look who sees what', async () => {
    await imports(LIST, { 'What happens next': 'Enrol them now: each can leave at any time' });
    await house.forward({ minutes: 2 });
    expect(await leaderRows()).toHaveLength(8);
    const bo = house.as('bo');
    expect(bo.readsLast()).toContain('Welcome, Bo Lindqvist.');
    expect(bo.readsLast()).toContain('has put you on the list of Leaders');
    expect(house.as('hana').reads().join('\n')).toContain('enrolled and told.');
    expect(await house.as('hana').types('/coachingpairs audit', '#leaders')).toContain('enrolled people: 8.');
    await bo.presses('Who sees what');
    expect(bo.sees()).toContain('My private "please do not pair me with" list.');
    await bo.closes();
    await bo.presses('Set up');
    expect(bo.sees()).toContain('You are in Leaders already.');
  });

  test('asks nobody twice, and leaves those alone who have left or asked to be forgotten', async () => {
    await imports(LIST);
    await house.forward({ minutes: 2 });
    for (const name of ['amina', 'bo'] as const) await joined(house, name);
    await house.as('amina').types('/coachingpairs leave', '#leaders');
    await house.as('amina').presses('Leave');
    await house.as('bo').types('/coachingpairs erase');
    await house.as('bo').presses('Delete everything');
    await imports(LIST, { 'What happens next': 'Enrol them now: each can leave at any time' });
    await house.forward({ minutes: 2 });
    expect(
      house
        .as('hana')
        .reads()
        .findLast((text) => text.includes('is done.')),
    ).toMatch(/6 people enrolled[\s\S]*2 people left alone/);
    expect((await leaderRows()).filter((row) => row.left_at === null)).toHaveLength(6);
    expect(invitations('chidi')).toHaveLength(1);
  });

  test.each([
    [
      'a fault on each line',
      `${HEADING}\nbo,,Finance,,,\n`,
      ['Nothing has been imported. 2 to put right:', 'Line 2, email: "bo" is not an address.', 'Line 2, name: the name is missing.'],
    ],
    ['an unknown column', `${HEADING},shoe_size\n`, ['Line 1, shoe_size: this column is not known.']],
    ['nothing in it', '', ['there is nothing in this list']],
    [
      'managers in a circle',
      `${HEADING}\na@example.org,A,F,,b@example.org,\nb@example.org,B,F,,a@example.org,`,
      ['lines 2, 3 manage each other in a circle'],
    ],
    ['formulas and markup', `${HEADING}\n=HYPERLINK(1),<!channel>,*F*,,,\n`, ['Line 2, email: "=hyperlink(1)" is not an address.']],
  ])('a list with %s is refused whole, with what would be right', async (_, text, words) => {
    const seen = await imports(text);
    for (const each of words) expect(seen).toContain(each);
    expect(await entries()).toEqual([]);
  });

  test('asks for a list where there is none, and takes pasted lines', async () => {
    const hana = house.as('hana');
    await hana.types('/coachingpairs roster', '#leaders');
    await hana.presses('Import a list');
    expect(await submitted(house, 'hana', {})).toEqual({ 'A CSV file': 'Choose a file, or paste the lines below.' });
    expect(await submitted(house, 'hana', { 'Or the lines themselves': `${HEADING}\n${line('bo')}` })).toContain('1 person on the list.');
  });

  test('says which permission is missing where Slack tells no addresses, and loses nothing', async () => {
    house.slack.world.app.scopes = house.slack.world.app.scopes.filter((scope) => scope !== 'users:read.email');
    await imports(LIST);
    await house.forward({ minutes: 3 });
    const report = house
      .as('hana')
      .reads()
      .find((text) => text.includes('is done.'));
    expect(report).toContain('Slack did not say who everyone is (users:read.email).');
    expect(await entries()).toHaveLength(8);
  });

  test.each([
    ['the list of everyone', 'users.list'],
    ['single addresses', 'users.lookupByEmail'],
  ])('gets by where Slack is busy with %s', async (_, method) => {
    const many = Array.from({ length: 25 }, (__, n) => `person${n}@example.org,Person ${n},Finance,,,`);
    house.slack.faults.calls.push({ method, fault: { kind: 'ratelimited', retryAfter: 30 }, times: 6 });
    await imports([LIST, ...many].join('\n'));
    await house.forward({ minutes: 30 });
    for (const name of names) expect(invitations(name)).toHaveLength(1);
  });

  test('goes on after the bot was killed while it looked people up', async () => {
    house.crashAt({ method: 'users.lookupByEmail', when: 'after' });
    await imports(LIST);
    await house.forward({ minutes: 2 });
    expect(house.isUp()).toBe(false);
    await house.reopen();
    await house.forward({ minutes: 5 });
    for (const name of names) expect(invitations(name)).toHaveLength(1);
    expect(
      house
        .as('hana')
        .reads()
        .filter((text) => text.includes('is done.')),
    ).toHaveLength(1);
  });
});

test('290 people are found in two calls and stand on eight pages', async () => {
  const people = Array.from({ length: 290 }, (_, n) => ({
    ...{ id: `U1${String(n).padStart(7, '0')}`, name: `Leader ${n}`, email: `leader${n}@example.org` },
  }));
  const text = [
    HEADING,
    ...people.map(({ name, email }, n) => `${email},${name},Function ${n % 15},SCS${n % 3},leader0@example.org,Europe/London`),
  ]
    .join('\n')
    .replace('SCS0,leader0@example.org', 'SCS0,');
  const large = await openHouse({ people: [...Object.values(cast), ...people], limits: 'none' });
  await founded(large);
  house = large;
  expect(await imports(text)).toContain('290 people on the list.');
  await large.forward({ minutes: 20 });
  const { count } = await large.tools.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'invite')
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(290);
  const hana = large.as('hana');
  await hana.types('/coachingpairs roster', '#leaders');
  expect(hana.sees()).toContain('Page 1 of 8.');
  await hana.presses('Later');
  expect(hana.sees()).toContain('Page 2 of 8.');
  await hana.presses('Earlier');
  expect(hana.sees()).toContain('Page 1 of 8.');
});

describe('inviting', () => {
  const opens = async () => {
    await house.as('hana').types('/coachingpairs roster', '#leaders');
    await house.as('hana').presses('Invite people');
  };

  test('by name, once; guests and leaders who are in are told apart', async () => {
    await joined(house, 'amina', { Function: 'Finance' });
    await opens();
    const wish = { 'Whom to invite': 'The people chosen below', People: ['bo', 'amina', 'gus'] };
    expect(await submitted(house, 'hana', wish)).toMatch(/1 person invited\.[\s\S]*1 person in already\.[\s\S]*Guests of the workspace/);
    await house.as('hana').closes();
    await opens();
    expect(await submitted(house, 'hana', wish)).toContain('1 person invited before. Nobody is asked twice.');
    expect(invitations('bo')).toHaveLength(1);
  });

  test('the channel, with one message anyone can press', async () => {
    await opens();
    expect(await submitted(house, 'hana', { 'Whom to invite': 'The channel, with one message' })).toContain('on its way to the channel');
    await house.settled();
    await house.as('goran').presses('Sign up');
    expect(house.as('goran').sees()).toContain('Join Coaching Pairs');
  });

  test('nobody is said to be nobody', async () => {
    await opens();
    expect(await submitted(house, 'hana', {})).toEqual({ 'Whom to invite': 'There is nobody here to invite.' });
    expect(await submitted(house, 'hana', { 'Whom to invite': 'The people chosen below' })).toEqual({
      People: 'There is nobody here to invite.',
    });
  });
});

describe('the roster as a file', () => {
  const file = () => [...house.slack.world.files.values()].findLast(({ name }) => name === 'roster.csv' && !name.startsWith('x'));
  const exports = async () => {
    await house.as('hana').types('/coachingpairs roster', '#leaders');
    await house.as('hana').presses('Get it as a file');
  };

  test('holds everyone with their standing, is safe in a spreadsheet, and can be imported again', async () => {
    await joined(house, 'amina', { Function: '=cmd()' });
    await exports();
    expect(house.as('hana').sees()).toContain('The roster is in your messages from the bot, as a file.');
    const text = new TextDecoder().decode(file()?.bytes);
    expect(text).toContain('"email","name","function","level","manager_email","time_zone","standing","invited_on","reminded_on"');
    expect(text).toContain(`"amina@example.org","Amina Adeyemi","'=cmd()",,,"Europe/London","in",,`);
    await house.as('hana').closes();
    expect(await imports(text)).toContain('1 person on the list.');
    expect(await entries()).toMatchObject([{ function: '=cmd()' }]);
  });

  test('is shown where Slack takes no file', async () => {
    house.slack.world.app.scopes = house.slack.world.app.scopes.filter((scope) => scope !== 'files:write');
    await joined(house, 'amina', { Function: 'Finance' });
    await exports();
    expect(house.as('hana').sees()).toContain('"amina@example.org","Amina Adeyemi","Finance"');
  });

  test('is for organisers: Amina sees neither roster nor file', async () => {
    await joined(house, 'amina', { Function: 'Finance' });
    expect(await house.as('amina').types('/coachingpairs roster', '#leaders')).toContain('Only organisers');
    await house.as('hana').types('/coachingpairs organisers add @amina', '#leaders');
    await house.as('amina').types('/coachingpairs roster', '#leaders');
    await house.as('hana').types('/coachingpairs organisers remove @amina', '#leaders');
    await house.as('amina').presses('Get it as a file');
    expect(house.as('amina').sees()).toContain('Only organisers');
    expect(file()).toBeUndefined();
  });
});
