import { describe, expect, test } from '@jest/globals';
import { openHouse } from '../open-house.ts';

describe('a house', () => {
  test('Amina types a word nobody knows, and the real bot answers', async () => {
    const house = await openHouse();
    expect(await house.as('amina').types('/coachingpairs xyzzy', 'leaders')).toContain('xyzzy');
    expect(house.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a year passes in no time', async () => {
    const house = await openHouse();
    await house.forward({ months: 12 });
    expect(house.now().toString()).toBe('2028-01-04T09:00:00Z');
  });
});
