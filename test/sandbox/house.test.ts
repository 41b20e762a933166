import { describe, expect, test } from '@jest/globals';
import type { Hall } from '../../src/app.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { enqueue } from '../../src/platform/outbox/enqueue.ts';
import type { Hear } from '../../src/platform/slack/spoken.ts';
import { seededDice } from '../../src/sandbox/dice.ts';
import { turnHostile, turnKind } from '../../src/sandbox/hostile.ts';
import { cast, names } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';

/** Sends everyone of the cast a greeting, each once. */
const greet: Hear = async (tools, { user }) => {
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    for (const name of names) {
      const body = { text: `Good morning, ${name}.`, blocks: [] };
      const address = { to: 'person' as const, user: cast[name].id };
      await enqueue(tools, tx, { key: `greeting:${name}`, kind: 'greeting', priority: 2, body, address }, now);
    }
  });
  tools.knock();
  return { text: `On its way, ${user}.` };
};

/** A hall with one word in it. */
const greeting: Hall = { rooms: [], timetable: [], tables: [{ name: '/coachingpairs', commands: [{ word: 'greet', run: greet }] }] };

const greetingsIn = (house: House) =>
  names.map(
    (name) =>
      house
        .as(name)
        .reads('dm')
        .filter((text) => text.startsWith('Good morning')).length,
  );
const once = names.map(() => 1);

describe('a house', () => {
  test('Hana asks for greetings; when all is settled everybody has read theirs', async () => {
    const house = await openHouse({ hall: greeting });
    expect(await house.as('hana').types('/coachingpairs greet', 'leaders')).toBe('On its way, U0000HANA.');
    expect(greetingsIn(house)).toEqual(once);
    expect(house.slack.complaints).toEqual([]);
    expect(house.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('the same seed gives the same house, down to the last id', async () => {
    const transcript = async (seed: number) => {
      const house = await openHouse({ hall: greeting, seed });
      await house.as('hana').types('/coachingpairs greet', 'leaders');
      await house.forward({ days: 1 });
      return JSON.stringify(house.slack.transcript);
    };
    expect(await transcript(3)).toBe(await transcript(3));
    expect(await transcript(3)).not.toBe(await transcript(4));
  });

  test.each(['before', 'after'] as const)('the bot is killed %s Slack has posted; started again, it greets everyone once', async (when) => {
    const house = await openHouse({ hall: greeting });
    house.crashAt({ method: 'chat.postMessage', when });
    await house.as('hana').types('/coachingpairs greet', 'leaders');
    expect(house.isUp()).toBe(false);
    expect(await house.as('bo').types('/coachingpairs greet')).toContain('did not respond');
    await house.forward({ hours: 1 });
    expect(greetingsIn(house).filter((count) => count > 0)).toHaveLength(when === 'after' ? 1 : 0);
    await house.reopen();
    await house.forward({ hours: 1 });
    expect(greetingsIn(house)).toEqual(once);
  });

  test('in hostile weather everyone is greeted once all the same', async () => {
    const house = await openHouse({ hall: greeting });
    turnHostile(house.slack.faults, seededDice(11));
    await house.as('hana').types('/coachingpairs greet', 'leaders');
    await house.forward({ hours: 6 });
    turnKind(house.slack.faults);
    await house.reopen();
    await house.forward({ hours: 6 });
    expect(greetingsIn(house)).toEqual(once);
  });

  test('time passes as calendars have it, and nobody sleeps', async () => {
    const house = await openHouse({ hall: greeting, now: '2027-01-31T09:00:00Z' });
    await house.forward({ months: 1 });
    expect(house.now().toString()).toBe('2027-02-28T09:00:00Z');
    expect(await house.toNext()).toBeUndefined();
  });
});
