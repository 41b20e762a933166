// A stream that need not look at every knock: when it looks, and when it does not.
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { openMemory } from '../../../src/platform/db/open.ts';
import { unhurried } from '../../../src/platform/schedule/unhurried.ts';
import type { Tools } from '../../../src/platform/tools.ts';

const at = (time: string) => Temporal.Instant.from(`2027-01-04T${time}:00Z`);

async function looking(next: string | undefined) {
  const { db, close } = await openMemory(() => at('09:00'));
  const looks: string[] = [];
  const stream = unhurried(
    {
      name: 'test',
      run: async (_, now) => {
        looks.push(now.toString().slice(11, 16));
        return next === undefined ? undefined : at(next);
      },
    },
    15,
  );
  return { looks, close, run: (time: string) => stream.run({ db } as Tools, at(time)) };
}

test('it looks once in so many minutes, and says again what it said', async () => {
  const { looks, run, close } = await looking('12:00');
  for (const time of ['09:00', '09:05', '09:14', '09:15', '09:16']) expect((await run(time))?.equals(at('12:00'))).toBe(true);
  expect(looks).toEqual(['09:00', '09:15']);
  await close();
});

test('it looks when it said that something would be due', async () => {
  const { looks, run, close } = await looking('09:05');
  for (const time of ['09:00', '09:04', '09:05']) await run(time);
  expect(looks).toEqual(['09:00', '09:05']);
  await close();
});

test('it looks anew where the clock has gone back', async () => {
  const { looks, run, close } = await looking(undefined);
  for (const time of ['09:10', '09:12', '09:09']) await run(time);
  expect(looks).toEqual(['09:10', '09:09']);
  await close();
});
