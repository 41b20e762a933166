// A partner has gone, in the whole house: what the one who stays can choose, what comes of it, and that nobody hears too much or too early.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { deactivate } from '../../src/sandbox/happen.ts';
import type { Person } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined } from './starting.ts';

const SIX = ['amina', 'bo', 'chidi', 'dolores', 'freya', 'goran'] as const;

let house: House;
const read = (name: Name) => house.as(name).reads().join('\n');

/** A round of six in its third fortnight. */
beforeEach(async () => {
  house = await openHouse();
  await founded(house);
  for (const name of SIX) await joined(house, name);
  const hana = house.as('hana');
  await hana.types('/rotate', '#leaders');
  await hana.submits();
  await hana.submits();
  await hana.closes();
  await house.forward({ days: 37 });
});

async function partnerOf(name: Name): Promise<Name | undefined> {
  const rows = await house.tools.db
    .selectFrom('pair_leader as own')
    .innerJoin('leader as me', 'me.id', 'own.leader')
    .innerJoin('pair_leader as other', (join) => join.onRef('other.pair', '=', 'own.pair').onRef('other.leader', '!=', 'own.leader'))
    .innerJoin('leader', 'leader.id', 'other.leader')
    .select('leader.slack_user')
    .where('me.slack_user', '=', cast[name].id)
    .where('own.ended_at', 'is', null)
    .where('other.ended_at', 'is', null)
    .execute();
  return SIX.find((each) => cast[each].id === rows[0]?.slack_user);
}

async function leaves(name: Name): Promise<void> {
  await house.as(name).types('/coachingpairs leave', '#leaders');
  await house.as(name).presses('Leave');
}

describe('Amina’s partner has gone', () => {
  test('she would like to join a pair: two say yes, and they are three', async () => {
    const gone = (await partnerOf('amina')) as Name;
    await leaves(gone);
    await house.forward({ days: 1 });
    expect(read('amina')).toContain('[Join a pair] [Match me again] [Finish here]');
    await house.as('amina').presses('Join a pair');
    expect(house.as('amina').readsLast()).toContain('A few pairs are asked in private whether they would welcome a third.');
    await house.forward({ days: 4 });
    const asked = SIX.filter((name) => read(name).includes('Would you and'));
    expect(asked).toHaveLength(4);
    const one = asked[0] as Name;
    const other = (await partnerOf(one)) as Name;
    await house.as(one).presses('Yes, welcome them');
    await house.as(other).presses('Yes, welcome them');
    expect(house.as(other).reads().join('\n')).toContain('From now on you are three');
    await house.forward({ days: 4 });
    expect(read('amina')).toContain('This round you are one of three, with');
    expect(await house.as('amina').types('/coachingpairs partner', '#leaders')).toContain('You are one of three, with');
    expect(await house.as('amina').opensHome()).toContain(cast[one].name);
  });

  test('his account was closed, and she would rather wait: nobody asks again', async () => {
    const gone = (await partnerOf('amina')) as Name;
    deactivate(house.slack, house.slack.world.people.get(cast[gone].id) as Person);
    await house.settled();
    await house.forward({ days: 1 });
    await house.as('amina').presses('Finish here');
    expect(house.as('amina').readsLast()).toContain('You are matched again when the next round begins');
    await house.forward({ days: 10 });
    expect(await house.tools.db.selectFrom('rematch').select('id').where('settled_at', 'is', null).execute()).toEqual([]);
    expect(read('amina').match(/has left this round/g)).toHaveLength(1);
  });

  test('somebody else joins: the two are matched, and both hear why', async () => {
    const gone = (await partnerOf('amina')) as Name;
    await leaves(gone);
    await house.forward({ days: 1 });
    await house.as('amina').presses('Match me again');
    await joined(house, 'edo');
    expect(await house.tools.db.selectFrom('leader').select('id').where('slack_user', '=', cast.edo.id).execute()).toHaveLength(1);
    await house.forward({ days: 4 });
    expect(await house.as('amina').types('/coachingpairs partner', '#leaders')).toContain('Edo Tanaka');
    expect(read('edo')).toContain(`Your partner for this round is ${cast.amina.name}`);
  });
});
