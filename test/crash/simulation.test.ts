// Sixty simulated afternoons: whatever goes wrong, every letter is seen once, or the record says why not. `npm run test:sim` runs more.
import { expect, test } from '@jest/globals';
import { simulate } from './simulate.ts';

const SEEDS = 60;

test('in sixty hostile afternoons with deaths and clock jumps nothing is seen twice and nothing is lost', async () => {
  const violations: string[] = [];
  let deaths = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const afternoon = await simulate(seed);
    deaths += afternoon.deaths;
    violations.push(...afternoon.violations.map((each) => `seed ${seed}: ${each}`));
  }
  expect(violations).toEqual([]);
  expect(deaths).toBeGreaterThan(SEEDS / 3);
}, 120_000);

test.each([1, 7, 42])('seed %i is the same afternoon every time', async (seed) => {
  expect(await simulate(seed)).toEqual(await simulate(seed));
});
