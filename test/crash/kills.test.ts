// A handful of real deaths: `npm run test:crash` kills at every passage.
import { expect, test } from '@jest/globals';
import { live } from './kills.ts';

test('a process that is killed on its way, once or twice, loses nothing and says nothing twice', async () => {
  const undisturbed = await live([]);
  expect(undisturbed).toMatchObject({ kills: 0, violations: [] });
  const at = (share: number) => Math.ceil(undisturbed.passages * share);
  const deaths = [[at(0.35)], [at(0.65)], [at(0.6), at(0.3)]];
  const lives = [];
  for (const passages of deaths) lives.push(await live(passages));
  expect(lives.flatMap(({ violations }) => violations)).toEqual([]);
  expect(lives.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(3);
}, 120_000);
