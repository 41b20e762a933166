// What comes unasked, as leaders live it: nothing while they are away, want quiet or have gone silent, and everything again afterwards.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../src/features/founding/programmes.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;

/** Everyone in London, so that the days of the stories are theirs. */
const takesPart = (name: Name) => enrolled(house, programme, name, { timeZone: 'Europe/London' });

beforeEach(async () => {
  house = await openHouse({ now: '2027-01-18T06:00:00Z' });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  await beginRound(house.tools, programme, {
    pairs: [[await takesPart('amina'), await takesPart('bo')]],
    beginsOn: '2027-01-18',
    number: 1,
  });
});

const count = (name: Name, text: string) => house.as(name).reads().join('\n').split(text).length - 1;
const rests = async () => {
  const rows = await house.tools.db.selectFrom('pair_rest').selectAll().orderBy('begins_on').execute();
  return rows.map(({ begins_on, ends_on, because }) => `${begins_on} to ${ends_on}, ${because}`);
};

describe('two fortnights without a word', () => {
  beforeEach(() => house.forward({ days: 30 }));

  test('Amina is asked once how to go on, in place of a question, and then left alone', async () => {
    expect(count('amina', 'It has been quiet for a while')).toBe(1);
    expect(count('amina', 'Small practice')).toBe(2);
    const before = house.as('amina').reads().length;
    await house.forward({ days: 40 });
    expect(house.as('amina').reads()).toHaveLength(before);
  });

  test('she carries on, and the next fortnight comes as before', async () => {
    await house.as('amina').presses('Carry on');
    expect(house.as('amina').readsLast()).toContain('You will hear from us again as usual');
    await house.forward({ days: 14 });
    expect(count('amina', 'Small practice')).toBe(3);
    expect(count('bo', 'Small practice')).toBe(2);
  });

  test('a message to the bot, or a word typed, ends the silence too', async () => {
    await house.as('amina').says('I have been travelling.');
    await house.as('bo').types('/coachingpairs status', 'leaders');
    expect(await house.tools.db.selectFrom('quiet').select('answer').execute()).toEqual([{ answer: 'came-back' }, { answer: 'came-back' }]);
  });

  test('she pauses, or stops after one more question', async () => {
    await house.as('amina').presses('Pause');
    expect(house.as('amina').sees()).toContain('I am back on');
    await house.as('bo').presses('Stop');
    const left = house.tools.db.selectFrom('leader').select('left_at').where('slack_user', '=', cast.bo.id);
    expect(await left.executeTakeFirstOrThrow()).toEqual({ left_at: null });
    await house.as('bo').presses('Leave');
    expect((await left.executeTakeFirstOrThrow()).left_at).not.toBeNull();
  });
});

describe('a pause', () => {
  test('makes the clock of the pair stand still, and they go on in the fortnight they left', async () => {
    await house.forward({ days: 8, hours: 6 });
    await house.as('amina').types('/coachingpairs pause until 16 February', 'leaders');
    await house.as('amina').presses('Pause');
    expect(await rests()).toEqual(['2027-01-27 to 2027-02-15, paused']);
    const before = house.as('amina').reads().length;
    await house.forward({ days: 20 });
    expect(house.as('amina').reads()).toHaveLength(before);
    expect(count('bo', 'Small practice')).toBe(1);
    await house.forward({ days: 2 });
    expect(
      count('amina', 'Welcome back. You and Bo Lindqvist pick up where you left off: Trusting each other, Agree how you will work.'),
    ).toBe(1);
    await house.forward({ days: 7 });
    expect(count('amina', 'Bring something real')).toBe(1);
    expect(count('bo', 'Bring something real')).toBe(1);
  });

  test('that ends sooner gives the days back, and says where they pick up', async () => {
    await house.forward({ days: 8, hours: 6 });
    await house.as('amina').types('/coachingpairs pause until 16 February', 'leaders');
    await house.as('amina').presses('Pause');
    await house.forward({ days: 3 });
    await house.as('amina').types('/coachingpairs resume', 'leaders');
    expect(house.as('amina').readsLast('leaders')).toContain('pick up where you left off');
    expect(await rests()).toEqual(['2027-01-27 to 2027-01-28, resumed']);
  });

  test('on the day itself leaves no trace on the clock', async () => {
    await house.as('amina').types('/coachingpairs pause until 10 February', 'leaders');
    await house.as('amina').presses('Pause');
    await house.as('amina').types('/coachingpairs resume', 'leaders');
    expect(await rests()).toEqual([]);
  });

  test('takes back what was waiting to reach her', async () => {
    await house.forward({ days: 1, hours: 3 });
    house.slack.faults.mix = {
      call: (method) => (method === 'chat.postMessage' ? { kind: 'status', status: 503, posted: false } : undefined),
      event: () => undefined,
    };
    await house.forward({ minutes: 40 });
    await house.as('amina').types('/coachingpairs pause until 16 February', 'leaders');
    await house.as('amina').presses('Pause');
    delete house.slack.faults.mix;
    await house.forward({ days: 1 });
    expect(count('amina', 'Small practice')).toBe(0);
    expect(count('bo', 'Small practice')).toBe(1);
  });
});

describe('do not disturb', () => {
  const wantsQuiet = (name: Name, from: string, to: string) => {
    const person = house.slack.world.people.get(cast[name].id);
    if (person) person.dnd = { from: Date.parse(from) / 1000, to: Date.parse(to) / 1000 };
  };

  test('is respected where Slack tells: the question comes when it is over', async () => {
    wantsQuiet('amina', '2027-01-19T09:00:00Z', '2027-01-19T11:00:00Z');
    await house.forward({ days: 1, hours: 4 });
    expect(count('amina', 'Small practice')).toBe(0);
    expect(count('bo', 'Small practice')).toBe(1);
    await house.forward({ hours: 1, minutes: 30 });
    expect(count('amina', 'Small practice')).toBe(1);
  });

  test.each(['missing_scope', 'unknown_method', 'ratelimited'])('and holds nothing up where Slack answers %s', async (code) => {
    wantsQuiet('amina', '2027-01-19T09:00:00Z', '2027-01-19T17:00:00Z');
    house.slack.faults.mix = {
      call: (method) => (method === 'dnd.teamInfo' ? { kind: 'error', code, posted: false } : undefined),
      event: () => undefined,
    };
    await house.forward({ days: 1, hours: 4 });
    expect(count('amina', 'Small practice')).toBe(1);
  });
});
