// Leaders see who sees what, take their data out, leave and are forgotten; their partners hear the bare fact, and nobody is asked why.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Leader } from '../../src/features/joining/leaders.ts';
import * as leaders from '../../src/features/joining/leaders.ts';
import { openWishes } from '../../src/features/joining/wishes.ts';
import { stamp } from '../../src/platform/clock.ts';
import { changePerson, deactivate, revokeTokens, uninstall } from '../../src/sandbox/happen.ts';
import { leaveChannel } from '../../src/sandbox/membership.ts';
import type { Conversation, Person } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined, submitted } from './starting.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await founded(house);
  await joined(house, 'amina', { 'What I would like to work on': 'Saying no', 'People I would rather not be paired with': ['goran'] });
  for (const name of ['bo', 'chidi', 'dolores', 'edo'] as const) await joined(house, name);
  await together(['amina', 'bo'], ['chidi', 'dolores', 'edo']);
});

async function leader(name: Name): Promise<Leader> {
  const [found] = await leaders.ofPerson(house.tools.db, house.tools.workspace, cast[name].id);
  if (!found) throw new Error(`${name} is not in`);
  return found;
}

async function together(...groups: Name[][]): Promise<void> {
  const pairs: Leader[][] = [];
  for (const group of groups) pairs.push(await Promise.all(group.map(leader)));
  const [programme] = await house.tools.db.selectFrom('programme').selectAll().execute();
  await beginRound(house.tools, { id: programme?.id } as never, { pairs, beginsOn: '2027-01-04', number: 1 });
}

async function writes(name: Name, text: string): Promise<void> {
  await house.as(name).types('/coachingpairs note', '#leaders');
  await submitted(house, name, { 'Your note': text });
  await house.as(name).closes();
}

async function leaves(name: Name): Promise<void> {
  await house.as(name).types('/coachingpairs leave', '#leaders');
  await house.as(name).presses('Leave');
}

const read = (name: Name) => house.as(name).reads().join('\n');
const notes = () => house.tools.db.selectFrom('note').selectAll().execute();
const standing = () => house.tools.db.selectFrom('pair_leader').select('leader').where('ended_at', 'is', null).execute();
const person = (name: Name) => house.slack.world.people.get(cast[name].id) as Person;
const files = () => [...house.slack.world.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes));

/** Every text of every table, as somebody with the database in hand would see it. */
async function everything(): Promise<string> {
  const tables = [
    'leader',
    'person',
    'note',
    'prompt',
    'reply',
    'outbox',
    'inbox',
    'audit',
    'organiser',
    'roster_entry',
    'data_key',
    'tombstone',
  ] as const;
  const rows = await Promise.all(tables.map((table) => house.tools.db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

describe('leaving', () => {
  test('asks once, tells the leader what happens to their notes, and the partner only that they left', async () => {
    const amina = house.as('amina');
    expect(await amina.types('/coachingpairs leave', '#leaders')).toContain('Bo Lindqvist will hear only that you have left.');
    expect((await leader('amina')).leftAt).toBeNull();
    await amina.presses('Leave');
    expect(amina.readsLast()).toContain('You have left this round.');
    expect(read('bo')).toContain('Amina Adeyemi has left this round. Leaving needs no reason, and none was asked for.');
    expect(read('bo')).toContain('[Join a pair] [Match me again] [Finish here]');
    expect(read('hana')).toContain('Amina Adeyemi has left Leaders. Bo Lindqvist has no partner now');
    expect(await standing()).toHaveLength(3);
  });

  test('twice is once, and staying changes nothing', async () => {
    const amina = house.as('amina');
    await amina.types('/coachingpairs leave', '#leaders');
    await amina.presses('Stay');
    expect((await leader('amina')).leftAt).toBeNull();
    await leaves('amina');
    await amina.presses('Leave');
    expect(amina.readsLast()).toContain('You are not in Leaders now.');
    expect(read('bo').match(/has left this round/g)).toHaveLength(1);
  });

  test('a trio goes on as a pair', async () => {
    await leaves('dolores');
    expect(read('chidi')).toContain('You and Edo Tanaka carry on as a pair.');
    expect(await standing()).toHaveLength(4);
  });

  test('the partner hears it in their own hours: Edo is asleep', async () => {
    await leaves('dolores');
    expect(read('edo')).not.toContain('has left');
    await house.forward({ hours: 12 });
    expect(read('edo')).toContain('Dolores Reyes has left this round.');
  });

  test('the partner says what would suit them, as often as they like, and hears what comes of it', async () => {
    await leaves('amina');
    const bo = house.as('bo');
    await bo.presses('Match me again');
    await bo.presses('Match me again');
    expect(bo.readsLast()).toContain('You are matched again as soon as somebody is free. You hear by Friday 15 January 2027.');
    expect(await house.tools.db.selectFrom('rematch').select('wish').where('settled_at', 'is', null).execute()).toEqual([{ wish: 'new' }]);
    await bo.presses('Finish here');
    expect(bo.readsLast()).toContain('You are matched again when the next round begins');
    expect(await house.tools.db.selectFrom('rematch').select('wish').where('settled_at', 'is', null).execute()).toEqual([]);
  });

  test('coming back keeps what was said, and the notes of somebody who came back in time', async () => {
    await writes('amina', 'Something unfinished.');
    await leaves('amina');
    await house.forward({ days: 20 });
    await joined(house, 'amina');
    await house.forward({ days: 20 });
    expect(await leader('amina')).toMatchObject({ leftAt: null, function: 'Finance' });
    expect((await openWishes(house.tools, house.tools.db, await leader('amina'))).workOn).toBe('Saying no');
    expect(await notes()).toHaveLength(1);
  });

  test('notes go after thirty days by themselves', async () => {
    await writes('amina', 'Something unfinished.');
    await leaves('amina');
    await house.forward({ days: 29 });
    expect(await notes()).toHaveLength(1);
    await house.forward({ days: 2 });
    expect(await notes()).toEqual([]);
    expect(await leader('amina')).toMatchObject({ privateSealed: null, name: 'Amina Adeyemi' });
  });

  test('or at once, for their author alone', async () => {
    await writes('amina', 'Something unfinished.');
    await leaves('amina');
    const { id } = await leader('amina');
    await house.as('amina').presses('Delete now');
    expect(await notes()).toEqual([]);
    expect(house.as('amina').readsLast()).toContain('Deleted.');
    expect(read('amina')).not.toContain(id);
  });

  test.each([
    ['their account was switched off', () => deactivate(house.slack, person('amina')), 'deactivated'],
    ['they became a guest', () => changePerson(house.slack, person('amina'), { kind: 'guest' }), 'not-eligible'],
    ['they went to another organisation', () => changePerson(house.slack, person('amina'), { kind: 'external' }), 'not-eligible'],
    [
      'they left the channel',
      () => leaveChannel(house.slack, house.slack.world.conversations.get('C0LEADERS') as Conversation, cast.amina.id),
      'left-channel',
    ],
  ])('because %s', async (_, happens, because) => {
    happens();
    await house.settled();
    expect(await leader('amina')).toMatchObject({ leftBecause: because });
    expect(read('bo')).toContain('Amina Adeyemi has left this round.');
    expect(read('bo')).not.toMatch(/deactivated|switched|channel|guest|organisation/);
  });

  test('whoever left by leaving the channel hears it, and comes back with one press', async () => {
    leaveChannel(house.slack, house.slack.world.conversations.get('C0LEADERS') as Conversation, cast.amina.id);
    await house.settled();
    const amina = house.as('amina');
    expect(amina.readsLast()).toContain('If that was not what you meant, come back.');
    await amina.presses('Come back');
    await submitted(house, 'amina', {});
    expect(await leader('amina')).toMatchObject({ leftAt: null });
  });

  test('a new title is no reason to leave', async () => {
    changePerson(house.slack, person('amina'), { title: 'Chief of everything' });
    await house.settled();
    expect((await leader('amina')).leftAt).toBeNull();
  });
});

/** An organiser's list that names somebody. */
async function listed(name: Name): Promise<void> {
  const { db, workspace, newId } = house.tools;
  const { programme } = await leader(name);
  const at = '2027-01-01T09:00:00.000Z';
  const of = { workspace, programme, imported_at: at };
  const list = { ...of, id: newId(), imported_by: cast.hana.id, wish: 'invite', people: 1, finished_at: at };
  await db.insertInto('roster_import').values(list).execute();
  const said = { email: cast[name].email, name: cast[name].name, function: 'Finance', level: '', manager_email: null, time_zone: null };
  const steps = { slack_user: null, looked_up_at: at, invited_at: null, reminded_at: null };
  await db
    .insertInto('roster_entry')
    .values({ ...of, ...said, ...steps, id: newId(), import: list.id })
    .execute();
}

describe('my data', () => {
  test('comes as two files with everything, and nobody else’s words', async () => {
    await writes('amina', 'Mine: I waited too long.');
    await writes('bo', 'His: he is hard to read.');
    await listed('amina');
    await house.tools.db.updateTable('roster_entry').set({ manager: cast.goran.id }).where('email', '=', cast.amina.email).execute();
    const amina = house.as('amina');
    expect(await amina.types('/coachingpairs export')).toContain('one file to read, and one for other apps');
    const [text = '', json = ''] = files();
    for (const file of [text, json]) {
      expect(file).toContain('Mine: I waited too long.');
      expect(file).toContain('Saying no');
      expect(file).toContain('Goran Petrović');
      expect(file).toContain('Bo Lindqvist');
      expect(file).not.toContain('hard to read');
    }
    expect(JSON.parse(json)).toMatchObject({
      slack: { email: 'amina@example.org' },
      programmes: [{ programme: 'Leaders', rounds: [{ partners: ['Bo Lindqvist'], asked_for_another: null }], notes: [{ fortnight: 1 }] }],
      on_lists: [{ programme: 'Leaders', email: 'amina@example.org', function: 'Finance', manager: 'Goran Petrović', invited: null }],
      previews_open: [],
    });
  });

  test('is shown in a window where Slack takes no files', async () => {
    house.slack.world.app.scopes = house.slack.world.app.scopes.filter((scope) => scope !== 'files:write');
    await writes('amina', 'Mine: I waited too long.');
    const amina = house.as('amina');
    expect(await amina.types('/coachingpairs export')).toContain('Slack did not take the files.');
    await amina.presses('Show it to me');
    expect(amina.sees()).toContain('Mine: I waited too long.');
    expect(read('amina')).not.toContain('I waited too long');
  });

  test('who sees what, whole, and where to get and delete it', async () => {
    const amina = house.as('amina');
    expect(await amina.types('/coachingpairs privacy')).toContain('[Full list] [Download my data] [Delete my data]');
    await amina.presses('Full list');
    expect(amina.sees()).toContain('used by matching, never shown');
    await amina.closes();
    await amina.presses('Delete my data');
    expect(amina.readsLast()).toContain('Delete everything about you?');
    await amina.presses('Keep it');
    expect(amina.readsLast()).toContain('Nothing has changed.');
  });
});

describe('being forgotten', () => {
  test('leaves no name, no address, no word and no key; the round keeps a nameless place', async () => {
    await writes('amina', 'Mine: I waited too long.');
    await house.forward({ days: 3 });
    await house.as('amina').types('/coachingpairs erase');
    await house.as('amina').presses('Delete everything');
    expect(house.as('amina').readsLast()).toContain('Everything about you is deleted here.');
    await house.forward({ days: 1 });
    const left = await everything();
    for (const trace of [cast.amina.id, 'Amina', 'amina@example.org']) expect(left).not.toContain(trace);
    expect(read('bo')).toContain('has left this round');
    expect(await house.tools.db.selectFrom('pair_leader').selectAll().execute()).toHaveLength(5);
    expect(await house.tools.db.selectFrom('tombstone').selectAll().execute()).toHaveLength(1);
  });

  test('and joining again begins anew', async () => {
    await house.as('amina').types('/coachingpairs erase');
    await house.as('amina').presses('Delete everything');
    await joined(house, 'amina', { 'What I can help with': 'Budgets' });
    expect(await leader('amina')).toMatchObject({ leftAt: null, name: 'Amina Adeyemi' });
    expect(await openWishes(house.tools, house.tools.db, await leader('amina'))).toMatchObject({ workOn: '', helpWith: 'Budgets' });
  });

  test('is refused to the last organiser until there is another one', async () => {
    const hana = house.as('hana');
    await hana.types('/coachingpairs erase');
    await hana.presses('Delete everything');
    expect(hana.readsLast()).toContain('You are the last organiser of Leaders.');
    await hana.types('/coachingpairs organisers add @bo', '#leaders');
    await hana.types('/coachingpairs erase');
    await hana.presses('Delete everything');
    expect(hana.readsLast()).toContain('Done.');
    expect(await house.as('bo').types('/coachingpairs audit', '#leaders')).toContain('The programme made @Bo Lindqvist an organiser.');
  });

  test.each([
    ['uninstalled', () => uninstall(house.slack)],
    ['cut off', () => revokeTokens(house.slack)],
  ])('comes to everyone thirty days after the app was %s and did not come back', async (_, happens) => {
    await writes('amina', 'Something unfinished.');
    happens();
    await house.settled();
    const since = async (days: number) => {
      const disconnected_at = stamp(house.now().subtract({ hours: 24 * days }));
      await house.tools.db.updateTable('workspace').set({ disconnected_at }).where('disconnected_at', 'is not', null).execute();
      await house.forward({ minutes: 61 });
    };
    await since(29);
    expect(await notes()).toHaveLength(1);
    await since(31);
    const left = await everything();
    for (const name of ['amina', 'bo', 'chidi'] as const) expect(left).not.toContain(cast[name].id);
    expect(await notes()).toEqual([]);
  });
});
