// The gathering at the end of a round before it takes place: planned, told in the channel, answered, moved and called off, by one organiser or by two at
// once. What is said there is true at any time, and names nobody.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ears } from '../../src/features/gathering/together/listeners.ts';
import type { Filling } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import { type Ending, ending } from './round-ending.ts';

let on: Ending;

beforeEach(async () => {
  on = await ending();
});

const inChannel = () => on.inChannel();
const invitation = () => inChannel().find((text) => /round ends together|gathering of .* (?:is over|has been called off)/.test(text)) ?? '';
const seenBy = (name: Name) => on.house.as(name).reads().join('\n');
const planned = () => on.planned();
const plans = (name: Name, values?: Record<string, Filling>) => on.plans(name, values);
const sends = (name: Name, values: Record<string, Filling>) => on.sends(name, values);

async function appoints(name: Name): Promise<void> {
  await on.house.as('hana').types(`/coachingpairs organisers add @${name}`, '#leaders');
}

/** Presses something as a client of one's own making could. */
async function forges(name: Name, action: string, value: string): Promise<string> {
  const pressed = { user: cast[name].id, action, value, values: [], triggerId: 'T-forged' };
  return (await ears.presses?.[action]?.(on.house.tools, pressed))?.text ?? '';
}

describe('planning', () => {
  test('is filled in with the Thursday of week 26 at two, and the channel is invited in the words of the programme', async () => {
    expect(await plans('hana')).toContain('It is planned');
    expect(await planned()).toMatchObject([
      { starts_at: '2027-07-15T13:00:00.000Z', place: 'Room 5, second floor', planned_by: cast.hana.id },
    ]);
    expect(inChannel()).toHaveLength(1);
    expect(invitation()).toContain(
      'The round ends together: 45 minutes on Thursday 15 July 2027 at 2pm (London). Read what others have learned, talk with people you do not usually meet, and hear who your next partner is. Nobody presents.',
    );
    expect(invitation()).toContain('Where: Room 5, second floor');
    expect(invitation()).toContain('[Coming] [Not this time]');
    const audit = await on.house.tools.db
      .selectFrom('audit')
      .select(['actor', 'action', 'detail'])
      .where('action', 'like', 'gathering%')
      .execute();
    expect(audit).toEqual([
      { actor: cast.hana.id, action: 'gathering-planned', detail: '{"number":1,"date":"2027-07-15","reveals":"yes"}' },
    ]);
  });

  test('without the next pairs says so instead of promising them', async () => {
    await plans('hana', { 'The next pairs': [] });
    expect(invitation()).toContain('Who your next partner is, you hear in a message of your own.');
    expect(invitation()).not.toContain('hear who your next partner is');
  });

  test.each([
    ['yesterday', { Day: '2027-07-05' }, 'That moment has passed'],
    ['earlier today', { Day: '2027-07-06', 'Begins at': '11:00' }, 'That moment has passed'],
    ['long after the round', { Day: '2027-10-01', 'The next pairs': [] }, 'long after the round. Choose a day by Sunday 12 September 2027'],
    ['nowhere', { Where: '   ' }, 'Say where it is'],
    ['too far from the next round', { Day: '2027-09-10' }, 'Its pairs can wait for a gathering within eight weeks of that day'],
  ])('%s is refused at its field', async (_, values, words) => {
    expect(JSON.stringify(await plans('hana', values as unknown as Record<string, Filling>))).toContain(words);
    expect(await planned()).toEqual([]);
    expect(inChannel()).toEqual([]);
  });

  test('on a day of rest is refused', async () => {
    await on.house.tools.db
      .insertInto('pause_week')
      .values({
        ...{ id: 'p1', workspace: on.house.tools.workspace, programme: on.programme.id },
        ...{ begins_on: '2027-07-12', ends_on: '2027-07-16', added_by: cast.hana.id, added_at: '2027-01-01T00:00:00.000Z' },
      })
      .execute();
    expect(await plans('hana', { Day: '2027-07-15' })).toMatchObject({ Day: 'The programme rests on that day. Choose another one.' });
  });

  test('is for organisers: a leader who types the word sees when it is, and nobody else can press', async () => {
    await on.house.as('amina').types('/coachingpairs gathering', '#leaders');
    expect(seenBy('amina') + (on.house.as('amina').sees() ?? '') + inChannel().join('')).toContain('No gathering is planned in Leaders');
    await plans('hana');
    const [{ id } = { id: '' }] = await planned();
    await on.house.as('amina').types('/coachingpairs gathering', '#leaders');
    expect(inChannel().join('\n')).toContain('The round ends together on Thursday 15 July 2027 at 2pm, for 45 minutes.');
    for (const action of ['together.change', 'together.call-off', 'together.pack'])
      expect(await forges('amina', action, id)).toContain('not there for you');
    expect(await planned()).toMatchObject([{ called_off_at: null, sequence: 0 }]);
    expect(on.house.slack.world.files.size).toBe(0);
  });

  test('needs a round', async () => {
    await on.house.tools.db.updateTable('round').set({ undone_at: '2027-01-20T00:00:00.000Z' }).execute();
    await on.house.as('hana').types('/coachingpairs gathering', '#leaders');
    expect(on.house.as('hana').reads('#leaders').join('\n')).toContain('There is no round in Leaders that could end together.');
  });
});

describe('two organisers at once', () => {
  beforeEach(() => appoints('freya'));

  test('plan: the first stands, and the other is shown it', async () => {
    await on.house.as('hana').types('/coachingpairs gathering', '#leaders');
    await on.house.as('freya').types('/coachingpairs gathering', '#leaders');
    await sends('hana', { Where: 'Room 5' });
    expect(await sends('freya', { Where: 'Room 6' })).toContain('Another organiser has planned it in the meantime.');
    expect(await planned()).toMatchObject([{ place: 'Room 5' }]);
    expect(inChannel()).toHaveLength(1);
  });

  test('change: the second is shown what stands, and nothing of theirs is in it', async () => {
    await plans('hana');
    for (const name of ['hana', 'freya'] as const) {
      await on.house.as(name).closes();
      await on.house.as(name).types('/coachingpairs gathering', '#leaders');
      await on.house.as(name).presses('Change it');
    }
    expect(await sends('hana', { 'Begins at': '15:00' })).toContain('It is changed.');
    expect(await sends('freya', { Where: 'Room 6' })).toContain('Another organiser has changed it in the meantime.');
    expect(await planned()).toMatchObject([{ place: 'Room 5, second floor', starts_at: '2027-07-15T14:00:00.000Z', sequence: 1 }]);
  });
});

describe('coming', () => {
  beforeEach(() => plans('hana'));

  test('is counted in the channel, without a name, and may be changed', async () => {
    await on.house.as('bo').presses('Coming');
    await on.house.as('chidi').presses('Coming');
    await on.house.as('dolores').presses('Not this time');
    expect(invitation()).toContain('Coming: 2. Not this time: 1.');
    await on.house.as('bo').presses('Not this time');
    expect(invitation()).toContain('Coming: 1. Not this time: 2.');
    expect(await on.house.tools.db.selectFrom('gathering_answer').selectAll().execute()).toHaveLength(3);
    expect(invitation()).not.toMatch(/Bo|Chidi|Dolores/);
  });

  test('is said on Home too, with the ways into a calendar for those who come', async () => {
    expect(await on.house.as('edo').opensHome()).toContain('The round ends together on Friday 16 July 2027 at 1am, for 45 minutes.');
    await forges('edo', 'together.coming', (await planned())[0]?.id ?? '');
    const home = await on.house.as('edo').opensHome();
    expect(home).toContain('You said that you are coming.');
    expect(home).toContain('[Not this time]');
    expect(home).not.toContain('[Coming]');
    await on.house.as('edo').presses('Get the calendar file');
    const [file] = [...on.house.slack.world.files.values()];
    const ics = new TextDecoder().decode(file?.bytes);
    expect(ics).toContain('DTSTART:20270715T130000Z');
    expect(ics).toContain('LOCATION:Room 5\\, second floor');
  });

  test('is for those who take part', async () => {
    expect(await forges('hana', 'together.coming', (await planned())[0]?.id ?? '')).toContain('people who take part');
    expect(await forges('amina', 'together.coming', 'nothing')).toContain('not there for you');
    expect(await forges('amina', 'together.calendar-file', (await planned())[0]?.id ?? '')).toContain('for those who come');
    expect(await on.house.tools.db.selectFrom('gathering_answer').selectAll().execute()).toEqual([]);
  });

  test('is made up for in the channel where Slack did not take it', async () => {
    on.house.slack.faults.calls.push({ method: 'chat.update', fault: { kind: 'error', code: 'internal_error', posted: false }, times: 3 });
    await forges('bo', 'together.coming', (await planned())[0]?.id ?? '');
    expect(invitation()).toContain('Nobody has answered yet.');
    await on.house.forward({ minutes: 12 });
    expect(invitation()).toContain('Coming: 1. Not this time: 0.');
  });

  test('is over with the gathering: the message says so, and the buttons are gone', async () => {
    const [{ id } = { id: '' }] = await planned();
    await on.house.forward({ days: 10 });
    expect(invitation()).toContain('The gathering of Thursday 15 July 2027 is over.');
    expect(await forges('amina', 'together.coming', id)).toContain('This gathering is over.');
    expect(await on.house.as('amina').opensHome()).not.toContain('The round ends together on');
  });
});

describe('changing it', () => {
  beforeEach(() => plans('hana'));

  async function changes(values: Record<string, Filling>): Promise<Record<string, string> | string> {
    await on.house.as('hana').presses('Change it');
    return sends('hana', values);
  }

  test('to another day is told in the channel, the invitation says it too, and answers stand', async () => {
    await on.house.as('bo').presses('Coming');
    expect(await changes({ Day: '2027-07-16', 'Begins at': '10:30' })).toContain('It is changed.');
    expect(invitation()).toContain('45 minutes on Friday 16 July 2027 at 10:30am (London)');
    expect(invitation()).toContain('Coming: 1.');
    expect(inChannel().at(-1)).toContain('has moved. It is now on Friday 16 July 2027 at 10:30am (London).');
    expect(inChannel()).toHaveLength(2);
  });

  test('back and forth is told each time; the same once more is nothing', async () => {
    await changes({ 'Begins at': '15:00' });
    await changes({ 'Begins at': '14:00' });
    await changes({ 'Begins at': '15:00' });
    expect(inChannel()).toHaveLength(4);
    expect(await changes({ 'Begins at': '15:00' })).toContain('nothing has changed');
    expect(inChannel()).toHaveLength(4);
  });

  test('to another place tells only that', async () => {
    await changes({ Where: 'https://meet.example.org/leaders?a=1' });
    expect(inChannel().at(-1)).toContain('The gathering at the end of this round is in another place now.');
    expect(invitation()).toContain('https://meet.example.org/leaders?a=1');
  });

  test('leaves no day and no buttons standing that are not true any more', async () => {
    await changes({ 'Begins at': '15:00' });
    await changes({ Day: '2027-07-16', 'Begins at': '10:30' });
    const moved = () => inChannel().filter((text) => text.includes('has moved.'));
    expect(moved()).toHaveLength(2);
    for (const text of moved()) expect(text).toContain('It is now on Friday 16 July 2027 at 10:30am (London).');
    for (const text of moved()) expect(text).toContain('[Coming] [Not this time]');
    await on.house.as('hana').presses('Call it off');
    await on.house.settled();
    expect(moved()).toHaveLength(2);
    expect(inChannel().join('\n')).not.toContain('[Coming]');
  });

  test('by calling it off is told, leaves no buttons, and it can be planned anew', async () => {
    await on.house.as('hana').presses('Call it off');
    await on.house.settled();
    expect(invitation()).toContain('has been called off');
    expect(inChannel().at(-1)).toContain('The gathering on Thursday 15 July 2027 has been called off.');
    expect(await on.house.as('amina').opensHome()).not.toContain('The round ends together on');
    await on.house.as('hana').closes();
    expect(await plans('hana', { Day: '2027-07-14' })).toContain('It is planned');
    expect(inChannel()).toHaveLength(3);
    expect((await planned()).filter(({ called_off_at }) => called_off_at === null)).toHaveLength(1);
  });
});

test('where Slack does not say whether it took the invitation, its organisers hear of it, on Home too, and decide', async () => {
  await on.house.forward({ hours: 1 });
  on.house.slack.faults.calls.push({ method: 'chat.postMessage', fault: { kind: 'status', status: 500, posted: false }, times: 1 });
  await plans('hana');
  await on.house.forward({ minutes: 20 });
  expect(inChannel()).toEqual([]);
  expect(seenBy('hana')).toContain('Slack did not say whether word of the gathering reached #leaders.');
  await on.house.as('hana').closes();
  expect(await on.house.as('hana').opensHome()).toContain('Slack did not say whether word of the gathering reached #leaders.');
  await on.house.as('hana').presses('Post it now');
  await on.house.forward({ minutes: 5 });
  expect(inChannel()).toHaveLength(1);
  expect(await on.house.as('hana').opensHome()).not.toContain('Slack did not say');
});
