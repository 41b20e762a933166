// What waits for organisers, and the step that follows: on Home, and in the list that holds what Home has no room for.
import { describe, expect, test } from '@jest/globals';
import { seeTo } from '../../src/features/home/to-do/see-to.ts';
import { cast, type Name } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined } from './starting.ts';

const SIX = ['amina', 'bo', 'chidi', 'dolores', 'freya', 'goran'] as const;

async function programmeOf(names: readonly Name[]): Promise<House> {
  const house = await openHouse();
  await founded(house);
  for (const name of names) await joined(house, name);
  return house;
}

async function approvedBy(house: House): Promise<void> {
  const hana = house.as('hana');
  await hana.types('/rotate', '#leaders');
  await hana.submits();
  await hana.submits();
  await hana.closes();
}

/** The next `times` messages are refused for good. */
function refused(house: House, times: number): void {
  house.slack.faults.calls.push({ method: 'chat.postMessage', fault: { kind: 'error', code: 'restricted_action', posted: false }, times });
}

describe('messages that did not reach somebody', () => {
  test('stand by name on Hana’s Home until she has seen to them, and then no more', async () => {
    const house = await programmeOf(SIX);
    refused(house, 2);
    await approvedBy(house);
    await house.forward({ minutes: 5 });
    const hana = house.as('hana');
    const before = await hana.opensHome();
    expect(before.match(/A message may not have reached @\w+/g)).toHaveLength(2);
    expect(before).toContain('Their Home tab shows what it said.');
    await hana.presses('Seen to');
    expect((await hana.opensHome()).match(/may not have reached/g)).toHaveLength(1);
    await hana.presses('Seen to');
    expect(await hana.opensHome()).not.toContain('may not have reached');
    expect(await hana.types('/coachingpairs audit', '#leaders')).toMatch(/saw to messages that may not have reached @[^:]+: 1\./);
  });

  test('are hers to see to, and nobody else’s', async () => {
    const house = await programmeOf(SIX);
    refused(house, 1);
    await approvedBy(house);
    await house.forward({ minutes: 5 });
    const row = await house.tools.db.selectFrom('outbox').select(['id', 'lane']).where('state', '=', 'dead').executeTakeFirstOrThrow();
    const leader = await house.tools.db
      .selectFrom('leader')
      .select('id')
      .where('slack_user', '=', row.lane.replace('person:', ''))
      .executeTakeFirstOrThrow();
    expect(await seeTo(house.tools, { leader: leader.id, by: cast.bo.id })).toEqual({ ok: false, because: 'not-organiser' });
    expect(await seeTo(house.tools, { leader: 'nobody', by: cast.hana.id })).toEqual({ ok: false, because: 'not-organiser' });
    const after = await house.tools.db.selectFrom('outbox').select('seen_to_at').where('id', '=', row.id).executeTakeFirstOrThrow();
    expect(after.seen_to_at).toBeNull();
  });
});

describe('the channel', () => {
  test('is archived: Hana is told, finds it on her Home, and one press finds that it is back', async () => {
    const house = await programmeOf(['amina', 'bo']);
    const channel = house.slack.world.conversations.get('C0LEADERS');
    if (!channel) throw new Error('no channel');
    channel.archived = true;
    await approvedBy(house);
    await house.as('amina').presses('This suits me');
    await house.as('bo').presses('This suits me');
    await house.forward({ minutes: 5 });
    const hana = house.as('hana');
    expect(hana.reads().join('\n')).toContain('has lost its channel');
    expect(await hana.opensHome()).toContain('The channel is archived or gone, or the bot is no longer in it.');
    await hana.presses('Look again');
    expect(hana.sees()).toContain('Slack still says that the bot cannot post in the channel of Leaders.');
    await hana.closes();
    channel.archived = false;
    await hana.presses('Look again');
    expect(hana.sees()).toContain('#leaders is there again.');
    await hana.closes();
    const home = await hana.opensHome();
    expect(home).not.toContain('The channel is archived');
    expect(home).toContain('Slack did not take the announcement of round 1');
    await hana.presses('Post it now');
    await house.forward({ minutes: 5 });
    expect(hana.reads('leaders').join('\n')).toContain('New partners in Leaders');
    expect(await hana.opensHome()).not.toContain('Slack did not take');
  });
});

describe('somebody without a partner', () => {
  test('because he sits out: until when, and the roster beside it', async () => {
    const house = await programmeOf(SIX);
    await house.as('goran').types('/coachingpairs pause 3 weeks', '#leaders');
    await house.as('goran').presses('Pause');
    await approvedBy(house);
    await house.forward({ days: 1 });
    const home = await house.as('hana').opensHome();
    expect(home).toContain('Goran Petrović is paused until');
    expect(home).toContain('[Roster]');
  });
});

describe('more than Home has room for', () => {
  test('stands in a list with pages, the same steps beside each', async () => {
    const house = await programmeOf(SIX);
    refused(house, 9);
    await approvedBy(house);
    await house.forward({ minutes: 5 });
    const first = await house.tools.db.selectFrom('outbox').selectAll().where('state', '=', 'dead').executeTakeFirstOrThrow();
    const more = Array.from({ length: 30 }, (_, at) => ({
      ...first,
      id: `more-${at}`,
      key: `more-${at}`,
      lane: 'channel:C0LEADERS',
      kind: 'invitation',
    }));
    await house.tools.db.transaction().execute((tx) => tx.insertInto('outbox').values(more).execute());
    const hana = house.as('hana');
    expect(await hana.opensHome()).toContain('And 28 more.');
    await hana.presses('See them all');
    expect(hana.sees()).toContain('What waits in Leaders: 36.');
    expect(hana.sees()).toContain('Page 1 of 2.');
    await hana.presses('Next');
    expect(hana.sees()).toContain('Page 2 of 2.');
    await hana.presses('Seen to');
    expect(hana.sees()).toContain('What waits in Leaders: 35.');
  });
});
