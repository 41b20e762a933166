// Hana founds a programme, keeps it in order, shares the work, and everyone who may not do that hears why.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { archive, changePerson, deleteChannel, removeApp, rename, uninstall } from '../../src/sandbox/happen.ts';
import type { Conversation, Person } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined, submitted } from './starting.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse({
    people: [...Object.values(cast), { id: 'U0GUEST', name: 'Gus Guest', handle: 'gus', kind: 'guest' }],
    channels: [
      { name: 'leaders', id: 'C0LEADERS' },
      { name: 'elsewhere', id: 'C0ELSE' },
      { name: 'quiet', id: 'C0QUIET', withoutApp: true },
    ],
  });
});

const organisers = () => house.tools.db.selectFrom('organiser').select('slack_user').where('removed_at', 'is', null).execute();
const person = (name: Name) => house.slack.world.people.get(cast[name].id) as Person;
const programmes = () => house.tools.db.selectFrom('programme').selectAll().execute();

describe('founding', () => {
  test('in a fresh installation a workspace admin founds the first programme and becomes its organiser', async () => {
    const hana = house.as('hana');
    await hana.types('/coachingpairs found', '#leaders');
    expect(
      await submitted(house, 'hana', { Name: 'Leaders', 'First round': '2027-01-12', Functions: 'Finance\n finance \n\nPeople' }),
    ).toContain('The first round is on Tuesday 12 January 2027 at 9:30am (London time).');
    expect(await programmes()).toMatchObject([
      { channel: 'C0LEADERS', anchor_on: '2027-01-12', cycle_months: 6, choosing: 'welcome', functions: '["Finance","People"]' },
    ]);
    expect(await organisers()).toEqual([{ slack_user: cast.hana.id }]);
  });

  test('is not for Amina, nor for anyone once there is an organiser', async () => {
    expect(await house.as('amina').types('/coachingpairs found', '#leaders')).toContain('Only an organiser can found a programme.');
    await founded(house);
    changePerson(house.slack, person('bo'), { admin: true });
    await house.settled();
    expect(await house.as('bo').types('/coachingpairs found', '#elsewhere')).toContain('Only an organiser can found a programme.');
    expect(await programmes()).toHaveLength(1);
  });

  test.each([
    ['in a direct message', undefined, 'A programme has its home in a channel.'],
    ['where the bot is not', '#quiet', 'Type /invite and'],
  ])('%s it is refused with what to do', async (_, where, words) => {
    expect(await house.as('hana').types('/coachingpairs found', where)).toContain(words);
    expect(await programmes()).toEqual([]);
  });

  test('twice in one channel is refused, also when two organisers press at once', async () => {
    const hana = house.as('hana');
    await hana.types('/coachingpairs found', '#leaders');
    await hana.fillsIn({ Name: 'First' });
    const [one, two] = await Promise.all([hana.submits(), hana.submits()]);
    expect([one, two]).toEqual([{}, {}]);
    expect(await programmes()).toHaveLength(1);
    expect(await hana.types('/coachingpairs found', '#leaders')).toContain('This channel already has a programme.');
  });

  test.each([
    [{ 'First round': '2027-01-03' }, { 'First round': 'This day has passed. Choose today or a later day.' }],
    [{ 'First round': '2033-01-04' }, { 'First round': 'This day is more than five years away. Choose an earlier one.' }],
    [{ 'Time zone': 'Londn' }, { 'Time zone': '"Londn" is not known. Did you mean Europe/London?' }],
    [{ 'Time zone': '!!!' }, { 'Time zone': 'This time zone is not known. Write a city such as London, or a name such as Europe/London.' }],
    [{ 'Usual time for messages': '07:00' }, { 'Usual time for messages': 'Choose a time between 8:30am and 5:30pm.' }],
    [
      { 'Usual day for messages': 'Sunday' },
      { 'Usual day for messages': 'This is not one of the working days below. Choose one that is.' },
    ],
    [{ Functions: `Finance\n${'x'.repeat(76)}` }, { Functions: `"${'x'.repeat(40)}…" is too long. A function has 75 characters at most.` }],
    [
      { 'Pause weeks': 'Christmas' },
      { 'Pause weeks': '"Christmas" cannot be read. Write the first and the last day, such as 2026-12-21 to 2027-01-01.' },
    ],
    [{ 'Pause weeks': '2027-03-05 to 2027-03-01' }, { 'Pause weeks': expect.stringContaining('cannot be read') }],
    [
      { 'Pause weeks': '2027-03-01 to 2027-03-05\n2027-03-05 to 2027-03-08' },
      { 'Pause weeks': 'Two of these pauses share a day. Put them together.' },
    ],
    [{ 'Pause weeks': '2027-03-01 to 2027-06-05' }, { 'Pause weeks': 'A pause has 60 days at most.' }],
  ])('says at the field what is wrong: %j', async (values, errors) => {
    await house.as('hana').types('/coachingpairs found', '#leaders');
    expect(await submitted(house, 'hana', values)).toEqual(errors);
    expect(await programmes()).toEqual([]);
  });
});

describe('settings', () => {
  beforeEach(() => founded(house));

  test('a moved round is said back before it takes effect', async () => {
    const hana = house.as('hana');
    await hana.types('/coachingpairs settings', '#leaders');
    const seen = await submitted(house, 'hana', { 'Next round': '2027-02-02', 'A new round': 'Waits until an organiser approves it' });
    expect(seen).toContain('The next round moves from Tuesday 26 January 2027 to Tuesday 2 February 2027.');
    expect(seen).toContain('A new round now waits until an organiser approves it.');
    expect(seen).toContain('Nobody has been told yet: nobody has joined.');
    expect(await programmes()).toMatchObject([{ anchor_on: '2027-01-26', rotating: 'automatic' }]);
    expect(await submitted(house, 'hana', {})).toContain('Saved.');
    expect(await programmes()).toMatchObject([{ anchor_on: '2027-02-02', anchor_number: 1, rotating: 'approve' }]);
    await hana.closes();
    const audit = await hana.types('/coachingpairs audit', '#leaders');
    expect(audit).toContain('moved the next round from Tuesday 26 January 2027 to Tuesday 2 February 2027.');
    expect(audit).toContain('changed how a new round comes.');
  });

  test('a moved round is said with how many see it on their Home', async () => {
    for (const name of ['amina', 'bo'] as const) await joined(house, name);
    await house.as('hana').types('/coachingpairs settings', '#leaders');
    const seen = await submitted(house, 'hana', { 'Next round': '2027-02-02' });
    expect(seen).toContain('No message goes out because of this. Leaders who have joined: 2.');
    await submitted(house, 'hana', {});
    expect(await house.as('amina').opensHome()).toContain('The next round begins on Tuesday 2 February 2027');
  });

  test('what somebody else has changed in between is said back again, not overwritten unseen', async () => {
    const hana = house.as('hana');
    await hana.types('/coachingpairs settings', '#leaders');
    await submitted(house, 'hana', { 'Next round': '2027-02-02' });
    await house.tools.db.updateTable('programme').set({ anchor_on: '2027-03-01' }).execute();
    expect(await submitted(house, 'hana', {})).toContain('moves from Monday 1 March 2027 to Tuesday 2 February 2027.');
    expect(await programmes()).toMatchObject([{ anchor_on: '2027-03-01' }]);
  });

  test('pause weeks, names and functions', async () => {
    const hana = house.as('hana');
    await hana.types('/coachingpairs settings', '#leaders');
    const seen = await submitted(house, 'hana', { Name: 'Top <team> & co', 'Pause weeks': '29 March to 2 April', Functions: 'Finance' });
    expect(seen).toContain('The programme rests from Monday 29 March 2027 to Friday 2 April 2027.');
    expect(await submitted(house, 'hana', {})).toContain('The programme is now called Top <team> & co.');
    expect(await house.tools.db.selectFrom('pause_week').select(['begins_on', 'ends_on']).execute()).toEqual([
      { begins_on: '2027-03-29', ends_on: '2027-04-02' },
    ]);
  });

  test('nothing different is said to be nothing', async () => {
    await house.as('hana').types('/coachingpairs settings', '#leaders');
    expect(await submitted(house, 'hana', {})).toContain('Nothing was different');
  });

  test('are not for leaders, nor for an organiser who was taken off while the form was open', async () => {
    await joined(house, 'bo');
    expect(await house.as('bo').types('/coachingpairs settings', '#leaders')).toContain('Only organisers');
    await house.as('hana').types('/coachingpairs organisers add @amina', '#leaders');
    await house.as('amina').types('/coachingpairs settings', '#leaders');
    await house.as('hana').types('/coachingpairs organisers remove @amina', '#leaders');
    expect(await submitted(house, 'amina', { Name: 'Mine' })).toContain('Only organisers');
    expect(await programmes()).toMatchObject([{ name: 'Leaders' }]);
  });
});

describe('organisers', () => {
  beforeEach(() => founded(house));

  test('one appoints another, who is told what they can do', async () => {
    const hana = house.as('hana');
    expect(await hana.types('/coachingpairs organisers add @amina', '#leaders')).toContain('is now an organiser');
    expect(house.as('amina').readsLast()).toContain('You never see what anyone writes.');
    expect(await house.as('amina').types('/coachingpairs organisers', '#leaders')).toMatch(/Organisers of Leaders: .*Hana.* and .*Amina/);
  });

  test('there is always one left', async () => {
    expect(await house.as('hana').types('/coachingpairs organisers remove @hana', '#leaders')).toContain('the last organiser');
    expect(await organisers()).toHaveLength(1);
  });

  test.each([
    ['add @gus', 'is a guest in this workspace'],
    ['add @coachingpairs', 'is an app'],
    ['add @hana', 'is an organiser already'],
    ['remove @bo', 'is not an organiser of this programme'],
    ['add', 'and one @name'],
    ['promote @bo', 'and one @name'],
    ['add @bo @amina', 'and one @name'],
  ])('%s: %s', async (typed, words) => {
    expect(await house.as('hana').types(`/coachingpairs organisers ${typed}`, '#leaders')).toContain(words);
    expect(await organisers()).toHaveLength(1);
  });
});

describe('which programme', () => {
  test('is asked of an organiser of two, and the button does what was typed', async () => {
    await founded(house);
    await founded(house, { Name: 'Second' }, '#elsewhere');
    const hana = house.as('hana');
    expect(await hana.types('/coachingpairs organisers add @bo')).toContain('Which programme do you mean?');
    await hana.presses('This one');
    expect(await organisers()).toEqual(expect.arrayContaining([{ slack_user: cast.bo.id }]));
  });

  test('is said to be none where there is none', async () => {
    expect(await house.as('amina').types('/coachingpairs audit')).toContain('You do not organise a programme.');
    expect(await house.as('amina').types('/coachingpairs pause 3 weeks')).toContain('You are not in a programme yet.');
    expect(await house.as('amina').types('/coachingpairs join')).toContain('No programme is at home in this channel.');
  });
});

describe('a channel that is gone', () => {
  beforeEach(() => founded(house));
  const channel = () => house.slack.world.conversations.get('C0LEADERS') as Conversation;

  test.each([
    ['deleted', () => deleteChannel(house.slack, channel(), cast.bo.id)],
    ['archived', () => archive(house.slack, channel(), cast.bo.id)],
  ])('because it was %s: the organiser hears it once, and the programme moves', async (_, happens) => {
    happens();
    await house.settled();
    const hana = house.as('hana');
    expect(hana.reads().filter((text) => text.includes('has lost its channel'))).toHaveLength(1);
    expect(await hana.types('/coachingpairs found', '#elsewhere')).toContain('You organise a programme that has lost its channel.');
    await hana.presses('Move it here');
    expect(hana.reads().join('\n')).toContain('now has its home in #elsewhere');
    expect(await programmes()).toMatchObject([{ channel: 'C0ELSE', channel_lost_at: null }]);
    await hana.presses('Move it here');
    expect(hana.readsLast('#elsewhere')).toContain('This channel already has a programme.');
  });

  test('by the bot being put out: it comes back when it is invited again', async () => {
    removeApp(house.slack, channel());
    await house.settled();
    expect(await programmes()).toMatchObject([{ channel_lost_at: expect.any(String) }]);
    channel().members.push(house.tools.botUser);
    await house.as('hana').types('/coachingpairs settings', '#leaders');
    expect(await programmes()).toMatchObject([{ channel_lost_at: null }]);
  });

  test('without a word from Slack: it is found within a day, told once, and found again when it is back', async () => {
    await house.forward({ hours: 25 });
    channel().archived = true;
    await house.forward({ hours: 25 });
    const hana = house.as('hana');
    expect(await programmes()).toMatchObject([{ channel_lost_at: expect.any(String) }]);
    await house.forward({ days: 3 });
    expect(hana.reads().filter((text) => text.includes('has lost its channel'))).toHaveLength(1);
    channel().archived = false;
    await house.forward({ hours: 25 });
    expect(await programmes()).toMatchObject([{ channel_lost_at: null }]);
  });

  test('is told apart from one that has another name, or is private now', async () => {
    rename(house.slack, channel(), 'leadership', cast.bo.id);
    channel().kind = 'private';
    await house.forward({ hours: 25 });
    expect(await programmes()).toMatchObject([{ channel_lost_at: null }]);
    expect(house.as('hana').reads().join('\n')).not.toContain('has lost its channel');
  });
});

describe('an app that was removed', () => {
  test('and is installed again has lost nothing, and says so once to each organiser', async () => {
    await founded(house);
    await joined(house, 'amina');
    uninstall(house.slack);
    await house.settled();
    await house.forward({ days: 9 });
    for (const token of house.slack.world.tokens.values()) token.revoked = false;
    channelLeft();
    await house.reopen();
    await house.forward({ hours: 25 });
    const hana = house.as('hana');
    const told = () =>
      hana.reads().filter((text) => text.includes('The bot had been removed from this workspace on Monday 4 January 2027.'));
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('Nothing is lost: rounds, pairs and notes are as they were.');
    expect(hana.reads().filter((text) => text.includes('has lost its channel'))).toHaveLength(1);
    expect(await house.as('amina').types('/coachingpairs status')).toContain('You take part in Leaders');
    await house.reopen();
    await house.forward({ days: 2 });
    expect(told()).toHaveLength(1);
  });

  /** Slack takes an app out of its channels with the installation. */
  function channelLeft(): void {
    for (const each of house.slack.world.conversations.values()) {
      if (each.kind === 'channel') each.members = each.members.filter((member) => member !== house.tools.botUser);
    }
  }
});

describe('what was done', () => {
  test('is all there, page by page and as a file', async () => {
    await founded(house);
    const hana = house.as('hana');
    for (let n = 1; n <= 45; n += 1) await hana.types(`/coachingpairs organisers ${n % 2 === 1 ? 'add' : 'remove'} @bo`, '#leaders');
    expect(await hana.types('/coachingpairs audit', '#leaders')).toContain('[See all of it] [Get it as a file]');
    await hana.presses('See all of it');
    expect(hana.sees()).toContain('Page 1 of 3.');
    await hana.presses('Earlier');
    await hana.presses('Earlier');
    expect(hana.sees()).toContain('Page 3 of 3.');
    expect(hana.sees()).toContain('founded the programme');
    await hana.presses('Get it as a file');
    expect(hana.reads().join('\n')).toContain('audit.csv');
    const [file] = [...house.slack.world.files.values()].filter(({ name }) => name === 'audit.csv');
    const lines = Buffer.from(file?.bytes ?? [])
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines[0]).toBe('\uFEFF"at","who","action","subject","detail"');
    expect(lines).toHaveLength(47);
  });

  test('is not for Bo once he is taken off', async () => {
    await founded(house);
    const [hana, bo] = [house.as('hana'), house.as('bo')];
    await hana.types('/coachingpairs organisers add @bo', '#leaders');
    await bo.types('/coachingpairs audit', '#leaders');
    await hana.types('/coachingpairs organisers remove @bo', '#leaders');
    await bo.presses('Get it as a file');
    expect(bo.reads().join('\n')).not.toContain('audit.csv');
    expect(bo.readsLast('#leaders')).toContain('Only organisers');
  });
});

test('a button from last year is answered', async () => {
  await founded(house);
  await founded(house, { Name: 'Second' }, '#elsewhere');
  const hana = house.as('hana');
  await hana.types('/coachingpairs audit');
  await house.tools.db.updateTable('programme').set({ closed_at: '2027-01-04T09:00:00.000Z' }).execute();
  await hana.presses('This one');
  expect(hana.readsLast()).toContain('This programme is no longer there.');
});
