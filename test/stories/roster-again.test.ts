// Hana's list comes again: what it changes is said first. People are asked once, reminded once, and may say that it is not for them.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, names } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined, submitted } from './starting.ts';

let house: House;
const HEADING = 'email,name,function,level,manager_email,time_zone';
type Name = keyof typeof cast;
const line = (name: Name, say: Partial<Record<'function' | 'level' | 'manager' | 'zone', string>> = {}) =>
  `${cast[name].email},"${cast[name].name}",${say.function ?? cast[name].function},${say.level ?? ''},${say.manager ?? ''},${say.zone ?? ''}`;
const listOf = (...lines: string[]) => [HEADING, ...lines].join('\n');
const LIST = listOf(...names.map((name) => line(name)));
const KEEP = { 'What happens next': 'Keep the list, and ask nobody yet' };

beforeEach(async () => {
  house = await openHouse();
  await founded(house, { Functions: '' });
});

const hana = () => house.as('hana');
const opens = () => hana().types('/coachingpairs roster', '#leaders');
const leader = (name: Name) =>
  house.tools.db.selectFrom('leader').selectAll().where('slack_user', '=', cast[name].id).executeTakeFirstOrThrow();
const said = (name: Name, text: string) =>
  house
    .as(name)
    .reads()
    .filter((each) => each.includes(text));
const files = () => [...house.slack.world.files.values()].map(({ name }) => name);

async function brings(text: string, values: Record<string, string> = {}): Promise<Record<string, string> | string> {
  await opens();
  await hana().presses('Import a list');
  return submitted(house, 'hana', { 'A CSV file': { name: 'roster.csv', text }, ...values });
}

describe('a list that comes again', () => {
  beforeEach(async () => {
    await brings(LIST, KEEP);
    await hana().closes();
    await house.forward({ minutes: 2 });
    for (const name of ['amina', 'bo', 'chidi'] as const) await joined(house, name);
  });

  const changed = listOf(
    line('amina', { function: 'People', manager: cast.bo.email, zone: 'Asia/Tokyo' }),
    ...(['bo', 'chidi', 'dolores'] as const).map((name) => line(name)),
    line('edo', { level: 'Director' }),
    'nova@example.org,Nova New,Finance,,,',
  );

  test('says what it would change, changes nothing until it is sent again, and then only what is the organisation’s', async () => {
    const before = await leader('amina');
    const asked = await brings(changed, KEEP);
    expect(asked).toContain('Nothing has been imported yet.');
    expect(asked).toContain('New: 1. Brought up to date: 2. Unchanged: 3. On the roster, but not on this list: 3.');
    expect(asked).toContain(`• Amina Adeyemi: function People, was ${cast.amina.function}; manager bo@example.org, was empty`);
    expect(asked).toContain('• Edo');
    expect(asked).toContain('Their names, time zones and hours are their own, and stay as they set them.');
    expect((await leader('amina')).function).toBe(before.function);
    const kept = await submitted(house, 'hana', {});
    expect(kept).toContain('6 people on the list.');
    expect(kept).toContain('For those who take part, this counts when the next round is matched, on Tuesday 26 January 2027.');
    expect(kept).toMatch(/On the roster, but not on this list[\s\S]*• Freya[^•]*• Goran[^•]*• Hana/);
    expect(await leader('amina')).toMatchObject({
      function: 'People',
      manager: cast.bo.id,
      time_zone: before.time_zone,
      name: before.name,
    });
    expect((await leader('bo')).changed_at).toBe((await leader('bo')).joined_at);
  });

  test('is asked again where somebody it changes has been changed meanwhile', async () => {
    await brings(changed, KEEP);
    await house.tools.db.updateTable('leader').set({ function: 'Legal' }).where('slack_user', '=', cast.amina.id).execute();
    const again = await submitted(house, 'hana', {});
    expect(again).toContain('Nothing has been imported yet.');
    expect(again).toContain('• Amina Adeyemi: function People, was Legal');
    expect(await submitted(house, 'hana', {})).toContain('6 people on the list.');
  });

  test('puts nobody out: who is not in can be taken off with a press, who is in stays', async () => {
    await brings(listOf(line('amina'), 'nova@example.org,Nova New,Finance,,,'), KEEP);
    expect(hana().sees()).toContain('They take part and stay in.');
    await hana().presses('Take off who is not in');
    expect(hana().sees()).toContain('5 people taken off the list.');
    await hana().closes();
    await hana().presses('Take off who is not in');
    expect(hana().sees()).toContain('There is nobody to take off any more.');
    const left = await house.tools.db.selectFrom('roster_entry').select('email').orderBy('email').execute();
    expect(left.map(({ email }) => email)).toEqual(['amina@example.org', 'bo@example.org', 'chidi@example.org', 'nova@example.org']);
    expect((await leader('bo')).left_at).toBeNull();
  });

  test('changes nothing when it is the file that was taken out', async () => {
    await opens();
    await hana().presses('Get it as a file');
    await hana().closes();
    const out = [...house.slack.world.files.values()].findLast(({ name }) => name === 'roster.csv');
    const kept = await brings(new TextDecoder().decode(out?.bytes), KEEP);
    expect(kept).toContain('New: 0. Brought up to date: 0. Unchanged: 8. On the roster, but not on this list: 0.');
  });

  test('says how it was read where it was not UTF-8', async () => {
    await opens();
    await hana().presses('Import a list');
    await hana().fillsIn({ 'A CSV file': { name: 'old.csv', text: `${HEADING}\nzoe@example.org,Zoe,Finance,,,` }, ...KEEP });
    const file = [...house.slack.world.files.values()].findLast(({ name }) => name === 'old.csv');
    if (file) file.bytes = new Uint8Array(Buffer.from(`${HEADING}\nzoe@example.org,Zo\xeb,Finance,,,`, 'latin1'));
    await hana().submits();
    expect(hana().sees()).toContain('was read as Windows-1252. Please look at names with accents, such as Zoë.');
  });
});

test('more faults than a form has room for come as a file too', async () => {
  const text = listOf(...Array.from({ length: 60 }, (_, n) => `person${n},Person ${n},Finance,,,`));
  const seen = await brings(text);
  expect(seen).toContain('Nothing has been imported. 60 to put right:');
  expect(seen).toContain('And 10 more, not shown here. All of them are in your messages from the bot, as a file.');
  const file = [...house.slack.world.files.values()].find(({ name }) => name === 'to-put-right.csv');
  expect(new TextDecoder().decode(file?.bytes).trimEnd().split('\n')).toHaveLength(61);
});

describe('people who were invited', () => {
  beforeEach(async () => {
    await brings(LIST);
    await hana().closes();
    await house.forward({ minutes: 5 });
  });

  const reminds = async () => {
    await opens();
    await hana().presses('Send a reminder');
    return hana().sees();
  };

  test('may say that it is not for them, and are asked no more', async () => {
    await house.as('bo').presses('Not for me');
    expect(house.as('bo').readsLast()).toContain('Noted. Nobody asks you again, and no reason is asked for.');
    await house.as('bo').presses('Not for me');
    await opens();
    expect(hana().sees()).toContain('Would rather not: 1.');
    await hana().closes();
    await brings(LIST, { 'What happens next': 'Enrol them now: each can leave at any time' });
    await house.forward({ minutes: 3 });
    expect(hana().reads().join('\n')).toContain('1 person left alone: they answered that it is not for them.');
    expect(await house.tools.db.selectFrom('leader').select('id').where('slack_user', '=', cast.bo.id).execute()).toEqual([]);
    await joined(house, 'bo');
    await house.as('bo').presses('Not for me');
    expect(house.as('bo').readsLast()).toContain('You are in Leaders now.');
  });

  test('are reminded once, on another day, in their own hours; whoever answered is not', async () => {
    await house.as('bo').presses('Not for me');
    await joined(house, 'amina');
    expect(await reminds()).toContain('6 people reminded, each in their own working hours.');
    await joined(house, 'chidi');
    await house.as('dolores').presses('Not for me');
    await house.settled();
    for (const name of names) expect(said(name, 'This is the only reminder.')).toEqual([]);
    await house.forward({ days: 5 });
    const reminded = names.filter((name) => said(name, 'This is the only reminder.').length > 0);
    expect(reminded.sort()).toEqual(['edo', 'freya', 'goran', 'hana']);
    expect(said('edo', 'This is the only reminder.')[0]).toContain('On Monday 4 January 2027');
    await opens();
    expect(hana().sees()).toContain('asked on Monday 4 January 2027, reminded on Tuesday 5 January 2027');
    expect(hana().sees()).not.toContain('Send a reminder');
    const { count } = await house.tools.db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('kind', '=', 'invite-reminder')
      .where('state', '=', 'sent')
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(4);
    expect(await hana().types('/coachingpairs audit', '#leaders')).toContain('reminded people of their invitation: 6.');
  });

  test('are not reminded by a button of yesterday', async () => {
    await reminds();
    await hana().closes();
    await hana()
      .presses('Send a reminder')
      .catch(() => undefined);
    expect(hana().sees() ?? '').not.toContain('6 people reminded');
  });
});

describe("Slack's own profile fields", () => {
  beforeEach(() => {
    house.slack.world.profileFields.push({ id: 'Xf01', label: 'Department', type: 'text' }, { id: 'Xf02', label: 'Boss', type: 'user' });
    const dolores = house.slack.world.people.get(cast.dolores.id);
    if (dolores) dolores.fields = { Xf01: 'Marketing', Xf02: cast.hana.id };
  });
  const sets = async () => {
    await opens();
    await hana().presses('Use Slack profiles');
    const seen = await submitted(house, 'hana', { Function: 'Department', Manager: 'Boss' });
    await hana().closes();
    await hana().closes();
    return seen;
  };

  test('suggest function and manager to whoever joins', async () => {
    expect(await sets()).toContain('Saved.');
    await house.as('dolores').types('/coachingpairs join', '#leaders');
    expect(house.as('dolores').sees()).toContain('Marketing');
    expect(house.as('dolores').sees()).toContain('Hana Novak');
  });

  test('fill what a list leaves out, and who has no function is told and not enrolled', async () => {
    await sets();
    const lines = [`${cast.dolores.email},Dolores,,,,`, `${cast.edo.email},Edo,,,,`, line('freya')];
    expect(await brings(listOf(...lines), { 'What happens next': 'Enrol them now: each can leave at any time' })).toContain('3 people');
    await house.forward({ minutes: 3 });
    expect(await leader('dolores')).toMatchObject({ function: 'Marketing', manager: cast.hana.id });
    expect(hana().reads().join('\n')).toMatch(/1 person not enrolled, because nobody has said their function:\s*• edo@example.org/);
    const { functions } = await house.tools.db.selectFrom('programme').select('functions').executeTakeFirstOrThrow();
    expect(JSON.parse(functions)).toContain('Marketing');
  });

  test('are done without where the app may not read them', async () => {
    await sets();
    house.slack.world.app.scopes = house.slack.world.app.scopes.filter((scope) => scope !== 'users.profile:read');
    await house.as('dolores').types('/coachingpairs join', '#leaders');
    expect(house.as('dolores').sees()).toContain('Join Coaching Pairs');
    await brings(listOf(`${cast.dolores.email},Dolores,,,,`));
    await house.forward({ minutes: 3 });
    expect(hana().reads().join('\n')).toContain('did not let the bot read its profile fields (users.profile:read)');
    expect(said('dolores', 'invites you to')).toHaveLength(1);
    await hana().closes();
    await opens();
    await hana().presses('Use Slack profiles');
    expect(hana().sees()).toContain('Slack did not let the bot read the profile fields (users.profile:read).');
  });
});

test('a roster of a thousand is searched, narrowed and turned over, page by page', async () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `person${n}@example.org,Pérson ${n},Function ${n % 9},,,`);
  await brings(listOf(...many), KEEP);
  await hana().closes();
  await opens();
  expect(hana().sees()).toContain('On the list, not invited: 1000.');
  expect(hana().sees()).toContain('Page 1 of 25.');
  expect(await submitted(house, 'hana', { Search: 'person 99 function' })).toContain('Shown: 19 of 1000.');
  expect(hana().sees()).toContain('Pérson 999');
  expect(await submitted(house, 'hana', { Search: 'FUNCTION 3' })).toContain('Page 1 of 9.');
  await hana().presses('Later');
  expect(hana().sees()).toContain('Page 2 of 9.');
  expect(hana().sees()).toContain('Shown: 349 of 1000.');
  // What she typed stands in its field and nowhere beside it.
  const forms = [...house.slack.world.views.values()].filter(({ view }) => view.callback_id === 'joining.roster');
  expect(forms.length).toBeGreaterThan(0);
  for (const { view } of forms) expect(view.private_metadata).toMatch(/^[\w-]+$/);
  expect(await submitted(house, 'hana', { Search: 'nobody at all' })).toContain('Nobody on the roster fits.');
  expect(await submitted(house, 'hana', { Search: '', Standing: 'In' })).toContain('Nobody on the roster fits.');
  expect(files()).toHaveLength(1);
});
