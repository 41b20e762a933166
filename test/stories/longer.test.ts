// A pair that wants two more weeks: one suggests it, everyone in it agrees, and their clock stands still; once a round, and while it leaves room.
import { describe, expect, test } from '@jest/globals';
import * as pairRests from '../../src/features/joining/pair-rests.ts';
import { longer } from '../../src/features/pairing/longer.ts';
import * as pairs from '../../src/features/pairing/pairs.ts';
import type { Name } from '../cast.ts';
import { approved, type Stage, stage } from '../features/pairing/rotating.ts';

async function begun(names: readonly Name[], days: number): Promise<{ on: Stage; pair: string }> {
  const on = await stage(names);
  await approved(on);
  await on.house.forward({ days });
  return { on, pair: (await pairs.currentOf(on.tools.db, on.cast.amina.id))?.id ?? '' };
}

const says = (on: Stage, pair: string, name: Name, say: 'ask' | 'yes' | 'no') => longer(on.tools, { pair, user: on.cast[name].user, say });
const rests = async (on: Stage, pair: string) =>
  (await pairRests.of(on.tools.db, pair)).map(({ from, to, because }) => `${from} ${to} ${because}`);
const read = (on: Stage, name: Name) => on.house.as(name).reads().join('\n');

describe('two more weeks', () => {
  test('Amina suggests them, Bo agrees, and both hear on which day their clock goes on', async () => {
    const { on, pair } = await begun(['amina', 'bo'], 20);
    expect(await says(on, pair, 'amina', 'ask')).toMatchObject({ ok: true, then: 'asked' });
    await on.house.settled();
    expect(read(on, 'bo')).toContain('Amina Adeyemi suggests two more weeks for this fortnight.');
    expect(await rests(on, pair)).toEqual([]);
    await on.house.as('bo').presses('Yes, two more weeks');
    expect(on.house.as('bo').reads().join('\n')).toContain(
      'Agreed: you have two more weeks for this fortnight. Your clock goes on, on Monday 15 February 2027.',
    );
    expect(read(on, 'amina')).toContain('Bo Lindqvist agrees: you have two more weeks for this fortnight.');
    expect(await rests(on, pair)).toEqual(['2027-02-01 2027-02-14 longer']);
    expect(await says(on, pair, 'bo', 'ask')).toEqual({ ok: false, because: 'once' });
  });

  test('Bo would rather keep the dates: they stay, and it is not asked again', async () => {
    const { on, pair } = await begun(['amina', 'bo'], 20);
    await says(on, pair, 'amina', 'ask');
    await on.house.settled();
    await on.house.as('bo').presses('Keep the dates');
    expect(read(on, 'amina')).toContain('Bo Lindqvist would rather keep the dates. Nothing changes.');
    expect(await says(on, pair, 'amina', 'ask')).toEqual({ ok: false, because: 'declined' });
    expect(await rests(on, pair)).toEqual([]);
  });

  test('of three, all have to agree', async () => {
    const { on, pair } = await begun(['amina', 'bo', 'chidi'], 20);
    await says(on, pair, 'amina', 'ask');
    expect(await says(on, pair, 'bo', 'yes')).toMatchObject({ then: 'asked' });
    expect(await rests(on, pair)).toEqual([]);
    expect(await says(on, pair, 'chidi', 'yes')).toMatchObject({ then: 'agreed' });
    expect(await rests(on, pair)).toHaveLength(1);
  });

  test('both suggest it: that is agreement', async () => {
    const { on, pair } = await begun(['amina', 'bo'], 20);
    await says(on, pair, 'amina', 'ask');
    expect(await says(on, pair, 'amina', 'ask')).toMatchObject({ then: 'asked' });
    expect(await says(on, pair, 'bo', 'ask')).toMatchObject({ then: 'agreed' });
  });

  test.each([
    ['before the first fortnight', 2, 'not-begun'],
    ['when too little of the round is left', 170, 'late'],
  ])('is refused %s', async (_, days, because) => {
    const { on, pair } = await begun(['amina', 'bo'], days);
    expect(await says(on, pair, 'amina', 'ask')).toEqual({ ok: false, because });
  });

  test('is nobody’s business but the pair’s, and nobody agrees to what was not asked', async () => {
    const { on, pair } = await begun(['amina', 'bo', 'chidi', 'dolores'], 20);
    const stranger = (['bo', 'chidi', 'dolores'] as const).find((name) => !read(on, name).includes('Amina Adeyemi, from')) as Name;
    expect(await says(on, pair, stranger, 'ask')).toEqual({ ok: false, because: 'others' });
    expect(await says(on, pair, 'amina', 'yes')).toEqual({ ok: false, because: 'old' });
  });
});
